// The last day to act without a wait: the last month of resumption for which the records still give no waiting period.
// The one rule: a month counts only if every month before it is without a wait too, by the record in force in it.

import { agreed } from "./asking.js";
import { permission } from "./backpayment.js";
import { dayText, lastDay } from "./months.js";
import { tell } from "./reporting.js";
import { resumedIn } from "./situation.js";
import { isFree } from "./waiting.js";

const FAR = 36;
const UNPAID = { backPaid: false, repaid: undefined };
const REPAID = { backPaid: true, repaid: undefined }; // on resumption: a later day of back-payment is no deadline for acting

/** Tell last_day_without_wait and last_day_needs_back_payment; neither where no month is free of a wait, or every one is. */
export function addDeadline(report, data, situation) {
  const unpaid = freeMonths(data, situation, UNPAID);
  const repaid = freeMonths(data, situation, REPAID);
  const needs = repaid > unpaid && !(repaid === FAR && unpaid > 0) && payable(data, situation, repaid);
  const months = needs ? repaid : unpaid;
  if (months === 0 || months === FAR) return;
  tell(report, "last_day_without_wait", dayText(lastDay(situation.firstMissed + months)));
  tell(report, "last_day_needs_back_payment", needs);
}

// Whether nothing forbids paying back on resumption after so many months.
function payable(data, situation, months) {
  const { results } = permission(data, resumedIn(situation, situation.firstMissed + months, REPAID));
  return !results.every((one) => one.state === "closed" || agreed([one], "allowed") === "no");
}

// How many months may be missed without a wait, everything else the same; FAR where there seems to be no end.
function freeMonths(data, situation, changes) {
  for (let gap = 1; gap <= FAR; gap += 1) {
    const other = resumedIn(situation, situation.firstMissed + gap, changes);
    if (!isFree(data, other)) return gap - 1;
  }
  return FAR;
}

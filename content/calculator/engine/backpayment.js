// Whether the gap may be paid back, until when, by whom, and with which late fee (back-payment/permission, by the month of back-payment).
// The one rule: asked as if one paid back then, whatever the person has said; a time limit is the upper end of the row that matches.

import { agreed, ask } from "./asking.js";
import { dayText, firstDay, lastDay, monthOfDay } from "./months.js";
import { addCouldAsk, addStep, addUnknown, tell } from "./reporting.js";
import { resumedIn } from "./situation.js";
import { solid, walk, wordOf } from "./walking.js";

const ALLOWING = ["yes", "own-choice", "compulsory"];

/** Tell back_payment_allowed, back_payment, back_payment_payer, back_payment_until, back_payment_after (what holds from the next day), late_fee_daily_rate and late_fee_payer. */
export function addBackPayment(report, data, situation) {
  const asked = permission(data, situation);
  const { results, missing } = asked;
  if (results.every((one) => one.state === "unknown")) return results.forEach((one) => addUnknown(report, asked, one));
  addCouldAsk(report, missing);
  const way = results.every((one) => one.state === "closed") ? "not-possible" : agreed(results, "allowed");
  const limits = results.map((one) => untilOf(one, situation));
  const end = new Set(limits).size === 1 ? limits[0] : undefined;
  const after = end === undefined ? undefined : allowedAfter(data, situation, end);
  const until = ALLOWING.includes(after) ? undefined : end;
  results.filter((one) => one.then).forEach((one) => addPermission(report, asked, one, situation, until));
  tell(report, "back_payment", way);
  if (way !== undefined) tell(report, "back_payment_allowed", way !== "no" && way !== "not-possible");
  tell(report, "back_payment_payer", agreed(results, "payer"));
  if (until !== undefined) tell(report, "back_payment_until", dayText(until));
  if (until !== undefined) tell(report, "back_payment_after", after);
  return tellLateFee(report, asked, results, situation);
}

// A row's upper end is a limit only where paying back is not simply allowed after it too, by another row.
function allowedAfter(data, situation, end) {
  const later = permission(data, resumedIn(situation, monthOfDay(end) + 1, { repaid: undefined }));
  return agreed(later.results, "allowed");
}

/** What the book says of paying back in the month told, or in the month of resumption: what `ask` returns. */
export function permission(data, { insurance, resume, repaid = resume, facts }) {
  const place = { insurance, rule: "back-payment", part: "permission" };
  return ask(data, place, firstDay(repaid), { ...facts, back_paid: true });
}

/**
 * The late fee that goes with an answer of `permission`: {rate, payer, result}, `rate` a number a day, `result` the one that states it.
 * A local text that only says «late fee», or nothing of an employer's arrears, leaves the rate to the record above that binds (FIELDS §7).
 */
export function lateFee(asked, one) {
  const { late_fee_daily_rate: said, late_fee_payer: payer } = one.then || {};
  const left = wordOf(said) === "unstated" || (said === undefined && one.state === "answer" && one.given.gap_cause === "employer");
  if (!left) return { rate: rateOf(said), payer: solid(payer), result: one };
  const above = asked.chain.slice(asked.chain.findIndex((record) => record.id === one.record.id) + 1);
  const found = walk(above, one.given, asked.conditions);
  const rate = found.state === "answer" ? rateOf(found.then.late_fee_daily_rate) : undefined;
  if (rate === undefined) return { rate, payer: solid(payer), result: one };
  return { rate, payer: solid(payer) || solid(found.then.late_fee_payer), result: { ...found, given: one.given } };
}

function addPermission(report, asked, one, { resume, repaid = resume, gap, firstMissed }, until) {
  const said = { back_paid_month: repaid, lapse_months: gap, repaid_after_months: repaid - firstMissed };
  addStep(report, asked, one, "back-payment", until === undefined ? said : { ...said, back_payment_until: until });
}

// Months owed are counted from the first missed month (FIELDS §8.4): «0–3» can be paid back until the end of the fourth.
function untilOf({ record, row, then, state }, { firstMissed }) {
  if (state !== "answer" || row === "otherwise" || then.allowed === "no") return undefined;
  const { when } = record.rows[row];
  const ends = [when.lapse_months, when.repaid_after_months].filter((range) => range && range.high !== null).map((range) => range.high);
  return ends.length ? lastDay(firstMissed + Math.min(...ends)) : undefined;
}

function tellLateFee(report, asked, results, situation) {
  const fees = results.map((one) => lateFee(asked, one));
  const same = (name) => (new Set(fees.map((fee) => fee[name])).size === 1 ? fees[0][name] : undefined);
  tell(report, "late_fee_daily_rate", same("rate"));
  tell(report, "late_fee_payer", same("payer"));
  if (same("rate") === undefined) return;
  const above = fees.filter((fee) => !results.includes(fee.result)).map((fee) => fee.result);
  above.slice(0, 1).forEach((one) => addStep(report, asked, one, "late-fee", { lapse_months: situation.gap }));
}

function rateOf(said) {
  if (wordOf(said) === "none") return 0;
  return solid(said) === undefined ? undefined : Number(said);
}

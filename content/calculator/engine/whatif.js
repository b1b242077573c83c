// «What if»: the same person for gaps of one length after another, and where the answer changes.
// The one rule: only the month of resumption moves; a back-payment moves with it.

import { addBackPayment } from "./backpayment.js";
import { newResult, tell } from "./reporting.js";
import { addReset } from "./resetting.js";
import { readSituation, resumedIn } from "./situation.js";
import { addCosts } from "./stopping.js";
import { addWaiting } from "./waiting.js";

const COMPARED = ["waiting_months", "waiting_days", "waiting_benefit", "counts_from", "gap_costs", "back_payment", "years_reset"];

/**
 * The lapse answers for gaps of `from` … `to` months: [{lapse_months, resume, answered, outcome, missing, unknown, possible, changed}].
 * `resume` is a month; `changed` names what differs from the row before: the breakpoints are the rows where it is not empty. Wrong
 * inputs give no rows.
 */
export function gaps(data, raw, from, to) {
  const { situation } = readSituation(raw, data.index);
  const rows = [];
  for (let gap = from; situation && gap <= to; gap += 1) {
    const row = rowOf(data, resumedIn(situation, situation.firstMissed + gap, { repaid: undefined }));
    const before = rows[rows.length - 1];
    rows.push({ ...row, changed: before ? changes(before, row) : [] });
  }
  return rows;
}

function rowOf(data, situation) {
  const report = newResult("lapse");
  tell(report, "gap_months", situation.gap);
  report.answered = addWaiting(report, data, situation);
  addCosts(report, data, situation);
  addBackPayment(report, data, situation);
  addReset(report, data, situation);
  const { answered, outcome, missing, unknown, possible } = report;
  return { lapse_months: situation.gap, resume: situation.resume, answered, outcome, missing, unknown, possible };
}

function changes(before, row) {
  const differs = (name) => before.outcome[name] !== row.outcome[name];
  return [...(before.answered === row.answered ? [] : ["answered"]), ...COMPARED.filter(differs)];
}

// The question 断缴与恢复: a gap in an employee's or a flexible worker's contributions, from the last month paid to full benefits.
// The one rule: each part names its own day and its own record; what is not known stays out of the outcome.

import { addBackPayment } from "./backpayment.js";
import { addDeadline } from "./deadlines.js";
import { addReset } from "./resetting.js";
import { faulty, newResult, tell } from "./reporting.js";
import { readSituation } from "./situation.js";
import { addAccount, addCosts, addStop } from "./stopping.js";
import { addWaiting } from "./waiting.js";

/** Answer the question. `data` is {index, region} as published, `raw` texts by input name. Returns a result as reporting.js describes. */
export function lapse(data, raw) {
  const { situation, faults } = readSituation(raw, data.index);
  if (faults.length) return faulty("lapse", faults);
  const report = newResult("lapse");
  tell(report, "gap_months", situation.gap);
  if (situation.gap === 0) {
    report.warnings.push({ key: "no-gap", last_paid: situation.lastPaid, resume: situation.resume });
    return { ...report, answered: "yes" };
  }
  addStop(report, data, situation);
  report.answered = addWaiting(report, data, situation);
  addCosts(report, data, situation);
  addBackPayment(report, data, situation);
  addDeadline(report, data, situation);
  addReset(report, data, situation);
  addAccount(report, data, situation);
  return report;
}

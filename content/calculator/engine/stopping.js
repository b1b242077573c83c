// When benefits stop, and what a lapse does to years and account (lapse-effect/stop and personal-account/balance, by the first missed month).
// The one rule: these lines never decide whether the question is answered.

import { agreed, ask } from "./asking.js";
import { dayText, firstDay, lastDay } from "./months.js";
import { addStep, addUnknown, tell } from "./reporting.js";

const STOPS = {
  "first-missed-month": ({ lastPaid, firstMissed }) => ({ covered: lastDay(lastPaid), stops: firstDay(firstMissed) }),
  "month-after": ({ firstMissed }) => ({ covered: lastDay(firstMissed), stops: firstDay(firstMissed + 1) }),
};

/** Tell covered_until, stops_on and years_kept, and warn of what ends by itself. */
export function addStop(report, data, situation) {
  const asked = askOn(data, situation, "lapse-effect", "stop");
  const [result] = asked.results;
  if (result.state !== "answer") return addUnknown(report, asked, result);
  const days = (STOPS[agreed([result], "stops_from")] || (() => undefined))(situation);
  const said = { last_paid: situation.lastPaid, first_missed: situation.firstMissed, lapse_months: situation.gap };
  addStep(report, asked, result, "stop", days ? { ...said, covered_until: days.covered, stops_on: days.stops } : said);
  if (days) {
    tell(report, "covered_until", dayText(days.covered));
    tell(report, "stops_on", dayText(days.stops));
  } else if (agreed([result], "stops_from") === undefined) addUnknown(report, asked, { ...result, reason: "unstated" });
  tell(report, "years_kept", agreed([result], "years_kept"));
  return warn(report, result, situation);
}

/** Tell who bears the costs of the gap: the answering row's word, else the employer's who did not pay. */
export function addCosts(report, data, situation) {
  if (report.outcome.gap_costs === undefined && situation.facts.gap_cause === "employer") addArrears(report, data, situation);
  const { gap_costs: costs } = report.outcome;
  if (costs !== undefined) tell(report, "gap_covered", costs === "fund");
}

/** Tell what happens to the personal account. */
export function addAccount(report, data, situation) {
  const asked = askOn(data, situation, "personal-account", "balance");
  const [result] = asked.results;
  const account = agreed([result], "on_lapse");
  if (result.state === "answer") addStep(report, asked, result, "account", { first_missed: situation.firstMissed });
  if (account === undefined) addUnknown(report, asked, { ...result, reason: result.reason || "unstated" });
  tell(report, "account", account);
}

function addArrears(report, data, situation) {
  const asked = askOn(data, situation, "lapse-effect", "stop");
  const costs = agreed(asked.results, "arrears_costs");
  if (costs === undefined) return;
  addStep(report, asked, asked.results[0], "arrears", { lapse_months: situation.gap });
  tell(report, "gap_costs", costs);
}

function askOn(data, { insurance, firstMissed, facts }, rule, part) {
  return ask(data, { insurance, rule, part }, firstDay(firstMissed), facts);
}

function warn(report, result, { gap }) {
  const months = agreed([result], "auto_exit_after_months");
  if (months !== undefined && gap >= months) report.warnings.push({ key: "auto-exit", auto_exit_after_months: months, lapse_months: gap });
}

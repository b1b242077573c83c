// Whether the count of continuous years starts anew (continuous-years/reset, by the month payment resumes).
// The one rule: more months than the text allows, and not merged by paying back; where the text is silent, nothing is said.

import { agreed, ask } from "./asking.js";
import { firstDay } from "./months.js";
import { addCouldAsk, addStep, addUnknown, tell } from "./reporting.js";

/** Tell years_reset. */
export function addReset(report, data, situation) {
  const { insurance, resume, facts } = situation;
  const asked = ask(data, { insurance, rule: "continuous-years", part: "reset" }, firstDay(resume), facts);
  const [result] = asked.results;
  const most = agreed([result], "reset_after_months");
  if (result.state !== "answer") return addUnknown(report, asked, result);
  if (most === undefined) return addUnknown(report, asked, { ...result, reason: "unstated" });
  const missed = missedMonths(report, result, situation);
  addStep(report, asked, result, "reset", { lapse_months: missed, reset_after_months: most });
  const merged = missed > most ? mergedOf(report, agreed([result], "repaid_merges"), facts) : true;
  return tell(report, "years_reset", merged === undefined ? undefined : !merged);
}

// Counted over the insurance year where the text says so; the gap alone stands for it until the person has told the sum.
function missedMonths(report, result, { gap, facts }) {
  if (agreed([result], "measured") !== "insurance-year") return gap;
  if (facts.missed_in_year !== undefined) return facts.missed_in_year;
  report.warnings.push({ key: "missed-in-year-assumed", lapse_months: gap });
  addCouldAsk(report, ["missed_in_year"]);
  return gap;
}

// true and false, or undefined where the text is silent or the person has not said what decides.
function mergedOf(report, merges, { back_paid: back, gap_cause: cause }) {
  if (merges === "no" || back === false) return false;
  if (merges === undefined) return undefined;
  const open = [back === undefined && "back_paid", merges === "employer-only" && cause === undefined && "gap_cause"].filter(Boolean);
  if (merges === "employer-only" && cause === "person") return false;
  addCouldAsk(report, open);
  return open.length ? undefined : true;
}

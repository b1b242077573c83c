// A resident who missed years: the window, the wait, the first day of benefits, the price, and what repair would change.
// The one rule: every reading the records leave open is worked, and only where all agree is there one date.

import { ask } from "./asking.js";
import { readInputs } from "./inputs.js";
import { dayText, lastDay, monthOf, newYear, parseDay } from "./months.js";
import { addMissing, addStep, addUnknown, faulty, newResult, tell } from "./reporting.js";
import { spanOf } from "./residentspan.js";
import { lapsedYears, tellWait } from "./residentwait.js";
import { tellMoney } from "./residentmoney.js";
import { residentFaults } from "./residentfaults.js";
import { solid } from "./walking.js";
import { findWindows } from "./windows.js";

const WAITING = { insurance: "resident", rule: "lapse-penalty-resident", part: "waiting" };

/** Answer the question: raw strings by input name → the result of reporting.js. */
export function resident(data, raw) {
  const { values, faults } = readInputs("resident", raw, data.index);
  const all = [...faults, ...residentFaults(data, values)];
  if (all.length) return faulty("resident", all);
  const report = newResult("resident");
  const gap = lapsedYears(values.last_insured_year, values.enrol_year);
  const law = waitingLaw(data, values);
  const since = Number(solid(law.then && law.then.lapses_counted_since)) || undefined;
  const years = lapsedYears(values.last_insured_year, values.enrol_year, since);
  const repaired = values.repaired_years || 0;
  if (repaired > years) return faulty("resident", [{ field: "repaired_years", key: "more-than-lapsed", most: years }]);
  const found = findWindows(data, values, gap);
  const person = { ...values, gap, years, repaired };
  tell(report, "lapsed_years", years);
  if (years > 0 && law.then && isWordOnly(law.then.lapses_counted_since)) report.warnings.push({ key: "lapses-since-unstated", lapsed_years: years });
  tellWindow(report, found, person);
  tellBenefits(report, found, law, person);
  tellMoney(report, data, person, { found, law, spanFor: (count) => spanOf(found, law, { ...person, repaired: count }) });
  return report;
}

function isWordOnly(value) {
  return value !== undefined && solid(value) === undefined;
}

function waitingLaw(data, values) {
  const asked = ask(data, WAITING, newYear(values.enrol_year), {});
  const [found] = asked.results;
  const result = found.state === "closed" ? { ...found, reason: "not-possible" } : found;
  return { asked, result, then: result.state === "answer" ? result.then : undefined };
}

function tellWindow(report, found, person) {
  const { windows } = found;
  const [first] = windows;
  const agree = (key) => windows.length > 0 && windows.every((one) => one[key] === first[key]);
  const assumed = windows.some((one) => one.assumed);
  if (agree("slug") && !(first.assumed && !first.late)) tell(report, "window", first.slug);
  if (agree("late")) tell(report, "in_window", !first.late);
  if (windows.length) tell(report, "window_assumed", assumed);
  tell(report, "cover_ends", dayText(coverEnds(found, person)));
  if (assumed) report.warnings.push({ key: found.unclear ? "window-unclear" : "window-assumed", in_window: first.late === false });
  windows.filter((one) => one.result).forEach((one) => addStep(report, one.asked, one.result, "window", { paid_on: person.paid_on, enrol_year: person.enrol_year, in_window: !one.late }));
  if (assumed && !windows.some((one) => one.result)) noteNoNotice(report, found);
  addMissing(report, found.missing);
}

function noteNoNotice(report, { asked }) {
  const result = asked.results.find((one) => one.state === "unknown");
  if (result) addUnknown(report, asked, result);
}

/** The last day of the benefit year: as a notice states it, else 31 December. */
export function coverEnds(found, { enrol_year: year }) {
  const said = found.windows.map((one) => one.result && one.result.record.period).find((period) => period && period.benefit_to);
  const text = said && said.benefit_to;
  const day = text && (parseDay(text) || (text.length === 7 ? lastDay(monthOf(Number(text.slice(0, 4)), Number(text.slice(5)))) : undefined));
  return day || lastDay(monthOf(year, 12));
}

function tellBenefits(report, found, law, person) {
  const span = spanOf(found, law, person);
  if (span.exempt) report.warnings.push({ key: "exempt", group: person.exempt });
  else warnOfGroups(report, law, person, span);
  if (span.uses) noteWait(report, law, person, span);
  tellWaits(report.outcome, span);
  if (!span.known) return sayUnknown(report, found, law);
  if (span.waits.some((wait) => wait.total.months + wait.total.days > 0)) tell(report, "waiting_benefit", benefitOf(law.then));
  report.answered = tellSpan(report, span) ? "yes" : "partly";
  if (span.repairUnknown) report.warnings.push({ key: "repair-unknown", repaired_years: person.repaired });
  if (span.floorUnknown) report.warnings.push({ key: "floor-unknown", lapsed_years: person.years });
  if (report.answered === "partly") sayOpen(report, found, law, span);
  warnOfEnd(report, span, coverEnds(found, person));
}

function sayUnknown(report, found, law) {
  if (found.closed) addUnknown(report, found.asked, { ...found.closed, reason: "not-possible" }, true);
  else addUnknown(report, law.asked, law.then ? { reason: "unstated", record: law.result.record } : law.result, true);
}

// A range with nothing left to ask of the person comes from the text, so the authority has to be asked.
function sayOpen(report, found, law, span) {
  const silent = (result) => ({ reason: "unstated", record: result && result.record });
  const [window] = found.windows;
  if (span.openStart) report.warnings.push({ key: "counts-from-unstated" });
  if (span.uses && law.then) addUnknown(report, law.asked, silent(law.result), true);
  else if (window.result) addUnknown(report, window.asked, silent(window.result), true);
  if (found.unclear) addUnknown(report, found.asked, silent(found.asked.results[0]), true);
}

function noteWait(report, law, person, span) {
  if (law.then) addStep(report, law.asked, law.result, "wait", {
    lapsed_years: person.years, repaired_years: person.repaired, paid_on: person.paid_on, benefits_earliest: span.earliest, benefits_latest: span.latest,
  });
}

function warnOfGroups(report, law, person, span) {
  const groups = solid(law.then && law.then.exempt);
  if (!span.uses || !groups) return;
  if (person.exempt === undefined) report.warnings.push({ key: "not-exempt-assumed", groups });
  else if (person.exempt !== "none") report.warnings.push({ key: "exempt-not-listed", group: person.exempt, groups });
}

function benefitOf(then) {
  const said = solid(then && then.waiting_benefit);
  return said === undefined ? undefined : Number(said);
}

function tellWaits(outcome, span) {
  if (!span.known) {
    if (span.fixed) tellWait(outcome, "waiting_fixed", span.fixed);
    return;
  }
  const of = (part) => span.waits.map((wait) => wait[part]);
  const one = (list) => list.every((wait) => wait.months === list[0].months && wait.days === list[0].days);
  const unit = span.fixed && span.fixed.days ? "days" : "months";
  if (span.waited && one(of("fixed"))) tellWait(outcome, "waiting_fixed", span.fixed);
  if (span.waited && one(of("extra"))) tellWait(outcome, "waiting_variable", of("extra")[0], unit);
  if (one(of("total"))) tellWait(outcome, "waiting", of("total")[0], unit);
}

function tellSpan(report, { earliest, latest }) {
  if (earliest === latest) tell(report, "benefits_from", dayText(earliest));
  else {
    tell(report, "benefits_earliest", dayText(earliest));
    tell(report, "benefits_latest", dayText(latest));
  }
  return earliest === latest;
}

function warnOfEnd(report, span, ends) {
  if (span.earliest > ends) report.warnings.push({ key: "buys-nothing", benefits_from: span.earliest, cover_ends: ends });
  else if (span.latest > ends) report.warnings.push({ key: "may-buy-nothing", benefits_latest: span.latest, cover_ends: ends });
}

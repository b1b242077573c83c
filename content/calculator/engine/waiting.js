// When benefits resume after a lapse: the answering row, the wait and the first day of full benefits (FIELDS §8, 5–13).
// The one rule: where two rows are still possible nothing is chosen between them; both are told, and the range of their dates.

import { agreed, opened, stated } from "./asking.js";
import { dayText, firstDay } from "./months.js";
import { addCouldAsk, addMissing, addStep, addUnknown, tell } from "./reporting.js";
import { benefitsStart } from "./starting.js";
import { allRows, always, explore } from "./walking.js";

/**
 * Every answer that is still possible on the first of the month of resumption: {cases, results, missing}. A result has, beside what
 * `walk` says, `asked` (the cell it came from: waiting-period/resume, or transfer/switch for those who moved), `wait` and `start`.
 * `view(result)`: results with the same text are one case.
 */
export function resumptions(data, situation, view = keyOf) {
  return explore(solver(data, situation), situation.facts, view);
}

/** Whether there is no wait, whatever the person has not said. */
export function isFree(data, situation) {
  return always(solver(data, situation), situation.facts, ({ wait }) => wait !== undefined && wait.amount === 0);
}

function solver(data, situation) {
  const day = firstDay(situation.resume);
  const resume = opened(data, { insurance: situation.insurance, rule: "waiting-period", part: "resume" }, day);
  const change = opened(data, { insurance: situation.insurance, rule: "transfer", part: "switch" }, day);
  const rows = [...allRows(resume.chain), ...allRows(change.chain)];
  return (facts) => dated(routed(resume, change, facts, rows), facts, situation);
}

/** Tell the wait and the dates; says how far the core is answered: yes, partly, no. */
export function addWaiting(report, data, situation) {
  const { cases, results, missing } = resumptions(data, situation);
  const known = results.filter((one) => one.wait);
  if (cases.length > 1 && known.length) report.possible = cases.map(possibleOf);
  results.filter((one) => one.then).forEach((one) => addResumption(report, situation, one));
  addCouldAsk(report, resumptions(data, situation, costsOf).missing.filter((name) => !missing.includes(name)));
  tell(report, "gap_costs", agreed(results, "gap_costs"));
  if (!known.length) return addIgnorance(report, results, situation.facts);
  addMissing(report, missing);
  addMissing(report, known.filter((one) => one.start.needs).map((one) => one.start.needs));
  if (known.length < results.length) return "no";
  return tellDates(report, known, situation);
}

function routed(resume, change, facts, rows) {
  const first = hasMoved(facts) ? { ...change.solve(facts, rows), asked: change } : undefined;
  if (first && first.state !== "unknown") return first;
  return { ...resume.solve(facts, rows), asked: resume, before: first };
}

function dated(found, facts, situation) {
  const wait = found.state === "answer" ? stated(found.then, "waiting") : undefined;
  if (!wait) return found;
  const countsFrom = stated(found.then, "counts_from");
  return { ...found, wait, start: startFor(wait, countsFrom, facts.back_paid === true, situation) };
}

function startFor(wait, countsFrom, backPaid, { resume, repaid, paidOn, lastPaid, firstEnrolled }) {
  const when = { month: resume, paidOn, lastPaid, firstMonth: firstEnrolled };
  const start = benefitsStart(wait, countsFrom, when);
  if (!backPaid || repaid === undefined || repaid <= resume) return start;
  const later = benefitsStart(wait, countsFrom, { ...when, month: repaid, paidOn: undefined });
  return { ...start, from: undefined, latest: later.latest, late: start.latest < later.latest };
}

function keyOf({ wait, start, then }) {
  return wait ? JSON.stringify([wait, stated(then, "waiting_benefit"), start.earliest, start.latest]) : "unknown";
}

function costsOf(result) {
  return JSON.stringify([keyOf(result), result.then && stated(result.then, "gap_costs")]);
}

function hasMoved({ transferred, came_from: from, insurance }) {
  return transferred === true || (from !== undefined && from !== insurance);
}

function possibleOf({ given, results }) {
  const [one] = results;
  const place = { record: one.record && one.record.id, row: one.row, rule: one.asked.rule, part: one.asked.part };
  if (!one.wait) return { given, ...place, reason: reasonOf(one) };
  return {
    given,
    waiting: one.wait,
    waiting_benefit: agreed([one], "waiting_benefit"),
    counts_from: agreed([one], "counts_from"),
    benefits_earliest: dayText(one.start.earliest),
    benefits_latest: dayText(one.start.latest),
    ...place,
  };
}

function addResumption(report, situation, one) {
  const said = { lapse_months: situation.gap, first_missed: situation.firstMissed, resume: situation.resume };
  if (one.given.back_paid === true) said.repaid_after_months = one.given.repaid_after_months;
  if (one.start && one.start.from !== undefined) said.waiting_from = one.start.from;
  if (one.start) Object.assign(said, { benefits_earliest: one.start.earliest, benefits_latest: one.start.latest });
  addStep(report, one.asked, one, one.asked.part === "switch" ? "switch" : "waiting", said);
}

// A row may answer something (who bears the costs) and not the wait.
function addIgnorance(report, results, facts) {
  const add = (one) => addUnknown(report, { ...one.asked, bounds: one.asked.bounds(facts) }, { ...one, reason: reasonOf(one) }, true);
  results.filter((one) => one.before && hasMoved(facts)).slice(0, 1).forEach((one) => add(one.before));
  results.forEach(add);
  return "no";
}

function reasonOf({ state, reason }) {
  if (state === "closed") return "not-possible";
  return state === "answer" ? "unstated" : reason;
}

function tellDates(report, known, { repaid }) {
  const earliest = Math.min(...known.map((one) => one.start.earliest));
  const latest = Math.max(...known.map((one) => one.start.latest));
  const wait = agreed(known, "waiting");
  if (wait) tell(report, wait.unit === "days" ? "waiting_days" : "waiting_months", wait.unit === "years" ? wait.amount * 12 : wait.amount);
  tell(report, "counts_from", agreed(known, "counts_from"));
  const share = agreed(known, "waiting_benefit");
  if (wait && wait.amount > 0 && share !== undefined) tell(report, "waiting_benefit", Number(share));
  const starts = new Set(known.map((one) => one.start.from));
  const [from] = starts;
  if (wait && wait.amount > 0 && starts.size === 1 && from !== undefined) tell(report, "waiting_from", dayText(from));
  if (known.some((one) => one.start.late)) report.warnings.push({ key: "repaid-after-resumption", back_paid_month: repaid });
  if (earliest === latest) tell(report, "benefits_from", dayText(earliest));
  else tell(report, "benefits_earliest", dayText(earliest));
  if (earliest !== latest) tell(report, "benefits_latest", dayText(latest));
  return earliest === latest ? "yes" : "partly";
}

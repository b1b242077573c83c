import assert from "node:assert/strict";
import { test } from "node:test";
import { lapse } from "../../../content/calculator/engine/lapse.js";
import { parseDay, parseMonth } from "../../../content/calculator/engine/months.js";
import { book, cell, months, NOT_POSSIBLE, row, SET_BELOW, span, table, UNSTATED } from "./book.js";

const RESUME = "employee waiting-period/resume";
const SWITCH = "employee transfer/switch";
const L = { insurance: "employee", last_paid: "2031-01", resume: "2031-05" };
const free = { waiting: months(0), counts_from: "unbroken" };
const three = { waiting: months(3), counts_from: "payment-month", waiting_benefit: "0.5" };
const six = { waiting: months(6), counts_from: "payment-month", waiting_benefit: "0" };
const tale = (data, more) => lapse(data, { ...L, ...more });
// Only what the wait is about: the other parts of the book are empty here.
const CORE = ["waiting_months", "waiting_days", "waiting_benefit", "counts_from", "waiting_from", "benefits_from", "benefits_earliest", "benefits_latest", "gap_costs", "gap_covered"];
function core(result) {
  const outcome = CORE.filter((name) => name in result.outcome).reduce((all, name) => ({ ...all, [name]: result.outcome[name] }), {});
  return [result.answered, outcome, result.missing, result.could_ask];
}
const resuming = (rows, more) => book(cell(RESUME, [table(rows, more)]));

test("a row that fits gives the wait, its first day and the day of full benefits", () => {
  const result = tale(resuming([row({ lapse_months: span(0, 3), back_paid: true }, free), row({ lapse_months: span(3), back_paid: false }, three)]), { back_paid: "no" });
  assert.deepEqual(core(result), ["yes", {
    waiting_months: 3, waiting_benefit: 0.5, counts_from: "payment-month", waiting_from: "2031-05-01", benefits_from: "2031-08-01",
  }, [], []]);
  assert.equal(result.possible, undefined);
  assert.deepEqual(result.steps, [{
    key: "waiting", rule: "waiting-period", part: "resume", insurance: "employee", origin: "own", record: "here/waiting-period/resume/employee-1",
    row: 1, then: three, given: undefined, assumed_start: false,
    said: {
      lapse_months: 3, first_missed: parseMonth("2031-02"), resume: parseMonth("2031-05"), waiting_from: parseDay("2031-05-01"),
      benefits_earliest: parseDay("2031-08-01"), benefits_latest: parseDay("2031-08-01"),
    },
  }]);
});

test("no wait: no share and no first day of a wait are told", () => {
  const result = tale(resuming([row({}, { ...free, waiting_benefit: "0" })]), { back_paid: "yes" });
  assert.deepEqual(core(result), ["yes", { waiting_months: 0, counts_from: "unbroken", benefits_from: "2031-05-01" }, [], []]);
  assert.equal(result.steps[0].said.repaid_after_months, 3);
});

test("days stay days, years become months", () => {
  const days = tale(resuming([row({}, { waiting: months(90, "days"), counts_from: "payment-day", waiting_benefit: UNSTATED })]), { paid_on: "2031-05-20" });
  assert.deepEqual(core(days), ["yes", { waiting_days: 90, counts_from: "payment-day", waiting_from: "2031-05-20", benefits_from: "2031-08-18" }, [], []]);
  const year = tale(resuming([row({}, { waiting: months(1, "years"), counts_from: "payment-month" })]));
  assert.deepEqual(core(year), ["yes", { waiting_months: 12, counts_from: "payment-month", waiting_from: "2031-05-01", benefits_from: "2032-05-01" }, [], []]);
});

test("a start the text does not name is a range, and no input is asked for", () => {
  for (const counts of [{ counts_from: UNSTATED }, {}]) {
    const result = tale(resuming([row({}, { waiting: months(6), ...counts })]));
    assert.deepEqual(core(result), ["partly", { waiting_months: 6, benefits_earliest: "2031-11-01", benefits_latest: "2031-12-01" }, [], []]);
  }
});

test("a day of payment that was not told is a range, and is missing", () => {
  const result = tale(resuming([row({}, { waiting: months(0), counts_from: "payment-day" })]));
  assert.deepEqual(core(result), ["partly", { waiting_months: 0, counts_from: "payment-day", benefits_earliest: "2031-05-01", benefits_latest: "2031-05-31" }, ["paid_on"], []]);
});

test("the first month of an older wait is missing where it counts", () => {
  const data = resuming([row({ in_waiting: true }, { ...six, counts_from: "first-month" })], { otherwise: free });
  assert.deepEqual(core(tale(data, { in_waiting: "yes" })), ["partly", {
    waiting_months: 6, waiting_benefit: 0, counts_from: "first-month", benefits_earliest: "2031-05-01", benefits_latest: "2031-07-01",
  }, ["first_enrolled"], []]);
  assert.equal(tale(data, { in_waiting: "yes", first_enrolled: "2030-12" }).outcome.benefits_from, "2031-06-01");
});

test("several rows still possible: what decides is missing, and the range spans them all", () => {
  const result = tale(resuming([row({ gap_cause: ["employer"] }, free), row({ gap_cause: ["person"] }, six)]));
  assert.deepEqual(core(result), ["partly", { benefits_earliest: "2031-05-01", benefits_latest: "2031-11-01" }, ["gap_cause"], []]);
  const place = { record: "here/waiting-period/resume/employee-1", rule: "waiting-period", part: "resume" };
  assert.deepEqual(result.possible, [
    { given: { gap_cause: ["employer"] }, waiting: months(0), waiting_benefit: undefined, counts_from: "unbroken", benefits_earliest: "2031-05-01", benefits_latest: "2031-05-01", ...place, row: 0 },
    { given: { gap_cause: ["person"] }, waiting: months(6), waiting_benefit: "0", counts_from: "payment-month", benefits_earliest: "2031-11-01", benefits_latest: "2031-11-01", ...place, row: 1 },
  ]);
  assert.deepEqual(result.steps.map((step) => [step.row, step.given]), [[0, { gap_cause: ["employer"] }], [1, { gap_cause: ["person"] }]]);
});

test("where one possible answer is unknown, no range is told", () => {
  const result = tale(resuming([row({ gap_cause: ["person"] }, six)], { otherwise: UNSTATED }));
  assert.deepEqual(core(result), ["no", {}, ["gap_cause"], []]);
  assert.deepEqual(result.possible.map((one) => [one.given, one.reason, one.benefits_latest]), [
    [{ gap_cause: ["employer"] }, "unstated", undefined], [{ gap_cause: ["person"] }, undefined, "2031-11-01"],
  ]);
  assert.equal(result.unknown.some((one) => one.rule === "waiting-period"), false);
});

test("the same date with another share in the wait: the date is told, the share is asked for", () => {
  const result = tale(resuming([row({ insured_years_before: span(0, 1) }, six), row({ insured_years_before: span(2) }, { ...six, waiting_benefit: "0.5" })]));
  assert.deepEqual(core(result), ["yes", { waiting_months: 6, counts_from: "payment-month", waiting_from: "2031-05-01", benefits_from: "2031-11-01" }, ["insured_years_before"], []]);
  assert.deepEqual(result.possible.map((one) => [one.given, one.waiting_benefit]), [[{ insured_years_before: span(0, 1) }, "0"], [{ insured_years_before: span(2) }, "0.5"]]);
});

test("what only decides who bears the costs is not missing: it could be asked", () => {
  const data = resuming([row({ back_paid: true }, { ...six, gap_costs: "fund" }), row({ back_paid: false }, { ...six, gap_costs: "self" })]);
  assert.deepEqual(core(tale(data)), ["yes", { waiting_months: 6, waiting_benefit: 0, counts_from: "payment-month", waiting_from: "2031-05-01", benefits_from: "2031-11-01" }, [], ["back_paid"]]);
  assert.deepEqual([tale(data, { back_paid: "yes" }), tale(data, { back_paid: "no" })].map((one) => [one.outcome.gap_costs, one.outcome.gap_covered]), [["fund", true], ["self", false]]);
  assert.equal(tale(data).possible, undefined);
});

test("a row that tells the costs and not the wait leaves the question open", () => {
  for (const waiting of [{ waiting: UNSTATED }, {}]) {
    const result = tale(resuming([row({}, { ...waiting, gap_costs: "employer" })]));
    assert.deepEqual(core(result), ["no", { gap_costs: "employer", gap_covered: false }, ["waiting-period/resume"], []]);
    assert.deepEqual(result.unknown[1], {
      rule: "waiting-period", part: "resume", insurance: "employee", origin: "own", reason: "unstated", record: "here/waiting-period/resume/employee-1", bounds: [],
    });
    assert.deepEqual(result.steps.map((step) => step.key), ["waiting"]);
  }
});

test("what could be asked about the costs is named even where the wait is unknown", () => {
  const result = tale(resuming([row({ transferred: true }, { gap_costs: "fund" })], { otherwise: UNSTATED }));
  assert.deepEqual(core(result), ["no", {}, ["waiting-period/resume"], ["transferred"]]);
});

test("a closed way is told as such, with its record", () => {
  const result = tale(resuming([row({ back_paid: false }, NOT_POSSIBLE)]), { back_paid: "no" });
  assert.deepEqual(core(result), ["no", {}, ["waiting-period/resume"], []]);
  assert.deepEqual(result.unknown[1].reason, "not-possible");
  assert.deepEqual(result.steps.map((step) => [step.key, step.row, step.then]), [["waiting", 0, NOT_POSSIBLE]]);
});

test("nothing collected: the reason, the part, and nothing else", () => {
  const result = tale(book());
  assert.deepEqual([result.answered, result.outcome, result.missing, result.could_ask, result.steps, result.warnings], ["no", { gap_months: 3 }, ["waiting-period/resume"], [], [], []]);
  assert.deepEqual(result.unknown.map((one) => [`${one.rule}/${one.part}`, one.reason, one.record]), [
    ["lapse-effect/stop", "missing", undefined], ["waiting-period/resume", "missing", undefined], ["back-payment/permission", "missing", undefined],
    ["continuous-years/reset", "missing", undefined], ["personal-account/balance", "missing", undefined],
  ]);
});

test("who moved is answered by the rule for moving, where it answers", () => {
  const moving = table([row({ came_from: ["resident"] }, six), row({ transferred: true, came_from: ["flexible"] }, SET_BELOW)], { id: "s", otherwise: UNSTATED });
  const staying = table([row({}, free)], { id: "w" });
  const data = book(cell(RESUME, [staying]), cell(SWITCH, [moving]));
  const told = (more) => {
    const result = tale(data, more);
    return [result.answered, result.outcome.benefits_from, result.missing, result.steps.map((step) => [step.key, step.record])];
  };
  assert.deepEqual(told({}), ["yes", "2031-05-01", [], [["waiting", "w"]]]);
  assert.deepEqual(told({ transferred: "no" }), ["yes", "2031-05-01", [], [["waiting", "w"]]]);
  assert.deepEqual(told({ came_from: "employee" }), ["yes", "2031-05-01", [], [["waiting", "w"]]]);
  assert.deepEqual(told({ came_from: "resident" }), ["yes", "2031-11-01", [], [["switch", "s"]]]);
  assert.deepEqual(told({ transferred: "yes", came_from: "resident" }), ["yes", "2031-11-01", [], [["switch", "s"]]]);
  assert.deepEqual(told({ transferred: "yes", came_from: "flexible" }), ["yes", "2031-05-01", [], [["waiting", "w"]]]);
  assert.deepEqual(told({ came_from: "flexible" }), ["yes", "2031-05-01", [], [["waiting", "w"]]], "not known to have moved in benefit: the rule for staying");
  assert.deepEqual(told({ transferred: "yes" }).slice(0, 3), ["partly", undefined, ["came_from"]]);
});

test("neither rule answers who moved: both are named, with what they leave open", () => {
  const limit = { field: "waiting", bound: "at_most", value: months(6), when: { transferred: true } };
  const moving = table([row({ transferred: true }, SET_BELOW)], { id: "s", otherwise: UNSTATED, limits: [limit] });
  const data = book(cell(RESUME, [table([], { id: "w", otherwise: UNSTATED })]), cell(SWITCH, [moving]));
  const result = tale(data, { transferred: "yes" });
  assert.deepEqual(result.missing, ["transfer/switch", "waiting-period/resume"]);
  assert.deepEqual(result.unknown.slice(1, 3).map((one) => [one.rule, one.reason, one.record, one.bounds]), [
    ["transfer", "set-below", "s", [{ record: "s", limit }]], ["waiting-period", "unstated", "w", []],
  ]);
  assert.deepEqual(tale(data).missing, ["waiting-period/resume"]);
});

test("a table that asks where one came from leads movers to their own rule", () => {
  const staying = table([row({ came_from: ["employee"] }, three)], { id: "w", otherwise: UNSTATED });
  const data = book(cell(RESUME, [staying]), cell(SWITCH, [table([row({ came_from: ["flexible", "resident"] }, six)], { id: "s" })]));
  const result = tale(data);
  assert.deepEqual(core(result), ["partly", { counts_from: "payment-month", benefits_earliest: "2031-08-01", benefits_latest: "2031-11-01" }, ["came_from"], []]);
  assert.deepEqual(result.possible.map((one) => [one.given, one.rule, one.record]), [
    [{ came_from: ["employee"] }, "waiting-period", "w"], [{ came_from: ["flexible", "resident"] }, "transfer", "s"],
  ]);
});

test("paid back after payment resumed: both months are readings, and it is said", () => {
  const data = resuming([row({ back_paid: true }, three)]);
  const result = tale(data, { back_paid_month: "2031-07" });
  assert.deepEqual(core(result), ["partly", { waiting_months: 3, waiting_benefit: 0.5, counts_from: "payment-month", benefits_earliest: "2031-08-01", benefits_latest: "2031-10-01" }, [], []]);
  assert.deepEqual(result.warnings, [{ key: "repaid-after-resumption", back_paid_month: parseMonth("2031-07") }]);
  for (const month of ["2031-05", "2031-04"]) assert.equal(tale(data, { back_paid_month: month }).outcome.benefits_from, "2031-08-01");
});

test("a later back-payment that moves no day is no range", () => {
  const data = resuming([row({ back_paid: true }, { waiting: months(0), counts_from: "year-start" })]);
  const result = tale(data, { back_paid_month: "2031-07" });
  assert.deepEqual([result.outcome.benefits_from, result.warnings], ["2031-01-01", []]);
});

test("the record is the one in force when payment resumes, and says so where nobody knows since when", () => {
  const own = table([row({}, free)], { region: "up", period: { effective_from: "unknown", seen_on: "2031-05-02" } });
  const seen = (period) => tale(book(cell(RESUME, [{ ...own, period }]))).steps.map((step) => [step.origin, step.assumed_start]);
  assert.deepEqual(seen({ effective_from: "unknown", seen_on: "2031-05-02" }), [["inherited", true]]);
  assert.deepEqual(seen({ effective_from: "unknown", seen_on: "2031-05-01" }), [["inherited", false]]);
  assert.deepEqual(seen({ effective_from: "unknown" }), [["inherited", true]]);
  assert.deepEqual(seen({ effective_from: "2031-01-01" }), [["inherited", false]]);
  assert.deepEqual(seen(undefined), [["inherited", false]]);
});

test("no gap: only that is said", () => {
  const result = tale(book(), { resume: "2031-02" });
  assert.deepEqual([result.answered, result.outcome, result.missing, result.unknown], ["yes", { gap_months: 0 }, [], []]);
  assert.deepEqual(result.warnings, [{ key: "no-gap", last_paid: parseMonth("2031-01"), resume: parseMonth("2031-02") }]);
});

test("wrong inputs give their faults and no answer", () => {
  const result = tale(book(), { resume: "2031-01" });
  assert.deepEqual([result.question, result.answered, result.outcome, result.faults], ["lapse", "no", {}, [{ field: "resume", key: "not-after-last-paid" }]]);
});

import assert from "node:assert/strict";
import { test } from "node:test";

import { cost } from "../../../content/calculator/engine/cost.js";
import { monthOf, newYear, parseDay } from "../../../content/calculator/engine/months.js";
import { NOT_POSSIBLE, UNSTATED, book, cell, periods, row, span, table, values } from "./book.js";

const PATHS = { rates: "contribution/rates", amounts: "contribution/amounts", permission: "back-payment/permission" };
const RATES = values({ employer_rate: "0.08", employee_rate: "0.02" });
const LAW = table([row({ gap_cause: ["employer"] }, { allowed: "compulsory", late_fee_daily_rate: "0.0005", late_fee_payer: "employer" })], { otherwise: UNSTATED });
const bookOf = (parts, insurance) => {
  const data = book(...Object.keys(parts).map((name) => cell(`${insurance} ${PATHS[name]}`, [].concat(parts[name]))));
  return { ...data, index: { ...data.index, as_of: "2032-05-20" } };
};
const employee = (parts, more = {}) => cost(bookOf(parts, "employee"), { insurance: "employee", base: "5000", months: "3", first_month: "2031-01", gap_cause: "person", ...more });
const flexible = (parts, more = {}) => cost(bookOf(parts, "flexible"), { insurance: "flexible", base: "5000", months: "3", first_month: "2031-01", ...more });
const keys = (report) => report.warnings.map((one) => one.key);
const LATE = { gap_cause: "employer", first_month: "2031-01", paid_on: "2031-03-31", due_day: "15" };

test("Contributions go by payer, month by month, in a table one can check", () => {
  const report = employee({ rates: RATES, amounts: values({ base_floor_cny: "4000", base_ceiling_cny: "20000" }) });
  assert.deepEqual(report.outcome, {
    months: 3, base_cny: 5000, employer_cny: 1200, person_cny: 300, total_cny: 1500,
    rows: [
      { key: "employer_rate", payer: "employer", base_cny: 5000, rate: 0.08, months: 3, monthly_cny: 400, amount_cny: 1200 },
      { key: "employee_rate", payer: "person", base_cny: 5000, rate: 0.02, months: 3, monthly_cny: 100, amount_cny: 300 },
    ],
  });
  assert.deepEqual([report.answered, report.missing, report.could_ask, report.warnings, report.unknown], ["yes", [], [], [], []]);
  assert.deepEqual(report.steps.map((step) => [step.key, step.said]), [["base", { base: 5000, base_cny: 5000 }], ["rates", { employer_rate: 0.08, employee_rate: 0.02 }]]);
});

test("Each month is rounded to the fen before it is multiplied", () => {
  const { outcome } = employee({ rates: values({ employer_rate: "0.095", employee_rate: "0.02" }) }, { base: "8000.55", months: "2" });
  assert.deepEqual([outcome.employer_cny, outcome.person_cny, outcome.total_cny], [1520.1, 320.02, 1840.12]);
});

test("The base is raised to the floor and lowered to the ceiling", () => {
  const amounts = values({ base_floor_cny: "4393.2", base_ceiling_cny: "20000" });
  const read = (base) => { const report = employee({ rates: RATES, amounts }, { base }); return [report.outcome.base_cny, report.warnings]; };
  assert.deepEqual(read("4393.19"), [4393.2, [{ key: "base-raised", base: 4393.19, base_cny: 4393.2 }]]);
  assert.deepEqual([read("4393.2"), read("20000")], [[4393.2, []], [20000, []]]);
  assert.deepEqual(read("20000.01"), [20000, [{ key: "base-lowered", base: 20000.01, base_cny: 20000 }]]);
  assert.deepEqual(keys(employee({ rates: RATES, amounts: values({ base_floor_cny: "4000" }) })), []);
  assert.deepEqual(employee({ rates: RATES, amounts: values({ base_ceiling_cny: UNSTATED, average_wage_cny_month: "9000" }) }).warnings, [{ key: "base-unchecked", base_cny: 5000 }]);
});

test("Without bounds on record the base stands as told, with a warning", () => {
  const report = employee({ rates: RATES });
  assert.deepEqual([report.answered, report.outcome.total_cny, report.warnings, report.unknown.map((one) => one.part)], ["yes", 1500, [{ key: "base-unchecked", base_cny: 5000 }], ["amounts"]]);
});

test("Rates the book does not have are asked for, and what is known is told", () => {
  const none = employee({});
  assert.deepEqual([none.answered, none.missing, none.outcome], ["no", ["employer_rate", "employee_rate"], { months: 3, rows: [] }]);
  assert.deepEqual(none.unknown.map((one) => [one.part, one.reason]), [["amounts", "missing"], ["rates", "missing"]]);
  const half = employee({ rates: values({ employer_rate: "0.08", employee_rate: UNSTATED }) });
  assert.deepEqual([half.answered, half.missing, half.outcome.employer_cny, half.outcome.person_cny, half.outcome.total_cny], ["partly", ["employee_rate"], 1200, undefined, undefined]);
  assert.deepEqual(flexible({}).missing, ["flexible_rate"]);
});

test("A rate of one's own goes before the record's", () => {
  const report = employee({ rates: RATES }, { employee_rate: "1%", employer_rate: "0.1" });
  assert.deepEqual([report.outcome.person_cny, report.outcome.employer_cny, report.steps], [150, 1500, []]);
  assert.deepEqual(report.warnings, [{ key: "base-unchecked", base_cny: 5000 }, { key: "own-rate", name: "employer_rate", rate: 0.1 }, { key: "own-rate", name: "employee_rate", rate: 0.01 }]);
  const mixed = employee({ rates: RATES }, { employee_rate: "1%" });
  assert.deepEqual([mixed.outcome.total_cny, mixed.steps.length], [1350, 1]);
  assert.equal(employee({}, { employee_rate: "1%", employer_rate: "0.1" }).answered, "yes");
  assert.deepEqual(employee({}, { employee_rate: "1%", employer_rate: "0.1" }).unknown.map((one) => one.part), ["amounts"]);
});

test("Fixed amounts beside the rates are the person's; a share kept apart is in no sum", () => {
  const report = employee({ rates: values({ employer_rate: "0.08", employee_rate: "0.02", employee_fixed_cny_month: "5" }) });
  assert.deepEqual([report.outcome.person_cny, report.outcome.total_cny, report.outcome.rows[2]], [315, 1515, { key: "employee_fixed_cny_month", payer: "person", base_cny: undefined, rate: undefined, months: 3, monthly_cny: 5, amount_cny: 15 }]);
  const own = employee({ rates: values({ employer_rate: "0.08", employee_rate: "0.02", employee_fixed_cny_month: "5" }) }, { employee_rate: "2%", employer_rate: "8%" });
  assert.deepEqual([own.outcome.total_cny, own.steps.length], [1515, 1]);
  assert.deepEqual(employee({ rates: values({ employee_fixed_cny_month: "5" }) }).outcome.rows, []);
  const apart = employee({ rates: values({ employer_rate: "0.08", employee_rate: "0.02", supplement_rate: "0.015" }) });
  assert.deepEqual([apart.answered, apart.outcome.total_cny, apart.warnings[1]], ["partly", 1500, { key: "supplement-apart", rate: 0.015 }]);
});

test("Rates by plan are chosen by the plan, which is asked for where they differ", () => {
  const rates = table([row({ plan: "low" }, { flexible_rate: "0.06" }), row({ plan: "high" }, { flexible_rate: "0.1" })]);
  assert.equal(flexible({ rates }, { plan: "high" }).outcome.total_cny, 1500);
  const open = flexible({ rates });
  assert.deepEqual([open.answered, open.missing, open.could_ask], ["no", ["plan"], ["flexible_rate"]]);
  assert.equal(flexible({ rates }, { flexible_rate: "7%" }).outcome.total_cny, 1050);
  assert.deepEqual(flexible({ rates }, { plan: "martian" }).faults[0].key, "not-choice");
});

test("An amount the record sets by the month is the amount", () => {
  const amounts = values({ base_cny: "5182", monthly_cny: "466.38", supplement_cny_month: "8", yearly_cny: "5692.56" });
  const report = flexible({ amounts, rates: values({ flexible_rate: "0.09" }) });
  assert.deepEqual([report.answered, report.outcome.total_cny, report.outcome.base_cny, report.warnings], ["yes", 1423.14, undefined, [{ key: "monthly-fixed", base: 5000, monthly_cny: 466.38 }]]);
  assert.deepEqual(report.steps.map((step) => [step.key, step.said]), [["base", { monthly_cny: 466.38 }]]);
  assert.equal(flexible({ amounts: values({ monthly_cny: "400" }) }).outcome.total_cny, 1200);
  const own = flexible({ amounts }, { flexible_rate: "10%" });
  assert.deepEqual([own.outcome.base_cny, own.outcome.total_cny, keys(own)], [5182, 1578.6, ["yearly-fixed", "base-set", "own-rate"]]);
});

test("A base the record sets for people who pay for themselves is the base; employees keep their own", () => {
  const rates = values({ flexible_rate: "0.1" });
  const amounts = values({ base_cny: "6117" });
  assert.deepEqual([flexible({ rates, amounts }).outcome.base_cny, flexible({ rates, amounts }).warnings], [6117, [{ key: "base-set", base: 5000, base_cny: 6117 }]]);
  assert.deepEqual(flexible({ rates, amounts }, { base: "6117" }).warnings, []);
  assert.equal(flexible({ rates, amounts: values({ base_floor_cny: "6000" }) }).outcome.base_cny, 6000);
  assert.equal(employee({ rates: RATES, amounts }).outcome.base_cny, 5000);
  const plans = table([row({ plan: "low" }, { base_cny: "6000" }), row({ plan: "high" }, { base_cny: "7000" })]);
  const open = flexible({ rates, amounts: plans });
  assert.deepEqual([open.answered, open.missing, open.outcome.base_cny], ["partly", ["plan"], 5000]);
});

test("Rates and bases are those of the first month; a later change makes the sum a part", () => {
  const amounts = (first, second) => periods(`employee ${PATHS.amounts}`, [
    { origin: "own", chain: [values({ base_floor_cny: first })], last_day: "2031-02-28" },
    { origin: "own", chain: [values({ base_floor_cny: second })], first_day: "2031-03-01" },
  ]);
  const read = (second, more) => {
    const data = book(cell(`employee ${PATHS.rates}`, [RATES]), amounts("4000", second));
    return cost({ ...data, index: { ...data.index, as_of: "2031-01-01" } }, { insurance: "employee", base: "5000", months: "3", first_month: "2031-01", gap_cause: "person", ...more });
  };
  assert.deepEqual([read("5100").answered, read("5100").warnings, read("5100").outcome.total_cny], ["partly", [{ key: "law-changes", month: monthOf(2031, 3) }], 1500]);
  assert.deepEqual([read("4500").answered, read("5100", { months: "2" }).answered], ["yes", "yes"]);
  assert.deepEqual(read("5100", { first_month: "", paid_on: "2031-03-10" }).outcome.base_cny, 5100);
  const today = read("5100", { first_month: "" });
  assert.deepEqual([today.warnings[0], today.could_ask, today.outcome.base_cny], [{ key: "law-of-today", day: newYear(2031) }, ["first_month"], 5000]);
});

test("The late fee runs from the day after each month was due to the day of payment", () => {
  const report = employee({ rates: RATES, permission: LAW }, LATE);
  assert.deepEqual([report.outcome.late_fee_cny, report.outcome.late_days, report.outcome.late_fee_daily_rate, report.outcome.late_fee_payer, report.outcome.total_cny], [33.75, 75, 0.0005, "employer", 1533.75]);
  assert.deepEqual(report.outcome.rows[2], { key: "late-fee", payer: "employer", rate: 0.0005, months: 3, days: 75, amount_cny: 33.75 });
  assert.deepEqual([report.answered, report.steps[1].said], ["yes", { late_days: 75, late_fee_cny: 33.75, paid_on: parseDay("2031-03-31") }]);
});

test("In a month without the day, the last day is the due day; paid in time costs nothing", () => {
  const read = (more) => employee({ rates: RATES, permission: LAW }, { ...LATE, months: "1", ...more }).outcome;
  assert.deepEqual([read({ first_month: "2031-02", due_day: "31" }).late_days, read({ first_month: "2031-02", due_day: "28" }).late_days, read({ first_month: "2031-02", due_day: "27" }).late_days], [31, 31, 32]);
  const timely = read({ paid_on: "2031-01-15" });
  assert.deepEqual([timely.late_days, timely.late_fee_cny, timely.rows.length, timely.total_cny], [0, 0, 2, 500]);
  assert.equal(read({ paid_on: "2031-01-16" }).late_fee_cny, 0.25);
});

test("Days of delay told as such count for all contributions", () => {
  const { outcome } = employee({ rates: RATES, permission: LAW }, { gap_cause: "employer", late_days: "10" });
  assert.deepEqual([outcome.late_fee_cny, outcome.late_days, outcome.total_cny], [7.5, 10, 1507.5]);
});

test("A fee that cannot be counted yet says what it needs, and the total stands without it", () => {
  const report = employee({ rates: RATES, permission: LAW }, { gap_cause: "employer" });
  assert.deepEqual([report.answered, report.missing, report.outcome.total_cny, report.outcome.late_fee_daily_rate], ["partly", ["paid_on", "due_day"], 1500, 0.0005]);
  assert.deepEqual(report.warnings[1], { key: "late-fee-needs", needs: ["paid_on", "due_day"] });
  const rateless = employee({ permission: LAW }, LATE);
  assert.deepEqual(["late_fee_cny" in rateless.outcome, rateless.outcome.late_fee_daily_rate], [false, 0.0005]);
});

test("Without the cause an employee's fee is open; a person's own gap bears none", () => {
  const open = employee({ rates: RATES, permission: LAW }, { ...LATE, gap_cause: "" });
  assert.deepEqual([open.answered, open.missing, open.outcome.total_cny, keys(open)], ["partly", ["gap_cause"], 1500, ["base-unchecked", "late-fee-depends"]]);
  assert.equal(employee({ rates: RATES, permission: LAW }, { ...LATE, gap_cause: "person" }).outcome.late_fee_cny, undefined);
  assert.equal(flexible({ rates: values({ flexible_rate: "0.1" }), permission: LAW }, { paid_on: "2031-03-31", due_day: "15" }).answered, "yes");
});

test("A text that only speaks of a fee leaves the rate to the record above that binds", () => {
  const local = table([row({ gap_cause: ["employer"] }, { allowed: "yes", late_fee_daily_rate: UNSTATED, late_fee_payer: "employer" })]);
  assert.equal(employee({ rates: RATES, permission: [local, LAW] }, LATE).outcome.late_fee_cny, 33.75);
  const alone = employee({ rates: RATES, permission: [local] }, LATE);
  assert.deepEqual([alone.answered, keys(alone), alone.outcome.late_fee_payer, alone.outcome.total_cny], ["partly", ["base-unchecked", "late-fee-unstated"], "employer", 1500]);
  const free = values({ allowed: "yes", late_fee_daily_rate: { word: "none" } });
  const none = flexible({ rates: values({ flexible_rate: "0.1" }), permission: free });
  assert.deepEqual([none.answered, none.outcome.late_fee_cny, none.outcome.late_fee_daily_rate, none.outcome.rows.length], ["yes", 0, 0, 1]);
});

test("Paying back that is not allowed is said", () => {
  const rates = values({ flexible_rate: "0.1" });
  assert.deepEqual(keys(flexible({ rates, permission: values({ allowed: "no" }) })), ["base-unchecked", "not-allowed"]);
  assert.deepEqual(keys(flexible({ rates, permission: values(NOT_POSSIBLE) })), ["base-unchecked", "not-allowed"]);
  const month = table([row({ repaid_after_months: { low: 0, high: 2 } }, { allowed: "yes" }), row({ repaid_after_months: { low: 3, high: null } }, { allowed: "no" })]);
  assert.deepEqual([keys(flexible({ rates, permission: month }, { paid_on: "2031-04-01" })), keys(flexible({ rates, permission: month }, { paid_on: "2031-03-31" })), keys(flexible({ rates, permission: month }))], [["base-unchecked", "not-allowed"], ["base-unchecked"], ["base-unchecked"]]);
});

test("A payment before the first month is a fault", () => {
  assert.deepEqual(employee({ rates: RATES }, { paid_on: "2030-12-31" }).faults, [{ field: "paid_on", key: "before-first-month" }]);
  assert.deepEqual(employee({ rates: RATES }, { paid_on: "2031-01-01" }).faults, []);
  assert.deepEqual(employee({ rates: RATES }, { base: "0" }).faults.map((one) => one.field), ["base"]);
});

test("Whoever names neither a cause nor a day is told the contributions, and that a fee may come", () => {
  const plain = employee({ rates: RATES, permission: LAW }, { gap_cause: "" });
  assert.deepEqual([plain.answered, plain.outcome.total_cny, plain.outcome.late_fee_cny, plain.missing, plain.could_ask], ["yes", 1500, undefined, [], ["gap_cause"]]);
  assert.deepEqual(plain.warnings.filter((one) => one.key === "late-fee-depends"), [{ key: "late-fee-depends", on: ["gap_cause"] }]);
  const late = employee({ rates: RATES, permission: LAW }, { gap_cause: "", late_days: "10" });
  assert.deepEqual([late.answered, late.missing], ["partly", ["gap_cause"]]);
  const dated = employee({ rates: RATES, permission: LAW }, { gap_cause: "", paid_on: "2031-04-20" });
  assert.deepEqual([dated.answered, dated.missing], ["partly", ["gap_cause"]]);
});

test("An amount on record needs no base; a rate does", () => {
  const fixed = flexible({ amounts: values({ monthly_cny: "500.50" }) }, { base: "" });
  assert.deepEqual([fixed.answered, fixed.outcome.total_cny, keys(fixed)], ["yes", 1501.5, []]);
  const rated = flexible({ rates: values({ flexible_rate: "0.08" }) }, { base: "" });
  assert.deepEqual([rated.answered, rated.missing, rated.outcome], ["no", ["base"], { months: 3, rows: [] }]);
  const set = flexible({ rates: values({ flexible_rate: "0.08" }), amounts: values({ base_cny: "5000" }) }, { base: "" });
  assert.deepEqual([set.answered, set.outcome.total_cny, keys(set)], ["yes", 1200, []]);
});

test("The fee is asked of the law of the month paid", () => {
  const law = periods("employee back-payment/permission", [{ origin: "own", chain: [LAW], first_day: "2031-03-01" }]);
  const data = book(cell("employee contribution/rates", [RATES]), law);
  const paid = (day) => cost({ ...data, index: { ...data.index, as_of: "2032-05-20" } }, { insurance: "employee", base: "5000", months: "1", ...LATE, paid_on: day }).outcome.late_fee_cny;
  assert.deepEqual([paid("2031-02-28"), paid("2031-03-01")], [undefined, 11.25]); // 500 × 0.0005 × 45 days
});

test("A fee by months owed counts from the first month to the one paid in", () => {
  const rates = table([
    row({ gap_cause: ["employer"], repaid_after_months: span(0, 2) }, { allowed: "yes", late_fee_daily_rate: "0.0005" }),
    row({ gap_cause: ["employer"], repaid_after_months: span(3) }, { allowed: "yes", late_fee_daily_rate: "0.001" }),
  ]);
  const asked = (more) => employee({ rates: RATES, permission: rates }, { gap_cause: "employer", months: "1", due_day: "15", ...more });
  assert.deepEqual([asked({ paid_on: "2031-03-31" }).outcome.late_fee_daily_rate, asked({ paid_on: "2031-04-01" }).outcome.late_fee_daily_rate], [0.0005, 0.001]);
  const undated = asked({ late_days: "9" });
  assert.deepEqual([undated.answered, undated.outcome.late_fee_cny, keys(undated)], ["partly", undefined, ["base-unchecked", "late-fee-depends"]]);
  const unplaced = asked({ first_month: "", paid_on: "2031-04-01" });
  assert.deepEqual([unplaced.answered, unplaced.outcome.late_fee_cny], ["partly", undefined]);
});

test("Nobody but the person pays late for a flexible worker", () => {
  const law = table([row({ gap_cause: ["person"] }, { allowed: "yes", late_fee_daily_rate: "0.0002", late_fee_payer: "person" })]);
  const report = flexible({ rates: values({ flexible_rate: "0.1" }), permission: law }, { late_days: "10" });
  assert.deepEqual([report.answered, report.outcome.late_fee_cny, report.outcome.late_fee_payer], ["yes", 3, "person"]);
});

test("One rate with paying back allowed and refused is not one answer", () => {
  const fee = { late_fee_daily_rate: "0.0005", late_fee_payer: "employer" };
  const split = (then) => table([row({ gap_cause: ["employer"], transferred: true }, { ...fee, allowed: "yes" }), row({ gap_cause: ["employer"], transferred: false }, then)]);
  const asked = (then) => employee({ rates: RATES, permission: split(then) }, { gap_cause: "employer", late_days: "10" });
  const missing = (then) => { const report = asked(then); return [report.answered, report.missing, report.outcome.late_fee_cny]; };
  assert.deepEqual(missing({ ...fee, allowed: "own-choice" }), ["yes", [], 7.5]);
  assert.deepEqual(missing({ ...fee, allowed: "no" }), ["partly", ["transferred"], undefined]);
  assert.deepEqual(missing(NOT_POSSIBLE), ["partly", ["transferred"], undefined]);
  assert.deepEqual(missing({ late_fee_payer: "employer", allowed: "yes" }), ["partly", ["transferred"], undefined]);
});

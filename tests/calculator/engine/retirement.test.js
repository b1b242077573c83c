import assert from "node:assert/strict";
import { test } from "node:test";

import { monthOf } from "../../../content/calculator/engine/months.js";
import { retirement } from "../../../content/calculator/engine/retirement.js";
import { NOT_POSSIBLE, SET_BELOW, UNSTATED, book, cell, periods, row, span, table, values } from "./book.js";

const PATH = "retirement-years";
const TOTAL = values({ male_years: "30", female_years: "25", deemed_counts: true });
const ACTUAL = values({ actual_years: "10", actual_scope: "local" });
const WAYS = values({ ways: ["lump-sum"], base: "上年度平均工资", base_ratio: "0.6", rate: "0.08", extension_years: "5", deemed_until: "2003-12-31" });
const data = (parts, insurance = "employee") => book(...Object.keys(parts).map((part) => cell(`${insurance} ${PATH}/${part}`, [].concat(parts[part]))));
const asked = (parts, more = {}) => retirement(data(parts), { insurance: "employee", sex: "male", retire: "2030-05", ...more });

test("The years required go by sex, with what the region lets one do", () => {
  const report = asked({ total: TOTAL, actual: ACTUAL, shortfall: WAYS });
  assert.deepEqual(report.outcome, {
    required_years: 30, deemed_counts: true, required_actual_years: 10, actual_scope: "local",
    ways: ["lump-sum"], base: "上年度平均工资", base_ratio: 0.6, rate: 0.08, extension_years: 5, deemed_until: "2003-12-31",
  });
  assert.deepEqual([report.answered, report.missing, report.could_ask, report.unknown, report.warnings], ["yes", [], ["years_total", "years_local"], [], []]);
  assert.deepEqual(report.steps.map((step) => [step.key, step.said.retire]), ["total", "actual", "shortfall"].map((key) => [key, monthOf(2030, 5)]));
  assert.equal(asked({ total: TOTAL }, { sex: "female" }).outcome.required_years, 25);
});

test("Each kind of years has its own shortfall", () => {
  const { outcome, steps } = asked({ total: TOTAL, actual: ACTUAL }, { years_total: "22.5", years_actual: "12", years_local: "4" });
  assert.deepEqual([outcome.shortfall_years, outcome.shortfall_actual_years, outcome.satisfied], [7.5, 6, false]);
  assert.deepEqual([steps[0].said.shortfall_years, steps[1].said.shortfall_actual_years], [7.5, 6]);
  const enough = asked({ total: TOTAL, actual: ACTUAL }, { years_total: "30", years_local: "10" }).outcome;
  assert.deepEqual([enough.shortfall_years, enough.shortfall_actual_years, enough.satisfied], [0, 0, true]);
});

test("The scope says which years count", () => {
  const short = (scope, more) => asked({ total: TOTAL, actual: values({ actual_years: "10", actual_scope: scope }) }, more);
  const years = { years_actual: "9", years_province: "8", years_local: "7" };
  assert.deepEqual(["anywhere", "province", "local"].map((scope) => short(scope, years).outcome.shortfall_actual_years), [1, 2, 3]);
  assert.deepEqual(short("province").could_ask, ["years_total", "years_province"]);
});

test("A scope that is not stated is said only where both readings agree", () => {
  const actual = values({ actual_years: "10", actual_scope: UNSTATED });
  const read = (more) => asked({ total: TOTAL, actual }, { years_total: "30", ...more });
  assert.deepEqual([read({ years_local: "10" }).outcome.shortfall_actual_years, read({ years_local: "10" }).outcome.satisfied], [0, true]);
  const open = read({ years_actual: "12", years_local: "4" });
  assert.deepEqual([open.outcome.shortfall_actual_years, open.outcome.satisfied, open.warnings], [undefined, undefined, [{ key: "scope-unstated", required_actual_years: 10 }]]);
  assert.deepEqual([read({ years_actual: "6", years_local: "6" }).outcome.shortfall_actual_years, read({ years_actual: "6" }).outcome.satisfied], [4, false]);
  assert.deepEqual([read().could_ask, read().warnings], [["years_actual", "years_local"], []]);
});

test("Enough in all says nothing of actual years nobody recorded", () => {
  const report = asked({ total: TOTAL }, { years_total: "30" });
  assert.deepEqual([report.answered, report.outcome.shortfall_years, "satisfied" in report.outcome], ["yes", 0, false]);
  assert.deepEqual(report.unknown.map((one) => [one.part, one.reason]), [["actual", "missing"], ["shortfall", "missing"]]);
  assert.deepEqual([asked({ total: TOTAL }, { years_total: "29.5" }).outcome.satisfied, asked({ total: TOTAL, actual: ACTUAL }, { years_local: "10" }).outcome.satisfied], [false, undefined]);
});

test("Continuous years may stand for the years in all", () => {
  const total = values({ male_years: "20", female_years: "20", or_continuous_years: "15" });
  const read = (more) => asked({ total }, more);
  const enough = read({ years_total: "16", years_continuous: "15" });
  assert.deepEqual(enough.outcome, { required_years: 20, or_continuous_years: 15, shortfall_years: 4, satisfied: true });
  assert.deepEqual([read({ years_total: "16", years_continuous: "14.5" }).outcome.satisfied, read({ years_total: "16" }).outcome.satisfied], [false, undefined]);
  assert.deepEqual(read({ years_total: "16" }).could_ask, ["years_continuous"]);
});

test("An unbroken record that suffices leaves a shortfall open", () => {
  const total = values({ male_years: "20", female_years: "20", unbroken_is_enough: true });
  assert.deepEqual(asked({ total }, { years_total: "16" }).outcome, { required_years: 20, unbroken_is_enough: true, shortfall_years: 4 });
  const both = values({ male_years: "20", or_continuous_years: "15", unbroken_is_enough: true });
  assert.equal(asked({ total: both }, { years_total: "16", years_continuous: "3" }).outcome.satisfied, undefined);
});

test("Where deemed years do not count, the actual years are the years in all", () => {
  const total = values({ male_years: "20", deemed_counts: false });
  assert.equal(asked({ total }, { years_total: "20", years_actual: "12" }).outcome.shortfall_years, 8);
});

test("A table of years goes by the month of retirement", () => {
  const total = table([
    row({ retires: span(null, monthOf(2029, 12)) }, { male_years: "25", female_years: "20" }),
    row({ retires: span(monthOf(2030, 1)) }, { male_years: "30", female_years: "25" }),
  ]);
  const years = (retire) => asked({ total }, { retire }).outcome.required_years;
  assert.deepEqual([years("2029-12"), years("2030-01")], [25, 30]);
});

test("Rows by first enrolment are asked for only where they differ for this person", () => {
  const then = (male, female) => ({ male_years: male, female_years: female });
  const total = table([row({ first_enrolled: span(monthOf(2009, 1)) }, then("20", "20")), row({ first_enrolled: span(null, monthOf(2008, 12)) }, then("15", "20"))]);
  const open = asked({ total });
  assert.deepEqual([open.answered, open.missing, open.outcome], ["partly", ["first_enrolled"], { required_years_least: 15, required_years_most: 20 }]);
  assert.deepEqual([asked({ total }, { first_enrolled: "2009-01" }).outcome.required_years, asked({ total }, { first_enrolled: "2008-12" }).outcome.required_years], [20, 15]);
  const female = asked({ total }, { sex: "female" });
  assert.deepEqual([female.answered, female.missing, female.outcome], ["yes", [], { required_years: 20 }]);
  const half = table([row({ first_enrolled: span(monthOf(2009, 1)) }, then("20", "20")), row({ first_enrolled: span(null, monthOf(2008, 12)) }, then(UNSTATED, UNSTATED))]);
  assert.deepEqual([asked({ total: half }).answered, asked({ total: half }).missing], ["no", ["first_enrolled"]]);
});

test("What the book cannot say is said with its reason", () => {
  const reason = (total) => { const report = asked({ total }); return [report.answered, report.missing, report.unknown[0].reason]; };
  assert.deepEqual(reason(values({ male_years: UNSTATED })), ["no", ["retirement-years/total"], "unstated"]);
  assert.deepEqual(reason(table([], { otherwise: SET_BELOW })), ["no", ["retirement-years/total"], "set-below"]);
  assert.deepEqual(reason(table([row({}, NOT_POSSIBLE)])), ["no", ["retirement-years/total"], "not-possible"]);
  const framed = retirement(book(periods(`employee ${PATH}/total`, [{ origin: "framed", frames: [TOTAL] }])), { insurance: "employee", sex: "male", retire: "2030-05" });
  assert.deepEqual([framed.answered, framed.unknown[0].reason, framed.unknown[0].bounds.length], ["no", "framed", 1]);
});

test("Ways that depend on the plan are asked for while years may be short", () => {
  const shortfall = table([row({ plan: ["low"] }, { ways: ["lump-sum"], rate: "0.02" }), row({ plan: ["high"] }, { ways: ["lump-sum"], rate: "0.06" })], { otherwise: UNSTATED });
  const open = asked({ total: TOTAL, actual: ACTUAL, shortfall });
  assert.deepEqual([open.missing, "rate" in open.outcome, asked({ total: TOTAL, shortfall }, { plan: "high" }).outcome.rate], [["plan"], false, 0.06]);
  const enough = asked({ total: TOTAL, actual: ACTUAL, shortfall }, { years_total: "30", years_local: "10" });
  assert.deepEqual([enough.missing, enough.could_ask], [[], ["plan"]]);
});

test("Without the scheme both are worked, and one answer is the answer of both", () => {
  const raw = { sex: "male", retire: "2030-05" };
  const both = book(...["employee", "flexible"].map((one) => cell(`${one} ${PATH}/total`, [TOTAL])));
  const same = retirement(both, raw);
  assert.deepEqual([same.answered, same.outcome, same.missing], ["yes", { required_years: 30, deemed_counts: true }, []]);
  assert.deepEqual(same.steps.map((step) => step.insurance), ["employee", "flexible"]);
  const other = book(cell(`employee ${PATH}/total`, [TOTAL]), cell(`flexible ${PATH}/total`, [values({ male_years: "25", deemed_counts: true })]));
  const differs = retirement(other, raw);
  assert.deepEqual([differs.answered, differs.missing, differs.outcome], ["no", ["insurance"], {
    deemed_counts: true, by_insurance: { employee: { required_years: 30, deemed_counts: true }, flexible: { required_years: 25, deemed_counts: true } },
  }]);
  const none = retirement(data({ total: TOTAL }), raw);
  assert.deepEqual([none.answered, none.missing], ["no", ["insurance", "retirement-years/total"]]);
});

test("Schemes that differ only in what to do leave the scheme to ask, not missing", () => {
  const cells = ["employee", "flexible"].map((one) => cell(`${one} ${PATH}/total`, [TOTAL]));
  const report = retirement(book(...cells, cell(`employee ${PATH}/shortfall`, [WAYS])), { sex: "male", retire: "2030-05" });
  assert.deepEqual([report.answered, report.missing, report.could_ask.includes("insurance"), "rate" in report.outcome], ["yes", [], true, false]);
});

test("A warning both schemes share is told once", () => {
  const actual = values({ actual_years: "10", actual_scope: UNSTATED });
  const cells = ["employee", "flexible"].map((one) => [cell(`${one} ${PATH}/total`, [TOTAL]), cell(`${one} ${PATH}/actual`, [actual])]);
  const report = retirement(book(...cells[0], ...cells[1]), { sex: "male", retire: "2030-05", years_actual: "12", years_local: "4" });
  assert.deepEqual(report.warnings, [{ key: "scope-unstated", required_actual_years: 10 }]);
});

test("Years of a part that exceed the whole, and starts after retirement, are faults", () => {
  const faults = (more) => asked({ total: TOTAL }, more).faults;
  assert.deepEqual(faults({ years_local: "9", years_actual: "8", years_total: "7" }), [
    { field: "years_local", key: "more-than", whole: "years_actual", most: 8 }, { field: "years_actual", key: "more-than", whole: "years_total", most: 7 },
  ]);
  assert.deepEqual([faults({ years_province: "9", years_actual: "8" }).length, faults({ years_local: "9", years_province: "8" }).length, faults({ years_continuous: "9", years_total: "8" }).length, faults({ years_local: "8", years_total: "8" }).length], [1, 1, 1, 0]);
  assert.deepEqual([faults({ years_province: "9", years_total: "8" }).length, faults({ years_local: "9", years_total: "8" }).length], [1, 1]);
  assert.deepEqual(faults({ first_enrolled: "2030-06", started_work: "2030-05" }), [{ field: "first_enrolled", key: "after-retirement" }]);
  assert.deepEqual(faults({ started_work: "2030-06", sex: "" }), [{ field: "sex", key: "needed" }, { field: "started_work", key: "after-retirement" }]);
});

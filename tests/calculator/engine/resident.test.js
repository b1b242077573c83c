import assert from "node:assert/strict";
import { test } from "node:test";

import { parseDay } from "../../../content/calculator/engine/months.js";
import { coverEnds, resident } from "../../../content/calculator/engine/resident.js";
import { NOT_POSSIBLE, UNSTATED, book, months, periods, row, table, values } from "./book.js";
import { notice, residents, said, wait } from "./residentbook.js";

const BASE = { lapsed_years: 3, window: "concentrated", in_window: true, window_assumed: false, cover_ends: "2032-12-31" };
const keys = (report) => report.warnings.map((one) => one.key);
const asked = (parts, more) => resident(residents(parts), said(more));

test("Three years missed and paid in the window: the fixed wait and two more months from the new year", () => {
  const report = asked({ waiting: wait(), windows: notice() });
  assert.equal(report.answered, "yes");
  assert.deepEqual(report.outcome, {
    ...BASE, waiting_fixed_months: 3, waiting_variable_months: 2, waiting_months: 5, waiting_benefit: 0, benefits_from: "2032-06-01",
    repairs: [
      { years: 0, waiting_months: 5, benefits_from: "2032-06-01" },
      { years: 1, waiting_months: 4, benefits_from: "2032-05-01" },
      { years: 2, waiting_months: 3, benefits_from: "2032-04-01" },
    ],
  });
  assert.deepEqual([report.missing, report.could_ask, keys(report)], [[], [], []]);
  assert.deepEqual(report.steps.map((step) => [step.key, step.said]), [
    ["window", { paid_on: parseDay("2031-11-10"), enrol_year: 2032, in_window: true }],
    ["wait", { lapsed_years: 3, repaired_years: 0, paid_on: parseDay("2031-11-10"), benefits_earliest: parseDay("2032-06-01"), benefits_latest: parseDay("2032-06-01") }],
  ]);
});

test("Years repaired shorten the wait", () => {
  const { outcome } = asked({ waiting: wait(), windows: notice() }, { repaired_years: "2" });
  assert.deepEqual([outcome.waiting_months, outcome.waiting_variable_months, outcome.benefits_from], [3, 0, "2032-04-01"]);
});

test("Paid late, the wait runs from the payment as the text reads it", () => {
  const parts = { waiting: wait(), windows: notice() };
  const { outcome } = asked(parts, { paid_on: "2032-05-31" });
  assert.deepEqual(outcome, { ...BASE, window: "late", in_window: false, waiting_fixed_months: 3, waiting_variable_months: 2, waiting_months: 5, waiting_benefit: 0, benefits_from: "2032-10-01", repairs: outcome.repairs });
  const paid = asked({ waiting: wait({ late_counts_from: "day-after-payment" }), windows: notice() }, { paid_on: "2032-05-31" });
  assert.equal(paid.outcome.benefits_from, "2032-11-01");
});

test("A start the text leaves open gives a range and what to ask", () => {
  const report = asked({ waiting: wait({ late_counts_from: UNSTATED }), windows: notice() }, { paid_on: "2032-05-10" });
  assert.deepEqual([report.answered, report.outcome.benefits_earliest, report.outcome.benefits_latest], ["partly", "2032-10-01", "2032-11-01"]);
  assert.deepEqual([report.missing, keys(report), report.unknown[0].reason], [["lapse-penalty-resident/waiting"], ["counts-from-unstated"], "unstated"]);
  assert.equal("benefits_from" in report.outcome, false);
  const inside = asked({ waiting: wait({ in_window_counts_from: UNSTATED }), windows: notice() }, { paid_on: "2032-02-10" });
  assert.deepEqual([inside.outcome.benefits_earliest, inside.outcome.benefits_latest], ["2032-06-01", "2032-08-01"]);
  assert.equal(asked({ waiting: wait({ in_window_counts_from: UNSTATED }), windows: notice() }).outcome.benefits_from, "2032-06-01");
});

test("No year missed and paid in the window: no wait, and benefits as the notice reads", () => {
  const parts = { waiting: wait(), windows: notice() };
  const report = asked(parts, { last_insured_year: "2031", paid_on: "2032-02-10" });
  assert.deepEqual(report.outcome, { ...BASE, lapsed_years: 0, waiting_months: 0, benefits_from: "2032-01-01" });
  assert.deepEqual([report.answered, report.steps.map((step) => step.key)], ["yes", ["window"]]);
  const next = asked({ windows: notice({ inside: { starts: "month-after-payment" } }) }, { last_insured_year: "2031", paid_on: "2032-02-10" });
  assert.equal(next.outcome.benefits_from, "2032-03-01");
  const open = asked({ windows: notice({ inside: { starts: UNSTATED } }) }, { last_insured_year: "2031", paid_on: "2032-02-10" });
  assert.deepEqual([open.answered, open.outcome.benefits_earliest, open.outcome.benefits_latest, open.missing], ["partly", "2032-01-01", "2032-03-01", ["enrolment-window/windows"]]);
});

test("No year missed but paid late: the fixed wait alone", () => {
  const report = asked({ waiting: wait(), windows: notice() }, { last_insured_year: "2031", paid_on: "2032-03-15" });
  assert.deepEqual(report.outcome, { ...BASE, lapsed_years: 0, window: "late", in_window: false, waiting_fixed_months: 3, waiting_variable_months: 0, waiting_months: 3, waiting_benefit: 0, benefits_from: "2032-06-01" });
  const stated = asked({ windows: notice({ late: { starts: "payment-day" } }) }, { last_insured_year: "2031", paid_on: "2032-03-15" });
  assert.deepEqual([stated.answered, stated.outcome.benefits_from, stated.outcome.waiting_months], ["yes", "2032-03-15", 0]);
});

test("A notice that states the wait needs no other record where no year was missed", () => {
  const late = { waiting: months(60, "days"), counts_from: "payment-day" };
  const report = asked({ windows: notice({ late }) }, { last_insured_year: "2031", paid_on: "2032-03-15" });
  assert.deepEqual(report.outcome, { ...BASE, lapsed_years: 0, window: "late", in_window: false, waiting_fixed_days: 60, waiting_variable_days: 0, waiting_days: 60, benefits_from: "2032-05-14" });
  const open = asked({ windows: notice({ late: { waiting: months(60, "days"), counts_from: UNSTATED } }) }, { last_insured_year: "2031", paid_on: "2032-03-15" });
  assert.deepEqual([open.answered, open.missing], ["partly", ["enrolment-window/windows"]]);
  const lapsed = asked({ windows: notice({ late }) }, { paid_on: "2032-03-15" });
  assert.deepEqual([lapsed.answered, lapsed.missing, lapsed.outcome.waiting_fixed_days], ["no", ["lapse-penalty-resident/waiting"], 60]);
  const both = asked({ waiting: wait(), windows: notice({ late }) }, { paid_on: "2032-03-15" });
  assert.deepEqual([both.outcome.waiting_fixed_days, both.outcome.waiting_variable_months, both.outcome.waiting_months, both.outcome.waiting_days], [60, 2, undefined, undefined]);
});

test("A notice whose wait is nothing says with its start when benefits begin", () => {
  const late = { waiting: months(0, "days"), starts: "day-after-payment" };
  const report = asked({ windows: notice({ late }) }, { last_insured_year: "2031", paid_on: "2032-03-15" });
  assert.deepEqual([report.answered, report.outcome.benefits_from, report.outcome.waiting_months], ["yes", "2032-03-16", 0]);
  assert.equal("waiting_benefit" in report.outcome, false);
});

test("Years before the count begins are no lapse", () => {
  const report = asked({ waiting: wait({ lapses_counted_since: "2032" }), windows: notice() });
  assert.deepEqual([report.outcome.lapsed_years, report.outcome.benefits_from, keys(report)], [0, "2032-01-01", []]);
  const open = asked({ waiting: wait({ lapses_counted_since: UNSTATED }), windows: notice() });
  assert.deepEqual(open.warnings, [{ key: "lapses-since-unstated", lapsed_years: 3 }]);
  assert.deepEqual(asked({ waiting: wait({ lapses_counted_since: UNSTATED }), windows: notice() }, { last_insured_year: "2031" }).warnings, []);
});

test("An exempt group does not wait; others are told that groups exist", () => {
  const parts = { waiting: wait({ exempt: ["newborn"] }), windows: notice() };
  const free = asked(parts, { exempt: "newborn" });
  assert.deepEqual([free.answered, free.outcome.waiting_months, free.outcome.benefits_from, free.warnings[0]], ["yes", 0, "2032-01-01", { key: "exempt", group: "newborn" }]);
  assert.deepEqual(asked(parts).warnings, [{ key: "not-exempt-assumed", groups: ["newborn"] }]);
  assert.deepEqual(asked(parts, { exempt: "none" }).warnings, []);
  assert.deepEqual(asked(parts, { exempt: "veteran" }).warnings, [{ key: "exempt-not-listed", group: "veteran", groups: ["newborn"] }]);
  const late = asked(parts, { exempt: "newborn", paid_on: "2032-05-10" });
  assert.deepEqual([late.outcome.benefits_earliest, late.outcome.benefits_latest], ["2032-05-01", "2032-06-01"]);
});

test("A wait that outlasts the year buys nothing", () => {
  const waits = asked({ waiting: wait(), windows: notice() }, { paid_on: "2032-08-01" });
  assert.deepEqual(waits.warnings, [{ key: "buys-nothing", benefits_from: parseDay("2033-01-01"), cover_ends: parseDay("2032-12-31") }]);
  assert.deepEqual(asked({ waiting: wait(), windows: notice() }, { paid_on: "2032-07-31" }).warnings, []);
  const may = asked({ waiting: wait({ late_counts_from: UNSTATED }), windows: notice() }, { paid_on: "2032-07-10" });
  assert.deepEqual(may.warnings.map((one) => one.key), ["counts-from-unstated", "may-buy-nothing"]);
});

test("Repair and floor the text leaves open are ranges with a warning", () => {
  const report = asked({ waiting: wait({ repair_per_year: UNSTATED }), windows: notice() }, { repaired_years: "1" });
  assert.deepEqual([report.answered, report.outcome.benefits_earliest, report.outcome.benefits_latest, report.missing], ["partly", "2032-05-01", "2032-06-01", ["lapse-penalty-resident/waiting"]]);
  assert.deepEqual(report.warnings, [{ key: "repair-unknown", repaired_years: 1 }]);
  assert.equal("waiting_months" in report.outcome || "repairs" in report.outcome, false);
  const floor = asked({ waiting: wait({ floor_after_years: "3", floor_total: UNSTATED }), windows: notice() });
  assert.deepEqual([floor.answered, floor.warnings], ["yes", [{ key: "floor-unknown", lapsed_years: 3 }]]);
});

test("A wait that is only framed is no answer, and its bounds are shown", () => {
  const frame = wait();
  const data = book(periods("resident lapse-penalty-resident/waiting", [{ origin: "framed", frames: [frame] }]));
  const report = resident(data, said());
  assert.deepEqual([report.answered, report.missing], ["no", ["lapse-penalty-resident/waiting"]]);
  const [, unknown] = report.unknown;
  assert.deepEqual([unknown.reason, unknown.bounds.map((one) => one.then)], ["framed", [frame.rows[0].then]]);
  assert.deepEqual(report.outcome, { lapsed_years: 3, in_window: true, window_assumed: true, cover_ends: "2032-12-31" });
  assert.deepEqual(report.warnings, [{ key: "window-assumed", in_window: true }]);
});

test("A way that is closed is no answer and says so", () => {
  const shut = table([row({}, NOT_POSSIBLE)]);
  const window = asked({ waiting: wait(), windows: shut });
  assert.deepEqual([window.answered, window.unknown[0].reason, window.missing], ["no", "not-possible", ["enrolment-window/windows"]]);
  assert.equal("window_assumed" in window.outcome, false);
  const law = asked({ waiting: shut, windows: notice() });
  assert.deepEqual([law.answered, law.unknown[0].reason, law.missing], ["no", "not-possible", ["lapse-penalty-resident/waiting"]]);
});

test("Two windows that are possible are worked together", () => {
  const windows = notice();
  windows.rows[1].when.paid_on.low = "2032-04-01";
  const report = asked({ waiting: wait(), windows: table([
    row({ paid_on: { low: null, high: "2031-12-25" } }, { window: "concentrated" }),
  ], { otherwise: UNSTATED }) }, { last_insured_year: "2031", paid_on: "2031-12-28" });
  assert.deepEqual([report.answered, report.outcome.benefits_earliest, report.outcome.benefits_latest], ["partly", "2032-01-01", "2032-04-01"]);
  assert.deepEqual([report.warnings[0], report.missing, "in_window" in report.outcome], [{ key: "window-unclear", in_window: true }, ["lapse-penalty-resident/waiting", "enrolment-window/windows"], false]);
  const unknown = asked({ windows: windows }, { last_insured_year: "2031", paid_on: "2032-03-15" });
  assert.deepEqual([unknown.answered, unknown.outcome.window, unknown.outcome.window_assumed], ["no", "late", true]);
});

test("The year's cover ends as the notice says, else with the year", () => {
  const ending = (text) => coverEnds({ windows: [{}, { result: { record: { period: { benefit_to: text } } } }] }, { enrol_year: 2032 });
  assert.deepEqual([ending("2032-08-31"), ending("2032-08"), ending("2032"), ending(undefined)], [parseDay("2032-08-31"), parseDay("2032-08-31"), parseDay("2032-12-31"), parseDay("2032-12-31")]);
});

test("Years out of order, payments outside the year and unknown groups are faults of their fields", () => {
  const faults = (more) => asked({ waiting: wait() }, more).faults.map(({ field, key }) => [field, key]);
  assert.deepEqual(faults({ last_insured_year: "2032" }), [["enrol_year", "not-after-last-insured"]]);
  assert.deepEqual(faults({ paid_on: "2030-12-31" }), [["paid_on", "too-early"]]);
  assert.deepEqual(faults({ paid_on: "2033-01-01" }), [["paid_on", "too-late"]]);
  assert.deepEqual([faults({ paid_on: "2031-01-01" }), faults({ paid_on: "2032-12-31" })], [[], []]);
  assert.deepEqual(faults({ exempt: "martian", who: "none" }), [["exempt", "not-choice"], ["who", "not-choice"]]);
  assert.deepEqual(faults({ paid_on: "", last_insured_year: "" }), [["last_insured_year", "needed"], ["paid_on", "needed"]]);
  assert.deepEqual(faults({ enrol_year: "" }), [["enrol_year", "needed"]]);
  assert.deepEqual(asked({ waiting: wait() }, { repaired_years: "4" }).faults, [{ field: "repaired_years", key: "more-than-lapsed", most: 3 }]);
  assert.deepEqual(faults({ repaired_years: "3" }), []);
});

test("The price, with the subsidy where the window asks for it, and what repair costs", () => {
  const price = table([row({ who: "everyone" }, { personal_cny: "400", subsidy_cny: "670" })]);
  const parts = { waiting: wait(), windows: notice({ late: { pays: "personal-and-subsidy" } }), price };
  const inside = asked(parts);
  assert.equal(inside.outcome.premium_cny, 400);
  assert.deepEqual(inside.outcome.repairs.map((one) => one.cost_cny), [0, 400, 800]);
  assert.deepEqual(inside.warnings, [{ key: "repair-cost-reading", personal_cny: 400 }]);
  assert.deepEqual(inside.steps[2].said, { enrol_year: 2032, personal_cny: 400, personal_cny_month: undefined, subsidy_cny: 670, premium_cny: 400 });
  assert.equal(asked(parts, { paid_on: "2032-03-01" }).outcome.premium_cny, 1070);
  const open = asked({ ...parts, windows: notice({ late: { pays: UNSTATED } }) }, { paid_on: "2032-03-01", last_insured_year: "2031" });
  assert.deepEqual([open.outcome.premium_cny, open.warnings], [400, [{ key: "pays-unstated", personal_cny: 400 }]]);
  const lacking = asked({ ...parts, price: table([row({}, { personal_cny: "400", subsidy_cny: UNSTATED })]) }, { paid_on: "2032-03-01", last_insured_year: "2031" });
  assert.deepEqual([lacking.outcome.premium_cny, lacking.warnings], [undefined, [{ key: "subsidy-unknown", personal_cny: 400 }]]);
});

test("A price that depends on the person is asked for, never among what is missing", () => {
  const price = table([row({ who: "adult" }, { personal_cny: "400" }), row({ who: "elderly" }, { personal_cny: "500" })]);
  const report = asked({ waiting: wait(), windows: notice(), price });
  assert.deepEqual([report.could_ask, report.missing, report.outcome.premium_cny], [["who"], [], undefined]);
  assert.deepEqual(report.warnings, [{ key: "premium-depends", on: ["who"], prices: [{ when: { who: "adult" }, personal_cny: 400 }, { when: { who: "elderly" }, personal_cny: 500 }] }]);
});

test("The cap goes up with years insured and down with years missed", () => {
  const incentive = values({ bonus_after_years: "4", continuous_bonus_cny: "3000", continuous_bonus_kept: true, cut_per_year_cny: "1000", cut_cap_ratio: "0.2" }, { period: { earliest: "2015-01-01" } });
  const report = asked({ waiting: wait(), windows: notice(), incentive }, { insured_years_before: "6" });
  assert.deepEqual([report.outcome.bonus_cny, report.outcome.cut_cny, report.outcome.cap_change_cny, keys(report)], [6000, 3000, 3000, ["cut-cap-unknown"]]);
  const silent = asked({ waiting: wait(), windows: notice(), incentive });
  assert.deepEqual([silent.could_ask, "bonus_cny" in silent.outcome, "cap_change_cny" in silent.outcome], [["insured_years_before"], false, false]);
  const unsure = asked({ waiting: wait(), windows: notice(), incentive: values({ bonus_after_years: "4", continuous_bonus_cny: UNSTATED, cut_on_return_cny: "1000", cut_per_year_cny: UNSTATED }, { period: undefined }) }, { insured_years_before: "6" });
  assert.deepEqual(unsure.warnings, [{ key: "bonus-unknown", because: "unstated" }, { key: "cut-open", least_cny: 1000, most_cny: 3000 }]);
});

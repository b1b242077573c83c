import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, QUESTIONS } from "../../../content/calculator/engine/index.js";
import { lapse } from "../../../content/calculator/engine/lapse.js";
import { parseDay, parseMonth } from "../../../content/calculator/engine/months.js";
import { gaps } from "../../../content/calculator/engine/whatif.js";
import { book, cell, months, NOT_POSSIBLE, periods, row, span, table, UNSTATED, values } from "./book.js";

const L = { insurance: "employee", last_paid: "2031-01", resume: "2031-05" };
const STOP = "employee lapse-effect/stop";
const PAY = "employee back-payment/permission";
const RESET = "employee continuous-years/reset";
const RESUME = "employee waiting-period/resume";
const tale = (data, more) => lapse(data, { ...L, ...more });
const picked = (result, ...names) => names.map((name) => result.outcome[name]);
const reasons = (result, rule) => result.unknown.filter((one) => one.rule === rule).map((one) => one.reason);
const free = { waiting: months(0), counts_from: "unbroken" };
const three = { waiting: months(3), counts_from: "payment-month", waiting_benefit: "0" };

test("benefits stop in the first missed month, or the month after it", () => {
  const stops = (stops_from) => picked(tale(book(cell(STOP, [values({ stops_from })]))), "covered_until", "stops_on");
  assert.deepEqual(stops("first-missed-month"), ["2031-01-31", "2031-02-01"]);
  assert.deepEqual(stops("month-after"), ["2031-02-28", "2031-03-01"]);
  assert.deepEqual(stops("day-after-missed-payment"), [undefined, undefined]);
  assert.deepEqual(stops(UNSTATED), [undefined, undefined]);
});

test("the step of the stop holds the person's months and days", () => {
  const result = tale(book(cell(STOP, [values({ stops_from: "month-after", years_kept: true })])));
  assert.deepEqual(result.steps.map((step) => [step.key, step.said]), [["stop", {
    last_paid: parseMonth("2031-01"), first_missed: parseMonth("2031-02"), lapse_months: 3, covered_until: parseDay("2031-02-28"), stops_on: parseDay("2031-03-01"),
  }]]);
  assert.deepEqual([picked(result, "years_kept"), reasons(result, "lapse-effect")], [[true], []]);
  const silent = tale(book(cell(STOP, [values({ stops_from: UNSTATED })])));
  assert.deepEqual([reasons(silent, "lapse-effect"), Object.keys(silent.steps[0].said)], [["unstated"], ["last_paid", "first_missed", "lapse_months"]]);
  assert.deepEqual(reasons(tale(book(cell(STOP, [values({ stops_from: "day-after-missed-payment" })]))), "lapse-effect"), []);
});

test("the stop is judged by the first missed month, not by the month of resumption", () => {
  const [old, now] = ["first-missed-month", "month-after"].map((stops_from) => values({ stops_from }));
  const data = book(periods(STOP, [{ origin: "own", chain: [old], last_day: "2031-02-28" }, { origin: "own", chain: [now], first_day: "2031-03-01" }]));
  assert.deepEqual(picked(tale(data), "stops_on"), ["2031-02-01"]);
});

test("who is struck off after so many months is warned", () => {
  const warned = (after) => tale(book(cell(STOP, [values({ auto_exit_after_months: after })]))).warnings;
  assert.deepEqual(warned(3), [{ key: "auto-exit", auto_exit_after_months: 3, lapse_months: 3 }]);
  assert.deepEqual([warned(4), warned(UNSTATED)], [[], []]);
});

test("an employer's arrears: the costs of the gap are told where the answering row is silent", () => {
  const data = (then) => book(cell(STOP, [values({ arrears_costs: "employer" })]), cell(RESUME, [table([row({}, then)])]));
  const told = (then, more) => {
    const result = tale(data(then), more);
    return [...picked(result, "gap_costs", "gap_covered"), result.steps.map((step) => step.key)];
  };
  assert.deepEqual(told(free, { gap_cause: "employer" }), ["employer", false, ["stop", "waiting", "arrears"]]);
  assert.deepEqual(told({ ...free, gap_costs: "fund" }, { gap_cause: "employer" }), ["fund", true, ["stop", "waiting"]]);
  assert.deepEqual(told(free, { gap_cause: "person" }), [undefined, undefined, ["stop", "waiting"]]);
  assert.deepEqual(told(free, {}), [undefined, undefined, ["stop", "waiting"]]);
  const unsaid = tale(book(cell(STOP, [values({ arrears_costs: UNSTATED })])), { gap_cause: "employer" });
  assert.deepEqual([picked(unsaid, "gap_costs"), unsaid.steps.map((step) => step.key)], [[undefined], ["stop"]]);
});

test("the account is told, or why it is not", () => {
  const account = (chain) => tale(book(cell("employee personal-account/balance", chain)));
  const usable = account([values({ on_lapse: "usable" })]);
  assert.deepEqual([picked(usable, "account"), reasons(usable, "personal-account"), usable.steps.map((step) => [step.key, step.said])], [["usable"], [], [["account", { first_missed: parseMonth("2031-02") }]]]);
  const silent = account([values({ on_lapse: UNSTATED, withdrawable: false })]);
  assert.deepEqual([picked(silent, "account"), reasons(silent, "personal-account"), silent.steps.length], [[undefined], ["unstated"], 1]);
});

test("whether the gap may be paid back, by whom, and until when the row allows it", () => {
  const rows = [
    row({ repaid_after_months: span(0, 3) }, { allowed: "yes", payer: "person" }),
    row({ repaid_after_months: span(4, 6) }, { allowed: "own-choice" }),
    row({ repaid_after_months: span(7) }, { allowed: "no" }),
  ];
  const data = book(cell(PAY, [table(rows)]));
  const told = (more) => picked(tale(data, more), "back_payment_allowed", "back_payment", "back_payment_payer", "back_payment_until", "back_payment_after");
  assert.deepEqual(told({}), [true, "yes", "person", undefined, undefined]); // another row allows it after that, too
  assert.deepEqual(told({ back_paid: "no" }), [true, "yes", "person", undefined, undefined]);
  assert.deepEqual(told({ resume: "2031-06" }), [true, "own-choice", undefined, "2031-08-31", "no"]);
  assert.deepEqual(told({ back_paid_month: "2031-09" }), [false, "no", undefined, undefined, undefined]);
  assert.deepEqual(tale(data).steps.map((step) => [step.key, step.said]), [["back-payment", {
    back_paid_month: parseMonth("2031-05"), lapse_months: 3, repaid_after_months: 3,
  }]]);
  assert.deepEqual(tale(data, { resume: "2031-06" }).steps.map((step) => step.said), [{
    back_paid_month: parseMonth("2031-06"), lapse_months: 4, repaid_after_months: 4, back_payment_until: parseDay("2031-08-31"),
  }]);
});

test("the nearer of two ends is the last day, and an open end is none", () => {
  const until = (when, more = {}) => picked(tale(book(cell(PAY, [table([row(when, { allowed: "compulsory" })], more)]))), "back_payment_allowed", "back_payment_until", "back_payment_after");
  assert.deepEqual(until({ lapse_months: span(0, 3), repaid_after_months: span(0, 5) }), [true, "2031-05-31", undefined]);
  assert.deepEqual(until({ lapse_months: span(3) }), [true, undefined, undefined]);
  assert.deepEqual(until({ first_enrolment: false }), [true, undefined, undefined]);
  assert.deepEqual(until({ first_enrolment: true }, { otherwise: { allowed: "yes" } }), [true, undefined, undefined]);
});

test("a closed way to pay back is told as not allowed", () => {
  const result = tale(book(cell(PAY, [table([row({}, NOT_POSSIBLE)])])));
  assert.deepEqual([picked(result, "back_payment_allowed", "back_payment", "back_payment_until"), result.steps.map((step) => step.key)], [[false, "not-possible", undefined], ["back-payment"]]);
});

test("what decides about paying back is not missing: it could be asked", () => {
  const rows = [row({ gap_cause: ["employer"] }, { allowed: "compulsory", payer: "employer" }), row({ gap_cause: ["person"] }, { allowed: "yes", payer: "person" })];
  const result = tale(book(cell(PAY, [table(rows)]), cell(RESUME, [table([row({}, free)])])));
  assert.deepEqual([result.answered, result.missing, result.could_ask], ["yes", [], ["gap_cause"]]);
  assert.deepEqual(picked(result, "back_payment_allowed", "back_payment", "back_payment_payer"), [undefined, undefined, undefined]);
  assert.deepEqual(result.steps.slice(1).map((step) => [step.row, step.given]), [[0, { gap_cause: ["employer"] }], [1, { gap_cause: ["person"] }]]);
});

test("what all possible rows agree on is told; a row that says nothing is no agreement", () => {
  const rows = [row({ gap_cause: ["employer"] }, { allowed: "yes", payer: "employer", late_fee_daily_rate: "0.0005" }), row({ gap_cause: ["person"] }, { allowed: "yes" })];
  assert.deepEqual(picked(tale(book(cell(PAY, [table(rows)]))), "back_payment", "back_payment_payer", "late_fee_daily_rate"), ["yes", undefined, undefined]);
  const half = tale(book(cell(PAY, [table(rows.slice(0, 1), { otherwise: UNSTATED })])));
  assert.deepEqual([picked(half, "back_payment"), half.could_ask, reasons(half, "back-payment")], [[undefined], ["gap_cause"], []]);
});

test("the late fee of the answering row; none is nought", () => {
  const fee = (then) => picked(tale(book(cell(PAY, [values({ allowed: "yes", ...then })]))), "late_fee_daily_rate", "late_fee_payer");
  assert.deepEqual(fee({ late_fee_daily_rate: "0.0005", late_fee_payer: "employer" }), [0.0005, "employer"]);
  assert.deepEqual(fee({ late_fee_daily_rate: { word: "none" } }), [0, undefined]);
  assert.deepEqual(fee({}), [undefined, undefined]);
  assert.deepEqual(fee({ late_fee_daily_rate: UNSTATED, late_fee_payer: UNSTATED }), [undefined, undefined]);
});

test("a text that only says «late fee» leaves the rate to the record above that binds", () => {
  const own = table([row({ gap_cause: ["employer"] }, { allowed: "yes", late_fee_daily_rate: UNSTATED })], { id: "own" });
  const above = (then, when = { gap_cause: ["employer"] }) => table([row(when, then)], { id: "law", region: "china", otherwise: UNSTATED });
  const told = (record, more = { gap_cause: "employer" }) => {
    const result = tale(book(cell(PAY, [own, record])), more);
    return [...picked(result, "late_fee_daily_rate", "late_fee_payer"), result.steps.map((step) => [step.key, step.record, step.origin])];
  };
  const law = above({ allowed: "compulsory", late_fee_daily_rate: "0.0005", late_fee_payer: "employer" });
  assert.deepEqual(told(law), [0.0005, "employer", [["back-payment", "own", "own"], ["late-fee", "law", "inherited"]]]);
  assert.deepEqual(told(above({ late_fee_daily_rate: UNSTATED })), [undefined, undefined, [["back-payment", "own", "own"]]]);
  assert.deepEqual(told(above({ late_fee_daily_rate: "0.0005" }, { gap_cause: ["person"] })), [undefined, undefined, [["back-payment", "own", "own"]]]);
});

test("continuous years start anew after more months than the text allows", () => {
  const data = (then) => book(cell(RESET, [values({ reset_after_months: 3, measured: "single-gap", repaid_merges: "no", ...then })]));
  const reset = (then, more) => tale(data(then), more).outcome.years_reset;
  assert.deepEqual([reset({}, {}), reset({}, { resume: "2031-06" })], [false, true]);
  assert.equal(reset({ repaid_merges: "no" }, { resume: "2031-06", back_paid: "yes" }), true);
  assert.equal(reset({ repaid_merges: "yes" }, { resume: "2031-06", back_paid: "yes" }), false);
  assert.equal(reset({ repaid_merges: "yes" }, { resume: "2031-06", back_paid: "no" }), true);
  assert.equal(reset({ repaid_merges: UNSTATED }, { resume: "2031-06", back_paid: "yes" }), undefined);
  assert.equal(reset({ repaid_merges: "employer-only" }, { resume: "2031-06", back_paid: "yes", gap_cause: "employer" }), false);
  assert.equal(reset({ repaid_merges: "employer-only" }, { resume: "2031-06", back_paid: "yes", gap_cause: "person" }), true);
  const open = tale(data({ repaid_merges: "employer-only" }), { resume: "2031-06" });
  assert.deepEqual([open.outcome.years_reset, open.could_ask, open.missing], [undefined, ["gap_cause", "back_paid"], ["waiting-period/resume"]]);
  assert.deepEqual(tale(data({ repaid_merges: "yes" }), { resume: "2031-06" }).could_ask, ["back_paid"]);
  assert.deepEqual(tale(data({}), {}).steps.map((step) => [step.key, step.said]), [["reset", { lapse_months: 3, reset_after_months: 3 }]]);
});

test("counted over the insurance year, the gap stands for the sum until it is told", () => {
  const data = book(cell(RESET, [values({ reset_after_months: 3, measured: "insurance-year", repaid_merges: "no" })]));
  const guessed = tale(data);
  assert.deepEqual([guessed.outcome.years_reset, guessed.could_ask, guessed.warnings], [false, ["missed_in_year"], [{ key: "missed-in-year-assumed", lapse_months: 3 }]]);
  const told = tale(data, { missed_in_year: "4" });
  assert.deepEqual([told.outcome.years_reset, told.could_ask, told.warnings], [true, [], []]);
});

test("where the text names no limit, nothing is said about the years", () => {
  const result = tale(book(cell(RESET, [values({ reset_after_months: UNSTATED })])));
  assert.deepEqual([result.outcome.years_reset, reasons(result, "continuous-years"), result.steps], [undefined, ["unstated"], []]);
});

const deadline = (rows, more, others = []) => picked(tale(book(cell(RESUME, [table(rows, { otherwise: UNSTATED })]), ...others), more), "last_day_without_wait", "last_day_needs_back_payment");
const short = (back_paid, high, then = free) => row({ back_paid, lapse_months: span(0, high) }, then);

test("the last day without a wait is the end of the last month whose gap is still free", () => {
  assert.deepEqual(deadline([row({ lapse_months: span(0, 3) }, free), row({ lapse_months: span(4) }, three)], {}), ["2031-05-31", false]);
  assert.deepEqual(deadline([short(true, 3)], { back_paid: "no" }), ["2031-05-31", true]);
  assert.deepEqual(deadline([short(true, 3)], { back_paid: "yes", resume: "2032-01" }), ["2031-05-31", true]);
  assert.deepEqual(deadline([short(true, 3), short(false, 3)], {}), ["2031-05-31", false]);
  assert.deepEqual(deadline([short(true, 3), short(false, 1)], {}), ["2031-05-31", true]);
  assert.deepEqual(deadline([short(true, 1), short(false, 3)], {}), ["2031-05-31", false]);
  assert.deepEqual(deadline([short(true, 3)], { back_paid_month: "2031-09" }), ["2031-05-31", true]);
});

test("no day where no gap is free, where every gap is, or where the records do not know", () => {
  assert.deepEqual(deadline([row({}, three)], {}), [undefined, undefined]);
  assert.deepEqual(deadline([row({}, free)], {}), [undefined, undefined]);
  assert.deepEqual(deadline([row({ lapse_months: span(2, 3) }, free)], {}), [undefined, undefined]);
  assert.deepEqual(deadline([row({ transferred: true }, free)], {}), [undefined, undefined]);
  assert.deepEqual(deadline([row({ back_paid: true }, free)], {}), [undefined, undefined]);
});

test("paying back that never ends does not hide the end without it, and a closed way is no way", () => {
  assert.deepEqual(deadline([row({ back_paid: true }, free), short(false, 2)], {}), ["2031-04-30", false]);
  for (const then of [{ allowed: "no" }, NOT_POSSIBLE]) {
    assert.deepEqual(deadline([short(true, 3), short(false, 1)], {}, [cell(PAY, [table([row({}, then)])])]), ["2031-03-31", false]);
  }
  assert.deepEqual(deadline([short(true, 3), short(false, 1)], {}, [cell(PAY, [values({ allowed: "yes" })])]), ["2031-05-31", true]);
});

test("a month counts by the record in force in it", () => {
  const data = book(periods(RESUME, [
    { origin: "own", chain: [table([row({}, free)])], last_day: "2031-04-30" }, { origin: "own", chain: [table([row({}, three)])], first_day: "2031-05-01" },
  ]));
  assert.deepEqual(picked(tale(data), "last_day_without_wait"), ["2031-04-30"]);
});

test("what if: one row for every gap, and what changes from one to the next", () => {
  const data = book(cell(RESUME, [table([short(true, 2), row({ lapse_months: span(3) }, three)], { otherwise: UNSTATED })]), cell(PAY, [table([row({ lapse_months: span(0, 3) }, { allowed: "yes" })], { otherwise: { allowed: "no" } })]));
  const rows = gaps(data, { ...L, back_paid_month: "2031-09" }, 1, 4);
  assert.deepEqual(rows.map((one) => [one.lapse_months, one.resume, one.answered, one.outcome.benefits_from, one.changed]), [
    [1, parseMonth("2031-03"), "yes", "2031-03-01", []],
    [2, parseMonth("2031-04"), "yes", "2031-04-01", []],
    [3, parseMonth("2031-05"), "yes", "2031-08-01", ["waiting_months", "waiting_benefit", "counts_from"]],
    [4, parseMonth("2031-06"), "yes", "2031-09-01", ["back_payment"]],
  ]);
  assert.equal(rows[0].outcome.gap_months, 1);
  const open = gaps(book(cell(RESUME, [table([row({ lapse_months: span(0, 1) }, free)], { otherwise: UNSTATED })])), L, 1, 2);
  assert.deepEqual(open.map((one) => [one.answered, one.missing, one.unknown.length, one.changed]), [["yes", [], 2, []], ["no", ["waiting-period/resume"], 3, ["answered", "waiting_months", "counts_from"]]]);
  assert.deepEqual(gaps(data, { ...L, resume: "x" }, 1, 12), []);
});

test("the door answers each question by its name", () => {
  assert.deepEqual(Object.keys(QUESTIONS), ["lapse", "resident", "cost", "retirement"]);
  assert.deepEqual(answer("lapse", book(), { ...L, resume: "2031-02" }).outcome, { gap_months: 0 });
});

test("an employer's arrears bear the fee of the law above where the local text says nothing of it", () => {
  const local = table([row({ lapse_months: span(0) }, { allowed: "own-choice" })]);
  const law = table([row({ gap_cause: ["employer"] }, { late_fee_daily_rate: "0.0005", late_fee_payer: "employer" })], { region: "nation" });
  const fee = (more) => picked(tale(book(cell(PAY, [local, law])), more), "back_payment", "late_fee_daily_rate", "late_fee_payer");
  assert.deepEqual(fee({ gap_cause: "employer" }), ["own-choice", 0.0005, "employer"]);
  assert.deepEqual(fee({ gap_cause: "person" }), ["own-choice", undefined, undefined]);
  assert.deepEqual(fee({}), ["own-choice", undefined, undefined]);
});

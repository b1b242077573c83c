import assert from "node:assert/strict";
import { test } from "node:test";
import { agreed, ask, cellOf, opened, standingOn, stated } from "../../../content/calculator/engine/asking.js";
import { parseDay } from "../../../content/calculator/engine/months.js";
import { explore, inOrder, walk, wordOf } from "../../../content/calculator/engine/walking.js";
import { book, cell, CONDITIONS, NOT_POSSIBLE, periods, row, SET_BELOW, span, table, UNSTATED } from "./book.js";

const place = { insurance: "employee", rule: "waiting-period", part: "resume" };
const PATH = "employee waiting-period/resume";
const day = parseDay("2024-06-01");
const brief = (asked) => asked.results.map((one) => [one.state, one.reason, one.record && one.record.id, one.row]);
const askIn = (chain, facts) => ask(book(cell(PATH, chain)), place, day, facts);

test("a row that matches answers, with its record and number", () => {
  const own = table([row({ gap_cause: ["person"] }, { waiting: 1 }), row({ gap_cause: ["employer"] }, { waiting: 2 })]);
  const asked = askIn([own], { gap_cause: "employer", first_enrolment: false });
  assert.deepEqual(brief(asked), [["answer", undefined, "here/waiting-period/resume/employee-1", 1]]);
  assert.deepEqual(asked.results[0].then, { waiting: 2 });
  assert.deepEqual([asked.rule, asked.part, asked.insurance, asked.origin, asked.region, asked.day], ["waiting-period", "resume", "employee", "own", "here", day]);
  assert.deepEqual(asked.missing, []);
});

test("unstated, in a row or left over, passes the question to the record above", () => {
  const above = table([row({}, { waiting: 9 })], { id: "up/1", region: "up" });
  for (const own of [table([row({}, UNSTATED)]), table([], { otherwise: UNSTATED }), table([]), table(undefined), table([], { body: "inherits" })]) {
    assert.deepEqual(brief(askIn([own, above], {})), [["answer", undefined, "up/1", 0]]);
  }
});

test("set-below ends the chain; not-possible is an answer; otherwise answers the rest", () => {
  const above = table([row({}, { waiting: 9 })], { id: "up/1" });
  assert.deepEqual(brief(askIn([table([row({}, SET_BELOW)], { id: "a" }), above], {})), [["unknown", "set-below", "a", 0]]);
  assert.deepEqual(brief(askIn([table([row({}, NOT_POSSIBLE)], { id: "a" }), above], {})), [["closed", undefined, "a", 0]]);
  assert.deepEqual(brief(askIn([table([row({ transferred: true }, {})], { id: "a", otherwise: { waiting: 1 } })], { transferred: false })), [["answer", undefined, "a", "otherwise"]]);
});

test("where all records are silent, the nearest is named", () => {
  const chain = [table([row({ transferred: true }, {})], { id: "a", otherwise: UNSTATED }), table([], { id: "b" })];
  assert.deepEqual(brief(askIn(chain, { transferred: false })), [["unknown", "unstated", "a", "otherwise"]]);
});

test("sources that contradict each other, and a search in vain, end the chain", () => {
  const above = table([row({}, { waiting: 9 })], { id: "up/1" });
  assert.deepEqual(brief(askIn([table([], { id: "a", body: "disputed" }), above], {})), [["unknown", "disputed", "a", undefined]]);
});

test("no cell, no period, nothing found and frames alone: each has its reason", () => {
  const reason = (data) => brief(ask(data, place, day, {}));
  assert.deepEqual(reason(book()), [["unknown", "missing", undefined, undefined]]);
  const searched = table([], { id: "s", body: "none-found" });
  assert.deepEqual(reason(book(periods(PATH, [{ origin: "none-found", searched }]))), [["unknown", "none-found", "s", undefined]]);
  assert.deepEqual(reason(book(periods(PATH, [{ origin: "framed", frames: [table([])] }]))), [["unknown", "framed", undefined, undefined]]);
  const own = table([row({}, {})]);
  const ended = periods(PATH, [{ origin: "own", chain: [own], last_day: "2024-05-31" }]);
  assert.deepEqual(reason(book(ended)), [["unknown", "missing", undefined, undefined]]);
  const later = periods(PATH, [{ origin: "own", chain: [own], first_day: "2024-06-02" }]);
  assert.deepEqual(reason(book(later)), [["unknown", "before-first", undefined, undefined]]);
  const framedLater = periods(PATH, [{ origin: "framed", frames: [own], first_day: "2024-06-02" }]);
  assert.deepEqual(reason(book(framedLater)), [["unknown", "missing", undefined, undefined]]);
});

test("the record is the one of the day asked about, first and last day included", () => {
  const [old, now] = ["old", "now"].map((id) => table([row({}, { id })], { id }));
  const data = book(periods(PATH, [{ origin: "own", chain: [old], last_day: "2024-05-31" }, { origin: "inherited", chain: [now], first_day: "2024-06-01" }]));
  const found = (text) => standingOn(data.region, place, parseDay(text)).chain.map((record) => record.id);
  assert.deepEqual([found("2024-05-31"), found("2024-06-01")], [["old"], ["now"]]);
  assert.equal(standingOn(data.region, place, day).origin, "inherited");
  assert.equal(cellOf(data.region, place).part, "resume");
  for (const other of [{ insurance: "flexible" }, { rule: "transfer" }, { part: "switch" }]) assert.equal(cellOf(data.region, { ...place, ...other }), undefined);
});

test("what was not said gives every answer, and names what decides", () => {
  const own = table([row({ gap_cause: ["person"], back_paid: true }, { waiting: 1 }), row({ back_paid: false }, { waiting: 6 })], { otherwise: UNSTATED });
  const asked = askIn([own], { first_enrolment: false });
  assert.deepEqual(asked.missing, ["gap_cause", "back_paid"]);
  assert.deepEqual(asked.cases.map((one) => [one.given, one.results[0].then]), [
    [{ gap_cause: ["employer"], back_paid: false }, { waiting: 6 }],
    [{ gap_cause: ["employer"], back_paid: true }, undefined],
    [{ gap_cause: ["person"], back_paid: false }, { waiting: 6 }],
    [{ gap_cause: ["person"], back_paid: true }, { waiting: 1 }],
  ]);
  assert.deepEqual(asked.results.map((one) => one.under), [{ back_paid: false }, { gap_cause: ["employer"], back_paid: true }, { gap_cause: ["person"], back_paid: true }]);
});

test("a condition that changes nothing is not asked for", () => {
  const own = table([row({ gap_cause: ["person"] }, { waiting: 1 }), row({ gap_cause: ["employer"] }, { waiting: 1 })], { id: "a" });
  const asked = askIn([own], { first_enrolment: false });
  assert.deepEqual(asked.missing, []);
  assert.deepEqual(asked.cases.map((one) => [one.given, one.results.length]), [[{}, 1]]);
  assert.equal(asked.results[0].under, undefined);
});

test("where no answer is possible, nothing is asked for", () => {
  const own = table([row({ transferred: true }, SET_BELOW)], { id: "a", otherwise: UNSTATED });
  const asked = askIn([own], {});
  assert.deepEqual(brief(asked), [["unknown", "unstated", "a", "otherwise"], ["unknown", "set-below", "a", 0]]);
  assert.deepEqual(asked.missing, []);
});

test("what a condition needs is asked first, and where it does not hold the condition is not", () => {
  const own = table([row({ payment_rhythm: ["quarterly"], resumed_in_quarter_month: span(1, 1) }, { waiting: 1 })], { otherwise: { waiting: 2 } });
  const asked = askIn([own], {});
  assert.deepEqual(asked.missing, ["payment_rhythm", "resumed_in_quarter_month"]);
  assert.deepEqual(asked.cases.map((one) => [one.given, one.results[0].then.waiting]), [
    [{ payment_rhythm: ["monthly", "yearly"] }, 2],
    [{ payment_rhythm: ["quarterly"], resumed_in_quarter_month: span(1, 1) }, 1],
    [{ payment_rhythm: ["quarterly"], resumed_in_quarter_month: span(2, 3) }, 2],
  ]);
});

test("the asker says which answers are one", () => {
  const own = table([row({ transferred: true }, { waiting: 1, gap_costs: "fund" }), row({ transferred: false }, { waiting: 1, gap_costs: "self" })]);
  const asked = ask(book(cell(PATH, [own])), place, day, {}, (one) => String(one.then.waiting));
  assert.deepEqual(asked.cases.map((one) => [one.key, one.given, one.results.length]), [["1", {}, 2]]);
  assert.deepEqual(asked.missing, []);
});

test("bounds are told with the conditions they still depend on", () => {
  const limit = { field: "waiting", bound: "at_most", value: 6, when: { transferred: true } };
  const frame = table([row({}, { waiting: 3 }), row({ transferred: false }, { waiting: 2 }), row({}, SET_BELOW)], { id: "f", limits: [{ ...limit, when: undefined }] });
  const bare = table(undefined, { id: "bare" });
  const own = table([row({}, UNSTATED)], { id: "a", limits: [limit] });
  const data = book(cell(PATH, [own], { frames: [frame, bare] }));
  const bounds = (facts) => ask(data, place, day, facts).bounds.map((one) => [one.record.id, one.limit ? "limit" : one.row, one.then, one.depends]);
  assert.deepEqual(bounds({ transferred: true }), [["f", "limit", undefined, undefined], ["f", 0, { waiting: 3 }, undefined], ["a", "limit", undefined, undefined]]);
  assert.deepEqual(bounds({}), [["f", "limit", undefined, undefined], ["f", 0, { waiting: 3 }, undefined], ["f", 1, { waiting: 2 }, ["transferred"]], ["a", "limit", undefined, ["transferred"]]]);
});

test("a cell opened for asking can be walked with the rows of another", () => {
  const data = book(cell(PATH, [table([row({ insured_years_before: span(2) }, {})])]));
  const found = opened(data, place, day).solve({}, [row({ insured_years_before: span(5) }, {})]);
  assert.deepEqual([found.state, found.name, found.values.map((one) => one.value)], ["needs", "insured_years_before", [0, 5]]);
});

test("a field is agreed where every result answers and says the same", () => {
  const answer = (then) => ({ state: "answer", then });
  assert.equal(agreed([answer({ a: 1 }), answer({ a: 1, b: 2 })], "a"), 1);
  assert.equal(agreed([answer({ a: 1 }), answer({ a: 2 })], "a"), undefined);
  assert.equal(agreed([answer({ a: 1 }), { state: "unknown" }], "a"), undefined);
  assert.equal(agreed([answer({ a: UNSTATED })], "a"), undefined);
  assert.deepEqual(agreed([answer({ a: { amount: 1 } }), answer({ a: { amount: 1 } })], "a"), { amount: 1 });
  assert.deepEqual(stated({ a: { word: "none" } }, "a"), { word: "none" });
  assert.equal(wordOf(UNSTATED), "unstated");
  assert.equal(wordOf({ amount: 1 }), undefined);
  assert.equal(wordOf(undefined), undefined);
  assert.equal(wordOf("word"), undefined);
});

test("names stand in the order people are asked, each once, others last", () => {
  assert.deepEqual(inOrder(["came_from", "x", "transferred", "gap_cause", "back_paid", "gap_cause", "y"]), ["gap_cause", "back_paid", "transferred", "came_from", "x", "y"]);
});

test("a walk through the cases can be asked for its last question only", () => {
  const solve = (facts) => walk([table([row({ first_lapse: true }, { a: 1 })], { id: "a", otherwise: { a: 2 } })], facts, CONDITIONS);
  const { cases, missing } = explore(solve, { first_enrolment: false }, (one) => String(one.then.a));
  assert.deepEqual(cases.map((one) => [one.key, one.given]), [["2", { first_lapse: false }], ["1", { first_lapse: true }]]);
  assert.deepEqual(missing, ["first_lapse"]);
});

import assert from "node:assert/strict";
import { test } from "node:test";

import { dueFor, premiumOf } from "../../../content/calculator/engine/premium.js";
import { SET_BELOW, UNSTATED, book, periods, row, span, table, values } from "./book.js";
import { residents } from "./residentbook.js";

const find = (price, person = {}) => premiumOf(residents({ price }), { enrol_year: 2032, ...person });
const fen = (price, person) => find(price, person).personal;
const GROUPS = table([
  row({ who: "adult", plan: "high" }, { personal_cny: "482" }),
  row({ who: "adult", plan: "low" }, { personal_cny: "415" }),
  row({ who: "student-child" }, { personal_cny: "200" }),
  row({ who: "other" }, { personal_cny: "300" }),
]);
const AGES = table([
  row({ who: "adult", age: span(60) }, { personal_cny: "700" }),
  row({ who: "adult", age: span(19, 59) }, { personal_cny: "1040" }),
]);

test("One row for everyone is everyone's price", () => {
  const found = find(table([row({ who: "everyone" }, { personal_cny: "400.5", subsidy_cny: "670" })]), { who: "elderly" });
  assert.deepEqual([found.personal, found.subsidy, found.monthly, found.result.row], [40050, 67000, undefined, 0]);
  assert.equal(fen(values({ personal_cny: "380" })), 38000);
});

test("The row is chosen by group, age and plan", () => {
  assert.deepEqual([fen(GROUPS, { who: "adult", plan: "low" }), fen(GROUPS, { who: "student-child" })], [41500, 20000]);
  assert.deepEqual([fen(AGES, { who: "adult", age: 59 }), fen(AGES, { who: "adult", age: 60 })], [104000, 70000]);
  assert.equal(find(GROUPS, { who: "student-child" }).result.row, 2);
});

test("Whoever the record does not list is among the others; a listed group is not", () => {
  assert.equal(fen(GROUPS, { who: "elderly" }), 30000);
  assert.equal(fen(GROUPS, { who: "other" }), 30000);
  assert.deepEqual(find(GROUPS, { who: "adult" }).could, ["plan"]);
});

test("A group listed beside everyone has its own price", () => {
  const price = table([row({ who: "everyone" }, { personal_cny: "400" }), row({ who: "university" }, { personal_cny: "350" })]);
  assert.deepEqual([fen(price, { who: "university" }), fen(price, { who: "adult" }), find(price).could], [35000, 40000, ["who"]]);
});

test("Where more than one row may be the person's, the result says what decides", () => {
  const open = find(GROUPS);
  assert.deepEqual([open.could, open.prices.map((one) => one.personal), open.personal], [["who", "plan"], [48200, 41500, 20000, 30000], undefined]);
  assert.deepEqual([find(AGES, { who: "adult" }).could, find(AGES, { age: 60 }).could], [["age"], ["who"]]);
  const none = find(AGES, { who: "elderly", age: 60 });
  assert.deepEqual([none.could, none.prices.length], [["who", "age"], 2]);
  assert.deepEqual(find(table([row({ who: "student-child" }, { personal_cny: "400" }), row({ who: "adult" }, { personal_cny: UNSTATED })])).prices.length, 1);
});

test("A price by the month is told apart from the price of the year", () => {
  const found = find(values({ personal_cny_month: "40.56" }));
  assert.deepEqual([found.personal, found.monthly, dueFor(found, "personal")], [undefined, 4056, {}]);
});

test("A row that is silent passes the question up; one that names no price is no answer", () => {
  const above = values({ personal_cny: "400" });
  assert.equal(fen([values(UNSTATED), above]), 40000);
  assert.equal(fen([{ body: "inherits", region: "here" }, above]), 40000);
  assert.equal(find([table([row({}, SET_BELOW)]), above]).unknown.reason, "set-below");
  assert.equal(find([values({ personal_cny: UNSTATED, subsidy_cny: "700" }), above]).unknown.reason, "unstated");
  assert.equal(find([values(UNSTATED)]).unknown.reason, "unstated");
  assert.equal(find({ body: "disputed", region: "here" }).unknown.reason, "disputed");
  assert.equal(find([table(undefined), above]).personal, 40000);
});

test("A year without a record is missing, and a frame only bounds", () => {
  assert.equal(premiumOf(residents({}), { enrol_year: 2032 }).unknown.reason, "missing");
  const limit = { field: "personal_cny", bound: "at_least", value: "400", when: {} };
  const frame = table([row({}, { subsidy_min_cny: "670" }), row({ who: "other" }, UNSTATED)], { limits: [limit] });
  const bare = table(undefined);
  const found = premiumOf(book(periods("resident contribution/resident", [{ origin: "framed", frames: [frame, bare] }])), { enrol_year: 2032 });
  assert.deepEqual([found.unknown.reason, found.asked.origin], ["framed", "framed"]);
  assert.deepEqual(found.asked.bounds.map((one) => one.then || one.limit), [{ subsidy_min_cny: "670" }, limit]);
});

test("The subsidy is added where the window asks for it", () => {
  assert.deepEqual(dueFor({ personal: 40000, subsidy: 67000 }, "personal-and-subsidy"), { fen: 107000 });
  assert.deepEqual(dueFor({ personal: 40000, subsidy: 67000 }, "personal"), { fen: 40000 });
  assert.deepEqual(dueFor({ personal: 40000 }, "personal-and-subsidy"), { lacks: "subsidy" });
});

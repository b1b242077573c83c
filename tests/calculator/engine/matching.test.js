import assert from "node:assert/strict";
import { test } from "node:test";
import { atoms, joined, matchRow, meets, withNeeds } from "../../../content/calculator/engine/matching.js";
import { parseDay } from "../../../content/calculator/engine/months.js";
import { CONDITIONS, row, span } from "./book.js";

const rows = (name, ...said) => said.map((one) => row({ [name]: one }, {}));
const cases = (name, ...said) => atoms(name, rows(name, ...said), CONDITIONS[name]);

test("a range holds both its ends", () => {
  assert.deepEqual([0, 3, 4].map((value) => meets(span(0, 3), value)), [true, true, false]);
  assert.deepEqual([3, 4, 99].map((value) => meets(span(4), value)), [false, true, true]);
  assert.deepEqual([2, 3, 4].map((value) => meets(span(null, 3), value)), [true, true, false]);
});

test("half a year is not yet a completed one", () => {
  assert.equal(meets(span(0, 1), 1.5), true);
  assert.equal(meets(span(2), 1.5), false);
});

test("days are compared with the dates of a range", () => {
  const window = { low: "2026-03-01", high: "2026-06-30" };
  const inside = (text) => meets(window, parseDay(text));
  assert.deepEqual(["2026-02-28", "2026-03-01", "2026-06-30", "2026-07-01"].map(inside), [false, true, true, false]);
});

test("choices, yes and no are compared as they are", () => {
  assert.equal(meets(["employer", "person"], "person"), true);
  assert.equal(meets(["employer"], "person"), false);
  assert.equal(meets(false, false), true);
  assert.equal(meets(true, false), false);
  assert.equal(meets(null, null), true);
});

test("a row implies what its conditions need, and what those need", () => {
  assert.deepEqual(withNeeds({ repaid_after_months: span(0, 3) }, CONDITIONS), {
    repaid_after_months: span(0, 3), back_paid: true, first_enrolment: false,
  });
  assert.deepEqual(withNeeds({ resumed_in_quarter_month: span(1, 1) }, CONDITIONS), {
    resumed_in_quarter_month: span(1, 1), payment_rhythm: ["quarterly"],
  });
  assert.deepEqual(withNeeds({ strange: true, first_enrolment: true, lapse_months: span(1) }, CONDITIONS), {
    strange: true, first_enrolment: true, lapse_months: span(1),
  });
});

test("a row matches, cannot match, or depends on what was not said", () => {
  const when = { lapse_months: span(0, 3), back_paid: true };
  const facts = { lapse_months: 2, first_enrolment: false };
  assert.equal(matchRow(when, { ...facts, back_paid: true }, CONDITIONS), true);
  assert.equal(matchRow(when, { ...facts, back_paid: false }, CONDITIONS), false);
  assert.equal(matchRow(when, { ...facts, lapse_months: 4 }, CONDITIONS), false);
  assert.deepEqual(matchRow(when, facts, CONDITIONS), ["back_paid"]);
  assert.equal(matchRow({}, {}, CONDITIONS), true);
});

test("a number is cut where the rows' ranges begin and end, from nought on", () => {
  assert.deepEqual(cases("lapse_months", span(0, 3), span(5)), [
    { value: 0, said: span(0, 3) }, { value: 4, said: span(4, 4) }, { value: 5, said: span(5) },
  ]);
  assert.deepEqual(cases("insured_years_before", span(0, 1), span(2)), [{ value: 0, said: span(0, 1) }, { value: 2, said: span(2) }]);
  assert.deepEqual(atoms("switch_days", [row({}, {})], CONDITIONS.switch_days), [{ value: 0, said: span(0) }]);
});

test("a quarter has three months", () => {
  assert.deepEqual(cases("resumed_in_quarter_month", span(1, 1), span(2, 3)), [
    { value: 1, said: span(1, 1) }, { value: 2, said: span(2, 3) },
  ]);
});

test("months of the calendar are open at both ends", () => {
  assert.deepEqual(cases("retires", span(24300, 24311), span(null, 24299)), [
    { value: 24299, said: span(null, 24299) }, { value: 24300, said: span(24300, 24311) }, { value: 24312, said: span(24312) },
  ]);
  assert.deepEqual(atoms("retires", [], CONDITIONS.retires), [{ value: 0, said: span(null) }]);
});

test("yes and no: the usual no comes first; choices stand in the book's order", () => {
  assert.deepEqual(cases("transferred", true), [{ value: false, said: false }, { value: true, said: true }]);
  assert.deepEqual(cases("gap_cause", ["person"]), [{ value: "employer", said: ["employer"] }, { value: "person", said: ["person"] }]);
});

test("neighbouring cases are said together, others apart", () => {
  const [short, middle, long] = cases("lapse_months", span(0, 3), span(5));
  assert.deepEqual(joined([short, middle]), [span(0, 4)]);
  assert.deepEqual(joined([short, long]), [span(0, 3), span(5)]);
  assert.deepEqual(joined([short, middle, long]), [span(0)]);
  assert.deepEqual(joined(cases("came_from", ["resident"]).slice(0, 2)), [["employee", "flexible"]]);
  assert.deepEqual(joined([{ value: true, said: true }]), [true]);
  assert.deepEqual(short.said, span(0, 3), "and what was joined is left as it was");
  const open = { value: 1, said: span(null) };
  assert.deepEqual(joined([open, { value: 9, said: span(1) }]), [span(null), span(1)]);
});

// Stretches of days: every day of the picture belongs to one, and only the outcome says what is covered.

import assert from "node:assert/strict";
import { test } from "node:test";
import { dayText } from "../../../content/calculator/engine/months.js";
import { deadlinesOf, spansOf } from "../../../content/calculator/ui/spans.js";

const shown = (question, raw, outcome) => spansOf(question, raw, outcome).map((span) => `${dayText(span.from)} ${dayText(span.to)} ${span.state}`);
const LAPSE = { last_paid: "2031-01", resume: "2031-05" };

test("a wait ends the day before benefits begin", () => {
  assert.deepEqual(shown("lapse", LAPSE, { covered_until: "2031-02-28", benefits_from: "2031-08-01" }), [
    "2030-12-01 2031-01-31 paid",
    "2031-02-01 2031-02-28 grace",
    "2031-03-01 2031-04-30 lapsed",
    "2031-05-01 2031-07-31 waiting",
    "2031-08-01 2031-09-30 covered",
  ]);
});

test("no wait leaves no stretch for it", () => {
  assert.deepEqual(shown("lapse", LAPSE, { benefits_from: "2031-05-01" }), [
    "2030-12-01 2031-01-31 paid",
    "2031-02-01 2031-04-30 lapsed",
    "2031-05-01 2031-06-30 covered",
  ]);
});

test("between the earliest and the latest day nothing is sure", () => {
  assert.deepEqual(shown("lapse", LAPSE, { benefits_earliest: "2031-06-15", benefits_latest: "2031-08-01" }).slice(2), [
    "2031-05-01 2031-06-14 waiting",
    "2031-06-15 2031-07-31 open",
    "2031-08-01 2031-09-30 covered",
  ]);
});

test("where nothing is known all is open after payment resumes", () => {
  assert.deepEqual(shown("lapse", LAPSE, {}).slice(2), ["2031-05-01 2031-07-31 open"]);
});

test("cover that outlasts the gap is not shown twice", () => {
  assert.deepEqual(shown("lapse", LAPSE, { covered_until: "2031-12-31", benefits_from: "2031-05-01" })[1], "2031-02-01 2031-04-30 grace");
});

test("months in the wrong order, or centuries apart, are not drawn", () => {
  assert.deepEqual(shown("lapse", { last_paid: "2031-05", resume: "2031-05" }, {}), []);
  assert.deepEqual(shown("lapse", { last_paid: "1950-01", resume: "2031-05" }, {}), []);
  assert.deepEqual(shown("cost", LAPSE, {}), []);
});

test("residents: whole years, and a payment within the year leaves its months before it open to view", () => {
  assert.deepEqual(shown("resident", { last_insured_year: "2030", enrol_year: "2032", paid_on: "2032-03-10" }, { benefits_from: "2032-06-10" }), [
    "2030-01-01 2030-12-31 paid",
    "2031-01-01 2032-03-09 lapsed",
    "2032-03-10 2032-06-09 waiting",
    "2032-06-10 2032-12-31 covered",
  ]);
});

test("deadlines come in the order of their days", () => {
  const outcome = { benefits_from: "2031-08-01", covered_until: "2031-02-28", last_day_without_wait: "2031-04-30" };
  assert.deepEqual(deadlinesOf("lapse", outcome).map((one) => one.key), ["covered_until", "last_day_without_wait", "benefits_from"]);
  assert.deepEqual(deadlinesOf("retirement", outcome), []);
});

import assert from "node:assert/strict";
import { test } from "node:test";

import { dayText, parseDay } from "../../../content/calculator/engine/months.js";
import {
  distinctWaits, lapsedYears, possibleWaits, tellWait, waitEnds,
} from "../../../content/calculator/engine/residentwait.js";
import { solid } from "../../../content/calculator/engine/walking.js";
import { UNSTATED, months } from "./book.js";

const INSIDE = { late: false, then: {} };
const LATE = { late: true, then: {} };
const LAW = { fixed_wait: months(3), extra_wait_per_year: months(1), extra_from_year: 2, repair_per_year: months(1) };
const totals = (then, window, years, repaired = 0) => possibleWaits(then, window, years, repaired).waits.map((wait) => wait.total);
const m = (count, days = 0) => ({ months: count, days });

test("Lapsed years lie strictly between the last and the new one", () => {
  assert.deepEqual([lapsedYears(2030, 2034), lapsedYears(2030, 2031), lapsedYears(2030, 2034, 2032), lapsedYears(2030, 2034, 2040), lapsedYears(2030, 2034, 2020)], [3, 0, 2, 0, 3]);
});

test("A word is no value", () => {
  assert.deepEqual([solid(UNSTATED), solid(undefined), solid(0), solid(months(3))], [undefined, undefined, 0, months(3)]);
});

test("The wait is the fixed part and one extra for each year from the second", () => {
  assert.deepEqual(possibleWaits(LAW, INSIDE, 3, 0), {
    waits: [{ fixed: m(3), extra: m(2), total: m(5) }], fixed: m(3), known: true, repairUnknown: false, floorUnknown: false,
  });
  assert.deepEqual(totals(LAW, INSIDE, 1), [m(3)]);
});

test("Repair takes off the extra part and never touches the fixed one", () => {
  assert.deepEqual(totals(LAW, INSIDE, 3, 1), [m(4)]);
  assert.deepEqual(totals(LAW, INSIDE, 3, 3), [m(3)]);
  assert.deepEqual(totals({ ...LAW, repair_per_year: months(2) }, INSIDE, 4, 1), [m(4)]);
  assert.deepEqual(totals({ ...LAW, repair_per_year: months(30, "days") }, INSIDE, 4, 1), [m(5)]);
});

test("Repair whose worth is not stated gives both readings", () => {
  const found = possibleWaits({ ...LAW, repair_per_year: UNSTATED }, INSIDE, 3, 1);
  assert.deepEqual([found.waits.map((one) => one.total), found.repairUnknown], [[m(4), m(5)], true]);
  assert.equal(possibleWaits({ ...LAW, repair_per_year: UNSTATED }, INSIDE, 1, 1).repairUnknown, false);
  assert.equal(possibleWaits({ ...LAW, repair_per_year: UNSTATED }, INSIDE, 3, 0).repairUnknown, false);
});

test("An extra part whose first year is not stated is read from the first and from the second", () => {
  assert.deepEqual(totals({ ...LAW, extra_from_year: UNSTATED }, INSIDE, 3), [m(6), m(5)]);
  assert.deepEqual(totals({ ...LAW, extra_from_year: undefined }, INSIDE, 1), [m(4), m(3)]);
});

test("An extra part that cannot apply need not be stated; one that can must be", () => {
  assert.deepEqual(totals({ ...LAW, extra_wait_per_year: UNSTATED }, INSIDE, 1), [m(3)]);
  assert.deepEqual(possibleWaits({ ...LAW, extra_wait_per_year: UNSTATED }, INSIDE, 2, 0), { waits: [], fixed: m(3), known: false });
  assert.deepEqual(totals({ fixed_wait: months(3) }, INSIDE, 2), [m(3)]);
  assert.deepEqual(totals({ fixed_wait: UNSTATED, late_fixed_wait: months(3) }, LATE, 2), []);
});

test("Late payers wait their own fixed part where the text sets one", () => {
  const then = { late_fixed_wait: months(6), fixed_wait: months(3) };
  assert.deepEqual([totals(then, LATE, 1), totals(then, INSIDE, 1)], [[m(6)], [m(3)]]);
  assert.deepEqual(totals({ late_fixed_wait: months(6) }, INSIDE, 1), [m(0)]);
  assert.deepEqual(totals({ late_fixed_wait: UNSTATED, fixed_wait: months(3) }, LATE, 0), []);
  assert.deepEqual([totals({ fixed_wait: UNSTATED }, INSIDE, 1), totals({}, INSIDE, 1), totals(undefined, LATE, 0)], [[], [], []]);
});

test("A notice that states the wait replaces the fixed part", () => {
  const window = { late: true, then: { waiting: months(60, "days") } };
  assert.deepEqual(possibleWaits(undefined, window, 0, 0), { waits: [{ fixed: m(0, 60), extra: m(0), total: m(0, 60) }], fixed: m(0, 60), known: true });
  assert.deepEqual(possibleWaits(undefined, window, 2, 0), { waits: [], fixed: m(0, 60), known: false });
  assert.deepEqual(totals(LAW, window, 2), [m(1, 60)]);
  assert.deepEqual(totals(LAW, { late: true, then: { waiting: months(1, "years") } }, 1), [m(12)]);
});

test("From the floor's year on the whole wait is never shorter than the floor", () => {
  const then = { ...LAW, floor_after_years: "4", floor_total: months(6) };
  assert.deepEqual([totals(then, INSIDE, 5, 3), totals(then, INSIDE, 3, 2), totals(then, INSIDE, 4, 0), totals(then, INSIDE, 5, 0)], [[m(6)], [m(3)], [m(6)], [m(7)]]);
  assert.deepEqual(possibleWaits(then, INSIDE, 5, 3).waits[0].extra, m(1));
  assert.deepEqual(totals({ ...then, floor_total: months(200, "days") }, INSIDE, 4), [m(6), m(0, 200)]);
});

test("A floor that is not stated leaves what repair takes off open", () => {
  const then = { ...LAW, floor_after_years: "4", floor_total: UNSTATED };
  const repaired = possibleWaits(then, INSIDE, 4, 2);
  assert.deepEqual([repaired.waits.map((one) => one.total), repaired.floorUnknown], [[m(4), m(6)], true]);
  assert.deepEqual([totals(then, INSIDE, 4), possibleWaits(then, INSIDE, 3, 0).floorUnknown], [[m(6)], false]);
});

test("Months and days are never converted: their order may move the end", () => {
  const ends = waitEnds(parseDay("2031-01-31"), m(1, 1));
  assert.deepEqual([dayText(ends.earliest), dayText(ends.latest)], ["2031-03-01", "2031-03-02"]);
});

test("Waits that are the same count once", () => {
  const wait = { fixed: m(3), extra: m(0), total: m(3) };
  const other = { fixed: m(3), extra: m(1), total: m(4) };
  assert.deepEqual(distinctWaits([wait, other, { ...wait }]), [wait, other]);
});

test("A wait is told in its own unit, and not where both count", () => {
  const outcome = {};
  tellWait(outcome, "a", m(3));
  tellWait(outcome, "b", m(0, 90));
  tellWait(outcome, "c", m(0), "days");
  tellWait(outcome, "d", m(0));
  tellWait(outcome, "e", m(1, 90));
  assert.deepEqual(outcome, { a_months: 3, b_days: 90, c_days: 0, d_months: 0 });
});

test("A notice that speaks of those who missed last year gives their whole wait, where the law leaves the extra open", () => {
  const open = { fixed_wait: months(3), extra_wait_per_year: UNSTATED, extra_from_year: UNSTATED };
  const notice = (when) => ({ late: false, then: { waiting: months(3) }, result: { row: 1, record: { rows: [{ when: {} }, { when }] } } });
  const lapsed = notice({ insured_years_before: { low: 0, high: 0 } });
  assert.deepEqual(possibleWaits(open, lapsed, 1, 0).waits, [{ fixed: m(3), extra: m(0), total: m(3) }]);
  assert.equal(possibleWaits(open, lapsed, 2, 0).known, false);
  assert.equal(possibleWaits(open, notice({ paid_on: { low: null, high: null } }), 1, 0).known, false);
  assert.equal(possibleWaits(open, { ...lapsed, then: { waiting: UNSTATED } }, 1, 0).known, false);
  assert.equal(possibleWaits(open, { ...lapsed, result: { ...lapsed.result, row: "otherwise" } }, 1, 0).known, false);
  assert.deepEqual(totals({ ...open, floor_after_years: "1", floor_total: months(6) }, lapsed, 1, 1), [m(6)]);
  const stated = { ...open, extra_wait_per_year: months(1) };
  assert.deepEqual([totals(stated, lapsed, 3), totals(stated, INSIDE, 3)], [[m(5)], [m(6), m(5)]]); // the first of three adds nothing
  assert.deepEqual(totals({ ...stated, extra_from_year: 1 }, lapsed, 3), [m(6)]);
});

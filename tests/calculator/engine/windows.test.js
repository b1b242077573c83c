import assert from "node:assert/strict";
import { test } from "node:test";

import { newYear, parseDay } from "../../../content/calculator/engine/months.js";
import { findWindows, opensOn } from "../../../content/calculator/engine/windows.js";
import { UNSTATED, months, row, span, table } from "./book.js";
import { notice, residents } from "./residentbook.js";

const paid = (text, more = {}) => ({ enrol_year: 2032, paid_on: parseDay(text), ...more });
const find = (parts, text, lapsed = 1, more = {}) => findWindows(residents(parts), paid(text, more), lapsed);
const brief = (found) => found.windows.map((one) => [one.slug, one.late, one.assumed]);
const AUTUMN = { previous: true, start: { month: 9, day: 1 }, end: { month: 12, day: 31 } };
const WINTER = { previous: true, start: { month: 9, day: 1 }, end: { month: 2, day: null } };

test("The notice of the year names the window", () => {
  assert.deepEqual(brief(find({ windows: notice() }, "2032-02-29")), [["concentrated", false, false]]);
  assert.deepEqual(brief(find({ windows: notice() }, "2032-03-01")), [["late", true, false]]);
});

test("Without a notice the windows of every year hold the day", () => {
  const recurring = table([
    row({ window: "concentrated" }, { opens: AUTUMN, starts: "year-start" }),
    row({ window: "late" }, { opens: UNSTATED, waiting: months(3) }),
  ]);
  assert.deepEqual(brief(find({ recurring }, "2031-09-01")), [["concentrated", false, false]]);
  const late = find({ recurring }, "2032-01-01");
  assert.deepEqual([brief(late), late.windows[0].then.waiting, late.windows[0].result.row], [[["late", true, true]], months(3), 1]);
  assert.deepEqual(brief(find({ recurring }, "2031-08-31")), [["concentrated", false, true]]);
});

test("A window for a group holds only for that group", () => {
  const recurring = table([row({ who: "student", window: "extended" }, { opens: { previous: false, start: { month: 3, day: 1 }, end: { month: 3, day: 31 } } })]);
  assert.deepEqual(brief(find({ recurring }, "2032-03-31", 1, { who: "student" })), [["extended", false, false]]);
  assert.deepEqual(brief(find({ recurring }, "2032-03-31")), [["late", true, true]]);
});

test("Without any window the date alone decides, as an assumption", () => {
  assert.deepEqual(brief(find({}, "2031-12-31")), [["concentrated", false, true]]);
  assert.deepEqual(brief(find({}, "2032-01-01")), [["late", true, true]]);
});

test("After the last window the notice names both readings hold until the year begins", () => {
  const windows = table([row({ paid_on: { low: "2031-09-01", high: "2031-12-25" } }, { window: "concentrated" })], { otherwise: UNSTATED });
  const found = find({ windows }, "2031-12-26");
  assert.deepEqual([brief(found), found.unclear], [[["concentrated", false, true], ["late", true, true]], true]);
  assert.deepEqual(brief(find({ windows }, "2031-12-25")), [["concentrated", false, false]]);
  assert.deepEqual([brief(find({ windows }, "2032-01-01")), find({ windows }, "2032-01-01").unclear], [[["late", true, true]], false]);
  assert.deepEqual(brief(find({ windows }, "2031-08-01")), [["concentrated", false, true]]);
});

test("A day the notice leaves open in the year is read both ways", () => {
  const windows = table([
    row({ paid_on: { low: null, high: "2032-02-25" } }, { window: "concentrated" }),
    row({ paid_on: { low: "2032-02-26", high: "2032-02-29" } }, UNSTATED),
  ], { otherwise: UNSTATED });
  assert.deepEqual([find({ windows }, "2032-02-26").windows.length, find({ windows }, "2032-03-01").windows.length], [2, 1]);
  const endless = table([row({ paid_on: { low: "2031-10-01", high: null } }, { window: "concentrated" }), row({ paid_on: { low: null, high: "2031-09-30" } }, UNSTATED)]);
  assert.equal(find({ windows: endless }, "2031-09-01").windows.length, 1);
});

test("A row without the window's name still says when benefits begin", () => {
  for (const then of [{ starts: "month-after-payment" }, { starts: "month-after-payment", window: UNSTATED }]) {
    const [window] = find({ windows: table([row({}, then)]) }, "2032-03-01").windows;
    assert.deepEqual([window.slug, window.late, window.assumed, window.then], ["late", true, true, then]);
  }
});

test("People insured last year are those of one year or more; those who lapsed have none", () => {
  const windows = table([
    row({ insured_years_before: span(2) }, { window: "late", starts: "payment-day" }),
    row({ insured_years_before: span(0, 1) }, { window: "late", starts: "after-waiting" }),
  ]);
  const one = table([row({ insured_years_before: span(1) }, { window: "late" }), row({ insured_years_before: span(0, 0) }, { window: "extended" })]);
  const open = find({ windows }, "2032-03-01", 0);
  assert.deepEqual([open.windows.map((window) => window.then.starts), open.missing], [["after-waiting", "payment-day"], ["insured_years_before"]]);
  assert.deepEqual(find({ windows }, "2032-03-01", 0, { insured_years_before: 2 }).windows.map((window) => window.then.starts), ["payment-day"]);
  const lapsed = find({ windows }, "2032-03-01", 1, { insured_years_before: 9 });
  assert.deepEqual([lapsed.windows.map((window) => window.then.starts), lapsed.missing], [["after-waiting"], []]);
  assert.deepEqual([brief(find({ windows: one }, "2032-03-01", 0)), find({ windows: one }, "2032-03-01", 0).missing], [[["late", true, false]], []]);
});

test("A window that recurs ends in the year when it runs over the new year", () => {
  const on = (opens, text) => opensOn(opens, paid(text));
  assert.deepEqual([on(WINTER, "2031-09-01"), on(WINTER, "2032-02-29"), on(WINTER, "2032-03-01"), on(WINTER, "2031-08-31")], [true, true, false, false]);
  assert.deepEqual([on(AUTUMN, "2031-12-31"), on(AUTUMN, "2032-09-01")], [true, false]);
  const spring = { previous: false, start: { month: 1, day: 1 }, end: { month: 6, day: 30 } };
  assert.deepEqual([on(spring, "2032-01-01"), on(spring, "2032-06-30"), on(spring, "2032-07-01"), on(spring, "2031-06-30")], [true, true, false, false]);
  assert.deepEqual([on(undefined, "2032-01-01"), on(UNSTATED, "2032-01-01"), newYear(2032) > 0], [false, false, true]);
});

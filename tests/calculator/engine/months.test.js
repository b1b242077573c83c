import assert from "node:assert/strict";
import { test } from "node:test";
import {
  addMonths, dayText, firstDay, lastDay, monthLength, monthOf, monthOfDay, monthText, newYear, parseDay, parseMonth, yearOf,
} from "../../../content/calculator/engine/months.js";

const day = (text) => parseDay(text);

test("a month is the year times twelve and the month less one", () => {
  assert.equal(parseMonth("2026-07"), 24318);
  assert.equal(monthOf(2026, 7), 24318);
  assert.equal(monthText(24318), "2026-07");
  assert.equal(monthText(monthOf(2030, 1)), "2030-01");
  assert.equal(monthText(monthOf(2030, 12)), "2030-12");
  assert.equal(yearOf(monthOf(2030, 12)), 2030);
  assert.equal(yearOf(monthOf(2031, 1)), 2031);
});

test("a text that is no month is none", () => {
  for (const text of ["2026-00", "2026-13", "2026-7", "2026", "2026-07-01", "x2026-07", "2026-07x", ""]) {
    assert.equal(parseMonth(text), undefined, text);
  }
  assert.equal(parseMonth("2026-01"), monthOf(2026, 1));
  assert.equal(parseMonth("2026-12"), monthOf(2026, 12));
});

test("days are counted from 1970-01-01, through leap years and their exceptions", () => {
  assert.equal(day("1970-01-01"), 0);
  assert.equal(day("1969-12-31"), -1);
  assert.equal(day("2000-02-29"), 11016);
  assert.equal(day("2000-03-01"), 11017);
  assert.equal(day("2024-12-31"), 20088);
  for (const [month, length] of [["1900-02", 28], ["2000-02", 29], ["2023-02", 28], ["2024-02", 29], ["2100-02", 28], ["2024-04", 30], ["2024-12", 31]]) {
    assert.equal(monthLength(parseMonth(month)), length, month);
  }
});

test("a day that does not exist is none", () => {
  for (const text of ["2023-02-29", "2100-02-29", "2024-04-31", "2024-01-00", "2024-01-32", "2024-13-01", "2024-1-1", "2024-01", "x2024-01-01", "2024-01-01x"]) {
    assert.equal(parseDay(text), undefined, text);
  }
  assert.equal(dayText(day("2024-02-29")), "2024-02-29");
});

test("every day of four centuries is read as it is written, and lies in its own month", () => {
  for (let one = day("1900-01-01"); one <= day("2101-01-01"); one += 1) {
    const text = dayText(one);
    assert.equal(parseDay(text), one);
    assert.equal(monthOfDay(one), parseMonth(text.slice(0, 7)));
  }
});

test("the first and the last day of a month, and of a year", () => {
  assert.equal(dayText(firstDay(monthOf(2024, 2))), "2024-02-01");
  assert.equal(dayText(lastDay(monthOf(2024, 2))), "2024-02-29");
  assert.equal(dayText(lastDay(monthOf(2024, 12))), "2024-12-31");
  assert.equal(dayText(newYear(2025)), "2025-01-01");
});

test("the same day some months later; where there is none, the first of the month after", () => {
  const later = (text, count) => dayText(addMonths(day(text), count));
  assert.equal(later("2031-05-20", 3), "2031-08-20");
  assert.equal(later("2030-11-30", 3), "2031-03-01");
  assert.equal(later("2030-11-28", 3), "2031-02-28");
  assert.equal(later("2027-11-29", 3), "2028-02-29");
  assert.equal(later("2031-05-31", 1), "2031-07-01");
  assert.equal(later("2031-12-31", 1), "2032-01-31");
  assert.equal(later("2031-05-20", 0), "2031-05-20");
});

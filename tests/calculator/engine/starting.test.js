import assert from "node:assert/strict";
import { test } from "node:test";
import { dayText, parseDay, parseMonth } from "../../../content/calculator/engine/months.js";
import { after, benefitsStart, everyReading } from "../../../content/calculator/engine/starting.js";
import { months } from "./book.js";

const may = { month: parseMonth("2031-05") };
const paid = (text) => ({ month: parseMonth(text.slice(0, 7)), paidOn: parseDay(text) });
const text = (day) => (day === undefined ? undefined : dayText(day));
function start(waiting, countsFrom, when = may, readings = undefined) {
  const { from, earliest, latest, needs } = benefitsStart(waiting, countsFrom, when, readings);
  return [text(from), text(earliest), text(latest), needs];
}

test("payment-month: from the first of the month payment resumes", () => {
  assert.deepEqual(start(months(3), "payment-month"), ["2031-05-01", "2031-08-01", "2031-08-01", undefined]);
  assert.deepEqual(start(months(0), "unbroken"), ["2031-05-01", "2031-05-01", "2031-05-01", undefined]);
});

test("month-after-payment: a month later, with a wait or without", () => {
  assert.deepEqual(start(months(3), "month-after-payment"), ["2031-06-01", "2031-09-01", "2031-09-01", undefined]);
  assert.deepEqual(start(months(0), "month-after-payment"), ["2031-06-01", "2031-06-01", "2031-06-01", undefined]);
});

test("payment-day and the day after: months and days are not the same", () => {
  assert.deepEqual(start(months(3), "payment-day", paid("2031-05-20")), ["2031-05-20", "2031-08-20", "2031-08-20", undefined]);
  assert.deepEqual(start(months(90, "days"), "payment-day", paid("2031-05-20"))[1], "2031-08-18");
  assert.deepEqual(start(months(3), "day-after-payment", paid("2031-05-20"))[1], "2031-08-21");
  assert.deepEqual(start(months(90, "days"), "day-after-payment", paid("2031-05-20"))[1], "2031-08-19");
  assert.deepEqual(start(months(3), "payment-day", paid("2030-11-30"))[1], "2031-03-01");
});

test("without the day of payment it is a range over the month, and the day is needed", () => {
  assert.deepEqual(start(months(0), "payment-day"), [undefined, "2031-05-01", "2031-05-31", "paid_on"]);
  assert.deepEqual(start(months(1), "day-after-payment"), [undefined, "2031-06-02", "2031-07-01", "paid_on"]);
});

test("a text that names no start gives both readings, and no input would help", () => {
  assert.deepEqual(start(months(6), undefined), [undefined, "2031-11-01", "2031-12-01", undefined]);
  assert.deepEqual(start(months(0), undefined), [undefined, "2031-05-01", "2031-06-01", undefined]);
  assert.deepEqual(start(months(0), undefined, paid("2031-05-20"), everyReading()), [undefined, "2031-05-01", "2031-06-01", undefined]);
  assert.deepEqual(everyReading(), ["payment-day", "day-after-payment", "payment-month", "month-after-payment"]);
});

test("first-month runs on from the older wait, never before payment resumes", () => {
  const when = { month: parseMonth("2031-05"), lastPaid: parseMonth("2031-02"), firstMonth: parseMonth("2031-01") };
  assert.deepEqual(start(months(6), "first-month", when), ["2031-01-01", "2031-07-01", "2031-07-01", undefined]);
  assert.deepEqual(start(months(3), "first-month", when), ["2031-01-01", "2031-05-01", "2031-05-01", undefined]);
  const untold = { ...when, firstMonth: undefined };
  assert.deepEqual(start(months(6), "first-month", untold), [undefined, "2031-05-01", "2031-08-01", "first_enrolled"]);
  assert.deepEqual(start(months(6), "first-month"), [undefined, "2031-05-01", "2031-11-01", "first_enrolled"]);
});

test("year-start is 1 January of the year", () => {
  assert.deepEqual(start(months(0), "year-start"), ["2031-01-01", "2031-01-01", "2031-01-01", undefined]);
});

test("nothing begins before the day told", () => {
  const when = { month: parseMonth("2031-11"), paidOn: parseDay("2031-11-10"), notBefore: parseDay("2032-01-01") };
  assert.deepEqual(start(months(5), "payment-day", when), ["2032-01-01", "2032-06-01", "2032-06-01", undefined]);
  assert.deepEqual(start(months(5), undefined, when, everyReading()), ["2032-01-01", "2032-06-01", "2032-06-01", undefined]);
});

test("a wait in years is twelve months each", () => {
  assert.equal(dayText(after(parseDay("2031-05-20"), months(1, "years"))), "2032-05-20");
  assert.equal(dayText(after(parseDay("2031-05-20"), months(1, "days"))), "2031-05-21");
});

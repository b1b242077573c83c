// When benefits begin: a wait, where it is counted from, and the months and days of one person (FIELDS §8, 5–14).
// The one rule: a start the text does not state gives a range of both readings, never one date.

import { addMonths, firstDay, lastDay, newYear } from "./months.js";

const LONG_AGO = 0;
const READINGS = ["payment-day", "day-after-payment", "payment-month", "month-after-payment"];

/**
 * The first day of full benefits: {from, earliest, latest, needs}. `from` and `earliest`/`latest` are days; `from` is the first day
 * of the wait where that is certain; `needs` names the input that would turn the range into one day.
 * `waiting` is {amount, unit}; `countsFrom` a slug or undefined; `when` is {month, paidOn, firstMonth, lastPaid, notBefore}: the month of
 * payment, and, where known, the day of payment, the first month of an older wait, the last month it can have begun in, the day before
 * which no wait begins. `readings` are those tried where the text is silent.
 */
export function benefitsStart(waiting, countsFrom, when, readings = ["payment-month", "month-after-payment"]) {
  const known = countsFrom === undefined ? readings : [countsFrom];
  const spans = known.map((reading) => beginning(reading, when));
  const span = {
    earliest: Math.min(...spans.map((one) => one.earliest)),
    latest: Math.max(...spans.map((one) => one.latest)),
  };
  const notBefore = when.notBefore === undefined ? -Infinity : when.notBefore;
  const first = Math.max(span.earliest, notBefore);
  const last = Math.max(span.latest, notBefore);
  const needs = first < last && countsFrom !== undefined ? spans[0].needs : undefined;
  const floor = countsFrom === "first-month" ? firstDay(when.month) : -Infinity; // the older wait may be over: nobody is covered before paying again
  return {
    from: first === last ? first : undefined,
    earliest: Math.max(after(first, waiting), floor),
    latest: Math.max(after(last, waiting), floor),
    needs,
  };
}

/** All readings of a silent text where days of payment count too (residents). */
export function everyReading() {
  return [...READINGS];
}

/** The day on which a wait that began on `day` is over. Units are never converted: 90 days are not 3 months. */
export function after(day, waiting) {
  if (waiting.unit === "days") return day + waiting.amount;
  return addMonths(day, waiting.unit === "years" ? waiting.amount * 12 : waiting.amount);
}

function beginning(reading, when) {
  const { month } = when;
  if (reading === "month-after-payment") return sure(firstDay(month + 1));
  if (reading === "year-start") return sure(newYear(Math.floor(month / 12)));
  if (reading === "payment-day") return paid(when, 0);
  if (reading === "day-after-payment") return paid(when, 1);
  if (reading === "first-month") return fromFirstMonth(when);
  return sure(firstDay(month));
}

function paid({ month, paidOn }, more) {
  if (paidOn !== undefined) return sure(paidOn + more);
  return { earliest: firstDay(month) + more, latest: lastDay(month) + more, needs: "paid_on" };
}

// Not told: it began at the latest with the last month paid, and how long ago nobody knows.
function fromFirstMonth({ month, firstMonth, lastPaid = month }) {
  if (firstMonth !== undefined) return sure(firstDay(firstMonth));
  return { earliest: LONG_AGO, latest: firstDay(lastPaid), needs: "first_enrolled" };
}

function sure(day) {
  return { earliest: day, latest: day };
}

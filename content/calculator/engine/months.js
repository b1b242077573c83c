// Months and days as integers. A month is year × 12 + month − 1; a day is the number of days since 1970-01-01.
// The one rule: no Date here, so no clock and no time zone can move a deadline.

const MONTH = /^(\d{4})-(\d{2})$/;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The month of a year (1–12) as an integer. */
export function monthOf(year, month) {
  return year * 12 + month - 1;
}

/** The calendar year of a month. */
export function yearOf(month) {
  return Math.floor(month / 12);
}

/** `2024-06` → month; undefined where the text is no month. */
export function parseMonth(text) {
  const found = MONTH.exec(text);
  if (!found || found[2] < "01" || found[2] > "12") return undefined;
  return monthOf(Number(found[1]), Number(found[2]));
}

/** Month → `2024-06`. */
export function monthText(month) {
  return `${pad(yearOf(month), 4)}-${pad((month % 12) + 1, 2)}`;
}

/** `2024-02-29` → day; undefined where there is no such day. */
export function parseDay(text) {
  const found = DAY.exec(text);
  const month = found && parseMonth(text.slice(0, 7));
  if (!found || month === undefined) return undefined;
  const date = Number(found[3]);
  return date >= 1 && date <= monthLength(month) ? firstDay(month) + date - 1 : undefined;
}

/** Day → `2024-02-29`. */
export function dayText(day) {
  const month = monthOfDay(day);
  return `${monthText(month)}-${pad(day - firstDay(month) + 1, 2)}`;
}

/** The first day of a month. Counted in years that begin in March, so that the leap day comes last. */
export function firstDay(month) {
  const march = month - 2;
  const year = Math.floor(march / 12);
  const before = Math.floor((153 * (march - year * 12) + 2) / 5);
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + before - 719468;
}

/** The last day of a month. */
export function lastDay(month) {
  return firstDay(month + 1) - 1;
}

/** How many days a month has. */
export function monthLength(month) {
  return firstDay(month + 1) - firstDay(month);
}

/** The month a day lies in. */
export function monthOfDay(day) {
  let month = monthOf(1970, 1) + Math.floor((day * 12) / 365.2425);
  while (firstDay(month) > day) month -= 1;
  while (firstDay(month + 1) <= day) month += 1;
  return month;
}

/** 1 January of a year, as a day. */
export function newYear(year) {
  return firstDay(monthOf(year, 1));
}

/** The day `count` months later; where that month has no such day, the first of the month after it (FIELDS §8.11). */
export function addMonths(day, count) {
  const month = monthOfDay(day);
  const target = month + count;
  const offset = day - firstDay(month);
  return offset < monthLength(target) ? firstDay(target) + offset : firstDay(target + 1);
}

function pad(number, width) {
  return String(number).padStart(width, "0");
}

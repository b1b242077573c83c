// Months, days, money and shares as they are read aloud: «2024年6月», «2024年6月1日», «1,234.5元», «50%».
// The one rule: nothing is rounded for looks; what is said is what was counted.

import { monthOfDay, firstDay, parseDay, yearOf } from "../engine/months.js";

/** A month (integer) as «2024年6月». */
export function monthWords(month) {
  return `${yearOf(month)}年${(month % 12) + 1}月`;
}

/** A day (integer) as «2024年6月1日». */
export function dayWords(day) {
  const month = monthOfDay(day);
  return `${monthWords(month)}${day - firstDay(month) + 1}日`;
}

/** A date as records and results write it (`2024`, `2024-06`, `2024-06-01`) in words; other text as it is. */
export function isoWords(text) {
  const day = parseDay(String(text));
  if (day !== undefined) return dayWords(day);
  const found = /^(\d{4})(?:-(\d{2}))?$/.exec(String(text));
  if (!found) return String(text);
  return found[2] ? `${Number(found[1])}年${Number(found[2])}月` : `${Number(found[1])}年`;
}

/** A number with thousands separators and no trailing zeros. Takes numbers and decimal texts. */
export function numberWords(number) {
  const [whole, part] = decimalText(number).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const rest = (part || "").replace(/0+$/, "");
  return rest ? `${grouped}.${rest}` : grouped;
}

/** Yuan: «1,234.5元». */
export function moneyWords(amount) {
  return amount < 0 ? `-${numberWords(-amount)}元` : `${numberWords(amount)}元`;
}

/** A share of one: 0.5 or "0.5" is «50%». Exact: the point of the decimal text is moved. */
export function shareWords(share) {
  const [whole, part = ""] = decimalText(share).split(".");
  const digits = part.padEnd(2, "0");
  return `${numberWords(`${Number(whole + digits.slice(0, 2))}.${digits.slice(2)}`)}%`;
}

/** «3个月». */
export function monthsWords(count) {
  return `${numberWords(count)}个月`;
}

/** The months from one to another, both included: «2024年1月至5月». */
export function stretchWords(first, last) {
  if (first === last) return monthWords(first);
  const sameYear = yearOf(first) === yearOf(last);
  return `${monthWords(first)}至${sameYear ? `${(last % 12) + 1}月` : monthWords(last)}`;
}

function decimalText(number) {
  if (typeof number === "string") return number;
  const text = String(number);
  return /e/.test(text) ? number.toFixed(9) : text;
}

// The late fee of months paid late: whether law gives one, at what rate, who bears it, and for how many days.
// The one rule: only a record that binds gives a fee; where it is due and cannot be counted, the result says what is still needed.

import { ask } from "./asking.js";
import { lateFee } from "./backpayment.js";
import { firstDay, lastDay, monthLength, monthOfDay } from "./months.js";
import { parseDecimal, shareOf } from "./money.js";

/**
 * The fee: {asked, result, rate, payer, days, fen, open, missing, warnings}. `day` is the day of the law where the day of payment is not
 * known; `sums` is {monthly, whole}: all contributions of a month in fen, and whether they are all known. `days` are those of the first month.
 */
export function feeOf(data, values, day, sums) {
  const asked = ask(data, { insurance: values.insurance, rule: "back-payment", part: "permission" }, dayOf(values, day), feeFacts(values), feeKey);
  const found = asked.results.map((one) => ({ one, fee: lateFee(asked, one) }));
  const none = { asked, open: false, missing: [], warnings: forbidden(asked.results) };
  const charged = found.filter(({ one, fee }) => fee.rate !== undefined || speaksOfFee(one));
  if (!charged.length) return none;
  if (found.length > 1 && asked.missing.length) return undecided(values, none);
  const [{ fee }] = charged;
  if (fee.rate === undefined) return { ...none, payer: fee.payer, open: true, warnings: [...none.warnings, { key: "late-fee-unstated" }] };
  return { ...none, ...counted(values, fee, sums, none), result: fee.result, rate: fee.rate, payer: fee.payer };
}

// Whoever names no day asks for the contributions: they are answered, and the fee is only pointed to.
function undecided(values, none) {
  const { missing } = none.asked;
  const warnings = [...none.warnings, { key: "late-fee-depends", on: missing }];
  const wanted = values.paid_on !== undefined || values.late_days !== undefined;
  return wanted ? { ...none, open: true, missing, warnings } : { ...none, could: missing, warnings };
}

function dayOf(values, day) {
  return values.paid_on === undefined ? day : firstDay(monthOfDay(values.paid_on));
}

// The months paid for are the months missed, all of them paid back.
function feeFacts(values) {
  const { paid_on: paid, first_month: first, months } = values;
  const known = paid !== undefined && first !== undefined;
  return {
    gap_cause: values.gap_cause || (values.insurance === "flexible" ? "person" : undefined), first_enrolment: false, back_paid: true,
    lapse_months: months, repaid_after_months: known ? monthOfDay(paid) - first : undefined,
  };
}

function feeKey(result) {
  const then = result.then || {};
  return JSON.stringify([result.state === "answer" ? then.late_fee_daily_rate : undefined, then.late_fee_payer, then.allowed === "no" || result.state === "closed"]);
}

function speaksOfFee(one) {
  return one.state === "answer" && one.then.late_fee_daily_rate !== undefined;
}

function forbidden(results) {
  const no = results.every((one) => one.state === "closed" || (one.state === "answer" && one.then.allowed === "no"));
  return no ? [{ key: "not-allowed" }] : [];
}

function counted(values, fee, { monthly, whole }, none) {
  if (fee.rate === 0) return { fen: 0 };
  const rate = parseDecimal(fee.result.then.late_fee_daily_rate);
  const needs = ["first_month", "paid_on", "due_day"].filter((name) => values[name] === undefined);
  if (values.late_days === undefined && needs.length) {
    return { open: true, missing: needs, warnings: [...none.warnings, { key: "late-fee-needs", needs }] };
  }
  if (!whole) return { open: true };
  if (values.late_days !== undefined) return { days: values.late_days, fen: shareOf(monthly * values.months, rate, values.late_days) };
  return { days: daysLate(values, 0), fen: feeByMonth(values, monthly, rate) };
}

function feeByMonth(values, monthly, rate) {
  let fen = 0;
  for (let place = 0; place < values.months; place += 1) fen += shareOf(monthly, rate, daysLate(values, place));
  return fen;
}

// Due on the day named, in the month itself; in a month without such a day, on its last.
function daysLate({ first_month: first, paid_on: paid, due_day: due }, place) {
  const month = first + place;
  const day = due > monthLength(month) ? lastDay(month) : firstDay(month) + due - 1;
  return Math.max(0, paid - day);
}

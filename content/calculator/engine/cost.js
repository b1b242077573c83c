// What paying for months costs: contributions by payer, the base after floor and ceiling, the late fee where law gives one, the total.
// The one rule: every sum is whole fen, rounded where the law rounds, and the rows can be checked by hand.

import { feeOf } from "./costfee.js";
import { baseOf, lawDay, partsOf } from "./costlaw.js";
import { readInputs } from "./inputs.js";
import { firstDay } from "./months.js";
import { plainNumber, shareOf, yuan } from "./money.js";
import { addCouldAsk, addMissing, addStep, addUnknown, faulty, newResult, tell } from "./reporting.js";

const PAYERS = ["employer", "person"];

/** Answer the question: raw strings by input name → the result of reporting.js. */
export function cost(data, raw) {
  const { values, faults } = readInputs("cost", raw, data.index);
  const all = [...faults, ...costFaults(data, values)];
  if (all.length) return faulty("cost", all);
  const report = newResult("cost");
  const when = lawDay(data, values);
  if (when.assumed) noteToday(report, when);
  const base = baseOf(data, values, raw, when.day);
  const parts = partsOf(data, values, raw, when.day, base);
  tell(report, "months", values.months);
  noteBase(report, base, parts);
  noteRates(report, parts);
  noteChange(report, data, values, raw, { when, base, parts });
  const rows = parts.rows.map((row) => moneyRow(row, base, values.months));
  tellContributions(report, rows, parts, values);
  const fee = tellFee(report, data, values, { rows, when, whole: parts.openPayers.length === 0 });
  tellTotal(report, rows, parts, fee);
  return report;
}

function costFaults(data, values) {
  const { paid_on: paid, first_month: first } = values;
  const faults = [];
  if (paid !== undefined && first !== undefined && paid < firstDay(first)) faults.push({ field: "paid_on", key: "before-first-month" });
  const plan = data.index.conditions.plan;
  const choices = plan ? plan.choices.map((choice) => choice.id) : [];
  if (values.plan !== undefined && plan && !choices.includes(values.plan)) faults.push({ field: "plan", key: "not-choice", text: values.plan, choices });
  return faults;
}

function noteToday(report, when) {
  report.warnings.push({ key: "law-of-today", day: when.day });
  addCouldAsk(report, ["first_month"]);
}

function moneyRow(row, base, months) {
  const monthly = row.rate ? shareOf(base.fen, row.rate) : row.monthly;
  return { ...row, base: row.rate ? base.fen : undefined, months, monthly, amount: monthly * months };
}

function noteBase(report, base, parts) {
  if (base.result && base.set) addStep(report, base.asked, base.result, "base", { base: yuan(base.given), base_cny: yuan(base.fen) });
  if (!base.result) addUnknown(report, base.asked, base.unknown);
  if (base.yearly !== undefined) report.warnings.push({ key: "yearly-fixed", yearly_cny: yuan(base.yearly) });
  if (base.monthly !== undefined && base.given !== undefined) report.warnings.push({ key: "monthly-fixed", base: yuan(base.given), monthly_cny: yuan(base.monthly) });
  if (parts.rows.every((row) => !row.rate)) return;
  tell(report, "base_cny", yuan(base.fen));
  if (base.moved) report.warnings.push({ key: base.moved, base: yuan(base.given), base_cny: yuan(base.fen) });
  if (!base.set) report.warnings.push({ key: "base-unchecked", base_cny: yuan(base.fen) });
}

function noteRates(report, parts) {
  if (parts.result) addStep(report, parts.asked, parts.result, parts.fixed ? "base" : "rates", parts.said);
  if (parts.unknown && parts.missing.length) addUnknown(report, parts.asked, parts.unknown);
  addMissing(report, parts.missing);
  addCouldAsk(report, parts.could);
  parts.own.forEach((name) => report.warnings.push({ key: "own-rate", name, rate: parts.said[name] }));
  if (parts.supplement !== undefined) report.warnings.push({ key: "supplement-apart", rate: parts.supplement });
}

// Rates and bounds of the first month stand for all; where those of a later month differ, the sum is only part of the answer.
function noteChange(report, data, values, raw, { when, base, parts }) {
  if (when.assumed || values.first_month === undefined) return;
  for (let place = 1; place < values.months; place += 1) {
    const day = firstDay(values.first_month + place);
    const later = baseOf(data, values, raw, day);
    const other = partsOf(data, values, raw, day, later);
    const same = later.fen === base.fen && JSON.stringify(bare(other.rows)) === JSON.stringify(bare(parts.rows));
    if (!same) {
      report.warnings.push({ key: "law-changes", month: values.first_month + place });
      return;
    }
  }
}

function bare(rows) {
  return rows.map((row) => [row.key, row.rate, row.monthly]);
}

function tellContributions(report, rows, parts, values) {
  for (const payer of PAYERS) {
    const own = rows.filter((row) => row.payer === payer);
    const open = parts.openPayers.includes(payer);
    if (own.length && !open) tell(report, `${payer}_cny`, yuan(sum(own)));
  }
  report.outcome.rows = rows.map((row) => ({
    key: row.key, payer: row.payer, base_cny: yuan(row.base), rate: plainNumber(row.rate),
    months: values.months, monthly_cny: yuan(row.monthly), amount_cny: yuan(row.amount),
  }));
}

function sum(rows) {
  return rows.reduce((all, row) => all + row.amount, 0);
}

function tellFee(report, data, values, { rows, when, whole }) {
  const fee = feeOf(data, values, when.day, { monthly: rows.reduce((all, row) => all + row.monthly, 0), whole });
  addMissing(report, fee.missing);
  addCouldAsk(report, fee.could || []);
  fee.warnings.forEach((warning) => report.warnings.push(warning));
  tell(report, "late_fee_daily_rate", fee.rate);
  tell(report, "late_fee_payer", fee.payer);
  tell(report, "late_days", fee.days);
  tell(report, "late_fee_cny", yuan(fee.fen));
  if (fee.result) addStep(report, fee.asked, fee.result, "late-fee", { late_days: fee.days, late_fee_cny: yuan(fee.fen), paid_on: values.paid_on });
  if (fee.fen) report.outcome.rows.push({ key: "late-fee", payer: fee.payer, rate: fee.rate, months: values.months, days: fee.days, amount_cny: yuan(fee.fen) });
  return fee;
}

function tellTotal(report, rows, parts, fee) {
  if (!rows.length) return;
  const changes = report.warnings.some((warning) => warning.key === "law-changes");
  if (!parts.openPayers.length) tell(report, "total_cny", yuan(sum(rows) + (fee.fen || 0)));
  const open = [parts.openPayers.length > 0, fee.open, parts.supplement !== undefined, parts.planOpen, changes];
  report.answered = open.some(Boolean) ? "partly" : "yes";
}


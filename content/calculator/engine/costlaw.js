// What the records say of rates and bases in a month, and what the person says instead.
// The one rule: one row is the person's or none; a rate the record leaves out is asked for, never supplied.

import { ask } from "./asking.js";
import { firstDay, monthOfDay, parseDay } from "./months.js";
import { parseDecimal, parseFen, plainNumber, yuan } from "./money.js";
import { solid } from "./walking.js";

const RATES = { employee: ["employer_rate", "employee_rate"], flexible: ["flexible_rate"] };
const AMOUNTS = ["base_floor_cny", "base_ceiling_cny", "base_cny", "monthly_cny", "yearly_cny", "supplement_cny_month"];
const PAYER_OF = { employer_rate: "employer", employee_rate: "person", flexible_rate: "person" };

/** The day whose law is asked: {day, assumed}: the 1st of first_month, else of the month of paid_on, else the day of the data. */
export function lawDay(data, values) {
  if (values.first_month !== undefined) return { day: firstDay(values.first_month), assumed: false };
  if (values.paid_on !== undefined) return { day: firstDay(monthOfDay(values.paid_on)), assumed: false };
  return { day: parseDay(data.index.as_of), assumed: true };
}

/**
 * The monthly base in fen: {asked, result, unknown, given, fen, set, moved, monthly, yearly, supplement, missing}. `set` says that the record
 * bounds or sets it; `moved` is a warning key; `monthly` and `yearly` are fixed amounts, `supplement` one a month on top
 * (flexible workers).
 */
export function baseOf(data, values, raw, day) {
  const given = parseFen((raw.base || "").trim());
  const { asked, result, unknown, missing } = rowFor(data, values, "amounts", day);
  const bare = { asked, result, unknown, given, fen: given, set: false, missing };
  if (!result) return bare;
  if (values.insurance === "flexible") return flexibleBase(bare, result.then, values);
  const [floor, ceiling] = [fenOf(result.then, "base_floor_cny"), fenOf(result.then, "base_ceiling_cny")];
  return bounded({ ...bare, set: floor !== undefined || ceiling !== undefined }, floor, ceiling);
}

// People who pay for themselves often pay a fixed amount, or on a fixed base; a rate of their own goes before the amount.
function flexibleBase(bare, then, values) {
  const [floor, ceiling, fixed, monthly, yearly, supplement] = AMOUNTS.map((field) => fenOf(then, field));
  const own = { ...bare, supplement, set: [floor, ceiling, fixed].some((fen) => fen !== undefined) };
  if (monthly !== undefined && values.flexible_rate === undefined) return { ...own, set: false, monthly };
  if (fixed !== undefined) return { ...own, yearly, fen: fixed, moved: bare.given === undefined || fixed === bare.given ? undefined : "base-set" };
  return bounded({ ...own, yearly }, floor, ceiling);
}

function bounded(own, floor, ceiling) {
  const { given } = own;
  if (floor !== undefined && given < floor) return { ...own, fen: floor, moved: "base-raised" };
  if (ceiling !== undefined && given > ceiling) return { ...own, fen: ceiling, moved: "base-lowered" };
  return own;
}

/**
 * What is paid each month: {asked, result, unknown, rows, missing, could, own, openPayers, supplement, planOpen, said, fixed}; rows are {key, payer, rate}
 * or {key, payer, monthly}. Rates the person states come before the record's.
 * `supplement` is a share for large claims kept apart: the record does not say who pays it, so it is in no sum.
 */
export function partsOf(data, values, raw, day, base) {
  const own = RATES[values.insurance].filter((name) => values[name] !== undefined);
  if (base.monthly !== undefined) return fixedPart(base);
  const { asked, result, unknown, missing } = rowFor(data, values, "rates", day);
  const then = result ? result.then : {};
  const rate = (name) => (own.includes(name) ? parseDecimal(raw[name]) : rateIn(then, name));
  const names = RATES[values.insurance];
  const rows = names.filter(rate).map((name) => ({ key: name, payer: PAYER_OF[name], rate: rate(name) }));
  const open = names.filter((name) => !rate(name));
  if (base.fen === undefined) return baseless({ asked, result, unknown, missing, own, base, names });
  const fixed = fenOf(then, "employee_fixed_cny_month");
  if (base.supplement !== undefined && rows.length) rows.push({ key: "supplement_cny_month", payer: "person", monthly: base.supplement });
  if (fixed !== undefined && rows.length) rows.push({ key: "employee_fixed_cny_month", payer: "person", monthly: fixed });
  return {
    asked, result: own.length === names.length && fixed === undefined ? undefined : result, unknown, rows, own,
    missing: [...base.missing, ...(open.length && missing.length ? missing : open)],
    could: open.length && missing.length ? open : [],
    planOpen: base.missing.length > 0,
    openPayers: [...new Set(open.map((name) => PAYER_OF[name]))],
    supplement: plainNumber(rateIn(then, "supplement_rate")), said: saidRates(names, rate),
  };
}

// A rate without a base is no sum: the base is asked for.
function baseless({ asked, result, unknown, missing, own, base, names }) {
  return {
    asked, result, unknown, rows: [], own, missing: [...base.missing, ...missing, "base"], could: [], planOpen: base.missing.length > 0,
    openPayers: [...new Set(names.map((name) => PAYER_OF[name]))], said: {},
  };
}

function fixedPart(base) {
  const rows = [{ key: "monthly_cny", payer: "person", monthly: base.monthly }];
  if (base.supplement !== undefined) rows.push({ key: "supplement_cny_month", payer: "person", monthly: base.supplement });
  return { asked: base.asked, result: base.result, rows, missing: [], could: [], own: [], openPayers: [], said: { monthly_cny: yuan(base.monthly) }, fixed: true };
}

function saidRates(names, rate) {
  return names.reduce((all, name) => (rate(name) ? { ...all, [name]: plainNumber(rate(name)) } : all), {});
}

// Rows are kept by plan; without a plan they have to agree.
function rowFor(data, values, part, day) {
  const place = { insurance: values.insurance, rule: "contribution", part };
  const asked = ask(data, place, day, { plan: values.plan }, (result) => JSON.stringify([result.state, result.then]));
  const answers = asked.results.filter((result) => result.state === "answer");
  const chosen = answers.length === 1 && (asked.results.length === 1 || !asked.missing.length) ? answers[0] : undefined;
  const silent = asked.results.find((result) => result.state !== "answer");
  const reason = answers.length && !silent ? { reason: "several", record: answers[0].record } : silent;
  return { asked, result: chosen, unknown: chosen ? undefined : reason, missing: chosen ? [] : asked.missing };
}

function rateIn(then, name) {
  return solid(then[name]) === undefined ? undefined : parseDecimal(then[name]);
}

function fenOf(then, name) {
  return solid(then[name]) === undefined ? undefined : parseFen(then[name]);
}

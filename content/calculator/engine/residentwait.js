// How long a resident waits: the fixed part, the part that grows with the years missed, repair and floor (FIELDS §8.16).
// The one rule: what the text leaves open gives every reading, and the caller shows the range; units are never converted.

import { eachOnce, solid, wordOf } from "./walking.js";
import { addMonths } from "./months.js";

const NONE = { months: 0, days: 0 };

/** Years without insurance strictly between the last and the new one, none before `since` (a year, or undefined). */
export function lapsedYears(lastYear, enrolYear, since) {
  const first = since === undefined ? lastYear + 1 : Math.max(lastYear + 1, since);
  return Math.max(0, enrolYear - first);
}

/**
 * Every wait the text allows: {waits: [{fixed, extra, total}], fixed, known, repairUnknown, floorUnknown}, each part {months, days}.
 * `then` is the waiting record's row or undefined, `window` as of findWindows, `years` the lapsed years, `repaired` those paid back.
 */
export function possibleWaits(then, window, years, repaired) {
  const fixed = fixedWait(then || {}, window);
  if (years === 0) return { waits: fixed ? [{ fixed, extra: NONE, total: fixed }] : [], fixed, known: Boolean(fixed) };
  const extras = fixed && then ? extraWaits(then, years, repaired, window) : undefined;
  if (!extras) return { waits: [], fixed, known: false };
  const floor = floorOf(then, years);
  const whole = extraWaits(then, years, 0, window);
  const waits = extras.reduce((all, extra) => all.concat(floored(fixed, extra, floor)), []);
  if (floor === null && repaired > 0) waits.push(...whole.map((extra) => waitOf(fixed, extra)));
  return {
    waits, fixed, known: true,
    repairUnknown: repaired > 0 && !solid(then.repair_per_year) && whole.some((one) => !same(one, NONE)),
    floorUnknown: floor === null,
  };
}

/** The earliest and latest end of a wait that begins on `day`; they differ where months and days are added in another order. */
export function waitEnds(day, { months, days }) {
  const ends = [addMonths(day, months) + days, addMonths(day + days, months)];
  return { earliest: Math.min(...ends), latest: Math.max(...ends) };
}

/** The waits that differ, each once. */
export function distinctWaits(waits) {
  return eachOnce(waits, (wait) => JSON.stringify([wait.fixed, wait.extra, wait.total]));
}

/** Tell {months, days} under `name_months` or `name_days`; nothing where both count. */
export function tellWait(outcome, name, wait, unit = "months") {
  if (wait.months && wait.days) return;
  const own = wait.days ? "days" : wait.months ? "months" : unit;
  outcome[`${name}_${own}`] = wait[own];
}

// A notice that states the wait itself replaces the fixed part, whatever the law of every year says.
function fixedWait(then, window) {
  const own = solid(window.then.waiting);
  if (own) return durationOf(own);
  if (window.late && then.late_fixed_wait !== undefined) return durationOf(solid(then.late_fixed_wait));
  if (then.fixed_wait !== undefined) return durationOf(solid(then.fixed_wait));
  return solid(then.late_fixed_wait) ? NONE : undefined;
}

// The lapsed years from which the extra is added, as far as the texts tell. A notice that gives those who missed the year before their
// wait gives it for one lapsed year: then the first adds nothing.
function extraFrom(then, window) {
  const from = solid(then.extra_from_year);
  if (from !== undefined) return [from];
  return speaksOfLapsed(window) ? [2] : [1, 2];
}

function speaksOfLapsed({ then, result = {} }) {
  const rows = (result.record && result.record.rows) || [];
  return Boolean(solid(then.waiting)) && rows[result.row] !== undefined && rows[result.row].when.insured_years_before !== undefined;
}

function extraWaits(then, years, repaired, window) {
  const counts = extraFrom(then, window).map((one) => Math.max(0, years - one + 1));
  const each = solid(then.extra_wait_per_year);
  if (!each && counts.every((count) => count === 0)) return [NONE];
  if (!each) return then.extra_wait_per_year === undefined && !wordOf(then.fixed_wait) ? [NONE] : undefined;
  return counts.reduce((all, count) => all.concat(repairedExtras(then, each, count, repaired)), []);
}

function repairedExtras(then, each, count, repaired) {
  const less = solid(then.repair_per_year);
  const full = each.amount * count;
  if (!repaired) return [durationOf({ ...each, amount: full })];
  if (less && less.unit === each.unit) return [durationOf({ ...each, amount: Math.max(0, full - less.amount * repaired) })];
  const shorter = durationOf({ ...each, amount: each.amount * Math.max(0, count - repaired) });
  return less ? [shorter] : [shorter, durationOf({ ...each, amount: full })];
}

// undefined: no floor applies; null: it applies and the text does not say how long it is.
function floorOf(then, years) {
  const after = solid(then.floor_after_years);
  if (after === undefined || years < Number(after)) return undefined;
  return solid(then.floor_total) ? durationOf(then.floor_total) : null;
}

function floored(fixed, extra, floor) {
  const wait = waitOf(fixed, extra);
  if (!floor) return [wait];
  const alike = ["months", "days"].find((unit) => isOnly(wait.total, unit) && isOnly(floor, unit));
  if (alike) return [wait.total[alike] < floor[alike] ? { ...wait, total: floor } : wait];
  return [wait, { ...wait, total: floor }];
}

function waitOf(fixed, extra) {
  return { fixed, extra, total: { months: fixed.months + extra.months, days: fixed.days + extra.days } };
}

function isOnly(wait, unit) {
  return wait[unit === "months" ? "days" : "months"] === 0;
}

function same(one, two) {
  return one.months === two.months && one.days === two.days;
}

function durationOf(value) {
  if (!value) return undefined;
  if (value.unit === "days") return { months: 0, days: value.amount };
  return { months: value.unit === "years" ? value.amount * 12 : value.amount, days: 0 };
}

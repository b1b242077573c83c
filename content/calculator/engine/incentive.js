// What the years insured and the years missed do to a resident's serious-illness cap, in yuan.
// The one rule: where the text leaves a count open, both readings are worked; they give one amount or a range.

import { solid, wordOf } from "./walking.js";
import { parseDecimal, parseFen, shareOf } from "./money.js";

const FREE = Infinity;

/**
 * The bonus for years insured: {least, most, needs, unsure, capUnknown} in fen. `person` is {lapsed, enrolYear, before, zeroClaim}; `before` are the
 * continuous years up to the last insured one; `since` is the first year the record was in force (a
 * year, or undefined where its start is not known).
 */
export function bonusOf(then, person, since) {
  const each = solid(then.continuous_bonus_cny);
  const after = solid(then.bonus_after_years);
  if (each === undefined || after === undefined) return { unsure: "unstated" };
  if (person.before === undefined) return { needs: "insured_years_before" };
  if (person.lapsed > 0 && !isCertain(then, person)) return { unsure: "lapse" };
  const zero = zeroClaims(then, person);
  if (zero === undefined) return { unsure: "zero-claims" };
  const cap = capOf(then, "bonus");
  const amounts = countsOf(then, person, since).map((years) => {
    const units = Math.max(0, years - Number(after));
    return Math.min(cap, parseFen(each) * Math.floor(units) + zero);
  });
  const [least, most] = [Math.min(...amounts), Math.max(...amounts)];
  return { least, most, capUnknown: most > 0 && capIsOpen(then, "bonus", cap) };
}

/** The cut for years missed: {least, most, unsure, capUnknown} in fen. */
export function cutOf(then, lapsed) {
  if (lapsed === 0) return { least: 0, most: 0 };
  const each = solid(then.cut_per_year_cny);
  const once = solid(then.cut_on_return_cny);
  if (each === undefined && once === undefined) return { unsure: "unstated" };
  const cap = capOf(then, "cut");
  const amounts = each === undefined ? returning(then, once, lapsed) : [parseFen(each) * lapsed];
  const capped = amounts.map((fen) => Math.min(cap, fen));
  return { least: Math.min(...capped), most: Math.max(...capped), capUnknown: capIsOpen(then, "cut", cap) };
}

// Once, or once for every year: open where the text also speaks of a cut per year without saying how much.
function returning(then, once, lapsed) {
  const fen = parseFen(once);
  return then.cut_per_year_cny === undefined ? [fen] : [fen, fen * lapsed];
}

// After a lapse only years kept or lost are certain.
function isCertain(then, person) {
  if (person.before < Number(then.bonus_after_years)) return true;
  return then.continuous_bonus_kept === true || then.continuous_bonus_kept === false;
}

// The year paid for is itself one more continuous year. Years before the record began may count or not.
function countsOf(then, person, since) {
  if (person.lapsed > 0) return then.continuous_bonus_kept === true ? spread(person.before, person.enrolYear - 1 - person.lapsed, since) : [0];
  return spread(person.before + 1, person.enrolYear, since);
}

function spread(years, lastYear, since) {
  if (since === undefined) return [years, 0];
  return [years, Math.max(0, Math.min(years, lastYear - since + 1))];
}

function zeroClaims(then, { zeroClaim, lapsed }) {
  if (!zeroClaim) return 0;
  const each = solid(then.zero_claim_bonus_cny);
  return each === undefined || lapsed > 0 ? undefined : parseFen(each) * zeroClaim;
}

function capOf(then, kind) {
  const stand = solid(then[`${kind}_cap_cny`]);
  if (stand !== undefined) return parseFen(stand);
  const ratio = solid(then[`${kind}_cap_ratio`]);
  const base = solid(then.base_cap_cny);
  return ratio !== undefined && base !== undefined ? shareOf(parseFen(base), parseDecimal(ratio)) : FREE;
}

function capIsOpen(then, kind, cap) {
  const said = [then[`${kind}_cap_ratio`], then[`${kind}_cap_cny`]];
  return cap === FREE && said.some((value) => value !== undefined && wordOf(value) !== "none");
}

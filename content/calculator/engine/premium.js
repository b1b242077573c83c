// What a resident pays for the year, and what repairing missed years would cost.
// The one rule: a price is told only where one row is certainly this person's; otherwise the result says what could be asked.

import { standingOn } from "./asking.js";
import { meets } from "./matching.js";
import { newYear } from "./months.js";
import { parseFen } from "./money.js";
import { solid, wordOf } from "./walking.js";

const KEYS = ["who", "age", "plan"];
const WIDE = ["everyone", "other"];
const PRICE = { insurance: "resident", rule: "contribution", part: "resident" };

/**
 * The prices of the insured year: {asked, result, personal, subsidy, monthly} in fen, or {asked, could, prices} with the inputs that
 * would decide and the prices they lead to ([{when, personal}]), or {asked, unknown} with the reason.
 */
export function premiumOf(data, values) {
  const standing = standingOn(data.region, PRICE, newYear(values.enrol_year));
  const asked = { ...PRICE, region: data.region.region.slug, origin: standing.origin, bounds: [] };
  for (const record of standing.chain) {
    if (record.body === "inherits") continue;
    if (record.body !== "table") return { asked, unknown: { state: "unknown", reason: record.body, record } };
    const rows = (record.rows || []).map((row, number) => ({ ...row, number }));
    if (rows.every((row) => wordOf(row.then) === "unstated")) continue;
    return { asked, ...chosen(rows, values, record) };
  }
  const none = ["framed", "none-found"].includes(standing.origin);
  const reason = none ? standing.origin : standing.chain.length ? "unstated" : "missing";
  return { asked: { ...asked, bounds: bounding(standing.frames) }, unknown: { state: "unknown", reason, record: standing.searched } };
}

/** What is to be paid for the year in fen, with the subsidy where the window says so: {fen, lacks}. */
export function dueFor(premium, pays) {
  const whole = pays === "personal-and-subsidy";
  if (premium.personal === undefined) return {};
  if (whole && premium.subsidy === undefined) return { lacks: "subsidy" };
  return { fen: premium.personal + (whole ? premium.subsidy : 0) };
}

function chosen(rows, values, record) {
  const listed = rows.some((row) => row.when.who === values.who);
  const possible = rows.filter((row) => KEYS.every((key) => mayBe(row, key, values, listed)));
  const open = KEYS.filter((key) => possible.some((row) => isOpen(row, key, values)));
  if (possible.length === 1 && open.length === 0) return priced(possible[0], record);
  const asks = open.length ? open : KEYS.filter((key) => rows.some((row) => row.when[key] !== undefined));
  return { could: asks, prices: pricesOf(possible.length ? possible : rows) };
}

// `other` and `everyone` are whoever the record does not list beside them; a person of a group it does list is not among them.
function mayBe(row, key, values, listed) {
  const said = row.when[key];
  if (said === undefined || values[key] === undefined) return true;
  return meets(said, values[key]) || (WIDE.includes(said) && !listed);
}

function isOpen(row, key, values) {
  return row.when[key] !== undefined && row.when[key] !== "everyone" && values[key] === undefined;
}

function pricesOf(rows) {
  return rows.filter((row) => solid(row.then.personal_cny)).map((row) => ({ when: row.when, personal: parseFen(row.then.personal_cny) }));
}

function priced(row, record) {
  const word = wordOf(row.then);
  if (word) return { unknown: { state: "unknown", reason: word, record } };
  const fen = (field) => (solid(row.then[field]) === undefined ? undefined : parseFen(row.then[field]));
  const result = { record, row: row.number, then: row.then };
  if (fen("personal_cny") === undefined && fen("personal_cny_month") === undefined) {
    return { unknown: { state: "unknown", reason: "unstated", ...result } };
  }
  return { result, personal: fen("personal_cny"), subsidy: fen("subsidy_cny"), monthly: fen("personal_cny_month") };
}

function bounding(frames) {
  return frames.reduce((all, record) => all.concat(
    (record.rows || []).map((row, number) => ({ record, row: number, then: row.then })).filter((one) => !wordOf(one.then)),
    (record.limits || []).map((limit) => ({ record, limit })),
  ), []);
}

// Whether a row of a decision table is about a person. Three answers: it is, it is not, or it depends on what they have not said.
// Facts are typed: booleans, choice slugs, numbers, months and days as integers; what was not said is undefined.

import { parseDay } from "./months.js";

// What no edge of a table says: a quarter has three months.
const SPANS = { resumed_in_quarter_month: { low: 1, high: 3 } };
const FULL = new WeakMap();
const FROM_ZERO = ["months", "days", "years", "count"];

/** `when` with all that its conditions need (FIELDS §5), as condition → value. `conditions` is the index's. */
export function withNeeds(when, conditions) {
  const full = { ...when };
  const pending = Object.keys(when);
  while (pending.length) {
    const needs = (conditions[pending.pop()] || {}).needs || {};
    for (const name of Object.keys(needs)) {
      if (name in full) continue;
      full[name] = typeof needs[name] === "string" ? [needs[name]] : needs[name];
      pending.push(name);
    }
  }
  return full;
}

/** true, false, or the names of the conditions on which it depends. */
export function matchRow(when, facts, conditions) {
  const open = [];
  for (const [name, said] of needed(when, conditions)) {
    if (facts[name] === undefined) open.push(name);
    else if (!meets(said, facts[name])) return false;
  }
  return open.length ? open : true;
}

/** Whether a value of a person lies in what a condition says: a range (both ends included), choices, or yes and no. */
export function meets(said, value) {
  if (Array.isArray(said)) return said.includes(value);
  if (typeof said !== "object" || said === null) return said === value;
  const whole = Math.floor(value); // completed years and months (FIELDS §8.18)
  const low = end(said.low);
  const high = end(said.high);
  return (low === null || whole >= low) && (high === null || whole <= high);
}

/**
 * The cases the rows tell apart in a condition: [{value, said}]. `value` stands for the case, `said` is the case as `when` writes it:
 * true or false, a list of one choice, or the range between two edges.
 */
export function atoms(name, rows, condition) {
  if (condition.type === "boolean") return [false, true].map((value) => ({ value, said: value }));
  if (condition.choices) return condition.choices.map(({ id }) => ({ value: id, said: [id] }));
  const span = SPANS[name] || { low: FROM_ZERO.includes(condition.type) ? 0 : null, high: null };
  const edges = new Set();
  for (const row of rows) addEdges(row.when[name], edges);
  const inside = [...edges].filter((edge) => (span.low === null || edge > span.low) && (span.high === null || edge <= span.high));
  const starts = [span.low, ...inside.sort((one, two) => one - two)];
  return starts.map((low, place) => stretch(low, place + 1 < starts.length ? starts[place + 1] - 1 : span.high));
}

/** What a person may be for all of these cases together, as few `said` as say it. `cases` are neighbours in the order of `atoms`. */
export function joined(cases) {
  const found = [];
  for (const { said } of cases) {
    const last = found[found.length - 1];
    if (Array.isArray(said) && last) last.push(...said);
    else if (last && typeof last === "object" && last.high !== null && last.high + 1 === said.low) last.high = said.high;
    else found.push(Array.isArray(said) ? [...said] : typeof said === "object" ? { ...said } : said);
  }
  return found;
}

// Rows are matched again and again; what their conditions need is worked out once for each.
function needed(when, conditions) {
  if (!FULL.has(when)) FULL.set(when, Object.entries(withNeeds(when, conditions)));
  return FULL.get(when);
}

function stretch(low, high) {
  const value = low === null ? high : low;
  return { value: value === null ? 0 : value, said: { low, high } };
}

function addEdges(said, edges) {
  if (!said) return;
  const low = end(said.low);
  const high = end(said.high);
  if (low !== null) edges.add(low);
  if (high !== null) edges.add(high + 1);
}

function end(edge) {
  return typeof edge === "string" ? parseDay(edge) : edge;
}

// Through the records of a chain to the row that answers, and through every case of what a person has not said.
// The one rule: a row answers alone; `unstated` passes the question up the chain, `set-below` ends it, nothing is mixed.

import { atoms, joined, matchRow } from "./matching.js";

const ORDER = [
  "gap_cause", "back_paid", "repaid_after_months", "repaid_on_resumption", "back_paid_month", "paid_on", "first_enrolment",
  "continuous_months_before", "transferred", "came_from", "missed_in_year", "first_lapse", "in_waiting", "first_enrolled",
  "switch_days", "payment_rhythm", "resumed_in_quarter_month", "insured_years_before",
];

/** The names in the order people are asked (FIELDS §9), each once; others after them. */
export function inOrder(names) {
  const place = (name) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
  return [...new Set(names)].sort((one, two) => place(one) - place(two));
}

/** Whether a value is a word in place of a value (`unstated`, `none` …): the word, else undefined. */
export function wordOf(value) {
  return value && typeof value === "object" && "word" in value ? value.word : undefined;
}

/** A stated value; undefined where it is absent or a word stands in its place. */
export function solid(value) {
  return value === undefined || wordOf(value) ? undefined : value;
}

/** The items whose keys differ, each once, in their order. */
export function eachOnce(items, keyOf) {
  const seen = new Set();
  return items.filter((item) => {
    const key = keyOf(item);
    return !seen.has(key) && seen.add(key);
  });
}

/**
 * What a chain says of a person: {state: "answer", record, row, then}, {state: "closed", record, row} (not-possible),
 * {state: "unknown", reason, record?, row?}, or {state: "needs", name, values}: a condition to be known first, and its cases.
 * `rows` are all rows that must be told apart, those of the chain unless told.
 */
export function walk(chain, facts, conditions, rows = allRows(chain)) {
  let silent;
  for (const record of chain) {
    if (record.body === "inherits") continue;
    if (record.body !== "table") return { state: "unknown", reason: record.body, record };
    const found = answerOf(record, facts, conditions);
    if (found.state === "needs") return { ...found, values: atoms(found.name, rows, conditions[found.name]) };
    if (found.state !== "silent") return { ...found, record };
    silent = silent || { record, row: found.row };
  }
  return { state: "unknown", reason: "unstated", ...silent };
}

/** All rows of a chain's records. */
export function allRows(chain) {
  return chain.reduce((all, record) => all.concat(record.rows || []), []);
}

/**
 * Every case that is still possible. `solve(facts)` returns what `walk` does; `keyOf(result)` says which results are the same to the
 * asker. Returns {cases, results, missing}: a case is {key, given, results}, `given` the conditions that lead to it, as `when` writes them;
 * `missing` the conditions that decide between cases, in the order people are asked. `results` are those of all cases, each once,
 * with `given` (all facts, as values) and `under` (where there are several cases: what those it stands in share).
 */
export function explore(solve, facts, keyOf) {
  const missing = [];
  const cases = casesOf(solve, facts, keyOf, missing);
  return { cases, results: resultsOf(cases), missing: inOrder(missing) };
}

function resultsOf(cases) {
  const all = cases.reduce((sum, one) => sum.concat(one.results.map((result) => ({ ...result, under: one.given }))), []);
  if (cases.length === 1) return distinct(all).map((result) => ({ ...result, under: undefined }));
  return distinct(all).map((result) => ({
    ...result,
    under: common(all.filter((other) => identity(other) === identity(result)).map((other) => other.under)),
  }));
}

function common([first, ...others]) {
  const same = (name) => others.every((one) => JSON.stringify(one[name]) === JSON.stringify(first[name]));
  return Object.keys(first).filter(same).reduce((all, name) => ({ ...all, [name]: first[name] }), {});
}

/** Whether every case that is still possible passes a test: `explore` without the cases, and no further than to the first that fails. */
export function always(solve, facts, test) {
  const found = solve(facts);
  if (found.state !== "needs") return test(found);
  return found.values.every((atom) => always(solve, { ...facts, [found.name]: atom.value }, test));
}

function casesOf(solve, facts, keyOf, missing) {
  const found = solve(facts);
  if (found.state !== "needs") {
    const result = { ...found, given: facts };
    return [{ key: keyOf(result), given: {}, results: [result] }];
  }
  const branches = found.values.map((atom) => {
    const cases = casesOf(solve, { ...facts, [found.name]: atom.value }, keyOf, missing);
    return { atom, cases, mark: JSON.stringify(cases.map((one) => [one.key, one.given])) };
  });
  const groups = [...new Set(branches.map((one) => one.mark))].map((mark) => branches.filter((one) => one.mark === mark));
  if (groups.length === 1) return pooled(branches);
  missing.push(found.name);
  return groups.reduce((all, group) => all.concat(named(found.name, group)), []);
}

// Branches that end alike: one list of cases, with the results of all.
function pooled(branches) {
  return branches[0].cases.map((one, place) => ({
    ...one,
    results: distinct(branches.reduce((all, branch) => all.concat(branch.cases[place].results), [])),
  }));
}

function named(name, group) {
  const cases = pooled(group);
  return joined(group.map((one) => one.atom)).reduce(
    (all, said) => all.concat(cases.map((one) => ({ ...one, given: { [name]: said, ...one.given } }))),
    [],
  );
}

/** The results that differ in what they say or where they stand, each once. */
export function distinct(results) {
  return eachOnce(results, identity);
}

/** What makes two results the same: state, reason, record and what the row says. */
export function identity(result) {
  return JSON.stringify([result.state, result.reason, result.record && result.record.id, result.then]);
}

function answerOf(record, facts, conditions) {
  const open = new Set();
  const rows = record.rows || [];
  for (let row = 0; row < rows.length; row += 1) {
    const match = matchRow(rows[row].when, facts, conditions);
    if (match === true) return spoken(rows[row].then, row);
    if (match) firstAskable(match, conditions).forEach((name) => open.add(name));
  }
  if (open.size) return { state: "needs", name: inOrder(open)[0] };
  return record.otherwise ? spoken(record.otherwise, "otherwise") : { state: "silent" };
}

// A condition exists only where what it needs is known to hold; what it needs is asked first.
function firstAskable(names, conditions) {
  return names.filter((name) => !Object.keys((conditions[name] || {}).needs || {}).some((need) => names.includes(need)));
}

function spoken(then, row) {
  const word = wordOf(then);
  if (word === "unstated") return { state: "silent", row };
  if (word === "set-below") return { state: "unknown", reason: "set-below", row };
  if (word === "not-possible") return { state: "closed", row, then };
  return { state: "answer", row, then };
}

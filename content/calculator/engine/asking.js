// Asking the records: which row of which record answers a person on a day, or why none does.
// The one rule: the record is chosen by the day of the event, never by today; frames bound and do not answer.

import { matchRow } from "./matching.js";
import { dayText } from "./months.js";
import { explore, identity, walk, wordOf } from "./walking.js";

/** The cell of a region's file, or undefined. `place` is {insurance, rule, part}. */
export function cellOf(region, place) {
  return region.cells.find(
    (cell) => cell.insurance === place.insurance && cell.rule === place.rule && cell.part === place.part,
  );
}

/** What stands on a day: {origin, chain, frames, searched, early} with whole records. A day of no period is `missing`; `early`: before the first. */
export function standingOn(region, place, day) {
  const cell = cellOf(region, place);
  const text = dayText(day);
  const periods = (cell && cell.periods) || [];
  const found = periods.find(
    (one) => (!one.first_day || one.first_day <= text) && (!one.last_day || text <= one.last_day),
  );
  const answering = periods.filter((one) => (one.chain || []).length > 0);
  const early = answering.length > 0 && answering.every((one) => one.first_day && one.first_day > text);
  if (!found) return { origin: "missing", chain: [], frames: [], early };
  const records = (ids) => (ids || []).map((id) => ({ ...region.records[id], id }));
  return {
    origin: found.origin,
    chain: records(found.chain),
    frames: records(found.frames),
    searched: found.searched && { ...region.records[found.searched], id: found.searched },
    early: false,
  };
}

/**
 * A cell made ready for asking on a day: {rule, part, insurance, region, day, origin, chain, frames, conditions, solve, bounds}.
 * `solve(facts, rows)` says what its chain does, `bounds(facts)` what only caps or frames the answer; `region` is the slug.
 */
export function opened(data, place, day) {
  const standing = standingOn(data.region, place, day);
  const { conditions } = data.index;
  const nothing = { state: "unknown", reason: absenceOf(standing), record: standing.searched };
  return {
    ...place,
    region: data.region.region.slug,
    day,
    origin: standing.origin,
    chain: standing.chain,
    frames: standing.frames,
    conditions,
    solve: (facts, rows) => (standing.chain.length ? walk(standing.chain, facts, conditions, rows) : nothing),
    bounds: (facts) => boundsOf([...standing.frames, ...standing.chain], standing.frames, facts, conditions),
  };
}

/**
 * Ask a cell on a day. `facts` are typed values; what was not said is left out.
 * Returns {rule, part, insurance, region, day, origin, chain, results, cases, missing, bounds}: `results` holds every answer that is still possible
 * ({state, record, row, then, reason, given, under}), one where the person has said enough; `missing` the conditions that decide between them;
 * `cases` says which condition leads to which ({key, given, results}). `keyOf(result)`: results with one key are one to the asker.
 */
export function ask(data, place, day, facts, keyOf = identity) {
  const cell = opened(data, place, day);
  const { cases, results, missing } = explore((known) => cell.solve(known), facts, keyOf);
  const answerable = results.some((result) => result.state !== "unknown");
  return {
    ...place,
    region: cell.region,
    day,
    origin: cell.origin,
    chain: cell.chain,
    results,
    cases,
    missing: answerable ? missing : [],
    conditions: cell.conditions,
    bounds: cell.bounds(facts),
  };
}

/** The value of a field that all results share; undefined where one differs, is silent, or does not answer. */
export function agreed(results, field) {
  const values = results.map((result) => (result.state === "answer" ? stated(result.then, field) : undefined));
  const same = new Set(values.map((value) => JSON.stringify(value)));
  return same.size === 1 ? values[0] : undefined;
}

/** A field of a row where it is stated: not `unstated`, not absent. Other words (`none`) stay. */
export function stated(then, field) {
  const value = then[field];
  return wordOf(value) === "unstated" ? undefined : value;
}

function absenceOf({ origin, early }) {
  if (early) return "before-first";
  return origin === "framed" || origin === "none-found" ? origin : "missing";
}

// A bound with conditions not told is shown with them (`depends`): «if transferred, at most 6 months».
function boundsOf(records, frames, facts, conditions) {
  const found = [];
  const add = (when, bound) => {
    const match = matchRow(when, facts, conditions);
    if (match) found.push(match === true ? bound : { ...bound, depends: match });
  };
  for (const record of records) {
    for (const limit of record.limits || []) add(limit.when || {}, { record, limit });
    const rows = frames.includes(record) ? record.rows || [] : [];
    rows.forEach((row, number) => {
      if (!wordOf(row.then)) add(row.when, { record, row: number, then: row.then });
    });
  }
  return found;
}

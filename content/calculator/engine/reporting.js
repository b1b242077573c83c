// The parts every result has: {question, answered, outcome, steps, missing, could_ask, unknown, warnings, faults}. Keys and numbers only.

import { dayText } from "./months.js";
import { inOrder } from "./walking.js";

/** An empty result of a question. */
export function newResult(question) {
  return {
    question, answered: "no", outcome: {}, steps: [], missing: [], could_ask: [], unknown: [], warnings: [], faults: [],
  };
}

/** A result that only says which inputs are wrong. */
export function faulty(question, faults) {
  return { ...newResult(question), faults };
}

/**
 * Note where one answer comes from. `asked` is what `ask` returned, `result` one of its results, `key` names the sentence,
 * `said` holds the person's own numbers for it. A record of a region above is inherited, whatever the cell is. `assumed_start`: the
 * record does not say since when it holds, and nobody has seen it in force by the day asked about. `given`: the conditions nobody has
 * told under which the step holds, as `when` writes them; absent where it holds anyway, {} where it holds in some cases.
 */
export function addStep(report, asked, result, key, said = {}) {
  report.steps.push({
    key,
    rule: asked.rule,
    part: asked.part,
    insurance: asked.insurance,
    origin: result.record.region !== undefined && result.record.region !== asked.region ? "inherited" : asked.origin,
    record: result.record.id,
    row: result.row,
    then: result.then,
    given: result.under,
    assumed_start: startsUnknown(result.record, asked.day),
    said,
  });
}

/** Note that the book cannot answer a part, and why; `core` says it is what the question is about. */
export function addUnknown(report, asked, result, core = false) {
  report.unknown.push({
    rule: asked.rule,
    part: asked.part,
    insurance: asked.insurance,
    origin: asked.origin,
    reason: result.reason,
    record: result.record && result.record.id,
    bounds: asked.bounds.map((one) => ({ ...one, record: one.record.id })),
  });
  if (core) addMissing(report, [`${asked.rule}/${asked.part}`]);
}

/** Note what is still needed: inputs in the order they are asked, then `rule/part`, each once. */
export function addMissing(report, names) {
  const all = [...report.missing, ...names];
  report.missing = [
    ...inOrder(all.filter((name) => !name.includes("/"))),
    ...new Set(all.filter((name) => name.includes("/"))),
  ];
}

/** Note inputs that would answer more, where the core is answered without them. */
export function addCouldAsk(report, names) {
  report.could_ask = inOrder([...report.could_ask, ...names]);
}

/** Set a key of the outcome where the value is known; null and undefined are not. */
export function tell(report, key, value) {
  if (value !== undefined && value !== null) report.outcome[key] = value;
}

function startsUnknown({ period = {} }, day) {
  if (period.effective_from !== "unknown") return false;
  return period.seen_on === undefined || dayText(day) < period.seen_on;
}

// One sentence per step of a result: the person's own numbers first, then what the record says, then what follows for them.
// The one rule: every number is either the person's or the record's; each step can be checked by hand.

import { joinWords } from "./clauses.js";
import { sentenceWords, whenWords } from "./saying.js";
import { cautionWords } from "./sources.js";
import { LAPSE_STEP_WORDS } from "./steps-lapse.js";
import { COST_STEP_WORDS, RESIDENT_STEP_WORDS, RETIREMENT_STEP_WORDS } from "./steps-money.js";

const STEP_WORDS = { ...LAPSE_STEP_WORDS, ...RESIDENT_STEP_WORDS, ...COST_STEP_WORDS, ...RETIREMENT_STEP_WORDS };
const NO_STEP_WORDS = { lead: () => "", tail: () => "" };

/** The text of a step as the engine gives it, with what must be said about its source. */
export function stepWords(step, data) {
  const record = data.region.records[step.record];
  const words = STEP_WORDS[step.key] || NO_STEP_WORDS;
  const said = step.said || {};
  const sentences = [assumedWords(step, data.index), words.lead(said), ruleWords(step, record, data.index), words.tail(said, step.then || {})];
  const told = sentences.filter(Boolean).map((text) => (text.endsWith("。") ? text : `${text}。`));
  return [...told, ...cautionWords(record, data)].join("");
}

/** What the record's row says: «断缴4个月及以上，没有补缴：等待期6个月；从缴费当月起算。» */
export function ruleWords(step, record, index) {
  const row = typeof step.row === "number" ? (record.rows || [])[step.row] : undefined;
  const when = row ? whenWords(row.when, index, step.rule) : step.row === "otherwise" && (record.rows || []).length ? "其他情形" : "";
  if (step.then === undefined) return "";
  return `规定：${when}${when && "，"}${sentenceWords(step.part, step.rule, step.then, index)}`;
}

// A step that holds only under conditions nobody has told says so first.
function assumedWords(step, index) {
  const when = step.given && (whenWords(step.given, index, step.rule) || "是其中一种情形（要看还没填的几项）");
  const start = step.assumed_start ? "这条规定从哪天起执行没有写明，当作那时已在执行" : "";
  return joinWords(when ? `如果${when}` : "", start);
}

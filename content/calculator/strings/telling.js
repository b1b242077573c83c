// An engine's result as it is told: sentences, sources, lines, and the questions to ask. What `--json` prints and the page draws.
// The one rule: numbers are the engine's, words are added and nothing is counted here.

import { inputLabel } from "./asked.js";
import { INPUTS } from "../engine/inputs.js";
import { faultWords } from "./faults.js";
import { headlineWords } from "./headlines.js";
import { outcomeLines } from "./outcomes.js";
import { partWords, reasonWords, repeatedReason } from "./reasons.js";
import { questionScript } from "./script.js";
import { citeWords, isOverdue, originWords, regionName, sourceEntry } from "./sources.js";
import { stepWords } from "./steps.js";
import { possibleWords } from "./possible.js";
import { warningWords } from "./warnings.js";

/**
 * A result in words. `data` is {index, region}, `raw` what the person said (strings by input name).
 * {question, answered, headline: {state, title, text}, outcome, lines, possible, steps, missing, could_ask, asked, unknown, warnings,
 * questions, faults}; `asked` names both what is missing and what would tell more.
 */
export function tellResult(result, data, raw = {}) {
  const names = Object.keys(INPUTS[result.question]);
  return {
    question: result.question,
    answered: result.answered,
    headline: headlineWords(result, data),
    outcome: result.outcome,
    lines: outcomeLines(result.question, result.outcome, data.index),
    steps: result.steps.map((step) => toldStep(step, result, data)),
    missing: result.missing,
    asked: askedWords([...result.missing, ...(result.could_ask || [])], data.index),
    could_ask: result.could_ask || [],
    possible: [...(result.possible || []).map((one) => ({ ...one, text: possibleWords(one, data.index) })), ...schemeLines(result, data.index)],
    unknown: result.unknown.map((unknown, place) => toldUnknown(unknown, place, result, data)),
    warnings: [...warningWords(result.warnings, data.index), ...sourceWarnings(result, data)],
    questions: questionScript(result, data, raw),
    faults: result.faults.map((fault) => ({ field: fault.field, key: fault.key, text: faultWords(fault, result.question, data.index, names) })),
  };
}

// Where several schemes are worked at once, each line says whose it is.
function schemeWords({ insurance }, { steps, unknown }, { index }) {
  if (new Set([...steps, ...unknown].map((one) => one.insurance)).size < 2) return "";
  return `${index.insurance.find((one) => one.id === insurance).short}：`;
}

// Schemes that ask different things, one line each.
function schemeLines({ question, outcome }, index) {
  const schemes = outcome.by_insurance || {};
  return Object.keys(schemes).map((insurance) => {
    const lines = outcomeLines(question, schemes[insurance], index).map((line) => `${line.label}：${line.text}`);
    const { label } = index.insurance.find((one) => one.id === insurance);
    return { given: { insurance: [insurance] }, text: `${label}：${lines.join("；") || "没有收录到规定"}` };
  });
}

function toldStep(step, result, data) {
  const record = data.region.records[step.record];
  return {
    key: step.key,
    rule: step.rule,
    part: step.part,
    insurance: step.insurance,
    origin: step.origin,
    origin_text: originWords(record, data),
    record: step.record,
    ...sourceEntry(record, data),
    last_verified: record.last_verified,
    text: `${schemeWords(step, result, data)}${stepWords(withWait(step, result), data)}`,
  };
}

function toldUnknown(unknown, place, result, data) {
  const before = result.unknown.slice(0, place).some((other) => ["rule", "part", "insurance"].every((name) => other[name] === unknown[name]));
  const record = unknown.record ? data.region.records[unknown.record] : undefined;
  return {
    rule: unknown.rule,
    part: unknown.part,
    insurance: unknown.insurance,
    origin: unknown.origin,
    reason: unknown.reason,
    ...(record ? { record: unknown.record, ...sourceEntry(record, data), last_verified: record.last_verified } : {}),
    text: `${schemeWords(unknown, result, data)}${before ? repeatedReason(unknown, data) : reasonWords(unknown, data)}`,
  };
}

// A resident's wait is put together from several parts of the row, so the row alone does not hold it.
function withWait(step, { outcome }) {
  if (step.key !== "wait") return step;
  const { waiting_months: months, waiting_days: days } = outcome;
  return { ...step, said: { waiting_months: months, waiting_days: days, ...step.said } };
}

function askedWords(missing, index) {
  return missing.map((name) => {
    const [rule, part] = name.split("/");
    return { name, label: part ? partWords(rule, part, index) : inputLabel(name, index) };
  });
}

/** Weak, inferred and overdue sources, once each, beside the answer. */
function sourceWarnings(result, data) {
  const records = [...new Set(result.steps.map((step) => step.record))].map((id) => data.region.records[id]);
  const cite = (record) => (record.source ? citeWords(record.source, data.region.documents) : regionName(record.region, data.index));
  const told = (key, found, words) => found.map((record) => ({ key, text: `${cite(record)}：${words(record)}。` }));
  const weak = records.filter((record) => record.source && ["media", "secondary"].includes(record.source.tier));
  return onceEach([
    ...told("weak-source", weak, () => "没有读到官方原文，是转述，只能当线索"),
    ...told("inferred", records.filter((record) => record.inferred), (record) => record.inferred.replace(/。$/, "")),
    ...told("overdue", records.filter((record) => isOverdue(record, data.index)), () => "已过复核期限，请先核实"),
  ]);
}

function onceEach(warnings) {
  return warnings.filter((one, place) => warnings.findIndex((other) => other.text === one.text) === place);
}

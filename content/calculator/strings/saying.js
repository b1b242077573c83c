// A value of a record in words, from the declarations of the index: the same words as on the pages of the site.
// The one rule: every sentence comes from `say`, `phrases`, `choices` and `sentence`; nothing is said that the record does not hold.

import { dayWords, isoWords, moneyWords, monthWords, monthsWords, numberWords, shareWords } from "./dates.js";

const SPAN_UNITS = { months: "个月", days: "天", years: "年", count: "" };
const SHOWN = {
  months: (value) => monthsWords(value),
  days: (value) => `${numberWords(value)}天`,
  years: (value) => `${numberWords(value)}年`,
  count: (value) => numberWords(value),
  number: (value) => numberWords(value),
  cny: (value) => moneyWords(value),
  "cny-month": (value) => `${moneyWords(value)}/月`,
  "cny-year": (value) => `${moneyWords(value)}/年`,
  ratio: (value) => shareWords(value),
  "daily-rate": (value) => shareWords(value),
  duration: (value) => `${value.amount}${SPAN_UNITS[value.unit]}`,
  date: (value) => isoWords(value),
  year: (value) => isoWords(value),
  boolean: (value) => (value ? "是" : "否"),
  "month-range": (value) => monthRangeWords(value),
  "date-range": (value) => betweenWords(edgeWords(value.low), edgeWords(value.high)),
  window: (value) => windowWords(value),
};

/** The rule's entry in the index. */
export function ruleEntry(index, rule) {
  return index.rules.find((one) => one.rule === rule);
}

/** The part's entry in the index. */
export function partEntry(index, rule, part) {
  return ruleEntry(index, rule).parts.find((one) => one.part === part);
}

/** The declaration of a field of a rule: its own, a shared outcome, or a condition. */
export function fieldEntry(index, rule, name) {
  return ruleEntry(index, rule).fields[name] || index.outcomes[name] || index.conditions[name];
}

/** The value alone, as a table cell shows it. `value` as docs/api.md writes it. */
export function showWords(value, field, index) {
  if (isWord(value)) return index.words[value.word];
  const phrase = field.type === "boolean" || field.type === "duration" ? phraseOf(value, field) : undefined;
  if (phrase !== undefined) return phrase;
  if (Array.isArray(value)) return value.map((slug) => choiceLabel(field, slug)).join("、");
  if (field.choices) return choiceLabel(field, value);
  if (isSpan(value) && field.type in SPAN_UNITS) return spanWords(value, field.unit || SPAN_UNITS[field.type]);
  return (SHOWN[field.type] || String)(value);
}

/** The value as a clause of a sentence: its phrase, else its `say` with the value in place. */
export function sayWords(value, field, index) {
  if (isWord(value) && value.word === "unstated") return `${field.label}文件未写明`;
  const phrase = phraseOf(value, field);
  if (phrase !== undefined) return phrase;
  if (isWord(value)) return `${field.label}：${index.words[value.word]}`;
  if (field.type === "boolean" && field.say === "{value}") return `${field.label}：${showWords(value, field, index)}`;
  return field.say.replace("{value}", showWords(value, field, index));
}

/** A row's conditions or keys in words, in the order the rule asks them. Empty where it has none. */
export function whenWords(when, index, rule) {
  const order = ruleEntry(index, rule).parts.reduce((all, part) => all.concat(part.conditions, part.keys), []);
  const names = Object.keys(when).sort((one, two) => order.indexOf(one) - order.indexOf(two));
  return names.map((name) => conditionWords(when[name], fieldEntry(index, rule, name), index)).join("，");
}

/** The part's sentence filled in; a clause whose fields are absent is left out, and what the document does not say comes last. */
export function sentenceWords(part, rule, then, index) {
  if (isWord(then)) return `${index.words[then.word]}。`;
  const entry = partEntry(index, rule, part);
  const field = (name) => fieldEntry(index, rule, name);
  const silent = entry.fields.filter((name) => isWord(then[name]) && then[name].word === "unstated");
  const told = entry.sentence.map((template) => clauseWords(template, then, silent, field, index)).filter(Boolean);
  const unsaid = silent.map((name) => field(name).label).join("、");
  return [told.join("；"), unsaid && `文件未写明：${unsaid}`].filter(Boolean).map((text) => `${text}。`).join("");
}

/** What a limit caps: «断缴4个月及以上：等待期不超过6个月». */
export function limitWords(limit, rule, index) {
  const field = fieldEntry(index, rule, limit.field);
  const when = whenWords(limit.when || {}, index, rule);
  const sense = limit.bound === "at_most" ? "不超过" : "不少于";
  return `${when}${when ? "：" : ""}${field.label}${sense}${showWords(limit.value, field, index)}`;
}

function clauseWords(template, then, silent, field, index) {
  const names = (template.match(/\{[^}]+\}/g) || []).map((text) => text.slice(1, -1));
  const present = names.filter((name) => name in then && !silent.includes(name));
  const said = (name) => sayWords(then[name], field(name), index);
  if (present.length < names.length) return present.map(said).join("，");
  return template.replace(/\{([^}]+)\}/g, (text, name) => said(name));
}

function conditionWords(value, field, index) {
  if (Array.isArray(value)) return value.map((slug) => choiceLabel(field, slug)).join("或");
  return sayWords(value, field, index);
}

function phraseOf(value, field) {
  return (field.phrases || {})[writtenWords(value, field)];
}

function writtenWords(value, field) {
  if (isWord(value)) return value.word;
  if (field.type === "duration") return `${value.amount} ${value.amount === 1 ? value.unit.slice(0, -1) : value.unit}`;
  if (field.type === "ratio" || field.type === "daily-rate") return shareWords(value).replace(/,/g, "");
  return isSpan(value) || Array.isArray(value) ? undefined : String(value);
}

function choiceLabel(field, slug) {
  const found = field.choices.find((choice) => choice.id === slug);
  return found ? found.label : slug;
}

function isWord(value) {
  return typeof value === "object" && value !== null && "word" in value;
}

function isSpan(value) {
  return typeof value === "object" && value !== null && "low" in value;
}

function spanWords({ low, high }, unit) {
  if (high === null) return `${low}${unit}及以上`;
  if (low === high) return `${low}${unit}`;
  return !low ? `不超过${high}${unit}` : `${low}–${high}${unit}`;
}

function monthRangeWords({ low, high }) {
  if (low !== null && low % 12 === 0 && high === low + 11) return `${low / 12}年`;
  return betweenWords(low === null ? "" : monthWords(low), high === null ? "" : monthWords(high));
}

function betweenWords(first, last) {
  if (!first) return `${last}及以前`;
  if (!last) return `${first}及以后`;
  return first === last ? first : `${first}至${last}`;
}

function edgeWords(day) {
  if (day === null) return "";
  return typeof day === "number" ? dayWords(day) : isoWords(day);
}

function windowWords({ previous, start, end }) {
  const wraps = end.month < start.month || (end.month === start.month && (end.day || 31) < start.day);
  const [from, to] = previous ? ["上一年", "当年"] : ["当年", "次年"];
  const last = end.day ? `${end.day}日` : "底";
  return `${from}${start.month}月${start.day}日至${wraps ? to : ""}${end.month}月${last}`;
}

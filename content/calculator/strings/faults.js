// What is wrong with an input, beside its field: what was found, and how to write it instead.
// The one rule: a fault never blames, and always ends with something to type.

import { inputLabel, inputWords } from "./asked.js";

const FAULT_WORDS = {
  needed: ({ label, example }) => `还没有填${label}${example && `，例如 ${example}`}`,
  "unknown-input": ({ name, known }) => `没有“${name}”这一项；可以填：${known}`,
  "not-month": ({ text, example }) => `“${text}”不是月份；写成年-月，例如 ${example || "2024-06"}（1950年到2100年之间）`,
  "not-day": ({ text, example }) => `“${text}”不是日期，或没有这一天；写成年-月-日，例如 ${example || "2024-06-15"}`,
  "not-year": ({ text, example }) => `“${text}”不是年份；写四位数字，例如 ${example || "2024"}`,
  "not-boolean": ({ text }) => `“${text}”看不懂；是就写 yes，否就写 no`,
  "not-choice": ({ text, choices }) => `没有“${text}”这个选项；可以选：${choices}`,
  "not-slug": ({ text, choices }) => `没有“${text}”这个选项${choices && `；可以选：${choices}`}`,
  "not-count": ({ text, example }) => `“${text}”不是合适的整数；只写数字，例如 ${example || "3"}`,
  "not-money": ({ text, example }) => `“${text}”不是金额；只写数字，最多两位小数，例如 ${example || "5000"}`,
  "not-ratio": ({ text, example }) => `“${text}”不是比例；写成百分数或小数，例如 ${example || "8%"}`,
  "not-years": ({ text, example }) => `“${text}”不是年数；写整年或半年，例如 ${example || "22.5"}`,
  "not-after-last-paid": () => "恢复缴费的月份要晚于最后一个缴上费的月份；两个月份看一看是不是填反了",
  "not-back-paid": () => "上面选了没有补缴，就不用填补缴到账的月份；补过的，把“补上了吗”改成是",
  "before-first-missed": () => "补缴到账的月份不能早于第一个没缴费的月份",
  "not-in-resume-month": () => "缴费到账的日期要在恢复缴费的那个月里",
  "not-after-last-insured": ({ last_insured_year: last }) => `这次缴的年度要晚于最后一次参保的年度（${last}年）`,
  "too-early": ({ enrol_year: year }) => `${year}年度的费，最早在${year - 1}年缴；看看日期或年度是不是填错了`,
  "too-late": ({ enrol_year: year }) => `${year}年度的费，最晚在${year}年缴；看看日期或年度是不是填错了`,
  "more-than-lapsed": ({ most }) => (most ? `断保只有${most}年，补缴的年数不能比它多` : "没有断保的年度可补，写 0"),
  "before-first-month": () => "缴费日期早于要补的第一个月；看看是不是填反了",
  "more-than": ({ whole, most }, index) => `不能比“${inputLabel(whole, index)}”（${most}年）还多`,
  "after-retirement": () => "要早于退休的月份",
  "after-last-paid": () => "首次参保的月份不能晚于最后一个缴上费的月份",
};
const FAULT_FALLBACK = ({ label, example }) => `${label}填得不对${example && `；例如 ${example}`}`;

/** The sentence of a fault of a question's input. `names` are the question's inputs, for a field nobody knows. */
export function faultWords(fault, question, index, names = []) {
  const input = inputWords(question, fault.field, index);
  const choices = (fault.choices || input.choices.map((choice) => choice.id)).map((id) => choiceWords(id, input)).join("、");
  const words = FAULT_WORDS[fault.key] || FAULT_FALLBACK;
  return `${words({ ...fault, ...input, choices, known: names.join("、") }, index)}。`;
}

function choiceWords(id, input) {
  const found = input.choices.find((choice) => choice.id === id);
  return found ? `${id}（${found.label}）` : id;
}

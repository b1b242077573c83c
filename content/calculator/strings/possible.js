// One of several answers that are still possible: «如果断缴是单位欠缴：不用等，2024年6月1日起报销».
// The one rule: what tells the cases apart is said first, in the book's words.

import { isoWords, numberWords, shareWords } from "./dates.js";
import { whenWords } from "./saying.js";

const UNIT_WORDS = { months: "个月", days: "天", years: "年" };

/** The text of one possible answer: {given, waiting, waiting_benefit, benefits_earliest, benefits_latest} or {given, reason}. */
export function possibleWords(one, index) {
  const given = givenWords(one.given, index, one.rule);
  const lead = given ? `如果${given}：` : "";
  if (!one.waiting) return `${lead}本站的记录说不出等多久`;
  const { amount, unit } = one.waiting;
  const wait = amount ? `等${numberWords(amount)}${UNIT_WORDS[unit]}` : "不用等";
  const share = amount && one.waiting_benefit !== undefined ? `，等待期内按正常待遇的${shareWords(one.waiting_benefit)}报销` : "";
  const { benefits_earliest: earliest, benefits_latest: latest } = one;
  const start = earliest === latest ? `${isoWords(earliest)}起` : `${isoWords(earliest)}至${isoWords(latest)}之间`;
  return `${lead}${wait}，${start}恢复正常报销${share}`;
}

function givenWords(given, index, rule) {
  const telling = Object.keys(given || {}).filter((name) => !isAnything(given[name]));
  return whenWords(telling.reduce((all, name) => ({ ...all, [name]: given[name] }), {}), index, rule);
}

function isAnything(said) {
  return typeof said === "object" && said !== null && "low" in said && !said.low && said.high === null;
}

// The person's own part of each step about a lapse: what happened to them, and what follows.
// The one rule: the months are named, so that a person can count them again.

import { given, joinWords, saidDay, saidMonth } from "./clauses.js";
import { monthsWords, numberWords, stretchWords } from "./dates.js";

/** Per step key: {lead(said), tail(said, then)}, both clauses or nothing. */
export const LAPSE_STEP_WORDS = {
  stop: { lead: stopLead, tail: (said) => given(said.covered_until, (day) => `统筹报销到${saidDay(day)}为止`) },
  waiting: { lead: gapLead, tail: startTail },
  switch: { lead: gapLead, tail: startTail },
  "back-payment": { lead: repayLead, tail: (said) => given(said.back_payment_until, (day) => `最晚补缴到${saidDay(day)}`) },
  reset: { lead: gapLead, tail: resetTail },
  account: { lead: () => "断缴以后的个人账户", tail: () => "" },
  arrears: { lead: () => "断缴是单位欠缴造成的", tail: () => "" },
};

function stopLead(said) {
  return joinWords(
    given(said.last_paid, (month) => `您最后缴到${saidMonth(month)}`),
    given(said.first_missed, (month) => `${saidMonth(month)}是第一个没缴的月份`),
  );
}

function gapLead(said) {
  const between = said.first_missed !== undefined && said.resume !== undefined && said.lapse_months > 0;
  const stretch = between ? `（${stretchWords(said.first_missed, said.resume - 1)}）` : "";
  return joinWords(
    given(said.lapse_months, (count) => `您断缴${monthsWords(count)}${stretch}`),
    given(said.repaid_after_months, (count) => `补缴时已欠${monthsWords(count)}`),
    given(said.resume, (month) => `${saidMonth(month)}恢复缴费`),
  );
}

function repayLead(said) {
  return joinWords(
    given(said.lapse_months, (count) => `您断缴${monthsWords(count)}`),
    given(said.back_paid_month, (month) => `${saidMonth(month)}补缴的话，那时已欠${monthsWords(said.repaid_after_months)}`),
  );
}

function resetTail(said) {
  if (said.reset_after_months === undefined) return "";
  return said.lapse_months > said.reset_after_months ? "您断缴的月数超过了这个界限" : "您断缴的月数没有超过这个界限";
}

function waitWords(said, then) {
  const { amount, unit } = (!("waiting_months" in said) && then.waiting && !then.waiting.word && then.waiting) || {};
  const months = said.waiting_months !== undefined ? said.waiting_months : unit === "days" ? undefined : amount;
  const days = said.waiting_days !== undefined ? said.waiting_days : unit === "days" ? amount : undefined;
  if (days) return `要等${numberWords(days)}天`;
  if (unit === "years" && amount) return `要等${numberWords(amount)}年`;
  return months ? `要等${monthsWords(months)}` : months === 0 || days === 0 ? "不用等" : "";
}

/** When benefits begin, and after how long. */
export function startTail(said, then) {
  const { benefits_earliest: earliest, benefits_latest: latest, benefits_from: from = earliest === latest ? earliest : undefined } = said;
  const when = from !== undefined ? `${saidDay(from)}起正常报销` : given(earliest, (day) => `最早${saidDay(day)}、最晚${saidDay(latest)}起正常报销`);
  const waits = waitWords(said, then);
  const start = waits && given(said.waiting_from, (day) => `从${saidDay(day)}算起`);
  return joinWords(start, waits, when);
}

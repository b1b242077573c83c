// The person's own part of each step about residents, costs and retirement.
// The one rule: the person's numbers first, the record's after them, what follows last.

import { given, joinWords, saidDay, saidMonth } from "./clauses.js";
import { moneyWords, numberWords, shareWords } from "./dates.js";
import { startTail } from "./steps-lapse.js";

/** Per step key: {lead(said), tail(said, then)}, both clauses or nothing. */
export const RESIDENT_STEP_WORDS = {
  window: { lead: windowLead, tail: windowTail },
  wait: { lead: lapsedLead, tail: startTail },
  incentive: { lead: lapsedLead, tail: capTail },
  premium: { lead: (said) => given(said.enrol_year, (year) => `缴${year}年度的费`), tail: premiumTail },
};

/** The same for costs. */
export const COST_STEP_WORDS = {
  rates: { lead: ratesLead, tail: () => "" },
  base: { lead: (said) => given(said.base, (sum) => `您的缴费基数${moneyWords(sum)}`), tail: (said) => given(said.base_cny, (sum) => `按${moneyWords(sum)}算`) },
  "late-fee": { lead: feeLead, tail: (said) => given(said.late_fee_cny, (sum) => `滞纳金一共${moneyWords(sum)}`) },
};

/** The same for retirement. */
export const RETIREMENT_STEP_WORDS = {
  total: { lead: retireLead, tail: yearsTail },
  actual: { lead: retireLead, tail: yearsTail },
  shortfall: { lead: shortLead, tail: () => "" },
};

function windowLead(said) {
  return joinWords(given(said.paid_on, (day) => `您在${saidDay(day)}缴费`), given(said.enrol_year, (year) => `缴的是${year}年度`));
}

function windowTail(said) {
  return given(said.in_window, (inside) => (inside ? "属于集中缴费期内" : "不在集中缴费期内"));
}

function lapsedLead(said) {
  return joinWords(
    given(said.lapsed_years, (count) => (count ? `您断保${numberWords(count)}年` : "您没有断保")),
    given(said.repaired_years, (count) => (count ? `补缴${numberWords(count)}年` : "")),
  );
}

function capTail(said) {
  return given(said.cap_change_cny, (sum) => (sum < 0 ? `您的大病保险限额降低${moneyWords(-sum)}` : `您的大病保险限额提高${moneyWords(sum)}`));
}

function premiumTail(said) {
  return joinWords(
    given(said.personal_cny, (sum) => `个人部分${moneyWords(sum)}`),
    given(said.personal_cny_month, (sum) => `个人部分每月${moneyWords(sum)}`),
    given(said.premium_cny, (sum) => `您要缴${moneyWords(sum)}`),
  );
}

function ratesLead(said) {
  const names = [["employer_rate", "单位"], ["employee_rate", "个人"], ["flexible_rate", "灵活就业"]];
  const rates = names.filter(([name]) => said[name] !== undefined).map(([name, label]) => `${label}${shareWords(said[name])}`);
  return rates.length ? `按${rates.join("、")}算` : "";
}

function feeLead(said) {
  return joinWords(
    given(said.paid_on, (day) => `${saidDay(day)}缴清`),
    given(said.late_days, (days) => `第一个月逾期${numberWords(days)}天`),
  );
}

function retireLead(said) {
  return given(said.retire, (month) => `您${saidMonth(month)}退休`);
}

function yearsTail(said) {
  const actual = said.required_actual_years !== undefined;
  const need = actual ? said.required_actual_years : said.required_years;
  const short = actual ? said.shortfall_actual_years : said.shortfall_years;
  return joinWords(
    given(need, (years) => `您${actual ? "实际缴费" : "累计"}要满${numberWords(years)}年`),
    given(short, (years) => (years > 0 ? `还差${numberWords(years)}年` : "已经够了")),
  );
}

function shortLead(said) {
  return given(said.shortfall_years, (years) => (years > 0 ? `您还差${numberWords(years)}年` : "您的累计年限已经够了"));
}

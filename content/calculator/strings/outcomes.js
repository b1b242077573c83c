// The lines of a result: what each key of an outcome is called, and its value in words, in the order people want to know.
// The one rule: a choice of the book is said with the book's own label.

import { isoWords, moneyWords, monthsWords, numberWords, shareWords } from "./dates.js";
import { fieldEntry, showWords } from "./saying.js";

const asDay = (value) => isoWords(value);
const asMoney = (value) => moneyWords(value);
const asShare = (value) => shareWords(value);
const asYears = (value) => `${numberWords(value)}年`;
const yesNo = (yes, no) => (value) => (value ? yes : no);
const asChoice = (rule, name) => (value, index) => showWords(value, fieldEntry(index, rule, name), index);
const asBackPayment = (value, index) => (value === "not-possible" ? index.words[value] : asChoice("back-payment", "allowed")(value, index));
const COMMON_WORDS = {
  waiting_months: ["等待期", (value) => (value ? monthsWords(value) : "不用等")],
  waiting_days: ["等待期", (value) => (value ? `${numberWords(value)}天` : "不用等")],
  waiting_from: ["等待期第一天", asDay],
  waiting_benefit: ["等待期内的报销", (value) => (value ? `按正常待遇的${shareWords(value)}` : "统筹基金不报销")],
  counts_from: ["等待期从哪天算", asChoice("waiting-period", "counts_from")],
  benefits_from: ["恢复正常报销", (value) => `${isoWords(value)}起`],
  benefits_earliest: ["最早恢复报销", (value) => `${isoWords(value)}起`],
  benefits_latest: ["最晚恢复报销", (value) => `${isoWords(value)}起`],
  late_fee_daily_rate: ["滞纳金", (value) => (value ? `每日${shareWords(value)}` : "不收")],
  late_fee_payer: ["滞纳金谁出", asChoice("back-payment", "late_fee_payer")],
};
const LAPSE_WORDS = {
  benefits_from: COMMON_WORDS.benefits_from,
  benefits_earliest: COMMON_WORDS.benefits_earliest,
  benefits_latest: COMMON_WORDS.benefits_latest,
  waiting_months: COMMON_WORDS.waiting_months,
  waiting_days: COMMON_WORDS.waiting_days,
  waiting_from: COMMON_WORDS.waiting_from,
  waiting_benefit: COMMON_WORDS.waiting_benefit,
  counts_from: COMMON_WORDS.counts_from,
  gap_months: ["断缴", (value) => (value ? monthsWords(value) : "没有断")],
  covered_until: ["断缴前报销到", asDay],
  stops_on: ["从哪天起不能报销", asDay],
  gap_costs: ["断缴期间的医疗费", asChoice("waiting-period", "gap_costs")],
  gap_covered: ["断缴期间能报销吗", yesNo("能", "不能")],
  back_payment_allowed: ["能不能补缴", yesNo("能", "不能")],
  back_payment: ["补缴的规定", asBackPayment],
  back_payment_payer: ["补缴谁出钱", asChoice("back-payment", "payer")],
  back_payment_until: ["最晚补缴到", asDay],
  back_payment_after: ["过了那天", asBackPayment],
  late_fee_daily_rate: COMMON_WORDS.late_fee_daily_rate,
  late_fee_payer: COMMON_WORDS.late_fee_payer,
  last_day_without_wait: ["不用等待的最后一天", (value) => `${isoWords(value)}（这天以前恢复缴费）`],
  last_day_needs_back_payment: ["那样要不要补缴", yesNo("要把断缴的月份补上", "不用补缴")],
  years_reset: ["连续参保年限", yesNo("重新计算", "不重新计算")],
  years_kept: ["以前缴的年限", yesNo("保留", "不保留")],
  account: ["个人账户的余额", asChoice("personal-account", "on_lapse")],
};
const RESIDENT_WORDS = {
  benefits_from: ["开始报销", COMMON_WORDS.benefits_from[1]],
  benefits_earliest: ["最早开始报销", COMMON_WORDS.benefits_earliest[1]],
  benefits_latest: ["最晚开始报销", COMMON_WORDS.benefits_latest[1]],
  cover_ends: ["这一年度保障到", asDay],
  lapsed_years: ["断保", (value) => (value ? asYears(value) : "没有断")],
  window: ["缴费期", asChoice("enrolment-window", "window")],
  in_window: ["在集中缴费期内吗", yesNo("在", "不在")],
  window_assumed: ["缴费期是推定的吗", yesNo("是：没有收录这一年度的缴费通知", "不是")],
  waiting_fixed_months: ["固定等待期", (value) => (value ? monthsWords(value) : "没有")],
  waiting_variable_months: ["因断保加等", (value) => (value ? monthsWords(value) : "没有")],
  waiting_fixed_days: ["固定等待期", (value) => (value ? `${numberWords(value)}天` : "没有")],
  waiting_variable_days: ["因断保加等", (value) => (value ? `${numberWords(value)}天` : "没有")],
  waiting_months: ["一共要等", COMMON_WORDS.waiting_months[1]],
  waiting_days: ["一共要等", COMMON_WORDS.waiting_days[1]],
  waiting_from: COMMON_WORDS.waiting_from,
  waiting_benefit: COMMON_WORDS.waiting_benefit,
  bonus_cny: ["大病保险限额提高", asMoney],
  cut_cny: ["大病保险限额降低", asMoney],
  cap_change_cny: ["大病保险限额一共变动", (value) => (value > 0 ? `+${moneyWords(value)}` : moneyWords(value))],
  premium_cny: ["这一年度要缴", asMoney],
};
const COST_WORDS = {
  total_cny: ["一共", asMoney],
  person_cny: ["个人出", asMoney],
  employer_cny: ["单位出", asMoney],
  late_fee_cny: ["其中滞纳金", asMoney],
  late_fee_payer: COMMON_WORDS.late_fee_payer,
  late_fee_daily_rate: COMMON_WORDS.late_fee_daily_rate,
  late_days: ["逾期", (value) => `${numberWords(value)}天`],
  months: ["补缴", monthsWords],
  base_cny: ["每月缴费基数", asMoney],
};
const RETIREMENT_WORDS = {
  satisfied: ["年限够不够", yesNo("够", "不够")],
  required_years: ["要累计缴满", asYears],
  required_years_least: ["至少要累计缴满", asYears],
  required_years_most: ["至多要累计缴满", asYears],
  required_actual_years: ["其中实际缴费要满", asYears],
  shortfall_years: ["累计年限还差", (value) => (value ? asYears(value) : "不差")],
  shortfall_actual_years: ["实际缴费还差", (value) => (value ? asYears(value) : "不差")],
  actual_scope: ["实际缴费在哪里算", asChoice("retirement-years", "actual_scope")],
  or_continuous_years: ["或者连续缴满", asYears],
  unbroken_is_enough: ["一直连续缴到退休就行吗", yesNo("是", "不是，仍须满年限")],
  deemed_counts: ["视同缴费年限", yesNo("计入", "不计入")],
  ways: ["年限不足怎么办", asChoice("retirement-years", "ways")],
  base: ["补足的基数", (value) => String(value)],
  base_ratio: ["按基数的", asShare],
  rate: ["补足的费率", asShare],
  extension_years: ["可延长", asYears],
  deemed_until: ["视同缴费算到", asDay],
};
const OUTCOME_WORDS = { lapse: LAPSE_WORDS, resident: RESIDENT_WORDS, cost: COST_WORDS, retirement: RETIREMENT_WORDS };

/** The lines of an outcome in the order told: {key, label, value, text}. Keys that are tables of their own are left out. */
export function outcomeLines(question, outcome, index) {
  const words = OUTCOME_WORDS[question];
  return Object.keys(words).filter((key) => key in outcome).map((key) => {
    const [label, say] = words[key];
    return { key, label, value: outcome[key], text: say(outcome[key], index) };
  });
}

/** What a key of an outcome is called; the key itself where nobody named it. */
export function outcomeLabel(question, key) {
  const found = OUTCOME_WORDS[question][key];
  return found ? found[0] : key;
}

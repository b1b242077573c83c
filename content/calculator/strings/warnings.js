// What a person should hear beside the answer about lapses and residents: assumptions, traps, ranges. One sentence per key.
// The one rule: a warning says what to do about it.

import { COST_WARNING_WORDS } from "./warnings-cost.js";
import { dayWords, isoWords, moneyWords, monthsWords, numberWords } from "./dates.js";
import { inputLabel } from "./asked.js";
import { fieldEntry, showWords, whenWords } from "./saying.js";

const CALL_WORDS = "先打电话问准再缴费";
const LAPSE_WARNING_WORDS = {
  "no-gap": () => "两个月份紧挨着，中间没有断缴",
  "auto-exit": ({ auto_exit_after_months: most, lapse_months: count }) =>
    `欠费满${monthsWords(most)}会自动停保，您断缴了${monthsWords(count)}：重新参保要先办登记，先问经办机构`,
  "missed-in-year-assumed": ({ lapse_months: count }) =>
    `文件按医保年度累计未缴月数算，这里只知道这一次断了${monthsWords(count)}；同一年度还断过别的月份，填上“本年度累计未缴月数”再看`,
  "repaid-after-resumption": () => `补缴在恢复缴费以后才到账：从哪一天算起，文件没有写明，这里给出两种算法之间的范围，${CALL_WORDS}`,
};
const RESIDENT_WARNING_WORDS = {
  "lapses-since-unstated": () => "文件没有写从哪一年起算断保，这里把每一年都算上了，实际可能少一些",
  "counts-from-unstated": () => `文件没有写等待期从哪天算起，这里给出几种算法之间的范围，${CALL_WORDS}`,
  "window-assumed": ({ in_window: inside }) =>
    `没有收录写明这一天的缴费通知：年度开始以前缴的当作集中期内，以后缴的当作集中期外；您的按${inside ? "集中期内" : "集中期外"}算`,
  "window-unclear": () => "这一天在通知写明的缴费期以外，又在年度开始以前：算不算集中期内没有写明，两种都算了",
  exempt: ({ group }, index) => `按“${groupWords([group], index)}”算，不设等待期；缴费时带上证明材料`,
  "exempt-not-listed": ({ group, groups }, index) =>
    `文件列明不设等待期的是：${groupWords(groups, index)}；没有列“${groupWords([group], index)}”，所以照一般人算`,
  "not-exempt-assumed": ({ groups }, index) => `照一般人算。属于这些人群的不设等待期：${groupWords(groups, index)}；是的话，在“是否属于不设等待期的人群”里选上`,
  "repair-unknown": () => "补缴断保的年度能少等多久，文件没有写明，补缴前先问清楚",
  "floor-unknown": ({ lapsed_years: years }) => `断保${numberWords(years)}年的另有最低等待，文件没有写明多久`,
  "buys-nothing": ({ benefits_from: from, cover_ends: ends }) =>
    `等到${saidOn(from)}才能报销，这一年度的保障到${saidOn(ends)}就结束了：现在缴这一年的费，这一年一天也报销不到，${CALL_WORDS}`,
  "may-buy-nothing": ({ benefits_latest: latest, cover_ends: ends }) =>
    `最晚要等到${saidOn(latest)}，而这一年度的保障到${saidOn(ends)}就结束了：可能一天也报销不到，${CALL_WORDS}`,
  "premium-depends": ({ on, prices }, index) => `要缴多少因人而异，再填${on.map((name) => `“${inputLabel(name, index)}”`).join("、")}就能说准：${pricesWords(prices, index)}`,
  "subsidy-unknown": ({ personal_cny: sum }) => `个人部分${moneyWords(sum)}；集中期外还要自己付财政补助那部分，多少没有写明`,
  "pays-unstated": ({ personal_cny: sum }) => `个人部分${moneyWords(sum)}；集中期外要不要连财政补助一起缴，文件没有写明`,
  "repair-cost-reading": ({ personal_cny: sum }) => `补缴一年的花费按这次所缴年度的个人缴费${moneyWords(sum)}估，实际标准以当地为准`,
  "bonus-open": ({ least_cny: least, most_cny: most }) => `连续参保提高的限额在${moneyWords(least)}到${moneyWords(most)}之间：从哪一年起算，文件没有写明`,
  "cut-open": ({ least_cny: least, most_cny: most }) => `断保降低的限额在${moneyWords(least)}到${moneyWords(most)}之间：文件没有写明怎么累计`,
  "bonus-unknown": () => "连续参保能提高多少限额，凭收录到的文件算不出来",
  "cut-unknown": () => "断保会降低多少限额，凭收录到的文件算不出来",
  "bonus-cap-unknown": () => "提高的限额另有封顶，封顶多少没有收录",
  "cut-cap-unknown": () => "降低的限额另有封顶，封顶多少没有收录",
  "scope-unstated": ({ required_actual_years: years }) => `实际缴费要满${numberWords(years)}年，外地缴的算不算没有写明：要问清楚`,
};
const WARNING_WORDS = { ...LAPSE_WARNING_WORDS, ...RESIDENT_WARNING_WORDS, ...COST_WARNING_WORDS };

/** The warnings of a result in words: {key, text} each. A key without words is left out, so that no bare key is shown. */
export function warningWords(warnings, index) {
  return warnings
    .filter((warning) => WARNING_WORDS[warning.key])
    .map((warning) => ({ key: warning.key, text: `${WARNING_WORDS[warning.key](warning, index)}。` }));
}

function saidOn(day) {
  return typeof day === "number" ? dayWords(day) : isoWords(day);
}

function groupWords(groups, index) {
  return showWords(groups, fieldEntry(index, "lapse-penalty-resident", "exempt"), index);
}

function pricesWords(prices, index) {
  return prices.map(({ when, personal_cny: sum }) => `${whenWords(when, index, "contribution") || "其他人"}${moneyWords(sum)}`).join("；");
}

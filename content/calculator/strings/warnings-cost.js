// What a person should hear beside a sum of money: which law was used, what was moved, what is not in it.
// The one rule: a sum that is not all of it says what is left out.

import { dayWords, moneyWords, monthWords, numberWords, shareWords } from "./dates.js";
import { inputLabel } from "./asked.js";

/** Warnings of the question of costs, by key: (warning, index) → sentence without its full stop. */
export const COST_WARNING_WORDS = {
  "law-of-today": ({ day }) => `没有填从哪个月补起，按${dayWords(day)}的费率和基数算`,
  "law-changes": ({ month }) => `从${monthWords(month)}起费率或基数变了，这里全部按第一个月的算；分开算更准`,
  "base-raised": ({ base, base_cny: sum }) => `您填的${moneyWords(base)}低于下限，按下限${moneyWords(sum)}算`,
  "base-lowered": ({ base, base_cny: sum }) => `您填的${moneyWords(base)}高于上限，按上限${moneyWords(sum)}算`,
  "base-set": ({ base, base_cny: sum }) => `当地统一按${moneyWords(sum)}算，不按您填的${moneyWords(base)}`,
  "monthly-fixed": ({ monthly_cny: monthly }) => `当地公布的是每月缴${moneyWords(monthly)}，按公布的数算，不用基数去乘`,
  "yearly-fixed": ({ yearly_cny: yearly }) => `当地公布的是每年缴${moneyWords(yearly)}；只缴几个月怎么折算没有写明`,
  "base-unchecked": ({ base_cny: sum }) => `没有收录当地那时的基数上下限，直接按您填的${moneyWords(sum)}算；超出上下限的，实际会不同`,
  "own-rate": ({ name, rate }, index) => `${inputLabel(name, index)}${shareWords(rate)}是您自己填的，不是记录里的`,
  "supplement-apart": ({ rate, monthly_cny: monthly }) =>
    `另有大额（补充）医疗${rate === undefined ? "" : shareWords(rate)}${monthly === undefined ? "" : `每月${moneyWords(monthly)}`}，谁来缴没有写明，没有算在里面`,
  "late-fee": ({ rate, months, days, amount_cny: sum }) => `滞纳金：${numberWords(months)}个月、${numberWords(days)}天，每日${shareWords(rate)}，一共${moneyWords(sum)}`,
  "late-fee-depends": ({ on }, index) => `有没有滞纳金要看${namesWords(on, index)}，填上再看；这里没有算`,
  "late-fee-needs": ({ needs }, index) => `要算滞纳金，还要填${namesWords(needs, index)}；也可以只填“逾期天数”。这里没有算`,
  "late-fee-unstated": () => "文件说要收滞纳金，没有写每天多少；这里没有算",
  "not-allowed": () => "文件写明这种情形不能补缴：先问清楚，不要把钱交给别人代办",
};

function namesWords(names, index) {
  return names.map((name) => `“${inputLabel(name, index)}”`).join("、");
}

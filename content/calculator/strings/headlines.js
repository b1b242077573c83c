// The first sentence of every answer, for a person who has lost a job and holds a phone: what holds, or that we do not know.
// The one rule: «无法判断» comes first where it is so, with the reason, what is known, and what to do next. Never a default.

import { isoWords, moneyWords, monthsWords, numberWords, shareWords } from "./dates.js";
import { inputLabel } from "./asked.js";
import { shortReason } from "./reasons.js";

const YES_WORDS = { lapse: lapseYes, resident: residentYes, cost: costYes, retirement: retirementYes };
const PART_WORDS = { lapse: rangePart, resident: rangePart, cost: costPart, retirement: retirementPart };
const NO_WORDS_OF = {
  lapse: "哪天能恢复报销",
  resident: "哪天能开始报销",
  cost: "要缴多少钱",
  retirement: "要缴满多少年",
};

/** {state: "yes|partly|no|faults", title, text} of a result. `title` is a few words, `text` a sentence or two. */
export function headlineWords(result, data) {
  const { outcome, question } = result;
  if (result.faults.length) return { state: "faults", title: "有几处要改", text: "有填得不对的地方，改好以后才能算。" };
  if (result.answered === "yes") return { state: "yes", ...YES_WORDS[question](outcome, result.warnings) };
  if (result.answered === "partly") return { state: "partly", title: "只能说出一部分", text: partText(result, data) };
  return noHeadline(result, data);
}

/** The inputs that are still missing, by their labels: «断缴原因、缴费日期». */
export function missingWords(missing, index) {
  return missing.filter((name) => !name.includes("/")).map((name) => `“${inputLabel(name, index)}”`).join("、");
}

function noHeadline(result, data) {
  const asked = missingWords(result.missing, data.index);
  const core = result.unknown.find((one) => result.missing.includes(`${one.rule}/${one.part}`)) || (asked ? undefined : result.unknown[0]);
  if (asked && !core) {
    const known = result.question === "retirement" ? retirementPart(result.outcome) : "";
    const aim = known ? "才能说全" : `才能说出${NO_WORDS_OF[result.question]}`;
    return { state: "needs", title: "还差一点", text: `${known}${known && "。"}再填上${asked}，${aim}。` };
  }
  const why = core ? shortReason(core, data) : "本站没有收录到能回答的规定。";
  const more = asked ? `补上${asked}也许能说得更多。` : "";
  return {
    state: "no",
    title: "无法判断",
    text: `${NO_WORDS_OF[result.question]}，凭收录到的规定说不出来：${why}${more}请照下面的话打电话问清楚，不要按别的城市的规定办。`,
  };
}

function partText(result, data) {
  const asked = missingWords(result.missing, data.index);
  const told = PART_WORDS[result.question](result.outcome);
  const more = asked ? `再填上${asked}，能说得更准。` : "要准信，请照下面的话打电话问。";
  return `${told}${told && "。"}${more}`;
}

function lapseYes(outcome) {
  if (outcome.gap_months === 0) return { title: "没有断缴", text: "两个月份紧挨着，中间没有断。" };
  const gap = outcome.gap_months === undefined ? "" : `断缴${monthsWords(outcome.gap_months)}，`;
  return { title: `${isoWords(outcome.benefits_from)}起正常报销`, text: `${gap}${waitLead(outcome)}${isoWords(outcome.benefits_from)}起恢复正常报销${meanwhile(outcome)}。` };
}

function residentYes(outcome) {
  const lapsed = outcome.lapsed_years ? `断保${numberWords(outcome.lapsed_years)}年，` : "";
  const bought = outcome.cover_ends && outcome.benefits_from > outcome.cover_ends
    ? `。可是这一年度的保障到${isoWords(outcome.cover_ends)}就结束了，这一年报销不到`
    : "";
  return { title: `${isoWords(outcome.benefits_from)}起报销`, text: `${lapsed}${waitLead(outcome)}${isoWords(outcome.benefits_from)}起开始报销${meanwhile(outcome)}${bought}。` };
}

function costYes(outcome, warnings) {
  const open = warnings.some((warning) => warning.key === "late-fee-depends") ? "（不含滞纳金）" : "";
  const shares = [
    outcome.employer_cny !== undefined && `单位出${moneyWords(outcome.employer_cny)}`,
    outcome.person_cny !== undefined && `个人出${moneyWords(outcome.person_cny)}`,
    outcome.late_fee_cny ? `滞纳金${moneyWords(outcome.late_fee_cny)}` : "",
  ].filter(Boolean).join("，");
  return { title: `一共${moneyWords(outcome.total_cny)}${open}`, text: `补缴${monthsWords(outcome.months)}一共${moneyWords(outcome.total_cny)}${open}${shares && `：${shares}`}。` };
}

function retirementYes(outcome) {
  const years = numberWords(outcome.required_years);
  const short = outcome.shortfall_years;
  const lacks = short === undefined ? "" : short > 0 ? `，您还差${numberWords(short)}年` : "，您累计的年限已经够了";
  const actual = outcome.required_actual_years === undefined ? "" : `，其中实际缴费满${numberWords(outcome.required_actual_years)}年`;
  return { title: `要累计缴满${years}年`, text: `那时退休要累计缴满${years}年${actual}${lacks}。` };
}

function rangePart(outcome) {
  const wait = waitText(outcome);
  const range = outcome.benefits_earliest
    ? `最早${isoWords(outcome.benefits_earliest)}、最晚${isoWords(outcome.benefits_latest)}起恢复报销`
    : "哪一天起报销还说不准";
  return [wait, range].filter(Boolean).join("，");
}

function costPart(outcome) {
  if (outcome.person_cny !== undefined) return `个人要出${moneyWords(outcome.person_cny)}，别的还说不准`;
  return outcome.employer_cny !== undefined ? `单位要出${moneyWords(outcome.employer_cny)}，别的还说不准` : "";
}

function retirementPart({ required_years: years, required_years_least: least, required_years_most: most, required_actual_years: actual }) {
  if (years !== undefined) return `要累计缴满${numberWords(years)}年`;
  if (least !== undefined) return `要累计缴满${numberWords(least)}年到${numberWords(most)}年，看您的情况`;
  return actual !== undefined ? `实际缴费要满${numberWords(actual)}年，累计年限还说不准` : "";
}

// Several waits may end on one day: then the day is known and the wait is not told.
function waitText(outcome) {
  if (outcome.waiting_months === undefined && outcome.waiting_days === undefined) return "";
  if (outcome.waiting_days) return `要等${numberWords(outcome.waiting_days)}天`;
  return outcome.waiting_months ? `要等${monthsWords(outcome.waiting_months)}` : "不用等";
}

function waitLead(outcome) {
  const text = waitText(outcome);
  return text && `${text}，`;
}

function meanwhile(outcome) {
  if (outcome.waiting_benefit === undefined || !(outcome.waiting_months || outcome.waiting_days)) return "";
  return outcome.waiting_benefit ? `；等待期内按正常待遇的${shareWords(outcome.waiting_benefit)}报销` : "；等待期内统筹基金不报销";
}

// A told result as plain text: what the command prints and what «复制» puts on the clipboard.
// The one rule: the same words as on the page, in the same order, with every source.

import { isoWords, moneyWords, shareWords } from "./dates.js";
import { fieldEntry } from "./saying.js";

/** The whole answer as text. `told` is what tellResult gives; `data` its {index, region}. */
export function plainText(told, data) {
  if (told.faults.length) return `${told.faults.map((fault) => `${fault.field}：${fault.text}`).join("\n")}\n`;
  const sections = [
    [told.headline.title, told.headline.text],
    section("结果", told.lines.map((line) => `${line.label}：${line.text}`)),
    section("还有几种可能", told.possible.map((one) => one.text)),
    section("怎么算的", costLines(told.outcome, data)),
    section("补缴断保的年度，能换来什么", repairLines(told.outcome)),
    section("请注意", told.warnings.map((warning) => warning.text)),
    section("依据", told.steps.reduce((all, step, place) => all.concat(stepLines(step, place)), [])),
    section("还不知道", [...new Set(told.unknown.map((unknown) => unknown.text))]),
    section("还可以填", told.asked.filter((one) => !one.name.includes("/")).map((one) => `${one.label}（${one.name}）`)),
    section("打电话时可以这样问", told.questions),
    footWords(data),
  ];
  return `${sections.filter((lines) => lines.length).map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function section(title, lines) {
  return lines.length ? [title, ...lines.map((line) => `- ${line}`)] : [];
}

function stepLines(step, place) {
  const source = step.document ? `${step.document_title ? `《${step.document_title}》` : step.document}${step.clause || `（${step.clause_missing}）`}，${step.tier_label}` : "没有自己的文件";
  return [`${place + 1}. ${step.text}`, `出处：${source}；${step.origin_text}；核对于${isoWords(step.last_verified)}；${step.url || ""}`.replace(/；$/, "")];
}

function repairLines({ repairs = [] }) {
  return repairs.map((one) => {
    const wait = one.waiting_months === undefined ? one.waiting_days === undefined ? "" : `等${one.waiting_days}天` : `等${one.waiting_months}个月`;
    const from = one.benefits_from ? `${isoWords(one.benefits_from)}起报销` : `${isoWords(one.benefits_earliest)}至${isoWords(one.benefits_latest)}之间起报销`;
    return `补缴${one.years}年：${[wait, from, one.cost_cny === undefined ? "" : `约多花${moneyWords(one.cost_cny)}`].filter(Boolean).join("，")}`;
  });
}

function costLines({ rows = [] }, { index }) {
  return rows.map((row) => {
    const sum = row.rate === undefined ? moneyWords(row.monthly_cny) : `${moneyWords(row.base_cny || 0)}×${shareWords(row.rate)}＝${moneyWords(row.monthly_cny || 0)}`;
    if (row.key === "late-fee") return `滞纳金：第一个月${row.days}天，每日${shareWords(row.rate)}，一共${moneyWords(row.amount_cny)}`;
    return `${fieldEntry(index, "contribution", row.key).label}：${sum}，${row.months}个月一共${moneyWords(row.amount_cny)}`;
  });
}

function footWords({ index }) {
  const { title, not_government: notice, authority_decides: decides } = index.book;
  return [`${title}，按${isoWords(index.as_of)}有效的规定整理。${notice}${decides}`];
}

// What to ask the authority, ready to be read out on the phone: who to call, one's own situation, the questions of the rules concerned.
// The one rule: a phone number comes from a record of this region or of those above it, never from anywhere else.

import { isoWords } from "./dates.js";
import { partEntry } from "./saying.js";

const NUMBER_KINDS = ["hotline", "office"];
const SITUATION_WORDS = {
  lapse: (raw) => [
    raw.last_paid && `最后缴到${isoWords(raw.last_paid)}`,
    raw.resume && `${isoWords(raw.resume)}恢复缴费`,
    { yes: "断缴的月份已经补上", no: "断缴的月份没有补" }[raw.back_paid],
    { employer: "断缴是单位欠缴造成的", person: "断缴是个人原因" }[raw.gap_cause],
  ],
  resident: (raw) => [
    raw.last_insured_year && `最后参保的是${raw.last_insured_year}年度`,
    raw.enrol_year && `现在要缴${raw.enrol_year}年度的费`,
    raw.paid_on && `缴费日期${isoWords(raw.paid_on)}`,
    Number(raw.repaired_years) > 0 && `补缴${raw.repaired_years}年`,
  ],
  cost: (raw) => [raw.months && `要补缴${raw.months}个月`, raw.first_month && `从${isoWords(raw.first_month)}补起`, raw.base && `缴费基数${raw.base}元`],
  retirement: (raw) => [
    { male: "男", female: "女" }[raw.sex],
    raw.retire && `${isoWords(raw.retire)}退休`,
    raw.years_total && `累计缴费${raw.years_total}年`,
    raw.years_actual && `其中实际缴费${raw.years_actual}年`,
  ],
};

const CORE_PARTS = {
  lapse: ["waiting-period/resume", "transfer/switch"],
  resident: ["enrolment-window/windows", "lapse-penalty-resident/waiting"],
  cost: ["contribution/rates", "contribution/amounts", "back-payment/permission"],
  retirement: ["retirement-years/total", "retirement-years/actual", "retirement-years/shortfall"],
};

/** The sentences to read out, in order: the call, the situation, the questions, the proof to ask for. */
export function questionScript(result, data, raw = {}) {
  if (result.faults.length) return [];
  const parts = [...partsAsked(CORE_PARTS[result.question], result), ...result.unknown];
  const asked = parts.reduce((all, one) => all.concat(partEntry(data.index, one.rule, one.part).ask), []);
  return [
    callWords(data),
    situationWords(result.question, raw, data),
    ...new Set(asked),
    "请问依据的是哪一份文件，文件名和文号是什么？",
  ];
}

/** One's own situation in one sentence: «我在福建省参加职工医保，最后缴到2023年12月，…。» */
export function situationWords(question, raw, data) {
  const kind = question === "resident" ? "resident" : raw.insurance;
  const found = data.index.insurance.find((one) => one.id === kind);
  const own = SITUATION_WORDS[question](raw).filter(Boolean);
  return `${[`我在${data.region.region.name}参加${found ? found.label : "职工医保"}`, ...own].join("，")}。`;
}

/** Whom to call: the book's hotline, and the numbers that records give for this region. */
export function callWords(data) {
  const { hotline, ask_authority: authority } = data.index.book;
  const numbers = phoneWords(data);
  return `打${hotline}（在外地的先拨参保地区号），或问${authority}${numbers.length ? `：${numbers.join("、")}` : ""}。`;
}

// What the question is about comes first, known or not: an answer is worth confirming.
function partsAsked(core, result) {
  const told = [...result.steps, ...result.unknown].map((one) => `${one.rule}/${one.part}`);
  const wanted = core.filter((name) => told.includes(name) || result.missing.includes(name));
  return wanted.map((name) => ({ rule: name.split("/")[0], part: name.split("/")[1] }));
}

function phoneWords(data) {
  const { records, cells } = data.region;
  const used = new Set(cells.filter((cell) => cell.rule === "channels").reduce((all, cell) => all.concat(cell.chain || []), []));
  const own = [...used].filter((id) => records[id].region === data.region.region.slug);
  const rows = own.reduce((all, id) => all.concat(records[id].rows || []), []);
  return [...new Set(rows.filter((row) => NUMBER_KINDS.includes(row.when.kind) && typeof row.then.number === "string").map((row) => `${row.when.name} ${row.then.number}`))];
}

// What the page itself says: its buttons, states, picture and tables. What an answer says is in the other files of this folder.
// The one rule: short words for tired people; a button says what it does.

import { isoWords, monthWords, stretchWords } from "./dates.js";

export const PAGE_WORDS = {
  questions: "要算什么",
  result: "结果",
  region: "参保地区",
  regionHint: "打字找：城市、省、简称或行政区划代码。在哪里参保就选哪里，不是户口所在地",
  regionNone: "没有找到这个地方，换个写法试试",
  regionNeeded: "还没有选参保地区：打两个字，再从下面选一个。",
  regionUnclear: "这个写法有好几个地方，请从下面选一个。",
  answer: "算一算",
  more: "再补充一些（不填也能算）",
  needed: "填上这些，能说得更准",
  year: "年",
  month: "月",
  day: "日",
  choose: "请选",
  unsure: "说不准",
  incomplete: "年和月都要选。",
  incompleteDay: "年、月、日都要选。",
  loading: "正在读取数据……",
  failed: "数据没有读到。请检查网络，再试一次。",
  failedFile: "数据没有读到。这一页要放在离线版的文件夹里才能打开。",
  again: "再试一次",
  empty: "填好左边几项，结果马上出来；不用提交，不会上传。",
  emptyNarrow: "填好上面几项，结果马上出来；不用提交，不会上传。",
  examples: "先看个例子",
  said: "按您填的",
  change: "改",
  cannotTell: "无法判断",
  why: "为什么",
  known: "已经知道的",
  possible: "还有几种可能",
  evidenceOf: "出处",
  document: "文件",
  clause: "条款",
  tier: "来源级别",
  whose: "谁的规定",
  compared: "核对日期",
  record: "在本站",
  seeRecord: "看地区页上的这一条",
  noDocument: "没有自己的文件",
  warnings: "请注意",
  ask: "打电话这样问",
  askNote: "问完请对方告诉您文件名称和文号，记下日期。",
  call: "拨打",
  copyScript: "复制问话",
  copyResult: "复制结果",
  copyLink: "复制链接",
  print: "打印",
  calendar: "存到日历",
  copied: "已复制",
  notCopied: "没能复制，请长按选中文字",
  picture: "按月份看",
  pictureText: "用文字看这张图",
  whatIf: "如果断的月数不同",
  whatIfNote: "同一个人，断缴 1 到 12 个月各会怎样。标“变”的一行，比少断一个月时等得不同。",
  whatIfGap: "断缴、恢复缴费",
  whatIfUnpaid: "不补缴",
  whatIfPaid: "补缴",
  turns: "变",
  noWait: "不用等",
  days: "天",
  yours: "您填的",
  compare: "比一比",
  compareRegion: "和另一个地区比",
  comparePaid: "补缴和不补缴比",
  compareSame: "算出来的结果一样。",
  compareItem: "不同的地方",
  compareNone: "没有这一项",
  paidBack: "补缴",
  notPaidBack: "不补缴",
  table: "一步步算给您看",
  payer: "谁出",
  base: "基数",
  rate: "费率",
  months: "月数",
  amount: "金额",
  employerPays: "单位",
  personPays: "个人",
  lateFeeRow: "滞纳金",
  fixedSum: "定额",
  totalRow: "合计",
  repairs: "补缴断保的年度，能换来什么",
  repairYears: "补几年",
  repairWait: "要等",
  repairFrom: "从哪天报销",
  repairCost: "约多花",
  notApplicable: "不实行内地的基本医疗保险，这里算不了。",
};

/** The states of a month in the picture: the letter in its box, and what it means. */
export const MONTH_STATE_WORDS = {
  paid: ["缴", "缴了费"],
  grace: ["延", "没缴费，还能报销"],
  lapsed: ["断", "没有缴费"],
  waiting: ["等", "缴了费，还在等待期"],
  open: ["？", "缴了费，能不能报销说不准"],
  covered: ["保", "能正常报销"],
};

/** Under «无法判断»: what cannot be told, and what not to do. The reasons follow it. */
export const NOT_TOLD_WORDS = {
  lapse: "哪天能恢复报销，本站没有足够的依据说出来。原因写在下面。不要按别的城市的规定办，打电话问清楚再缴费。",
  resident: "哪天能开始报销，本站没有足够的依据说出来。原因写在下面。不要按别的城市的规定办，打电话问清楚再缴费。",
  cost: "一共要缴多少，本站没有足够的依据说出来。原因写在下面。打电话问清楚再缴费。",
  retirement: "要缴满多少年，本站没有足够的依据说出来。原因写在下面。不要按别的省市的年限算，打电话问清楚。",
};

/** Deadlines as the picture, the calendar and the printed sheet call them. */
export const DEADLINE_WORDS = {
  covered_until: "断缴前报销到这一天",
  back_payment_until: "最晚在这一天以前补缴",
  last_day_without_wait: "最晚在这一天以前恢复缴费，不用等待",
  benefits_from: "从这一天起正常报销",
  cover_ends: "这一年度的保障到这一天为止",
};

export const MARK_WORDS = ["①", "②", "③", "④", "⑤"];

/** Examples to begin with: a name and a situation. Each shows another kind of answer. */
export const EXAMPLE_SITUATIONS = [
  ["福建，职工医保断 5 个月", "lapse?region=fujian&insurance=employee&last_paid=2025-12&resume=2026-06&back_paid=no"],
  ["青岛，居民医保断 1 年", "resident?region=shandong/qingdao&last_insured_year=2023&enrol_year=2025&paid_on=2024-11-15"],
  ["一个还没有收录的地方", "lapse?region=anhui/chuzhou&insurance=flexible&last_paid=2026-01&resume=2026-06&back_paid=no"],
];

/** One line of the picture as text. `state` names MONTH_STATE_WORDS; months are integers. */
export function monthsLine(first, last, state) {
  return `${stretchWords(first, last)}：${MONTH_STATE_WORDS[state][1]}`;
}

/** What the picture shows, for those who do not see it. */
export function pictureTitle(first, last) {
  return `${monthWords(first)}到${monthWords(last)}，每个月能不能报销`;
}

/** How many regions fit what was typed. */
export function foundRegions(count) {
  return count ? `找到 ${count} 个地区，用上下键选` : PAGE_WORDS.regionNone;
}

/** What a screen reader hears when the answer is there. */
export function announcedResult(title, text) {
  return `${PAGE_WORDS.result}：${title}。${text}`;
}

/** Two days as a range: «2024年12月1日到2025年1月1日». */
export function rangeTitle(earliest, latest) {
  return `${isoWords(earliest)} 到 ${isoWords(latest)} 之间`;
}

/** Title and text of a deadline in the calendar. */
export function eventWords(key, region) {
  return `医保：${DEADLINE_WORDS[key]}（${region}）`;
}

/** Under the printed sheet: how old the content is, and where it came from. */
export function printedWords(index, address) {
  const { title, not_government: notice, authority_decides: decides } = index.book;
  return `${title}，按${isoWords(index.as_of)}有效的规定整理。${notice}${decides} ${address}`;
}

/** The fold of what else is not known. */
export function unknownTitle(count) {
  return `另外还不知道的（${count} 项）`;
}

/** The button that leads to a field nobody has filled in yet. */
export function fillWords(label) {
  return `＋ 补上${label}`;
}

/** What is lacking, beside its field. */
export function chooseWords(label) {
  return `请填“${label}”。`;
}

/** What a text field may be asked for, beside it. */
export function exampleHint(hint, example) {
  return example && !/例如|写成/.test(hint) ? `${hint}${hint && "；"}例如 ${example}` : hint;
}

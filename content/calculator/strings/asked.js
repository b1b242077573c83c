// What people are asked, in order: the label of every input, a hint, an example, its choices.
// The one rule: a condition that the book declares is called and explained as the book does; only its hint may be ours.

import { INPUTS } from "../engine/inputs.js";
import { fieldEntry } from "./saying.js";

const YES_NO_WORDS = [{ id: "yes", label: "是" }, { id: "no", label: "否" }];

/** Per question: what it is called and what it tells. */
export const QUESTION_WORDS = {
  lapse: { title: "断缴与恢复", about: "职工医保断了，重新缴费后哪天能报销、能不能补、要等多久" },
  resident: { title: "居民断保", about: "居民医保断了几年，现在缴要等几个月、少多少、补一年省多少" },
  cost: { title: "补缴费用", about: "补几个月要多少钱、谁出、有没有滞纳金" },
  retirement: { title: "退休年限", about: "退休时要缴满多少年、还差几年、差的怎么办" },
};

/** Inputs that are not conditions of the book: label, hint and example, per question where they differ. */
export const INPUT_WORDS = {
  region: { label: "参保地区", hint: "在哪里参保就选哪里，不是户口所在地", example: "350000" },
  insurance: { label: "险种", hint: "重新缴费时参加的是哪一种", example: "employee" },
  last_paid: { label: "最后一个缴上费的月份", hint: "不是离职的月份：看社保缴费记录里最后到账的那个月", example: "2023-12" },
  resume: { label: "恢复缴费的月份", hint: "已经或打算重新缴费的第一个月", example: "2024-06" },
  back_paid: { label: "断缴的月份补上了吗", hint: "全部补上才算；只补了一部分的，选否", example: "no" },
  back_paid_month: { label: "补缴到账的月份", hint: "不填就当作和恢复缴费同一个月", example: "2024-06" },
  paid_on: { label: "缴费到账的日期", hint: "钱到账的那一天；还没缴的，填打算缴的那天", example: "2024-06-15" },
  first_enrolled: { label: "首次参保的月份", hint: "第一次参加职工医保的那个月", example: "2015-07" },
  last_insured_year: { label: "最后一次参保的年度", hint: "有任何一种医保都算：那一年有医保，就不算断", example: "2023" },
  enrol_year: { label: "这次缴的是哪一年度", hint: "保障的是哪一年，不是在哪一年缴的", example: "2025" },
  repaired_years: { label: "补缴了几年", hint: "把断保的年度补上，有的地方能少等", example: "0" },
  exempt: { label: "是否属于不设等待期的人群", hint: "新生儿、毕业生、困难人员等；都不是就选“都不是”", example: "none" },
  who: { label: "人群", hint: "学生儿童、成年居民等", example: "adult" },
  plan: { label: "缴费档次", hint: "当地分档的才用填", example: "low" },
  age: { label: "年龄", hint: "周岁", example: "45" },
  zero_claim_years: { label: "连续几年没有报销过", hint: "只数紧挨着的几年", example: "0" },
  base: { label: "每月缴费基数（元）", hint: "工资条或缴费记录上的“缴费基数”，不是缴费金额", example: "5000" },
  months: { label: "补缴几个月", hint: "要补的月份数", example: "3" },
  first_month: { label: "从哪个月补起", hint: "第一个没缴费的月份", example: "2024-01" },
  due_day: { label: "每月几号前应缴", hint: "当地规定的缴费截止日，1到31", example: "15" },
  late_days: { label: "逾期天数", hint: "知道滞纳金算几天的，直接填", example: "30" },
  employer_rate: { label: "单位费率", hint: "写成 6% 或 0.06", example: "6%" },
  employee_rate: { label: "个人费率", hint: "写成 2% 或 0.02", example: "2%" },
  flexible_rate: { label: "灵活就业费率", hint: "写成 8% 或 0.08", example: "8%" },
  sex: { label: "性别", hint: "各地男女年限不同", example: "male" },
  retire: { label: "退休的月份", hint: "达到退休年龄的那个月", example: "2027-05" },
  years_total: { label: "累计缴费年限", hint: "连同视同缴费年限；整年或半年，例如 22.5", example: "22.5" },
  years_actual: { label: "实际缴费年限", hint: "自己和单位真正缴过的，不含视同", example: "12" },
  years_province: { label: "在本省的实际缴费年限", hint: "只数在本省缴的", example: "10" },
  years_local: { label: "在退休地的实际缴费年限", hint: "只数在办退休的城市缴的", example: "8" },
  years_continuous: { label: "到退休时连续缴费年限", hint: "中间没有断过的最后一段", example: "8" },
  started_work: { label: "参加工作的月份", hint: "档案里参加工作的时间", example: "1990-07" },
};

const SEX_WORDS = [{ id: "male", label: "男" }, { id: "female", label: "女" }];
const SLUG_FIELDS = { exempt: ["lapse-penalty-resident", "exempt"], who: ["contribution", "who"], plan: ["contribution", "plan"] };
const EXAMPLE_WORDS = { boolean: "yes", choice: "", months: "12", days: "30", years: "2" };

/** Every question with its inputs in the order people are asked: what a form, a command and a reader need to know. */
export function questionWords(index) {
  return Object.keys(INPUTS).map((question) => ({
    question,
    ...QUESTION_WORDS[question],
    inputs: Object.keys(INPUTS[question]).map((name) => inputWords(question, name, index)),
  }));
}

/** One input: {name, label, hint, example, type, needed, choices}. */
export function inputWords(question, name, index) {
  const input = INPUTS[question][name] || {};
  const condition = index.conditions[name];
  const ours = INPUT_WORDS[name] || {};
  const type = input.type || (condition ? condition.type : "slug");
  return {
    name,
    label: ours.label || (condition ? condition.label : name),
    hint: ours.hint || (condition && condition.help) || "",
    type,
    needed: Boolean(input.needed),
    choices: choicesWords(name, input, condition, index),
    example: ours.example || EXAMPLE_WORDS[type] || "",
  };
}

/** What an input is called, wherever it is asked. */
export function inputLabel(name, index) {
  const condition = index.conditions[name];
  return INPUT_WORDS[name] ? INPUT_WORDS[name].label : condition ? condition.label : name;
}

function choicesWords(name, input, condition, index) {
  if (name === "insurance") return index.insurance.filter((one) => input.choices.includes(one.id)).map(({ id, label }) => ({ id, label }));
  if (name === "sex") return SEX_WORDS;
  if (input.type === "boolean" || (input.condition && condition.type === "boolean")) return YES_NO_WORDS;
  if (input.condition) return condition.choices || [];
  if (!SLUG_FIELDS[name]) return [];
  const field = fieldEntry(index, ...SLUG_FIELDS[name]);
  const none = name === "exempt" ? [{ id: "none", label: "都不是" }] : [];
  return [...((field && field.choices) || []), ...none];
}

// What a person may say to each question, and how their text becomes values. Raw strings in, typed values and faults out.
// The one rule: nothing is guessed; a text that is no value is a fault of its field, {field, key, …}.

import { monthOfDay, parseDay, parseMonth, yearOf } from "./months.js";

const FIRST_YEAR = 1950;
const LAST_YEAR = 2100;
const CONDITIONS = [
  "gap_cause", "first_enrolment", "continuous_months_before", "first_lapse", "missed_in_year", "in_waiting", "transferred",
  "came_from", "switch_days", "payment_rhythm", "resumed_in_quarter_month", "insured_years_before",
];
const WORKERS = { type: "choice", choices: ["employee", "flexible"] };

/** Per question: input → {type, needed, choices, most}. Conditions take their type and choices from the index. */
export const INPUTS = {
  lapse: {
    insurance: { ...WORKERS, needed: true },
    last_paid: { type: "month", needed: true },
    resume: { type: "month", needed: true },
    back_paid: { type: "boolean" },
    back_paid_month: { type: "month" },
    paid_on: { type: "day" },
    first_enrolled: { type: "month" },
    ...conditions(CONDITIONS),
  },
  resident: {
    last_insured_year: { type: "year", needed: true },
    enrol_year: { type: "year", needed: true },
    paid_on: { type: "day", needed: true },
    repaired_years: { type: "count", most: 60 },
    exempt: { type: "slug" },
    who: { type: "slug" },
    plan: { type: "slug" },
    age: { type: "count", most: 130 },
    zero_claim_years: { type: "count", most: 60 },
    ...conditions(["insured_years_before", "came_from", "first_enrolment"]),
  },
  cost: {
    insurance: { ...WORKERS, needed: true },
    base: { type: "money" },
    months: { type: "count", most: 600, least: 1, needed: true },
    first_month: { type: "month" },
    paid_on: { type: "day" },
    due_day: { type: "count", most: 31, least: 1 },
    late_days: { type: "count", most: 20000 },
    employer_rate: { type: "ratio" },
    employee_rate: { type: "ratio" },
    flexible_rate: { type: "ratio" },
    plan: { type: "slug" },
    ...conditions(["gap_cause"]),
  },
  retirement: {
    insurance: WORKERS,
    sex: { type: "choice", choices: ["male", "female"], needed: true },
    retire: { type: "month", needed: true },
    years_total: { type: "years" },
    years_actual: { type: "years" },
    years_province: { type: "years" },
    years_local: { type: "years" },
    years_continuous: { type: "years" },
    first_enrolled: { type: "month" },
    started_work: { type: "month" },
    plan: { type: "slug" },
  },
};

const READERS = {
  month: (text) => inYears(parseMonth(text), yearOf),
  day: (text) => inYears(parseDay(text), (day) => yearOf(monthOfDay(day))),
  year: (text) => (/^\d{4}$/.test(text) && text >= FIRST_YEAR && text <= LAST_YEAR ? Number(text) : undefined),
  boolean: (text) => (text === "yes" || text === "no" ? text === "yes" : undefined),
  slug: (text) => (/^[a-z0-9-]{1,40}$/.test(text) ? text : undefined),
  ratio: (text) => readRatio(text),
  choice: (text, input) => (input.choices.includes(text) ? text : undefined),
  count: (text, input) => within(/^\d{1,5}$/.test(text) ? Number(text) : undefined, input),
  money: (text) => within(/^\d{1,7}(\.\d{1,2})?$/.test(text) ? Number(text) : undefined, { least: 0.01, most: 9999999 }),
  years: (text) => within(/^\d{1,2}(\.[05])?$/.test(text) ? Number(text) : undefined, { most: 80 }),
};

/** Read raw strings for a question: {values, faults}. `index` is the published index. */
export function readInputs(question, raw, index) {
  const inputs = INPUTS[question];
  const values = {};
  const faults = [];
  for (const name of Object.keys(raw)) {
    if (!Object.keys(inputs).includes(name)) faults.push({ field: name, key: "unknown-input" });
  }
  for (const name of Object.keys(inputs)) {
    const text = (raw[name] || "").trim();
    const input = declared(name, inputs[name], index);
    if (text === "") {
      if (input.needed) faults.push({ field: name, key: "needed" });
      continue;
    }
    const value = READERS[input.type](text, input);
    if (value === undefined) faults.push({ field: name, key: `not-${input.type}`, text, choices: input.choices });
    else values[name] = value;
  }
  return { values, faults };
}

function conditions(names) {
  return names.reduce((all, name) => ({ ...all, [name]: { condition: true } }), {});
}

function declared(name, input, index) {
  if (!input.condition) return input;
  const condition = index.conditions[name];
  if (condition.type === "boolean" || condition.type === "years") return { type: condition.type };
  if (condition.choices) return { type: "choice", choices: condition.choices.map((choice) => choice.id) };
  if (name === "resumed_in_quarter_month") return { type: "count", least: 1, most: 3 };
  return { type: "count", most: condition.type === "days" ? 20000 : 600 };
}

function inYears(value, yearOfValue) {
  if (value === undefined) return undefined;
  const year = yearOfValue(value);
  return year >= FIRST_YEAR && year <= LAST_YEAR ? value : undefined;
}

function within(number, { least = 0, most }) {
  return number !== undefined && number >= least && number <= most ? number : undefined;
}

function readRatio(text) {
  const found = /^(\d{1,3}(?:\.\d{1,4})?)(%?)$/.exec(text);
  if (!found) return undefined;
  const value = found[2] ? Number(found[1]) / 100 : Number(found[1]);
  return value <= 1 ? value : undefined;
}

// The years a person must have paid for benefits in retirement, how many are short, and what the region lets one do about it.
// The one rule: years are never added across kinds; what the region does not say leaves the verdict open.

import { ask } from "./asking.js";
import { readInputs } from "./inputs.js";
import { firstDay } from "./months.js";
import { addCouldAsk, addMissing, faulty, newResult, tell } from "./reporting.js";
import { addShortfall, addYears } from "./retirementyears.js";
import { eachOnce } from "./walking.js";
import { retirementFaults } from "./retirementfaults.js";

const SCHEMES = ["employee", "flexible"];
const DECIDING = ["required_years", "required_actual_years", "or_continuous_years", "unbroken_is_enough", "satisfied"];

/** Answer the question: raw strings by input name → the result of reporting.js. Without `insurance` both schemes are worked. */
export function retirement(data, raw) {
  const { values, faults } = readInputs("retirement", raw, data.index);
  const all = [...faults, ...retirementFaults(values)];
  if (all.length) return faulty("retirement", all);
  if (values.insurance) return worked(data, values, values.insurance);
  return together(SCHEMES.map((insurance) => worked(data, values, insurance)));
}

function worked(data, values, insurance) {
  const report = newResult("retirement");
  const day = firstDay(values.retire);
  const facts = { retires: values.retire, first_enrolled: values.first_enrolled, started_work: values.started_work, plan: values.plan };
  const parts = {};
  for (const part of ["total", "actual", "shortfall"]) {
    const place = { insurance, rule: "retirement-years", part };
    parts[part] = ask(data, place, day, facts, (result) => keyOfPart(part, result, values));
  }
  addYears(report, parts, values);
  addShortfall(report, parts.shortfall, values);
  return report;
}

// For the total only this person's sex matters: rows that ask the same of them are one.
function keyOfPart(part, result, { sex }) {
  if (part !== "total" || result.state !== "answer") return JSON.stringify([result.state, result.reason, result.then]);
  const { or_continuous_years: or, unbroken_is_enough: unbroken, deemed_counts: deemed } = result.then;
  return JSON.stringify([result.then[`${sex}_years`], or, unbroken, deemed]);
}

// Where both schemes ask the same, that is the answer; else the scheme decides, and both are shown.
function together([one, two]) {
  const differs = (key) => JSON.stringify(one.outcome[key]) !== JSON.stringify(two.outcome[key]);
  const core = one.answered !== two.answered || DECIDING.some(differs);
  const keys = Object.keys({ ...one.outcome, ...two.outcome });
  const joint = newResult("retirement");
  joint.answered = core ? "no" : one.answered;
  keys.filter((key) => !differs(key)).forEach((key) => tell(joint, key, one.outcome[key]));
  if (core) joint.outcome.by_insurance = { employee: one.outcome, flexible: two.outcome };
  joint.steps = [...one.steps, ...two.steps];
  joint.unknown = [...one.unknown, ...two.unknown];
  joint.warnings = eachOnce([...one.warnings, ...two.warnings], (warning) => JSON.stringify(warning));
  if (core) addMissing(joint, ["insurance"]);
  else if (keys.some(differs)) addCouldAsk(joint, ["insurance"]);
  addMissing(joint, [...one.missing, ...two.missing]);
  addCouldAsk(joint, [...one.could_ask, ...two.could_ask].filter((name) => !joint.missing.includes(name)));
  return joint;
}

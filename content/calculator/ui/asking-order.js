// Which fields a question shows: those it always needs, those the records have asked for, those one may add.
// The one rule: nobody is asked what does not matter to them; what was once shown stays.

import { INPUTS } from "../engine/inputs.js";

const ALWAYS = {
  lapse: ["insurance", "last_paid", "resume", "back_paid"],
  resident: ["last_insured_year", "enrol_year", "paid_on"],
  cost: ["insurance", "base", "months"],
  retirement: ["sex", "retire", "years_total", "years_actual"],
};
const OFFERED = {
  lapse: ["back_paid_month", "paid_on", "gap_cause", "came_from", "transferred"],
  resident: ["repaired_years", "insured_years_before", "exempt", "zero_claim_years"],
  cost: ["gap_cause", "first_month", "paid_on", "late_days", "employer_rate", "employee_rate", "flexible_rate"],
  retirement: ["insurance", "years_local", "years_province", "years_continuous", "first_enrolled", "started_work"],
};

/** {always, asked, offered}: lists of input names. `wanted` are names that results have asked for so far. */
export function fieldsShown(question, given, wanted) {
  const always = ALWAYS[question];
  const known = Object.keys(INPUTS[question]);
  const asked = known.filter((name) => !always.includes(name) && (wanted.has(name) || given[name]));
  return { always, asked, offered: OFFERED[question].filter((name) => !asked.includes(name)) };
}

/** The inputs among what a result says is missing or could be told: names of INPUTS only. */
export function inputsWanted(question, result) {
  const names = [...result.missing, ...(result.could_ask || [])];
  return names.filter((name) => INPUTS[question][name]);
}

/** The inputs without which nothing can be said, and which have no text yet. */
export function inputsLacking(question, given) {
  return Object.keys(INPUTS[question]).filter((name) => INPUTS[question][name].needed && !given[name]);
}

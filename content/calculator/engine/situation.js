// What a person says about a lapse, made ready for the tables: the months, the gap, and the conditions that follow from them.
// The one rule: what follows from the months is counted (FIELDS §8.1, §8.4), never asked.

import { readInputs } from "./inputs.js";
import { monthOfDay } from "./months.js";

const TOLD = [
  "gap_cause", "continuous_months_before", "first_lapse", "missed_in_year", "in_waiting", "transferred", "came_from",
  "switch_days", "payment_rhythm", "resumed_in_quarter_month", "insured_years_before",
];

/**
 * Read the lapse question: {situation, faults}. The situation is {insurance, lastPaid, firstMissed, resume, gap, backPaid, repaid,
 * paidOn, firstEnrolled, told, facts}: months and days as integers, `repaid` the month of back-payment or undefined, `told` the
 * conditions as the person said them, `facts` all that the tables may ask.
 */
export function readSituation(raw, index) {
  const { values, faults } = readInputs("lapse", raw, index);
  if (faults.length) return { faults };
  const contradictions = contradictionsOf(values);
  return contradictions.length ? { faults: contradictions } : { situation: situationOf(values), faults: [] };
}

/** The same person resuming in another month; `changes` may say otherwise about back-payment too ({backPaid, repaid}). */
export function resumedIn(situation, resume, changes = {}) {
  const other = { ...situation, paidOn: undefined, ...changes, resume, gap: resume - situation.firstMissed };
  return { ...other, facts: lapseFacts(other) };
}

function situationOf(values) {
  const told = {};
  for (const name of TOLD) if (values[name] !== undefined) told[name] = values[name];
  const situation = {
    insurance: values.insurance,
    lastPaid: values.last_paid,
    firstMissed: values.last_paid + 1,
    resume: values.resume,
    gap: values.resume - values.last_paid - 1,
    backPaid: values.back_paid_month !== undefined ? true : values.back_paid,
    repaid: values.back_paid_month,
    paidOn: values.paid_on,
    firstEnrolled: values.first_enrolled,
    firstEnrolment: values.first_enrolment === true,
    told,
  };
  return { ...situation, facts: lapseFacts(situation) };
}

// The months of a back-payment stand ready even where nobody has said whether it was made: rows that name them need back_paid anyway.
function lapseFacts({ insurance, firstMissed, resume, gap, backPaid, repaid = resume, firstEnrolment, told }) {
  const facts = {
    ...told,
    insurance,
    first_enrolment: firstEnrolment,
    lapse_months: gap,
    repaid_after_months: repaid - firstMissed,
    repaid_on_resumption: repaid === resume,
  };
  if (backPaid !== undefined) facts.back_paid = backPaid;
  return facts;
}

function contradictionsOf(values) {
  const { last_paid: last, resume, back_paid: back, back_paid_month: repaid, paid_on: paid, first_enrolled: first } = values;
  const faults = [];
  if (resume <= last) faults.push({ field: "resume", key: "not-after-last-paid" });
  if (repaid !== undefined && back === false) faults.push({ field: "back_paid_month", key: "not-back-paid" });
  if (repaid !== undefined && repaid <= last) faults.push({ field: "back_paid_month", key: "before-first-missed" });
  if (paid !== undefined && monthOfDay(paid) !== resume) faults.push({ field: "paid_on", key: "not-in-resume-month" });
  if (first !== undefined && first > last) faults.push({ field: "first_enrolled", key: "after-last-paid" });
  return faults;
}

// The years required, the years short by kind, and whether they suffice: what the parts of retirement-years say of one person.
// The one rule: enough is said only where every kind the region asks for is known to be met.

import { agreed } from "./asking.js";
import { addCouldAsk, addMissing, addStep, addUnknown, tell } from "./reporting.js";
import { solid } from "./walking.js";

const COUNTED = { anywhere: "years_actual", province: "years_province", local: "years_local" };
const DETAILS = ["ways", "base", "base_ratio", "rate", "extension_years", "deemed_until"];
const NUMBERS = ["base_ratio", "rate", "extension_years"];

/** Tell the required years, total and actual, the shortfalls and `satisfied`. `parts` is {total, actual} as of `ask`, `values` the inputs. */
export function addYears(report, { total, actual }, values) {
  const need = said(total.results, `${values.sex}_years`, Number);
  const deemed = said(total.results, "deemed_counts");
  const short = shortOf(need, deemed === false ? values.years_actual : values.years_total);
  tell(report, "required_years", need);
  tell(report, "or_continuous_years", said(total.results, "or_continuous_years", Number));
  tell(report, "unbroken_is_enough", said(total.results, "unbroken_is_enough"));
  tell(report, "deemed_counts", deemed);
  tell(report, "shortfall_years", short);
  tellPart(report, total, "total", { retire: values.retire, required_years: need, shortfall_years: short }, need === undefined);
  const least = addActual(report, actual, values);
  tell(report, "satisfied", verdict(report.outcome, short, least, actual, values));
  if (need !== undefined) report.answered = "yes";
  else tellSpread(report, total.results, `${values.sex}_years`);
  if (report.answered === "no" && report.outcome.unbroken_is_enough === true) report.answered = "partly";
  askYears(report, values);
}

/** Tell what the region lets one do about missing years, as stated; `asked` is the part shortfall. */
export function addShortfall(report, asked, values) {
  const short = report.outcome.shortfall_years;
  const enough = report.outcome.satisfied === true;
  for (const field of DETAILS) tell(report, field, said(asked.results, field, NUMBERS.includes(field) ? Number : undefined));
  if (enough) asked.missing.forEach((name) => addCouldAsk(report, [name]));
  else addMissing(report, asked.missing);
  tellPart(report, { ...asked, missing: [] }, "shortfall", { retire: values.retire, shortfall_years: short });
}

function said(results, field, read = (value) => value) {
  const value = solid(agreed(results, field));
  return value === undefined ? undefined : read(value);
}

// Rows that differ for this person only by what they have not said still give a range.
function tellSpread(report, results, field) {
  const years = results.map((result) => said([result], field, Number));
  if (years.some((one) => one === undefined)) return;
  tell(report, "required_years_least", Math.min(...years));
  tell(report, "required_years_most", Math.max(...years));
  report.answered = "partly";
}

function shortOf(need, have) {
  return need === undefined || have === undefined ? undefined : Math.max(0, need - have);
}

function tellPart(report, asked, key, numbers, core = false) {
  const answers = asked.results.filter((result) => result.then !== undefined && result.state === "answer");
  answers.forEach((result) => addStep(report, asked, result, key, numbers));
  const silent = asked.results.find((result) => result.state !== "answer");
  addMissing(report, asked.missing);
  if (silent && (core || !answers.length)) addUnknown(report, asked, refused(silent), core && !asked.missing.length);
  else if (core && !asked.missing.length) addUnknown(report, asked, { reason: "unstated", record: answers[0].record }, true);
}

function refused(result) {
  return result.state === "closed" ? { ...result, reason: "not-possible" } : result;
}

// The years that count towards the actual ones: by the scope; without one, between the years of here and the years of anywhere.
function addActual(report, actual, values) {
  const need = said(actual.results, "actual_years", Number);
  const scope = said(actual.results, "actual_scope");
  const have = scope === undefined ? [values.years_local, values.years_actual] : [values[COUNTED[scope]], values[COUNTED[scope]]];
  const [most, least] = have.map((years) => shortOf(need, years));
  const short = most === 0 || most === least ? most : undefined;
  tell(report, "required_actual_years", need);
  tell(report, "actual_scope", scope);
  tell(report, "shortfall_actual_years", short);
  if (need !== undefined && scope === undefined && short === undefined && least !== undefined) report.warnings.push({ key: "scope-unstated", required_actual_years: need });
  tellPart(report, actual, "actual", { retire: values.retire, required_actual_years: need, shortfall_actual_years: short });
  return least;
}

// Years paid without a break are years paid: where they suffice by themselves, nothing else is asked.
function verdict(outcome, short, least, actual, values) {
  const { or_continuous_years: or, shortfall_actual_years: shortActual } = outcome;
  if (or !== undefined && values.years_continuous >= or) return true;
  if (least > 0) return false;
  if (short > 0) return or === undefined && outcome.unbroken_is_enough !== true ? false : shortOfBoth(or, values, outcome);
  return short === 0 && shortActual === 0 ? true : undefined;
}

function shortOfBoth(or, values, outcome) {
  return values.years_continuous < or && outcome.unbroken_is_enough !== true ? false : undefined;
}

function askYears(report, values) {
  const { required_years: need, required_actual_years: actual, actual_scope: scope, or_continuous_years: or } = report.outcome;
  const wanted = [];
  if (need !== undefined) wanted.push("years_total");
  if (actual !== undefined) wanted.push(...(scope ? [COUNTED[scope]] : ["years_actual", "years_local"]));
  if (or !== undefined) wanted.push("years_continuous");
  addCouldAsk(report, wanted.filter((name) => values[name] === undefined));
}

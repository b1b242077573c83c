// The money of a resident: the price of the year, the change of the serious-illness cap, and what repairing years costs and saves.

import { ask } from "./asking.js";
import { bonusOf, cutOf } from "./incentive.js";
import { yuan } from "./money.js";
import { dayText, newYear } from "./months.js";
import { dueFor, premiumOf } from "./premium.js";
import { addCouldAsk, addStep, addUnknown, tell } from "./reporting.js";
import { tellWait } from "./residentwait.js";
import { solid } from "./walking.js";

const INCENTIVE = { insurance: "resident", rule: "lapse-penalty-resident", part: "incentive" };

/** Tell all money of the question. `parts` is {found, law, spanFor}; spanFor(count) gives the benefits if `count` years were repaired. */
export function tellMoney(report, data, person, parts) {
  const premium = premiumOf(data, person);
  tellPremium(report, premium, parts.found, person);
  tellIncentive(report, data, person);
  tellRepairs(report, premium, person, parts);
}

function tellPremium(report, premium, found, person) {
  if (premium.could) {
    addCouldAsk(report, premium.could);
    report.warnings.push({ key: "premium-depends", on: premium.could, prices: premium.prices.map((one) => ({ when: one.when, personal_cny: yuan(one.personal) })) });
  }
  if (premium.unknown) addUnknown(report, premium.asked, premium.unknown);
  if (!premium.result) return;
  const pays = found.windows.map((one) => one.then.pays);
  const due = pays.every((one) => one === pays[0]) ? dueFor(premium, pays[0]) : {};
  addStep(report, premium.asked, premium.result, "premium", { enrol_year: person.enrol_year, personal_cny: yuan(premium.personal), personal_cny_month: yuan(premium.monthly), subsidy_cny: yuan(premium.subsidy), premium_cny: yuan(due.fen) });
  tell(report, "premium_cny", yuan(due.fen));
  if (due.lacks) report.warnings.push({ key: "subsidy-unknown", personal_cny: yuan(premium.personal) });
  if (due.fen !== undefined && found.windows.some((one) => one.late) && !solid(pays[0])) report.warnings.push({ key: "pays-unstated", personal_cny: yuan(due.fen) });
}

function tellIncentive(report, data, person) {
  const asked = ask(data, INCENTIVE, newYear(person.enrol_year), {});
  const [result] = asked.results;
  if (result.state !== "answer") return addUnknown(report, asked, result);
  const period = result.record.period || {};
  const since = period.earliest ? Number(period.earliest.slice(0, 4)) : undefined;
  const bonus = bonusOf(result.then, { lapsed: person.gap, enrolYear: person.enrol_year, before: person.insured_years_before, zeroClaim: person.zero_claim_years }, since);
  const cut = cutOf(result.then, person.years);
  tellRange(report, "bonus", bonus);
  tellRange(report, "cut", cut);
  if (isSure(bonus) && isSure(cut)) tell(report, "cap_change_cny", yuan(bonus.least - cut.least));
  if (bonus.needs) addCouldAsk(report, [bonus.needs]);
  addStep(report, asked, result, "incentive", { insured_years_before: person.insured_years_before, lapsed_years: person.years, bonus_cny: report.outcome.bonus_cny, cut_cny: report.outcome.cut_cny, cap_change_cny: report.outcome.cap_change_cny });
}

function isSure(amount) {
  return amount.least !== undefined && amount.least === amount.most;
}

function tellRange(report, name, amount) {
  if (isSure(amount)) tell(report, `${name}_cny`, yuan(amount.least));
  else if (amount.least !== undefined) report.warnings.push({ key: `${name}-open`, least_cny: yuan(amount.least), most_cny: yuan(amount.most) });
  if (amount.unsure) report.warnings.push({ key: `${name}-unknown`, because: amount.unsure });
  if (amount.capUnknown) report.warnings.push({ key: `${name}-cap-unknown` });
}

// Repair is worth telling only where the text says what a year repaired is worth. Each costs a personal premium of the year.
function tellRepairs(report, premium, person, { law, spanFor }) {
  const known = law.then && solid(law.then.repair_per_year);
  if (!known || person.years === 0) return;
  const spans = [];
  for (let count = 0; count <= person.years; count += 1) spans.push(spanFor(count));
  if (spans.some((span) => !span.known)) return;
  const best = spans.findIndex((span) => sameEnd(span, spans[spans.length - 1]));
  const rows = spans.slice(0, best + 1).map((span, count) => repairRow(span, count, premium));
  if (rows.length > 1) tell(report, "repairs", rows);
  if (rows.length > 1 && premium.personal !== undefined) report.warnings.push({ key: "repair-cost-reading", personal_cny: yuan(premium.personal) });
}

function sameEnd(one, two) {
  return one.earliest === two.earliest && one.latest === two.latest;
}

function repairRow(span, years, premium) {
  const row = { years };
  const [first] = span.waits;
  if (span.waits.every((wait) => JSON.stringify(wait.total) === JSON.stringify(first.total))) tellWait(row, "waiting", first.total);
  if (span.earliest === span.latest) row.benefits_from = dayText(span.earliest);
  else Object.assign(row, { benefits_earliest: dayText(span.earliest), benefits_latest: dayText(span.latest) });
  if (premium.personal !== undefined) row.cost_cny = yuan(premium.personal * years);
  return row;
}

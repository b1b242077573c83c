// The lines of a result in groups, each with the record it stands on; and why something is not known, with what bounds it.
// The one rule: no line without its evidence where there is a record for it; nothing is said here that the telling did not say.

import { isoWords } from "../strings/dates.js";
import { PAGE_WORDS } from "../strings/page.js";
import { html } from "./html.js";
import { pageAddress } from "./loading.js";

const WAIT = ["waiting", "switch", "wait"];
const STEPS_OF = {
  covered_until: ["stop"], stops_on: ["stop"], years_kept: ["stop"],
  gap_costs: [...WAIT, "arrears"], gap_covered: [...WAIT, "arrears"],
  back_payment_allowed: ["back-payment"], back_payment: ["back-payment"], back_payment_payer: ["back-payment"], back_payment_until: ["back-payment"],
  late_fee_daily_rate: ["late-fee", "back-payment"], late_fee_payer: ["late-fee", "back-payment"], late_fee_cny: ["late-fee"], late_days: ["late-fee"],
  years_reset: ["reset"], account: ["account"],
  window: ["window"], in_window: ["window"], window_assumed: ["window"], cover_ends: ["window"], lapsed_years: ["wait"],
  waiting_fixed_months: ["wait"], waiting_variable_months: ["wait"],
  bonus_cny: ["incentive"], cut_cny: ["incentive"], cap_change_cny: ["incentive"], premium_cny: ["premium"],
  base_cny: ["base"], employer_cny: ["rates"], person_cny: ["rates"],
  required_years: ["total"], shortfall_years: ["total"], or_continuous_years: ["total"], unbroken_is_enough: ["total"], deemed_counts: ["total"], satisfied: ["total"],
  required_actual_years: ["actual"], shortfall_actual_years: ["actual"], actual_scope: ["actual"],
  ways: ["shortfall"], base: ["shortfall"], base_ratio: ["shortfall"], rate: ["shortfall"], extension_years: ["shortfall"], deemed_until: ["shortfall"],
};
const SAID_ALREADY = [["stops_on", "covered_until"], ["back_payment_allowed", "back_payment"], ["gap_covered", "gap_costs"], ["window_assumed", "window"]];

/** The lines of a told result, in groups of one source. `view` is {site, index, region}. */
export function linesMarkup(told, view) {
  const lines = told.lines.filter((line) => !SAID_ALREADY.some(([key, better]) => line.key === key && better in told.outcome));
  const groups = groupsOf(lines, told.steps);
  const used = groups.reduce((all, group) => all.concat(group.steps), []);
  const rest = told.steps.filter((step) => !used.includes(step)).map((step) => ({ lines: [], steps: [step] }));
  return html`${[...groups, ...rest].map((group) => groupMarkup(group, view))}`;
}

/** What is not known and why: one entry per part, with the records that bound or leave it. */
export function unknownMarkup(unknown, view) {
  const parts = unknown.map((one) => one.rule + one.part).filter((part, at, all) => all.indexOf(part) === at);
  return html`<ul class="pb-calc-why">${parts.map((part) => whyMarkup(unknown.filter((one) => one.rule + one.part === part), view))}</ul>`;
}

function whyMarkup(reasons, view) {
  const once = (list, key) => list.filter((one, at) => list.findIndex((other) => key(other) === key(one)) === at);
  const sources = once(reasons.filter((one) => one.document), (one) => one.document + one.clause);
  return html`<li>${once(reasons, (one) => one.text).map((one) => html`<p>${one.text}</p>`)}${sources.map((one) => evidenceMarkup({ ...one, text: "" }, view))}</li>`;
}

function groupsOf(lines, steps) {
  const groups = [];
  for (const line of lines) {
    const own = stepsOf(line.key, steps);
    const found = groups.find((group) => group.id === own.map((step) => step.record + step.key).join());
    if (found) found.lines.push(line);
    else groups.push({ id: own.map((step) => step.record + step.key).join(), lines: [line], steps: own });
  }
  return groups;
}

function stepsOf(key, steps) {
  const keys = STEPS_OF[key] || (/^(waiting|benefits|counts)_/.test(key) ? WAIT : []);
  const first = keys.find((one) => steps.some((step) => step.key === one));
  return steps.filter((step) => step.key === first);
}

function groupMarkup(group, view) {
  return html`<div class="pb-calc-group">${group.lines.length > 0 && html`<dl class="pb-calc-lines">${group.lines.map((line) => html`<div><dt>${line.label}</dt><dd>${line.text}</dd></div>`)}</dl>`}${
    group.steps.map((step) => html`${!group.lines.length && html`<p class="pb-calc-sentence">${step.text}</p>`}${evidenceMarkup(step, view)}`)}</div>`;
}

function evidenceMarkup(step, view) {
  const name = step.document_title || step.document || PAGE_WORDS.noDocument;
  return html`<details class="pb-evidence"><summary><span class="pb-evidence__label">${PAGE_WORDS.evidenceOf}</span> ${name}${
    step.clause && html` <span class="pb-evidence__clause">${step.clause}</span>`} <span class="pb-badge pb-badge--tier-${step.tier}">${step.tier_label}</span></summary>
${step.text && html`<p class="pb-calc-sentence">${step.text}</p>`}${factsMarkup(step, name, view)}</details>`;
}

function factsMarkup(step, name, { site, index, region }) {
  const anchor = `${step.insurance}-${step.rule}-${step.part}`;
  return html`<dl>${step.document && html`<dt>${PAGE_WORDS.document}</dt><dd><a href="${pageAddress(site, `documents/${step.document}`)}">${name}</a></dd>
<dt>${PAGE_WORDS.clause}</dt><dd>${step.clause || step.clause_missing}</dd>
<dt>${PAGE_WORDS.tier}</dt><dd>${tierWords(step.tier, index)}</dd>`}
<dt>${PAGE_WORDS.whose}</dt><dd>${step.origin_text || index.origins[step.origin]}</dd>
${step.last_verified && html`<dt>${PAGE_WORDS.compared}</dt><dd>${isoWords(step.last_verified)}</dd>`}
<dt>${PAGE_WORDS.record}</dt><dd><a href="${pageAddress(site, `regions/${region}`, anchor)}">${PAGE_WORDS.seeRecord}</a></dd></dl>`;
}

function tierWords(id, index) {
  const tier = index.tiers.find((one) => one.id === id);
  return tier ? `${tier.label}：${tier.about}` : id;
}

// One layout for every result. «Cannot tell» is the commonest: the reason, what is known and what to ask come before all else.
// The one rule: words come from the telling; this only puts them in order.

import { isoWords, moneyWords } from "../strings/dates.js";
import { fillWords, NOT_TOLD_WORDS, PAGE_WORDS, printedWords, rangeTitle, unknownTitle } from "../strings/page.js";
import { linesMarkup, unknownMarkup } from "./evidence.js";
import { html } from "./html.js";
import { pictureMarkup } from "./picture.js";
import { deadlinesOf, spansOf } from "./spans.js";
import { costTable, repairsTable } from "./tables.js";

const OPEN_STATES = ["no", "partly", "needs"];

/**
 * What people came for: the answer, or why there is none and what to ask; then what is known, line by line. `told` is what tellResult
 * gives; `view` is {site, index, region, raw, said: [{name, label, text}], phone, address}.
 */
export function resultMarkup(told, view) {
  const { core } = unknownParts(told);
  return html`${headlineMarkup(told, view)}${saidMarkup(view.said, told)}${warningsMarkup(told.warnings)}
${told.possible && told.possible.length > 0 && html`<section><h3>${PAGE_WORDS.possible}</h3><ul>${told.possible.map((one) => html`<li>${one.text}</li>`)}</ul></section>`}
${core.length > 0 && html`<section><h3>${PAGE_WORDS.why}</h3>${unknownMarkup(core, view)}</section>`}
${isUnsettled(told) && askMarkup(told, view, true)}${knownMarkup(told, view)}
${costTable(told.outcome)}${repairsTable(told.outcome)}`;
}

/** What follows the answer, drawn a moment later: the picture, what else is not known, the tools, the foot of the printed sheet. */
export function restMarkup(told, view) {
  const deadlines = deadlinesOf(told.question, told.outcome);
  const { rest } = unknownParts(told);
  return html`${pictureMarkup(spansOf(told.question, view.raw, told.outcome), deadlines)}
${rest.length > 0 && html`<details class="pb-calc-rest"><summary>${unknownTitle(rest.length)}</summary>${unknownMarkup(rest, view)}</details>`}
${!isUnsettled(told) && askMarkup(told, view, false)}${toolsMarkup(deadlines.length > 0)}<p class="pb-calc-printed">${printedWords(view.index, view.address)}</p>`;
}

/** The few words in large type, and what a screen reader is told: {title, text}. */
export function verdictOf(told) {
  const { headline, outcome } = told;
  if (headline.state === "no") return { title: headline.title, text: NOT_TOLD_WORDS[told.question] };
  if (headline.state !== "partly") return { title: headline.title, text: headline.text };
  const title = outcome.benefits_earliest ? rangeTitle(outcome.benefits_earliest, outcome.benefits_latest) : headline.title;
  return { title, text: headline.text };
}

// What the question is about and what else was looked up on the way.
function unknownParts(told) {
  const core = told.unknown.filter((one) => isUnsettled(told) && told.missing.includes(`${one.rule}/${one.part}`));
  return { core, rest: told.unknown.filter((one) => !core.includes(one)) };
}

function isUnsettled(told) {
  return OPEN_STATES.includes(told.headline.state);
}

function headlineMarkup(told, { phone }) {
  const { title, text } = verdictOf(told);
  const { state } = told.headline;
  return html`<div class="pb-calc-head pb-calc-head--${state}"><p class="pb-calc-title">${title}</p><p>${text}</p>${
    state === "no" && html`<p class="pb-calc-tools"><a class="md-button md-button--primary" href="tel:${phone}">${PAGE_WORDS.call} ${phone}</a>
<button type="button" class="md-button" data-do="copy-script">${PAGE_WORDS.copyScript}</button></p>`}</div>`;
}

function saidMarkup(said, { asked, missing }) {
  const lacking = asked.filter((one) => missing.includes(one.name) && !one.name.includes("/"));
  return html`<div class="pb-calc-said"><h3>${PAGE_WORDS.said}</h3><ul>${said.map((one) => html`<li>
<button type="button" data-change="${one.name}">${one.label} <b>${one.text}</b> <u>${PAGE_WORDS.change}</u></button></li>`)}${
    lacking.map((one) => html`<li><button type="button" class="pb-calc-lacks" data-change="${one.name}">${fillWords(one.label)}</button></li>`)}</ul></div>`;
}

function warningsMarkup(warnings) {
  if (!warnings.length) return "";
  return html`<div class="pb-calc-warn"><h3>${PAGE_WORDS.warnings}</h3><ul>${warnings.map((one) => html`<li>${one.text}</li>`)}</ul></div>`;
}

function knownMarkup(told, view) {
  if (!told.lines.length && !told.steps.length) return "";
  return html`<section><h3>${PAGE_WORDS.known}</h3>${linesMarkup(told, view)}</section>`;
}

function askMarkup(told, view, open) {
  if (!told.questions.length) return "";
  return html`<details class="pb-calc-ask"${open && html` open`}><summary>${PAGE_WORDS.ask}</summary>
<ol>${told.questions.map((one) => html`<li>${one}</li>`)}</ol>
<p class="pb-calc-tools"><a class="md-button" href="tel:${view.phone}">${PAGE_WORDS.call} ${view.phone}</a>
<button type="button" class="md-button" data-do="copy-script">${PAGE_WORDS.copyScript}</button></p><p class="pb-note">${PAGE_WORDS.askNote}</p></details>`;
}

function toolsMarkup(dated) {
  const tools = [["copy-result", PAGE_WORDS.copyResult], ["copy-link", PAGE_WORDS.copyLink], ["print", PAGE_WORDS.print], ...(dated ? [["calendar", PAGE_WORDS.calendar]] : [])];
  return html`<p class="pb-calc-tools">${tools.map(([name, label]) => html`<button type="button" class="md-button" data-do="${name}">${label}</button> `)}<span class="pb-calc-done" role="status"></span></p>`;
}

/** How an input's text is shown back to the person. `spec` is one of questionWords' inputs. */
export function shownAnswer(spec, text) {
  const choice = spec.choices.find((one) => one.id === text);
  if (choice) return choice.label;
  if (spec.type === "money") return moneyWords(text);
  return ["month", "day", "year"].includes(spec.type) ? isoWords(text) : text;
}

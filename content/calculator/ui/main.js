// The calculator's page. The situation is in the address, the form shows it, the result follows it.
// The one rule: this is the only door to the page; the engine and the words know nothing of it.

import { questionWords } from "../strings/asked.js";
import { PAGE_WORDS } from "../strings/page.js";
import { answersKnown, readAddress, tellsSituation } from "./address.js";
import { inputsLacking } from "./asking-order.js";
import { namedRegion } from "./choosing.js";
import { startComparing } from "./comparing.js";
import { clicked } from "./doing.js";
import { drawForm, goTo, lackingFaults, readForm, showFaults } from "./form.js";
import { draw, html } from "./html.js";
import { dataOf, siteOf } from "./loading.js";
import { drawFailure, update } from "./showing.js";

const TYPING_MS = 250;
const calculatorRoot = document.getElementById("pb-calc");
if (calculatorRoot) openPage(calculatorRoot);

async function openPage(root) {
  const site = siteOf(root);
  const files = dataOf(site);
  root.hidden = false;
  draw(root, html`<p class="pb-calc-wait" role="status">${PAGE_WORDS.loading}</p>`);
  try {
    startPage({ root, site, files, index: await files.index() });
  } catch (failure) {
    drawFailure(root, () => openPage(root));
    throw failure;
  }
}

function startPage(page) {
  page.questions = questionWords(page.index);
  page.thisYear = Math.max(Number(page.index.as_of.slice(0, 4)), new Date().getFullYear());
  draw(page.root, html`<nav class="pb-calc-tabs" aria-label="${PAGE_WORDS.questions}"><ul>${page.questions.map((one) => html`<li>
<a data-question="${one.question}" href="#${one.question}">${one.title}</a></li>`)}</ul></nav>
<div class="pb-calc-body"><form class="pb-calc-form" novalidate></form>
<div class="pb-calc-side"><section aria-labelledby="calc-result"><h2 id="calc-result" tabindex="-1">${PAGE_WORDS.result}</h2>
<div data-slot="result"></div></section><div data-slot="aside" hidden></div></div></div>
<p class="pb-calc-aside" role="status" aria-live="polite" data-slot="aloud"></p>`);
  page.form = page.root.querySelector("form");
  [page.place, page.aside, page.aloud] = ["result", "aside", "aloud"].map((slot) => page.root.querySelector(`[data-slot=${slot}]`));
  page.regionChosen = (region) => {
    page.region = region;
    page.given.region = region.slug;
    changed(page);
  };
  startComparing(page, () => changed(page));
  listen(page);
  openSituation(page);
}

function listen(page) {
  let timer = 0;
  const soon = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(() => changed(page), wait);
  };
  page.form.addEventListener("input", (event) => event.target.type === "text" && event.target.closest("[data-field]") && soon(TYPING_MS));
  page.form.addEventListener("change", (event) => {
    clearTimeout(timer);
    if (event.target.closest("[data-field]")) changed(page);
  });
  page.form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    submit(page);
  });
  page.place.addEventListener("click", (event) => clicked(page, event));
  window.addEventListener("hashchange", () => tellsSituation(location.hash) && openSituation(page));
}

// ---- from the address to the form ------------------------------------------------------------------------------------

function openSituation(page) {
  const { question, given } = readAddress(location.hash);
  const region = given.region && namedRegion(given.region, page.index.regions);
  Object.assign(page, { question, given, region, told: undefined, wanted: new Set() });
  if (region) given.region = region.slug;
  page.words = page.questions.find((one) => one.question === question);
  page.specs = new Map(page.words.inputs.map((spec) => [spec.name, spec]));
  drawForm(page);
  page.otherField.set(page.index.regions.find((one) => one.slug === given.compare));
  if (given.compare) page.aside.querySelector("[data-fold=compare]").open = true;
  update(page);
}

function changed(page) {
  const { given, incomplete } = readForm(page);
  const { region, compare } = page.given;
  page.given = answersKnown(page.question, { ...given, region, compare });
  page.incomplete = incomplete;
  return update(page);
}

async function submit(page) {
  page.regionField.settle();
  await changed(page);
  const faults = lackingFaults(page, inputsLacking(page.question, page.given), page.incomplete);
  if (Object.keys(faults).length) showFaults(page, faults);
  const wrong = page.form.querySelector(".pb-calc-field--wrong");
  if (wrong) goTo(page, wrong.dataset.field || "region");
  else page.root.querySelector("#calc-result").focus();
}

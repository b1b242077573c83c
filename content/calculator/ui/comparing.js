// Beside the result: what other gaps would mean, and two situations side by side. Drawn when opened, for they ask the engine often.
// The one rule: what is compared differs in one thing only.

import { answer } from "../engine/index.js";
import { PAGE_WORDS } from "../strings/page.js";
import { tellResult } from "../strings/telling.js";
import { draw, html } from "./html.js";
import { enliven, regionMarkup } from "./region-field.js";
import { verdictOf } from "./result.js";
import { differencesMarkup, whatIfMarkup } from "./what-if.js";

/** The two folds, once for the page; `page` as main.js holds it, `changed()` is called when something else is compared. */
export function startComparing(page, changed) {
  draw(page.aside, html`<details data-fold="gaps"><summary>${PAGE_WORDS.whatIf}</summary><div data-slot="gaps"></div></details>
<details data-fold="compare"><summary>${PAGE_WORDS.compare}</summary>
<p class="pb-calc-tools"><button type="button" class="md-button" data-do="compare-paid">${PAGE_WORDS.comparePaid}</button></p>
${regionMarkup("calc-other", PAGE_WORDS.compareRegion, PAGE_WORDS.regionHint)}<div data-slot="compare"></div></details>`);
  page.otherField = enliven(page.aside.querySelector("[data-region]"), page.index.regions, (region) => {
    page.given.compare = region.slug;
    changed();
  });
  page.aside.querySelector("[data-do=compare-paid]").addEventListener("click", () => {
    page.given.compare = "paid";
    changed();
  });
  page.aside.querySelectorAll("details").forEach((fold) => fold.addEventListener("toggle", () => drawAside(page)));
}

/** Draw what is open, for the answer now shown; nothing where there is none. */
export function drawAside(page) {
  const fold = (name) => page.aside.querySelector(`[data-fold=${name}]`);
  const usable = Boolean(page.told && !page.told.faults.length);
  page.aside.hidden = !usable;
  if (!usable) return;
  fold("gaps").hidden = page.question !== "lapse";
  page.aside.querySelector("[data-do=compare-paid]").hidden = page.question !== "lapse";
  if (fold("gaps").open && page.question === "lapse") drawInto(page, "gaps", whatIfMarkup(page.data, page.raw, page.region.slug));
  if (fold("compare").open) drawComparison(page);
}

async function drawComparison(page) {
  const wanted = page.given.compare;
  const told = page.told;
  if (!wanted) return drawInto(page, "compare", html``);
  const [one, two] = wanted === "paid" ? paidSides(page) : await regionSides(page, wanted);
  if (page.told === told && two) drawInto(page, "compare", differencesMarkup(page.question, one, two, page.index));
  return undefined;
}

function paidSides(page) {
  if (page.question !== "lapse") return [];
  return [["yes", PAGE_WORDS.paidBack], ["no", PAGE_WORDS.notPaidBack]].map(([back_paid, label]) => sideOf(page, page.data, { ...page.raw, back_paid }, label));
}

async function regionSides(page, slug) {
  const other = page.index.regions.find((region) => region.slug === slug);
  if (!other || other.not_applicable) return [];
  const region = await page.files.region(slug);
  return [sideOf(page, page.data, page.raw, page.region.name), sideOf(page, { index: page.index, region }, page.raw, other.name)];
}

function sideOf(page, data, raw, label) {
  const told = tellResult(answer(page.question, data, raw), data, raw);
  return { name: label, title: verdictOf(told).title, outcome: told.outcome };
}

function drawInto(page, slot, markup) {
  draw(page.aside.querySelector(`[data-slot=${slot}]`), markup);
}

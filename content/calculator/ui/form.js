// The form: the region, the fields a question always needs, those asked for since, those one may add.
// The one rule: what is on the screen is never drawn anew while someone types; fields are only added.

import { PAGE_WORDS, chooseWords } from "../strings/page.js";
import { fieldsShown } from "./asking-order.js";
import { fieldMarkup, firstControl, readField, showFault } from "./fields.js";
import { draw, html } from "./html.js";
import { enliven, regionMarkup } from "./region-field.js";

/** Draw the form of a question. `page` as main.js holds it; `page.regionChosen(region)` is called when one is taken. */
export function drawForm(page) {
  const shown = fieldsShown(page.question, page.given, page.wanted);
  const fields = (names) => names.map((name) => fieldMarkup(page.specs.get(name), page.given[name], page.thisYear));
  draw(page.form, html`<h2>${page.words.title}</h2><p class="pb-lead">${page.words.about}</p>
${regionMarkup("calc-region", PAGE_WORDS.region, PAGE_WORDS.regionHint)}
<div data-slot="always">${fields(shown.always)}</div>
<div data-slot="asked" class="pb-calc-asked"${!shown.asked.length && html` hidden`}><h3>${PAGE_WORDS.needed}</h3>${fields(shown.asked)}</div>
<details data-slot="offered"><summary>${PAGE_WORDS.more}</summary>${fields(shown.offered)}</details>
<button type="submit" class="md-button md-button--primary">${PAGE_WORDS.answer}</button>`);
  page.regionField = enliven(page.form.querySelector("[data-region]"), page.index.regions, page.regionChosen);
  page.regionField.set(page.region);
}

/** Show the fields that a result has asked for: those not yet on the form are added, those offered move up. */
export function askFor(page, names) {
  const slot = page.form.querySelector("[data-slot=asked]");
  for (const name of names.filter((one) => !slot.querySelector(`[data-field="${one}"]`))) {
    const present = holderOf(page, name);
    if (present && !present.closest("details")) continue;
    slot.append(present || newField(page, name));
  }
  slot.hidden = !slot.querySelector("[data-field]");
}

/** What the form says: {given, incomplete}: texts by name without empty ones, and the names of half-filled dates. */
export function readForm(page) {
  const given = {};
  const incomplete = [];
  page.form.querySelectorAll("[data-field]").forEach((holder) => {
    const said = readField(holder);
    if (said.text) given[holder.dataset.field] = said.text;
    if (said.incomplete) incomplete.push(holder.dataset.field);
  });
  return { given, incomplete };
}

/** Put these messages beside their fields, {name: text}, and take all others away. Returns whether there are any. */
export function showFaults(page, faults) {
  page.form.querySelectorAll("[data-field], [data-region]").forEach((holder) => {
    showFault(holder, faults[holder.dataset.field || "region"] || "");
  });
  return Object.keys(faults).length > 0;
}

/** What is still lacking, as messages beside the fields. */
export function lackingFaults(page, names, incomplete) {
  const faults = {};
  const typed = page.form.querySelector("#calc-region").value.trim();
  if (!page.region) faults.region = typed ? PAGE_WORDS.regionUnclear : PAGE_WORDS.regionNeeded;
  for (const name of names) faults[name] = chooseWords(page.specs.get(name).label);
  for (const name of incomplete) faults[name] = page.specs.get(name).type === "day" ? PAGE_WORDS.incompleteDay : PAGE_WORDS.incomplete;
  return faults;
}

/** Take a person to a field: `region` or the name of an input. */
export function goTo(page, name) {
  const holder = holderOf(page, name);
  const folded = holder && holder.closest("details");
  if (folded) folded.open = true;
  if (name === "region") page.regionField.focus();
  else if (holder) firstControl(holder).focus();
}

function holderOf(page, name) {
  return page.form.querySelector(name === "region" ? "[data-region]" : `[data-field="${name}"]`);
}

function newField(page, name) {
  const holder = document.createElement("div");
  draw(holder, fieldMarkup(page.specs.get(name), page.given[name], page.thisYear));
  return holder.firstElementChild;
}

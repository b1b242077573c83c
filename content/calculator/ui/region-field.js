// The field in which a person types a region: a combobox with a list of those that fit.
// The one rule: the keyboard alone is enough, and only a region that was plainly meant is taken.

import { foundRegions, PAGE_WORDS } from "../strings/page.js";
import { fittingRegions, fullName, namedRegion } from "./choosing.js";
import { draw, html } from "./html.js";

/** The markup of a region field. `id` is unique on the page. */
export function regionMarkup(id, label, hint) {
  return html`<div class="pb-calc-field pb-calc-region" data-region="${id}">
<label for="${id}">${label}</label>
<span class="pb-calc-hint" id="${id}-hint">${hint}</span><span class="pb-calc-error" id="${id}-error"></span>
<input id="${id}" type="text" role="combobox" autocomplete="off" autocapitalize="none" spellcheck="false" aria-autocomplete="list" aria-expanded="false" aria-controls="${id}-list" aria-describedby="${id}-hint ${id}-error">
<ul id="${id}-list" role="listbox" aria-label="${label}" hidden></ul>
<span class="pb-calc-aloud" role="status" aria-live="polite"></span></div>`;
}

/** Bring a region field to life. `chosen(region)` is told of every region taken; returns {set(region), settle(), focus()}. */
export function enliven(holder, regions, chosen) {
  const input = holder.querySelector("input");
  const field = {
    input, regions, chosen, list: holder.querySelector("ul"), aloud: holder.querySelector("[role=status]"), fitting: [], active: -1, region: undefined,
  };
  input.addEventListener("input", (event) => event.isComposing || offer(field));
  input.addEventListener("compositionend", () => offer(field));
  input.addEventListener("focus", () => input.select());
  input.addEventListener("blur", () => settleField(field));
  input.addEventListener("keydown", (event) => pressed(field, event));
  field.list.addEventListener("pointerdown", (event) => event.preventDefault()); // keeps the focus in the field
  field.list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) take(field, field.fitting[Number(option.dataset.at)]);
  });
  return { set: (region) => nameField(field, region), settle: () => settleField(field), focus: () => input.focus() };
}

function offer(field) {
  field.fitting = fittingRegions(field.input.value, field.regions);
  field.active = -1;
  draw(field.list, html`${field.fitting.map((region, at) => optionOf(field, region, at))}`);
  const open = field.fitting.length > 0;
  expand(field, open);
  field.aloud.textContent = field.input.value.trim() ? foundRegions(field.fitting.length) : "";
}

function optionOf(field, region, at) {
  return html`<li role="option" id="${field.list.id}-${at}" data-at="${at}" aria-selected="false">${fullName(region, field.regions)}</li>`;
}

function pressed(field, event) {
  const open = !field.list.hidden;
  if (event.isComposing) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (open) point(field, event.key === "ArrowDown" ? 1 : -1);
    else offer(field);
  } else if (event.key === "Escape" && open) {
    expand(field, false);
  } else if (event.key === "Enter" && open) {
    event.preventDefault();
    take(field, field.fitting[Math.max(field.active, 0)]);
  }
}

function point(field, step) {
  const options = Array.from(field.list.children);
  field.active = (field.active + step + options.length + (field.active < 0 && step < 0 ? 1 : 0)) % options.length;
  options.forEach((option, at) => option.setAttribute("aria-selected", String(at === field.active)));
  showOption(field.list, options[field.active]);
  field.input.setAttribute("aria-activedescendant", options[field.active].id);
}

// Only the list is scrolled: the page stays where the person is.
function showOption(list, option) {
  if (option.offsetTop < list.scrollTop) list.scrollTop = option.offsetTop;
  else if (option.offsetTop + option.offsetHeight > list.scrollTop + list.clientHeight) list.scrollTop = option.offsetTop + option.offsetHeight - list.clientHeight;
}

function take(field, region) {
  nameField(field, region);
  field.aloud.textContent = fullName(region, field.regions);
  field.chosen(region);
}

// On leaving the field: one region plainly meant is taken, an emptied field gives the old one back.
function settleField(field) {
  expand(field, false);
  const meant = namedRegion(field.input.value, field.regions);
  if (meant && meant !== field.region && field.input.value !== shownName(field)) take(field, meant);
  else if (field.region && !field.input.value.trim()) nameField(field, field.region);
}

function nameField(field, region) {
  field.region = region;
  field.input.value = shownName(field);
  expand(field, false);
}

function shownName(field) {
  return field.region ? fullName(field.region, field.regions) : "";
}

function expand(field, open) {
  field.list.hidden = !open;
  field.input.setAttribute("aria-expanded", String(open));
  if (!open) field.input.removeAttribute("aria-activedescendant");
}

// One field of the form: a label, a hint, one to three controls, room for an error. And the way back from controls to text.
// The one rule: months and days are plain selects, so that they work with every keyboard, finger and screen reader.

import { exampleHint, PAGE_WORDS } from "../strings/page.js";
import { html } from "./html.js";

const YEARS = {
  retire: [-5, 45],
  started_work: [-60, 0],
  first_enrolled: [-40, 1],
  last_insured_year: [-20, 1],
  enrol_year: [-5, 1],
};
const MONTHS = numbersBetween(1, 12);
const DATES = numbersBetween(1, 31);
const NUMERIC = ["count", "months", "days"];

/** A field's markup. `spec` is one of questionWords' inputs, `text` what was said, `thisYear` a number. */
export function fieldMarkup(spec, text, thisYear) {
  const kind = kindOf(spec);
  if (kind === "text") return singleMarkup(spec, textControl(spec, text));
  if (kind === "select") return singleMarkup(spec, selectControl(spec, text));
  if (kind === "radio") return fieldsetMarkup(spec, radioControls(spec, text));
  return fieldsetMarkup(spec, dateControls(spec, text, thisYear));
}

/** What a field's controls say: {text, incomplete}. `holder` is the element with data-field. */
export function readField(holder) {
  const parts = Array.from(holder.querySelectorAll("[data-part]"), (control) => control.value);
  if (parts.length) return { text: parts.every(Boolean) ? parts.join("-") : "", incomplete: parts.some(Boolean) && !parts.every(Boolean) };
  const control = holder.querySelector("input:checked, select, input:not([type=radio])");
  return { text: control ? control.value.trim() : "", incomplete: false };
}

/** Put a message beside a field, or take it away. */
export function showFault(holder, text) {
  const place = holder.querySelector(".pb-calc-error");
  if (place.textContent === text) return;
  place.textContent = text;
  holder.classList.toggle("pb-calc-field--wrong", Boolean(text));
  holder.querySelectorAll("input, select").forEach((control) => control.setAttribute("aria-invalid", text ? "true" : "false"));
}

/** The control of a field that takes the focus. */
export function firstControl(holder) {
  return holder.querySelector("input:checked") || holder.querySelector("select, input");
}

function kindOf(spec) {
  if (["month", "day", "year"].includes(spec.type)) return "date";
  if (spec.choices.length > 5) return "select";
  return spec.choices.length ? "radio" : "text";
}

function idOf(spec) {
  return `calc-${spec.name}`;
}

function describedBy(spec) {
  return `${idOf(spec)}-hint ${idOf(spec)}-error`;
}

function singleMarkup(spec, control) {
  return html`<div class="pb-calc-field" data-field="${spec.name}">
<label for="${idOf(spec)}">${spec.label}</label>${notesMarkup(spec, hintOf(spec))}${control}</div>`;
}

function fieldsetMarkup(spec, controls) {
  return html`<fieldset class="pb-calc-field" data-field="${spec.name}" aria-describedby="${describedBy(spec)}">
<legend>${spec.label}</legend>${notesMarkup(spec, spec.hint)}<div class="pb-calc-controls">${controls}</div></fieldset>`;
}

function hintOf(spec) {
  return kindOf(spec) === "text" ? exampleHint(spec.hint, spec.example) : spec.hint;
}

function notesMarkup(spec, hint) {
  return html`<span class="pb-calc-hint" id="${idOf(spec)}-hint">${hint}</span><span class="pb-calc-error" id="${idOf(spec)}-error"></span>`;
}

function textControl(spec, text) {
  const mode = NUMERIC.includes(spec.type) ? "numeric" : "decimal";
  return html`<input id="${idOf(spec)}" type="text" inputmode="${spec.type === "ratio" ? "text" : mode}" autocomplete="off" maxlength="12" value="${text}" aria-describedby="${describedBy(spec)}">`;
}

function selectControl(spec, text) {
  const options = spec.choices.map((choice) => optionMarkup(choice.id, choice.label, text));
  return html`<select id="${idOf(spec)}" aria-describedby="${describedBy(spec)}">${optionMarkup("", PAGE_WORDS.choose, text)}${options}</select>`;
}

function radioControls(spec, text) {
  const choices = spec.needed ? spec.choices : [...spec.choices, { id: "", label: PAGE_WORDS.unsure }];
  return choices.map((choice) => html`<label class="pb-calc-choice"><input type="radio" name="${idOf(spec)}" value="${choice.id}"${
    choice.id === (text || (spec.needed ? undefined : "")) ? html` checked` : ""}> ${choice.label}</label>`);
}

function dateControls(spec, text, thisYear) {
  const said = (text || "").split("-");
  const lists = [[yearsOf(spec, thisYear, said[0]), PAGE_WORDS.year], [MONTHS, PAGE_WORDS.month], [DATES, PAGE_WORDS.day]];
  const many = { year: 1, month: 2, day: 3 }[spec.type];
  return lists.slice(0, many).map(([numbers, unit], at) => html`<label class="pb-calc-part"><select data-part>${
    [optionMarkup("", "–", said[at]), ...numbers.map((number) => optionMarkup(number, String(Number(number)), said[at]))]
  }</select> ${unit}</label>`);
}

function optionMarkup(id, label, chosen) {
  return html`<option value="${id}"${id === (chosen || "") ? html` selected` : ""}>${label}</option>`;
}

function yearsOf(spec, thisYear, said) {
  const [before, after] = YEARS[spec.name] || [-12, 2];
  const years = numbersBetween(thisYear + before, thisYear + after);
  if (said && !years.includes(said)) years.push(said);
  return after > 10 ? years.sort() : years.sort().reverse();
}

function numbersBetween(first, last) {
  const numbers = [];
  for (let number = first; number <= last; number += 1) numbers.push(String(number).padStart(2, "0"));
  return numbers;
}

// A person's situation as the fragment of an address: #lapse?region=fujian&last_paid=2023-12. It never leaves the browser.
// The one rule: old links keep working: what is not known here is left out, never an error.

import { INPUTS } from "../engine/inputs.js";

const OURS = ["region", "compare"];
const LONGEST = 60;

/** Whether a fragment tells a situation, and is not one of the page's own headings. */
export function tellsSituation(fragment) {
  const text = fragment.replace(/^#/, "");
  return text.includes("=") || Boolean(INPUTS[text.split("?")[0]]);
}

/** `#lapse?region=fujian` → {question, given}; without a question the insurance says which one is meant. */
export function readAddress(fragment) {
  const text = fragment.replace(/^#/, "");
  const cut = text.indexOf("?");
  const name = cut < 0 ? text : text.slice(0, cut);
  const said = pairsOf(cut < 0 && !INPUTS[name] ? text : text.slice(name.length + 1));
  const question = INPUTS[name] ? name : said.insurance === "resident" ? "resident" : "lapse";
  return { question, given: answersKnown(question, said) };
}

/** The fragment of a situation, its keys in the order they are asked. */
export function writeAddress(question, given) {
  const names = [...OURS.slice(0, 1), ...Object.keys(INPUTS[question]), ...OURS.slice(1)];
  const pairs = names.filter((name) => given[name]).map((name) => `${name}=${encoded(given[name])}`);
  return `#${question}${pairs.length ? `?${pairs.join("&")}` : ""}`;
}

/** What of these answers another question understands too. */
export function answersKnown(question, said) {
  const kept = {};
  for (const name of [...OURS, ...Object.keys(INPUTS[question])]) {
    if (said[name] && offered(INPUTS[question][name], said[name])) kept[name] = said[name];
  }
  return kept;
}

function offered(input, text) {
  return !input || !input.choices || input.choices.includes(text);
}

function pairsOf(query) {
  const said = {};
  new URLSearchParams(query).forEach((text, name) => {
    said[name] = text.trim().slice(0, LONGEST);
  });
  return said;
}

function encoded(text) {
  return encodeURIComponent(text).replace(/%2F/g, "/");
}

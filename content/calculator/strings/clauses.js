// The small change of sentences: clauses that are there or not, days and months as the engine says them.
// The one rule: an absent number leaves out its clause, never the sentence.

import { dayWords, isoWords, monthWords } from "./dates.js";

/** What is said of a value; nothing of an absent one. */
export function given(value, words) {
  return value === undefined || value === null ? "" : words(value);
}

/** A day as the engine (integer) or a result (text) gives it. */
export function saidDay(day) {
  return typeof day === "number" ? dayWords(day) : isoWords(day);
}

/** A month as the engine (integer) or the person (text) gives it. */
export function saidMonth(month) {
  return typeof month === "number" ? monthWords(month) : isoWords(month);
}

/** Clauses joined by commas, empty ones left out. */
export function joinWords(...texts) {
  return texts.filter(Boolean).join("，");
}

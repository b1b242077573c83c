// Which enrolment window a resident paid in: the notice of the year, else the windows of every year, else the date alone.
// The one rule: where no record names the day, the answer says that it is an assumption; where the notice leaves it open, both hold.

import { ask, standingOn } from "./asking.js";
import { meets } from "./matching.js";
import { firstDay, lastDay, monthOf, newYear, parseDay } from "./months.js";
import { eachOnce, wordOf } from "./walking.js";

// A person insured last year has been so for one year or more: each value stands for those the notices tell apart.
const YEARS_TRIED = [1, 2, 3, 4, 5, 99];

/** The place of a part of enrolment-window. */
export function windowPlace(part) {
  return { insurance: "resident", rule: "enrolment-window", part };
}

/**
 * The windows that are possible, mostly one: {windows: [{slug, late, assumed, then, asked, result}], missing, asked, closed, unclear}.
 * `then` holds what the window's row states; `lapsed` counts the years without insurance before `values.enrol_year`.
 */
export function findWindows(data, values, lapsed) {
  const asked = askNotice(data, values, lapsed);
  const found = [];
  for (const result of asked.results) {
    if (result.state === "closed") return { windows: [], missing: asked.missing, asked, closed: result };
    if (result.state === "answer") found.push(noticed(data, values, asked, result));
  }
  const open = asked.results.some((result) => result.state === "unknown");
  const others = open || !found.length ? withoutNotice(data, values) : [];
  return { windows: [...found, ...others], missing: asked.missing, asked, unclear: others.length > 1 };
}

function askNotice(data, values, lapsed) {
  const day = newYear(values.enrol_year);
  const facts = { paid_on: values.paid_on, first_enrolment: values.first_enrolment === true, came_from: values.came_from };
  const years = lapsed > 0 ? 0 : values.insured_years_before;
  const tried = (years === undefined ? YEARS_TRIED : [years]).map((one) => (
    ask(data, windowPlace("windows"), day, { ...facts, insured_years_before: one })
  ));
  const results = unlike(tried.reduce((all, one) => all.concat(one.results), []));
  const differ = tried.some((one) => unlike([...one.results, ...tried[0].results]).length !== one.results.length);
  return { ...tried[0], results, missing: differ ? [...tried[0].missing, "insured_years_before"] : tried[0].missing };
}

function unlike(results) {
  return eachOnce(results, (one) => JSON.stringify([one.state, one.record && one.record.id, one.row]));
}

// The row may leave the window's name out and still say when benefits begin.
function noticed(data, values, asked, result) {
  const { window } = result.then;
  if (window && !wordOf(window)) return { slug: window, late: window === "late", assumed: false, then: result.then, asked, result };
  return { ...byDate(values), then: result.then, asked, result };
}

function withoutNotice(data, values) {
  const standing = standingOn(data.region, windowPlace("recurring"), newYear(values.enrol_year));
  const tables = standing.chain.filter((record) => record.body === "table");
  const rows = tables.reduce((all, record) => all.concat(rowsFor(record, values)), []);
  const open = rows.find(({ row }) => opensOn(row.then.opens, values));
  if (open) return [recurring(data, open, false)];
  if (unclear(data, values)) return [false, true].map((late) => assumed(late));
  const guess = byDate(values);
  const row = rows.find(({ row: one }) => one.when.window === guess.slug && wordOf(one.then.opens));
  return [row ? recurring(data, row, true) : guess];
}

function rowsFor(record, values) {
  return (record.rows || [])
    .map((row, number) => ({ row, number, record }))
    .filter(({ row }) => !wordOf(row.then) && (row.when.who === undefined || row.when.who === values.who));
}

function recurring(data, { row, number, record }, guessed) {
  const slug = row.when.window;
  const asked = { ...windowPlace("recurring"), region: data.region.region.slug, origin: "own", bounds: [] };
  return { slug, late: slug === "late", assumed: guessed, then: row.then, asked, result: { record, row: number, then: row.then } };
}

function byDate(values) {
  return assumed(values.paid_on >= newYear(values.enrol_year));
}

function assumed(late) {
  return { slug: late ? "late" : "concentrated", late, assumed: true, then: {} };
}

/** Whether a window that recurs each insured year holds the day of payment. */
export function opensOn(opens, values) {
  if (!opens || wordOf(opens)) return false;
  const { start, end } = opens;
  const first = values.enrol_year - (opens.previous ? 1 : 0);
  const last = end.month < start.month ? first + 1 : first;
  const from = firstDay(monthOf(first, start.month)) + start.day - 1;
  const closing = monthOf(last, end.month);
  const to = end.day === null ? lastDay(closing) : firstDay(closing) + end.day - 1;
  return from <= values.paid_on && values.paid_on <= to;
}

// After the last window the notice names, yet before the year begins or on a day it expressly leaves open.
function unclear(data, values) {
  const standing = standingOn(data.region, windowPlace("windows"), newYear(values.enrol_year));
  const rows = standing.chain.reduce((all, record) => all.concat(record.rows || []), []).filter((row) => row.when.paid_on);
  const ends = rows.filter((row) => !wordOf(row.then) && row.then.window !== "late").map((row) => row.when.paid_on.high);
  const silent = rows.some((row) => wordOf(row.then) === "unstated" && meets(row.when.paid_on, values.paid_on));
  const passed = ends.length > 0 && ends.every((text) => text && parseDay(text) < values.paid_on);
  return passed && (silent || values.paid_on < newYear(values.enrol_year));
}

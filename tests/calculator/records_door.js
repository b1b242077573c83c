// A second door, for tests only: what the calculator's own words and its `ask` make of every record of one region.
// One request per line, {"index": path, "region": path}; one JSON line per answer, {"said": {id: [[when, says], …]}, "worked": [case]}.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { ask } from "../../content/calculator/engine/asking.js";
import { withNeeds } from "../../content/calculator/engine/matching.js";
import { firstDay, parseDay, parseMonth } from "../../content/calculator/engine/months.js";
import { partEntry, sentenceWords, whenWords } from "../../content/calculator/strings/saying.js";
import { sourceEntry } from "../../content/calculator/strings/sources.js";

const READ = {
  boolean: (text) => text === "true",
  choice: (text) => text,
  "date-range": parseDay,
  "month-range": (text) => parseMonth(text.length === 4 ? `${text}-01` : text),
};

for await (const line of createInterface({ input: process.stdin })) {
  const { index, region } = JSON.parse(line);
  const data = { index: fileOf(index), region: fileOf(region) };
  process.stdout.write(`${JSON.stringify(repliedFor(data))}\n`);
}

function fileOf(path) {
  return JSON.parse(readFileSync(path, "utf-8"));
}

function repliedFor(data) {
  const { slug } = data.region.region;
  const own = Object.entries(data.region.records).filter(([, record]) => record.region === slug);
  const said = Object.fromEntries(own.map(([id, record]) => [id, saidOf(record, data.index)]));
  const worked = own.flatMap(([id, record]) => (record.cases || []).map((one) => workedOut(id, record, one, data)));
  return { said, worked: worked.filter(Boolean) };
}

function saidOf(record, index) {
  const rows = [...(record.rows || [])];
  if (record.otherwise !== undefined) rows.push({ when: {}, then: record.otherwise });
  return rows.map((row) => [whenWords(row.when, index, record.rule), sentenceWords(record.part, record.rule, row.then, index)]);
}

// Only cases told in the part's own conditions; those in the calculator's inputs go through the other door.
function workedOut(id, record, { given, expect }, data) {
  const { conditions } = data.index;
  const part = partEntry(data.index, record.rule, record.part);
  if (part.form !== "decisions" || !Object.keys(given).every((name) => part.conditions.includes(name))) return undefined;
  const facts = {};
  for (const name of Object.keys(given)) facts[name] = (READ[conditions[name].type] || Number)(given[name]);
  const full = withNeeds(facts, conditions);
  for (const name of Object.keys(full)) if (Array.isArray(full[name])) [full[name]] = full[name];
  const place = { insurance: record.insurance[0], rule: record.rule, part: record.part };
  const asked = ask(data, place, dayOf(id, place, data), full);
  const results = asked.results.map((one) => ({
    state: one.state,
    record: one.record && one.record.id,
    then: one.then,
    says: one.then && sentenceWords(record.part, record.rule, one.then, data.index),
    document: one.record && sourceEntry(one.record, data).document,
  }));
  return { id, given, expect, results, missing: asked.missing };
}

// A day on which the record is the nearest that answers.
function dayOf(id, { insurance, rule, part }, { region, index }) {
  const cell = region.cells.find((one) => one.insurance === insurance && one.rule === rule && one.part === part);
  const standing = (cell.periods || []).filter((one) => (one.chain || [])[0] === id);
  const today = standing.find((one) => (one.first_day || "") <= index.as_of && index.as_of <= (one.last_day || "9"));
  const found = today ? index.as_of : standing.length ? standing[0].last_day || standing[0].first_day : index.as_of;
  return parseDay(found) === undefined ? firstDay(parseMonth("2026-01")) : parseDay(found);
}

// Every unit test of the engine in one process, for `make mutants`: thousands of runs, so it ends at the first failure, and the
// tests most likely to notice come first: those of the file that was changed.

import { readdirSync, readFileSync } from "node:fs";

const TESTS = new URL("../engine/", import.meta.url);
const ENGINE = new URL("../../../content/calculator/engine/", import.meta.url);
const SLOW = ["resident.test.js", "waiting.test.js", "lapse.test.js"];

const names = readdirSync(TESTS).filter((name) => name.endsWith(".test.js"));
const [first] = [...names].sort((one, two) => nearness(two) - nearness(one));
const others = names.filter((name) => name !== first);
const ordered = [first, ...others.filter((name) => !SLOW.includes(name)), ...SLOW.filter((name) => others.includes(name))];
for (const name of ordered) await import(new URL(name, TESTS));

// How many letters the names of a test and of the changed file begin with in common.
function nearness(name) {
  const changed = changedFile();
  let length = 0;
  while (length < changed.length && name[length] === changed[length]) length += 1;
  return length;
}

// Stryker writes all changes into the files and names the one that is active by its number.
function changedFile() {
  const mark = `stryMutAct_9fa48("${process.env.__STRYKER_ACTIVE_MUTANT__}")`;
  const found = readdirSync(ENGINE).find((name) => readFileSync(new URL(name, ENGINE), "utf8").includes(mark));
  return found || "lapse.js";
}

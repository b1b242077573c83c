// Every unit test of the engine in one process, for `make mutants`: thousands of runs, so it ends at the first failure.
// The quick files come first.

import { readdirSync } from "node:fs";

const FOLDER = new URL("../engine/", import.meta.url);
const LAST = ["lapse.test.js", "waiting.test.js", "resident.test.js"];

const names = readdirSync(FOLDER).filter((name) => name.endsWith(".test.js"));
const ordered = [...names.filter((name) => !LAST.includes(name)), ...LAST.filter((name) => names.includes(name))];
for (const name of ordered) await import(new URL(name, FOLDER));

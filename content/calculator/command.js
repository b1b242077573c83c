// The Node door of `policybook calc`: one JSON request per line of standard input, one JSON answer per line of standard output.
// The one rule: it only carries; what is asked, counted and said is the engine's and the strings'.
//
//   {"describe": true, "index": …}                        → {"questions": [{question, title, about, inputs}]}
//   {"question", "raw", "index"?, "region"?, "plain"?}    → the told result; with `plain` also {"plain": text for people}
//   index and region are the published JSON or the path of its file; what is left out is the last one given.
//   What cannot be answered at all is {"error": message}.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { QUESTIONS, answer } from "./engine/index.js";
import { questionWords } from "./strings/asked.js";
import { plainText } from "./strings/plain.js";
import { tellResult } from "./strings/telling.js";

const filesRead = new Map();
const lastGiven = {};

/** Answer requests until standard input ends. */
export async function serveCommand(input, output) {
  for await (const line of createInterface({ input })) {
    if (line.trim()) output.write(`${JSON.stringify(replyTo(line))}\n`);
  }
}

/** The answer to one line. A fault of the program is told on standard error as well. */
export function replyTo(line) {
  try {
    return replied(JSON.parse(line));
  } catch (error) {
    process.stderr.write(`${error.stack}\n`);
    return { error: String(error.message) };
  }
}

function replied(request) {
  const index = dataGiven("index", request.index);
  if (request.describe) return { questions: questionWords(index) };
  if (!(request.question in QUESTIONS)) return { error: `no such question: ${request.question}` };
  const data = { index, region: dataGiven("region", request.region) };
  const raw = request.raw || {};
  const told = tellResult(answer(request.question, data, raw), data, raw);
  return request.plain ? { ...told, plain: plainText(told, data) } : told;
}

function dataGiven(name, told) {
  if (told !== undefined) lastGiven[name] = typeof told === "string" ? fileRead(told) : told;
  if (lastGiven[name] === undefined) throw new Error(`${name} was never given`);
  return lastGiven[name];
}

function fileRead(path) {
  if (!filesRead.has(path)) filesRead.set(path, JSON.parse(readFileSync(path, "utf-8")));
  return filesRead.get(path);
}

serveCommand(process.stdin, process.stdout);

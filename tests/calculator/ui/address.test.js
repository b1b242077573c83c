// The situation in the address: what is written is read again; what is not known is left out.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answersKnown, readAddress, tellsSituation, writeAddress } from "../../../content/calculator/ui/address.js";

test("a situation written is the situation read", () => {
  const given = { region: "fujian/fuzhou", insurance: "employee", last_paid: "2023-12", resume: "2024-06", back_paid: "no", compare: "paid" };
  const address = writeAddress("lapse", given);
  assert.equal(address, "#lapse?region=fujian/fuzhou&insurance=employee&last_paid=2023-12&resume=2024-06&back_paid=no&compare=paid");
  assert.deepEqual(readAddress(address), { question: "lapse", given });
});

test("a question alone is an address too", () => {
  assert.equal(writeAddress("cost", {}), "#cost");
  assert.deepEqual(readAddress("#cost"), { question: "cost", given: {} });
});

test("a per cent sign and a name in Chinese survive", () => {
  const given = { region: "福州", employer_rate: "6%" };
  assert.deepEqual(readAddress(writeAddress("cost", given)), { question: "cost", given });
});

test("keys nobody knows are left out, and so is what another question means", () => {
  assert.deepEqual(readAddress("#lapse?region=fujian&colour=red&sex=male&__proto__=1"), { question: "lapse", given: { region: "fujian" } });
});

test("a region page's link has no question: the insurance says which", () => {
  assert.deepEqual(readAddress("#region=fujian&insurance=resident"), { question: "resident", given: { region: "fujian" } });
  assert.deepEqual(readAddress("#region=fujian&insurance=flexible"), { question: "lapse", given: { region: "fujian", insurance: "flexible" } });
  assert.deepEqual(readAddress(""), { question: "lapse", given: {} });
});

test("a choice the question does not offer is not taken over", () => {
  assert.deepEqual(answersKnown("lapse", { insurance: "resident", region: "fujian" }), { region: "fujian" });
  assert.deepEqual(answersKnown("retirement", { insurance: "employee", last_paid: "2023-12" }), { insurance: "employee" });
});

test("a heading of the page is no situation", () => {
  assert.deepEqual(["#by-hand", "", "#report"].map(tellsSituation), [false, false, false]);
  assert.deepEqual(["#lapse", "#region=fujian", "#cost?base=1"].map(tellsSituation), [true, true, true]);
});

import assert from "node:assert/strict";
import { test } from "node:test";

import { headlineWords } from "../../../content/calculator/strings/headlines.js";

const result = (question, outcome, warnings = []) => ({ question, answered: "yes", outcome, warnings, faults: [], unknown: [], missing: [] });
const textOf = (...given) => headlineWords(result(...given), { index: {} }).text;

test("No wait is told only where it is known that there is none", () => {
  assert.equal(textOf("lapse", { gap_months: 2, waiting_months: 0, benefits_from: "2031-05-01" }), "断缴2个月，不用等，2031年5月1日起恢复正常报销。");
  assert.equal(textOf("lapse", { gap_months: 2, benefits_from: "2031-05-01" }), "断缴2个月，2031年5月1日起恢复正常报销。");
  assert.equal(textOf("resident", { lapsed_years: 1, benefits_from: "2031-05-01" }), "断保1年，2031年5月1日起开始报销。");
});

test("A sum that may lack a late fee says so where it is read first", () => {
  const open = headlineWords(result("cost", { months: 3, total_cny: 1500 }, [{ key: "late-fee-depends", on: ["gap_cause"] }]), { index: {} });
  assert.deepEqual([open.title, open.text], ["一共1,500元（不含滞纳金）", "补缴3个月一共1,500元（不含滞纳金）。"]);
  assert.equal(headlineWords(result("cost", { months: 3, total_cny: 1500 }), { index: {} }).title, "一共1,500元");
});

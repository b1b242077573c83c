import assert from "node:assert/strict";
import { test } from "node:test";

import { bonusOf, cutOf } from "../../../content/calculator/engine/incentive.js";
import { UNSTATED } from "./book.js";

const THEN = { bonus_after_years: "4", continuous_bonus_cny: "3000", zero_claim_bonus_cny: "2000" };
const person = (more) => ({ lapsed: 0, enrolYear: 2040, before: 6, zeroClaim: undefined, ...more });

test("Each continuous year after the fourth raises the cap, the year paid for included", () => {
  assert.deepEqual(bonusOf(THEN, person(), 2025), { least: 900000, most: 900000, capUnknown: false });
  assert.deepEqual(bonusOf(THEN, person({ before: 4 }), 2025), { least: 300000, most: 300000, capUnknown: false });
  assert.deepEqual(bonusOf(THEN, person({ before: 3 }), 2025), { least: 0, most: 0, capUnknown: false });
  assert.equal(bonusOf(THEN, person({ before: 5.5 }), 2025).least, 600000);
});

test("Years before the record began may count or not", () => {
  assert.deepEqual(bonusOf(THEN, person({ enrolYear: 2029 }), 2025), { least: 300000, most: 900000, capUnknown: false });
  assert.deepEqual(bonusOf(THEN, person(), undefined), { least: 0, most: 900000, capUnknown: false });
});

test("Years without a claim add their own bonus", () => {
  assert.equal(bonusOf(THEN, person({ zeroClaim: 2 }), 2025).least, 1300000);
  assert.deepEqual(bonusOf({ ...THEN, zero_claim_bonus_cny: UNSTATED }, person({ zeroClaim: 1 }), 2025), { unsure: "zero-claims" });
  assert.deepEqual(bonusOf({ ...THEN, continuous_bonus_kept: true }, person({ zeroClaim: 1, lapsed: 1 }), 2025), { unsure: "zero-claims" });
});

test("What is not stated or not told gives no bonus", () => {
  assert.deepEqual(bonusOf({ ...THEN, continuous_bonus_cny: UNSTATED }, person(), 2025), { unsure: "unstated" });
  assert.deepEqual(bonusOf({ ...THEN, bonus_after_years: UNSTATED }, person(), 2025), { unsure: "unstated" });
  assert.deepEqual(bonusOf(THEN, person({ before: undefined }), 2025), { needs: "insured_years_before" });
});

test("After a lapse the bonus is what was gathered, where the text keeps it", () => {
  const lapsed = person({ lapsed: 2 });
  assert.deepEqual(bonusOf(THEN, lapsed, 2025), { unsure: "lapse" });
  assert.equal(bonusOf(THEN, person({ lapsed: 2, before: 3 }), 2025).most, 0);
  assert.deepEqual(bonusOf({ ...THEN, continuous_bonus_kept: true }, lapsed, 2025), { least: 600000, most: 600000, capUnknown: false });
  assert.deepEqual(bonusOf({ ...THEN, continuous_bonus_kept: true }, lapsed, 2033), { least: 100000 * 3, most: 600000, capUnknown: false });
  assert.equal(bonusOf({ ...THEN, continuous_bonus_kept: false }, lapsed, 2025).most, 0);
});

test("The bonus stops at its cap: in yuan, or as a share of the cap it raises", () => {
  assert.equal(bonusOf({ ...THEN, bonus_cap_cny: "5000" }, person(), 2025).most, 500000);
  assert.equal(bonusOf({ ...THEN, bonus_cap_ratio: "0.2", base_cap_cny: "30000" }, person(), 2025).most, 600000);
  assert.equal(bonusOf({ ...THEN, bonus_cap_ratio: "0.2" }, person(), 2025).capUnknown, true);
  assert.equal(bonusOf({ ...THEN, bonus_cap_cny: { word: "none" } }, person(), 2025).capUnknown, false);
  assert.equal(bonusOf({ ...THEN, bonus_cap_ratio: "0.2" }, person({ before: 1 }), 2025).capUnknown, false);
});

test("Each year missed cuts the cap, up to the cut's own cap", () => {
  assert.deepEqual(cutOf({ cut_per_year_cny: "4000" }, 3), { least: 1200000, most: 1200000, capUnknown: false });
  assert.equal(cutOf({ cut_per_year_cny: "4000", cut_cap_cny: "10000" }, 3).most, 1000000);
  assert.equal(cutOf({ cut_per_year_cny: "4000", cut_cap_ratio: "0.2", base_cap_cny: "40000" }, 3).most, 800000);
  assert.equal(cutOf({ cut_per_year_cny: "4000", cut_cap_ratio: "0.2" }, 3).capUnknown, true);
  assert.deepEqual(cutOf({}, 0), { least: 0, most: 0 });
  assert.deepEqual(cutOf({ cut_per_year_cny: UNSTATED }, 1), { unsure: "unstated" });
});

test("A cut on return is one cut, or one for every year where the text leaves that open", () => {
  assert.equal(cutOf({ cut_on_return_cny: "3000" }, 2).most, 300000);
  assert.deepEqual(cutOf({ cut_on_return_cny: "3000", cut_per_year_cny: UNSTATED }, 2), { least: 300000, most: 600000, capUnknown: false });
});

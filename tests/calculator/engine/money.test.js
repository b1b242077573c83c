import assert from "node:assert/strict";
import { test } from "node:test";

import { parseDecimal, parseFen, plainNumber, shareOf, yuan } from "../../../content/calculator/engine/money.js";

test("A decimal text becomes whole units over a power of ten", () => {
  assert.deepEqual(parseDecimal("584.92"), { units: 58492, scale: 100 });
  assert.deepEqual(parseDecimal(" 6.50% "), { units: 65, scale: 1000 });
  assert.deepEqual(parseDecimal("0.0005"), { units: 5, scale: 10000 });
  assert.deepEqual(parseDecimal("100%"), { units: 1, scale: 1 });
  assert.deepEqual(parseDecimal("20"), { units: 20, scale: 1 });
});

test("A text that is no decimal gives nothing", () => {
  for (const text of ["", "x", "1.", ".5", "-1", "1e3", "6 %", undefined]) assert.equal(parseDecimal(text), undefined);
  assert.equal(parseFen("x"), undefined);
});

test("Yuan become whole fen, rounded half up past the second place", () => {
  assert.deepEqual(["4393.2", "0.005", "0.004", "8073"].map(parseFen), [439320, 1, 0, 807300]);
});

test("A share is rounded half up and never by a floating error", () => {
  assert.equal(shareOf(100500, parseDecimal("0.1")), 10050);
  assert.equal(shareOf(25, parseDecimal("2%")), 1);
  assert.equal(shareOf(24, parseDecimal("2%")), 0);
  assert.equal(shareOf(800055, parseDecimal("9.5%")), 76005);
  assert.equal(shareOf(84812, parseDecimal("0.0005"), 117), 4962);
  assert.equal(shareOf(599999999400, parseDecimal("0.0005"), 20000), 5999999994000);
});

test("Fen and shares are told as plain numbers", () => {
  assert.equal(yuan(265420), 2654.2);
  assert.equal(yuan(undefined), undefined);
  assert.equal(plainNumber(parseDecimal("9.8%")), 0.098);
  assert.equal(plainNumber(undefined), undefined);
});

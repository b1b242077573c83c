import assert from "node:assert/strict";
import { test } from "node:test";
import { INPUTS, readInputs } from "../../../content/calculator/engine/inputs.js";
import { parseDay, parseMonth } from "../../../content/calculator/engine/months.js";
import { CONDITIONS } from "./book.js";

const index = { conditions: CONDITIONS };
const lapse = (more) => readInputs("lapse", { insurance: "employee", last_paid: "2024-01", resume: "2024-05", ...more }, index);
const faultOf = (question, name, text) => {
  const found = readInputs(question, { [name]: text }, index).faults.filter((one) => one.field === name);
  return found.length ? found[0].key : undefined;
};
const valueOf = (question, name, text) => readInputs(question, { [name]: text }, index).values[name];

test("texts become typed values, and what was left empty is left out", () => {
  const { values, faults } = lapse({ back_paid: " yes ", paid_on: "2024-05-20", gap_cause: "person", insured_years_before: "2.5", transferred: "no", first_lapse: "", missed_in_year: "4" });
  assert.deepEqual(faults, []);
  assert.deepEqual(values, {
    insurance: "employee", last_paid: parseMonth("2024-01"), resume: parseMonth("2024-05"), back_paid: true, paid_on: parseDay("2024-05-20"),
    gap_cause: "person", insured_years_before: 2.5, transferred: false, missed_in_year: 4,
  });
});

test("what is needed and not said is a fault of its field", () => {
  const keys = (question) => readInputs(question, {}, index).faults.map((one) => `${one.field} ${one.key}`);
  assert.deepEqual(keys("lapse"), ["insurance needed", "last_paid needed", "resume needed"]);
  assert.deepEqual(keys("resident"), ["last_insured_year needed", "enrol_year needed", "paid_on needed"]);
  assert.deepEqual(keys("cost"), ["insurance needed", "months needed"]);
  assert.deepEqual(keys("retirement"), ["sex needed", "retire needed"]);
});

test("a name nobody knows is a fault, and so is a name every object has", () => {
  assert.deepEqual(lapse({ colour: "red", constructor: "x" }).faults, [{ field: "colour", key: "unknown-input" }, { field: "constructor", key: "unknown-input" }]);
});

test("a text that is no value is a fault with the text and the choices", () => {
  assert.deepEqual(lapse({ insurance: "resident" }).faults, [{ field: "insurance", key: "not-choice", text: "resident", choices: ["employee", "flexible"] }]);
  assert.deepEqual(lapse({ came_from: "moon" }).faults, [{ field: "came_from", key: "not-choice", text: "moon", choices: ["employee", "flexible", "resident"] }]);
  assert.deepEqual(lapse({ back_paid: "constructor" }).faults.map((one) => one.key), ["not-boolean"]);
});

const WRONG = [
  ["lapse", "last_paid", "not-month", ["2024", "2024-13", "1949-12", "2101-01", "next month"], ["1950-01", "2100-12"]],
  ["lapse", "paid_on", "not-day", ["2023-02-29", "1949-12-31", "2101-01-01", "2024-05"], ["1950-01-01", "2100-12-31"]],
  ["lapse", "back_paid", "not-boolean", ["true", "1", "是"], ["yes", "no"]],
  ["lapse", "missed_in_year", "not-count", ["-1", "1.5", "601", "999999"], ["0", "600"]],
  ["lapse", "switch_days", "not-count", ["20001"], ["0", "20000"]],
  ["lapse", "resumed_in_quarter_month", "not-count", ["0", "4"], ["1", "3"]],
  ["lapse", "insured_years_before", "not-years", ["1.25", "80.5", "100", "x"], ["0", "0.5", "80"]],
  ["resident", "enrol_year", "not-year", ["1949", "2101", "24", "20245"], ["1950", "2100"]],
  ["resident", "repaired_years", "not-count", ["61"], ["0", "60"]],
  ["resident", "exempt", "not-slug", ["Low Income", "x".repeat(41)], ["low-income", "x".repeat(40)]],
  ["cost", "base", "not-money", ["0", "0.001", "10000000", "1,000"], ["0.01", "5000.5", "9999999"]],
  ["cost", "months", "not-count", ["0", "601"], ["1", "600"]],
  ["cost", "due_day", "not-count", ["0", "32"], ["1", "31"]],
  ["cost", "employer_rate", "not-ratio", ["101%", "2", "6%%", ".06", "-1%"], ["6%", "0.06", "100%", "1", "0%"]],
  ["retirement", "sex", "not-choice", ["man"], ["male", "female"]],
];

for (const [question, name, key, wrong, right] of WRONG) {
  test(`${question}: ${name} takes what it can hold and nothing else`, () => {
    for (const text of wrong) assert.equal(faultOf(question, name, text), key, text);
    for (const text of right) assert.equal(faultOf(question, name, text), undefined, text);
  });
}

test("numbers, shares and years are read as written", () => {
  assert.equal(valueOf("cost", "base", "5000.55"), 5000.55);
  assert.equal(valueOf("cost", "employer_rate", "6.5%"), 0.065);
  assert.equal(valueOf("cost", "employer_rate", "0.065"), 0.065);
  assert.equal(valueOf("retirement", "years_total", "22.5"), 22.5);
  assert.equal(valueOf("resident", "enrol_year", "2025"), 2025);
  assert.equal(valueOf("resident", "exempt", "low-income"), "low-income");
});

test("every question has its inputs", () => {
  assert.deepEqual(Object.keys(INPUTS), ["lapse", "resident", "cost", "retirement"]);
});

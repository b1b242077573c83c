import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDay, parseMonth } from "../../../content/calculator/engine/months.js";
import { readSituation, resumedIn } from "../../../content/calculator/engine/situation.js";
import { CONDITIONS } from "./book.js";

const index = { conditions: CONDITIONS };
const L = { insurance: "employee", last_paid: "2031-01", resume: "2031-05" };
const read = (more) => readSituation({ ...L, ...more }, index);
const faults = (more) => read(more).faults.map((one) => [one.field, one.key]);

test("the gap is counted from the first missed month to the month before payment resumes", () => {
  const { situation } = read({ gap_cause: "person" });
  assert.deepEqual(situation, {
    insurance: "employee", lastPaid: parseMonth("2031-01"), firstMissed: parseMonth("2031-02"), resume: parseMonth("2031-05"), gap: 3,
    backPaid: undefined, repaid: undefined, paidOn: undefined, firstEnrolled: undefined, firstEnrolment: false, told: { gap_cause: "person" },
    facts: { gap_cause: "person", insurance: "employee", first_enrolment: false, lapse_months: 3, repaid_after_months: 3, repaid_on_resumption: true },
  });
});

test("paid back later than resumed: owed for longer, and not on resumption", () => {
  const { situation } = read({ back_paid_month: "2031-08" });
  assert.equal(situation.backPaid, true, "who names the month has paid back");
  assert.deepEqual(situation.facts, { insurance: "employee", first_enrolment: false, lapse_months: 3, repaid_after_months: 6, repaid_on_resumption: false, back_paid: true });
  assert.equal(read({ back_paid: "no" }).situation.facts.back_paid, false);
  assert.equal(read({ first_enrolment: "yes" }).situation.facts.first_enrolment, true);
  assert.equal(read({ back_paid: "yes", back_paid_month: "2031-02" }).situation.facts.repaid_after_months, 0);
});

test("the same person in another month", () => {
  const { situation } = read({ back_paid_month: "2031-08", paid_on: "2031-05-20" });
  const other = resumedIn(situation, parseMonth("2031-06"));
  assert.deepEqual([other.gap, other.repaid, other.paidOn, other.facts.lapse_months, other.facts.repaid_after_months], [4, parseMonth("2031-08"), undefined, 4, 6]);
  const unpaid = resumedIn(situation, parseMonth("2031-06"), { backPaid: false, repaid: undefined });
  assert.deepEqual([unpaid.facts.back_paid, unpaid.facts.repaid_after_months], [false, 4]);
  assert.equal(situation.gap, 3);
});

test("months that contradict each other are faults beside their fields", () => {
  assert.deepEqual(faults({ resume: "2031-01" }), [["resume", "not-after-last-paid"]]);
  assert.deepEqual(faults({ resume: "2030-12" }), [["resume", "not-after-last-paid"]]);
  assert.deepEqual(faults({ resume: "2031-02" }), []);
  assert.deepEqual(faults({ back_paid: "no", back_paid_month: "2031-05" }), [["back_paid_month", "not-back-paid"]]);
  assert.deepEqual(faults({ back_paid_month: "2031-01" }), [["back_paid_month", "before-first-missed"]]);
  assert.deepEqual(faults({ back_paid_month: "2031-02" }), []);
  assert.deepEqual(faults({ paid_on: "2031-04-30" }), [["paid_on", "not-in-resume-month"]]);
  assert.deepEqual(faults({ paid_on: "2031-05-31" }), []);
  assert.equal(read({ paid_on: "2031-05-31" }).situation.paidOn, parseDay("2031-05-31"));
  assert.deepEqual(faults({ first_enrolled: "2031-02" }), [["first_enrolled", "after-last-paid"]]);
  assert.deepEqual(faults({ first_enrolled: "2031-01" }), []);
  assert.deepEqual(faults({ last_paid: "x" }), [["last_paid", "not-month"]]);
});

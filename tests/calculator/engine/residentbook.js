// A resident's book: the parts the question asks, of one region, by insured year. The one rule: a test shows the rules it needs.

import { UNSTATED, book, cell, months, row, table, values } from "./book.js";

const CHOICES = (...ids) => ({ choices: ids.map((id) => ({ id })) });
const RULES = [
  { rule: "lapse-penalty-resident", fields: { exempt: CHOICES("newborn", "veteran") } },
  { rule: "contribution", fields: { who: CHOICES("everyone", "adult", "elderly", "student-child", "other") } },
];

/** A wait of 3 months and 1 for each year from the second; `more` replaces fields. */
export function wait(more = {}) {
  return values({
    fixed_wait: months(3), extra_wait_per_year: months(1), extra_from_year: 2, repair_per_year: months(1),
    in_window_counts_from: "year-start", late_counts_from: "payment-month", waiting_benefit: "0", ...more,
  });
}

/** The notice of 2032: the window inside 2031-09-01 … 2032-02-29, late after it; `late` and `inside` add to the rows. */
export function notice({ inside = {}, late = {}, ...more } = {}) {
  return table([
    row({ paid_on: { low: "2031-09-01", high: "2032-02-29" } }, { window: "concentrated", starts: "year-start", ...inside }),
    row({ paid_on: { low: "2032-03-01", high: null } }, { window: "late", starts: "after-waiting", ...late }),
  ], { otherwise: UNSTATED, ...more });
}

/** The data of these parts: {waiting, windows, recurring, incentive, price}, each a record or a list (a chain). */
export function residents(parts) {
  const paths = {
    waiting: "lapse-penalty-resident/waiting", windows: "enrolment-window/windows", recurring: "enrolment-window/recurring",
    incentive: "lapse-penalty-resident/incentive", price: "contribution/resident",
  };
  const cells = Object.keys(parts).map((name) => cell(`resident ${paths[name]}`, [].concat(parts[name])));
  const data = book(...cells);
  return { ...data, index: { ...data.index, rules: RULES } };
}

/** What a person says, with `more`: last insured 2028, enrolled for 2032 (3 years missed), paid on 2031-11-10. */
export function said(more = {}) {
  return { last_insured_year: "2028", enrol_year: "2032", paid_on: "2031-11-10", ...more };
}

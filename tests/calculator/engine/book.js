// A small book built in a test: the index's conditions as the real one declares them, and one region with the cells the test names.
// The one rule: a test shows all the data it needs; nothing here is a rule of any place.

const CHOICE = (...ids) => ids.map((id) => ({ id, label: id }));
const LAPSED = { first_enrolment: false };

export const CONDITIONS = {
  first_enrolment: { type: "boolean" },
  lapse_months: { type: "months", needs: LAPSED },
  back_paid: { type: "boolean", needs: LAPSED },
  repaid_after_months: { type: "months", needs: { back_paid: true } },
  repaid_on_resumption: { type: "boolean", needs: { back_paid: true } },
  gap_cause: { type: "choice", choices: CHOICE("employer", "person"), needs: LAPSED },
  continuous_months_before: { type: "months", needs: LAPSED },
  first_lapse: { type: "boolean", needs: LAPSED },
  missed_in_year: { type: "months", needs: LAPSED },
  in_waiting: { type: "boolean", needs: LAPSED },
  transferred: { type: "boolean" },
  came_from: { type: "choice", choices: CHOICE("employee", "flexible", "resident") },
  switch_days: { type: "days" },
  payment_rhythm: { type: "choice", choices: CHOICE("monthly", "quarterly", "yearly") },
  resumed_in_quarter_month: { type: "months", needs: { payment_rhythm: "quarterly" } },
  insured_years_before: { type: "years" },
  retires: { type: "month-range" },
  first_enrolled: { type: "month-range" },
  started_work: { type: "month-range" },
  paid_on: { type: "date-range" },
  plan: { type: "choice", choices: CHOICE("standard", "low", "high") },
};

export const UNSTATED = { word: "unstated" };
export const SET_BELOW = { word: "set-below" };
export const NOT_POSSIBLE = { word: "not-possible" };

/** A range, both ends included; without a second end it is open. */
export function span(low, high = null) {
  return { low, high };
}

/** A wait: `months(3)`, `months(90, "days")`. */
export function months(amount, unit = "months") {
  return { amount, unit };
}

/** A row of a table. */
export function row(when, then) {
  return { when, then };
}

/** A record with rows; `more` adds or replaces keys (otherwise, limits, body, period, region …). */
export function table(rows, more = {}) {
  return { body: "table", rows, period: { effective_from: "2000-01-01" }, region: "here", ...more };
}

/** The record of a part of form `values`: one row without conditions. */
export function values(then, more = {}) {
  return table([row({}, then)], more);
}

/** A cell whose chain is these records, nearest first, on every day. `place` is `employee waiting-period/resume`. */
export function cell(place, chain, more = {}) {
  return periods(place, [{ origin: "own", chain, ...more }]);
}

/** A cell with periods: [{origin, chain, frames, searched, first_day, last_day}], records in place of ids. */
export function periods(place, stretches) {
  const [insurance, path] = place.split(" ");
  const [rule, part] = path.split("/");
  return { insurance, rule, part, stretches };
}

/** The data the engine takes, of these cells. A record without an id gets `<region>/<rule>/<part>/<n>`. */
export function book(...cells) {
  const records = {};
  const file = (record, { insurance, rule, part }) => {
    const id = record.id || `${record.region}/${rule}/${part}/${insurance}-${Object.keys(records).length + 1}`;
    const known = Object.keys(records).find((one) => records[one].from === record);
    if (known) return known;
    records[id] = { insurance: [insurance], rule, part, ...record, from: record };
    return id;
  };
  const filed = cells.map((one) => ({
    insurance: one.insurance,
    rule: one.rule,
    part: one.part,
    periods: one.stretches.map((stretch) => filedPeriod(stretch, (record) => file(record, one))),
  }));
  for (const record of Object.values(records)) delete record.from;
  return { index: { conditions: CONDITIONS }, region: { region: { slug: "here" }, cells: filed, records, documents: {} } };
}

function filedPeriod({ chain = [], frames = [], searched, ...rest }, file) {
  const found = { ...rest, chain: chain.map(file), frames: frames.map(file) };
  return searched ? { ...found, searched: file(searched) } : found;
}

// A person's months as stretches of days: paid, missed, waiting, covered. The picture and its text are made from these.
// The one rule: nothing is shown that the outcome does not say; what it does not say is open.

import { firstDay, lastDay, monthOf, monthOfDay, newYear, parseDay, parseMonth } from "../engine/months.js";

const MARKS = {
  lapse: ["covered_until", "back_payment_until", "last_day_without_wait", "benefits_from"],
  resident: ["benefits_from", "cover_ends"],
};
const MOST_MONTHS_DRAWN = 180;

/** Stretches of a situation in order: [{from, to, state}], days both included; none where there is nothing to show. */
export function spansOf(question, raw, outcome) {
  const spans = question === "lapse" ? lapseSpans(raw, outcome) : question === "resident" ? residentSpans(raw, outcome) : [];
  return spans.filter((span) => span.from <= span.to);
}

/** The days a person must not miss: [{key, day}] in the order of the days. */
export function deadlinesOf(question, outcome) {
  const found = (MARKS[question] || []).map((key) => ({ key, day: parseDay(outcome[key] || "") }));
  return found.filter((one) => one.day !== undefined).sort((one, two) => one.day - two.day);
}

function lapseSpans(raw, outcome) {
  const [last, resume] = [parseMonth(raw.last_paid || ""), parseMonth(raw.resume || "")];
  if (last === undefined || resume === undefined || resume <= last || resume - last > MOST_MONTHS_DRAWN) return [];
  const stop = Math.min(Math.max(parseDay(outcome.covered_until || "") || 0, lastDay(last)), lastDay(resume - 1));
  return [
    { from: firstDay(last - 1), to: lastDay(last), state: "paid" },
    { from: lastDay(last) + 1, to: stop, state: "grace" },
    { from: stop + 1, to: lastDay(resume - 1), state: "lapsed" },
    ...afterwards(firstDay(resume), outcome, 0),
  ];
}

function residentSpans(raw, outcome) {
  const [last, year] = [Number(raw.last_insured_year), Number(raw.enrol_year)];
  if (!(year > last) || year - last > MOST_MONTHS_DRAWN / 12) return [];
  const paid = Math.max(parseDay(raw.paid_on || "") || 0, newYear(year));
  return [
    { from: newYear(last), to: newYear(last + 1) - 1, state: "paid" },
    { from: newYear(last + 1), to: paid - 1, state: "lapsed" },
    ...afterwards(paid, outcome, lastDay(monthOf(year, 12))),
  ];
}

function afterwards(begin, outcome, least) {
  const sure = parseDay(outcome.benefits_from || "");
  const earliest = sure === undefined ? parseDay(outcome.benefits_earliest || "") : sure;
  const latest = sure === undefined ? parseDay(outcome.benefits_latest || "") : sure;
  if (earliest === undefined) return [{ from: begin, to: Math.max(least, lastDay(monthOfDay(begin) + 2)), state: "open" }];
  return [
    { from: begin, to: earliest - 1, state: "waiting" },
    { from: Math.max(earliest, begin), to: latest - 1, state: "open" },
    { from: Math.max(latest, begin), to: Math.max(least, lastDay(monthOfDay(latest) + 1)), state: "covered" },
  ];
}

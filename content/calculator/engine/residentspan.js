// From the possible windows and waits to the first day of benefits: one span of days over everything the records leave open.
// The one rule: the wait begins at the later of the payment, as the text reads it, and the first day of the insured year (FIELDS §8.14).

import { monthOfDay, newYear } from "./months.js";
import { distinctWaits, possibleWaits, waitEnds } from "./residentwait.js";
import { solid } from "./walking.js";
import { benefitsStart, everyReading } from "./starting.js";

const NO_WAIT = { months: 0, days: 0 };
const SLUGS_OF_NO_START = [undefined, "after-waiting"];

/** All windows that are possible together: {known, earliest, latest, waits, fixed, waited, openStart, uses, exempt}; days as integers. */
export function spanOf(found, law, person) {
  const spans = found.windows.map((window) => windowSpan(window, law, person));
  if (!spans.length || spans.some((span) => !span.known)) return unknownSpan(spans);
  const any = (key) => spans.some((span) => span[key]);
  return {
    ...spans[0],
    known: true,
    earliest: Math.min(...spans.map((span) => span.earliest)),
    latest: Math.max(...spans.map((span) => span.latest)),
    waits: distinctWaits(spans.reduce((all, span) => all.concat(span.waits), [])),
    uses: any("uses"), waited: any("waited"), openStart: any("openStart"), repairUnknown: any("repairUnknown"), floorUnknown: any("floorUnknown"),
  };
}

function unknownSpan(spans) {
  const alike = new Set(spans.map((span) => JSON.stringify(span.fixed))).size === 1;
  return { known: false, waits: [], fixed: alike ? spans[0].fixed : undefined, uses: spans.some((span) => span.uses) };
}

function windowSpan(window, law, person) {
  const listed = (solid(law.then && law.then.exempt) || []).includes(person.exempt);
  const { starts } = window.then;
  const needless = person.years === 0 && !solid(window.then.waiting) && (window.late ? !SLUGS_OF_NO_START.includes(solid(starts)) : starts !== "after-waiting");
  const zero = listed || needless;
  const wait = zero ? { waits: [{ fixed: NO_WAIT, extra: NO_WAIT, total: NO_WAIT }], fixed: NO_WAIT, known: true } : possibleWaits(law.then, window, person.years, person.repaired);
  if (!wait.known) return { ...wait, uses: true, waited: true };
  const start = waitStart(window, law, person, zero);
  const first = wait.waits.map((one) => waitEnds(start.earliest, one.total).earliest);
  const last = wait.waits.map((one) => waitEnds(start.latest, one.total).latest);
  const notBefore = newYear(person.enrol_year);
  return {
    ...wait, openStart: start.earliest < start.latest, waited: !zero, exempt: listed && !needless,
    uses: !needless && (listed || person.years > 0 || !solid(window.then.waiting)),
    earliest: Math.max(notBefore, Math.min(...first)), latest: Math.max(notBefore, Math.max(...last)),
  };
}

// Where a wait, or without one the benefit, begins.
function waitStart(window, law, person, zero) {
  const said = zero ? solid(window.then.starts) : countsFrom(window, law);
  const slug = said === "after-waiting" ? undefined : said;
  const when = { month: monthOfDay(person.paid_on), paidOn: person.paid_on, notBefore: newYear(person.enrol_year) };
  const readings = window.late ? everyReading() : [...everyReading(), "year-start"];
  return benefitsStart({ amount: 0, unit: "days" }, slug, when, readings);
}

function countsFrom(window, law) {
  const then = law.then || {};
  const zeroWait = window.then.waiting && window.then.waiting.amount === 0 ? solid(window.then.starts) : undefined;
  return zeroWait || solid(window.then.counts_from) || solid(window.late ? then.late_counts_from : then.in_window_counts_from);
}

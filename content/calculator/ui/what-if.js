// The same person, had they missed another number of months; and two situations side by side, only where they differ.
// The one rule: every number comes from asking the engine again; nothing is drawn from one answer to another.

import { answer } from "../engine/index.js";
import { monthText, parseMonth } from "../engine/months.js";
import { isoWords, monthsWords, monthWords } from "../strings/dates.js";
import { outcomeLines } from "../strings/outcomes.js";
import { PAGE_WORDS } from "../strings/page.js";
import { writeAddress } from "./address.js";
import { html } from "./html.js";

const MOST_MONTHS = 12;
const OF_ONE_GAP = ["resume", "back_paid", "back_paid_month", "paid_on"];

/** The table of gaps of 1 to 12 months. `raw` is what the person said, `region` the slug for links. */
export function whatIfMarkup(data, raw, region) {
  const last = parseMonth(raw.last_paid);
  const gaps = Array.from({ length: MOST_MONTHS }, (_, at) => gapOf(data, raw, last + at + 2));
  const rows = gaps.map((gap, at) => gapRow(gap, gaps[at - 1], raw, region));
  return html`<p class="pb-note">${PAGE_WORDS.whatIfNote}</p><div class="pb-scroll" tabindex="0" role="group" aria-label="${PAGE_WORDS.whatIf}"><table class="pb-grid pb-calc-gaps">
<thead><tr>${[PAGE_WORDS.whatIfGap, PAGE_WORDS.whatIfUnpaid, PAGE_WORDS.whatIfPaid].map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

/** Two results of one question side by side: a table of the lines that differ, or a sentence that none does. */
export function differencesMarkup(question, one, two, index) {
  const [left, right] = [one.outcome, two.outcome].map((outcome) => new Map(outcomeLines(question, outcome, index).map((line) => [line.key, line])));
  const keys = [...left.keys(), ...Array.from(right.keys()).filter((key) => !left.has(key))];
  const differing = keys.filter((key) => textOf(left, key) !== textOf(right, key));
  const verdicts = one.title === two.title ? [] : [["", one.title, two.title]];
  if (!differing.length && !verdicts.length) return html`<p>${PAGE_WORDS.compareSame}</p>`;
  const rows = [...verdicts, ...differing.map((key) => [(left.get(key) || right.get(key)).label, textOf(left, key), textOf(right, key)])];
  return html`<div class="pb-scroll" tabindex="0" role="group" aria-label="${PAGE_WORDS.compare}"><table class="pb-grid">
<thead><tr><th scope="col">${PAGE_WORDS.compareItem}</th><th scope="col">${one.name}</th><th scope="col">${two.name}</th></tr></thead>
<tbody>${rows.map(([label, here, there]) => html`<tr><th scope="row">${label || PAGE_WORDS.result}</th><td>${here}</td><td>${there}</td></tr>`)}</tbody></table></div>`;
}

function gapOf(data, raw, resume) {
  const kept = {};
  Object.keys(raw).filter((name) => !OF_ONE_GAP.includes(name)).forEach((name) => { kept[name] = raw[name]; });
  const asked = { ...kept, resume: monthText(resume) };
  const [unpaid, paid] = ["no", "yes"].map((back_paid) => effectOf(answer("lapse", data, { ...asked, back_paid })));
  return { resume, raw: asked, unpaid, paid };
}

// What happens in a few words; `wait` tells breakpoints apart, since dates always move.
function effectOf({ outcome }) {
  const { waiting_days: days, waiting_months: months } = outcome;
  const dates = outcome.benefits_from ? [outcome.benefits_from] : [outcome.benefits_earliest, outcome.benefits_latest].filter(Boolean);
  return {
    wait: days === undefined ? `${months}` : `${days}d`,
    dates: dates.length ? dates.map(isoWords) : [PAGE_WORDS.cannotTell],
    says: days === undefined ? waitShort(months, monthsWords) : waitShort(days, (count) => `${count}${PAGE_WORDS.days}`),
  };
}

function waitShort(count, words) {
  if (count === undefined) return "";
  return count ? `${PAGE_WORDS.repairWait}${words(count)}` : PAGE_WORDS.noWait;
}

function gapRow(gap, before, raw, region) {
  const own = gap.raw.resume === raw.resume;
  const address = writeAddress("lapse", { ...gap.raw, back_paid: raw.back_paid, region });
  const cell = (name) => html`<td>${before && before[name].wait !== gap[name].wait && html`<b class="pb-calc-turn">${PAGE_WORDS.turns}</b> `}${gap[name].says && html`<b>${gap[name].says}</b><br>`}${gap[name].dates.map((date, at) => html`${at > 0 && html`<br>`}<span class="pb-calc-when">${date}</span>`)}</td>`;
  return html`<tr${own && html` class="pb-calc-own"`}><th scope="row">${monthsWords(gap.resume - parseMonth(raw.last_paid) - 1)}${own && html` <span class="pb-badge">${PAGE_WORDS.yours}</span>`}<br><a class="pb-calc-when" href="${address}">${monthWords(gap.resume)}</a></th>${cell("unpaid")}${cell("paid")}</tr>`;
}

function textOf(lines, key) {
  return lines.has(key) ? lines.get(key).text : PAGE_WORDS.compareNone;
}

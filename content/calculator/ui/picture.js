// The month strip: one row a year, one box a month, a letter in each; and the same as a list of lines for those who do not see it.
// The one rule: colour says nothing that the letter, the list and the legend do not say too. No style attribute: the policy forbids it.

import { firstDay, monthLength, monthOfDay, yearOf } from "../engine/months.js";
import { dayWords } from "../strings/dates.js";
import { DEADLINE_WORDS, MARK_WORDS, MONTH_STATE_WORDS, monthsLine, PAGE_WORDS, pictureTitle } from "../strings/page.js";
import { html } from "./html.js";

const LEFT = 40;
const BOX = 26;
const ROW = 30;
const TOP = 20;
const MOST_ROWS = 6;

/** The picture of stretches and deadlines, with legend and text. `spans` and `marks` as spans.js gives them. */
export function pictureMarkup(spans, marks) {
  if (!spans.length) return "";
  const rows = yearRows(spans);
  const title = pictureTitle(monthOfDay(spans[0].from), monthOfDay(spans[spans.length - 1].to));
  const lines = spans.map((span) => monthsLine(monthOfDay(span.from), monthOfDay(span.to), span.state));
  return html`<section class="pb-calc-picture"><h3 id="calc-picture">${PAGE_WORDS.picture}</h3>
<svg viewBox="0 0 ${LEFT + 12 * BOX + 2} ${TOP + rows.length * ROW + 2}" role="img" aria-labelledby="calc-svg-title calc-svg-desc">
<title id="calc-svg-title">${title}</title><desc id="calc-svg-desc">${lines.join("；")}</desc>
${headMarkup()}${rows.map((year, at) => rowMarkup(year, at, spans, marks))}</svg>
${legendMarkup(spans, marks)}
<details><summary>${PAGE_WORDS.pictureText}</summary><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul></details></section>`;
}

// Many years of the same: the first two, a gap, the last ones.
function yearRows(spans) {
  const [first, last] = [yearOf(monthOfDay(spans[0].from)), yearOf(monthOfDay(spans[spans.length - 1].to))];
  const years = [];
  for (let year = first; year <= last; year += 1) years.push(year);
  if (years.length <= MOST_ROWS) return years;
  return [...years.slice(0, 2), undefined, ...years.slice(3 - MOST_ROWS)];
}

function headMarkup() {
  return Array.from({ length: 12 }, (_, at) => html`<text class="pb-calc-month" x="${LEFT + at * BOX + BOX / 2}" y="14">${at + 1}</text>`);
}

function rowMarkup(year, at, spans, marks) {
  const y = TOP + at * ROW;
  if (year === undefined) return html`<text class="pb-calc-year" x="2" y="${y + 20}">……</text>`;
  const boxes = Array.from({ length: 12 }, (_, month) => boxMarkup(year * 12 + month, LEFT + month * BOX, y, { spans, marks }));
  return html`<text class="pb-calc-year" x="2" y="${y + 19}">${year}</text>${boxes}`;
}

function boxMarkup(month, x, y, { spans, marks }) {
  const [first, days] = [firstDay(month), monthLength(month)];
  const within = spans.filter((span) => span.from < first + days && span.to >= first);
  const pieces = within.map((span) => {
    const [from, to] = [Math.max(span.from, first) - first, Math.min(span.to, first + days - 1) - first + 1];
    return { state: span.state, x: x + (from / days) * BOX, width: ((to - from) / days) * BOX, days: to - from };
  });
  const most = pieces.slice().sort((one, two) => two.days - one.days)[0];
  const mark = marks.findIndex((one) => monthOfDay(one.day) === month);
  return html`<rect class="pb-calc-box" x="${x}" y="${y}" width="${BOX}" height="${ROW - 4}"/>
${pieces.map((piece) => html`<rect class="pb-calc-m pb-calc-m--${piece.state}" x="${piece.x.toFixed(1)}" y="${y}" width="${piece.width.toFixed(1)}" height="${ROW - 4}"/>`)}${
    most && html`<text class="pb-calc-letter pb-calc-letter--${most.state}" x="${(most.x + most.width / 2).toFixed(1)}" y="${y + 18}">${MONTH_STATE_WORDS[most.state][0]}</text>`}${
    mark >= 0 && html`<circle class="pb-calc-dot" cx="${x + BOX - 4}" cy="${y + 3}" r="6"/><text class="pb-calc-number" x="${x + BOX - 4}" y="${y + 6.5}">${mark + 1}</text>`}`;
}

function legendMarkup(spans, marks) {
  const states = Object.keys(MONTH_STATE_WORDS).filter((state) => spans.some((span) => span.state === state));
  return html`<ul class="pb-calc-legend">${states.map((state) => html`<li><b class="pb-calc-key pb-calc-key--${state}">
${MONTH_STATE_WORDS[state][0]}</b> ${MONTH_STATE_WORDS[state][1]}</li>`)}</ul>
<ol class="pb-calc-marks">${marks.map((mark, at) => html`<li><span class="pb-calc-markno">${MARK_WORDS[at]}</span> <b>${dayWords(mark.day)}</b> ${DEADLINE_WORDS[mark.key]}</li>`)}</ol>`;
}

// Results that are tables: what a back-payment adds up to, line by line, and what repairing years would change.
// The one rule: a person can check every line with a pocket calculator.

import { isoWords, moneyWords, monthsWords, shareWords } from "../strings/dates.js";
import { PAGE_WORDS } from "../strings/page.js";
import { html } from "./html.js";

/** The table of a cost: who pays, base × rate × months = amount; the late fee and the sum below. */
export function costTable(outcome) {
  if (!outcome.rows || !outcome.rows.length) return "";
  const heads = [PAGE_WORDS.payer, PAGE_WORDS.base, PAGE_WORDS.rate, PAGE_WORDS.months, PAGE_WORDS.amount];
  return tableMarkup(PAGE_WORDS.table, heads, html`${outcome.rows.map(costRow)}${
    outcome.total_cny !== undefined && html`<tr><th scope="row" colspan="4">${PAGE_WORDS.totalRow}</th><td><b>${moneyWords(outcome.total_cny)}</b></td></tr>`}`);
}

/** What repairing no, one, two … years would change. */
export function repairsTable(outcome) {
  const repairs = outcome.repairs || [];
  if (repairs.length < 2) return "";
  const heads = [PAGE_WORDS.repairYears, PAGE_WORDS.repairWait, PAGE_WORDS.repairFrom, PAGE_WORDS.repairCost];
  return tableMarkup(PAGE_WORDS.repairs, heads, html`${repairs.map((one) => html`<tr><th scope="row">${one.years}</th>
<td>${one.waiting_months === undefined ? PAGE_WORDS.unsure : monthsWords(one.waiting_months)}</td><td>${one.benefits_from ? isoWords(one.benefits_from) : PAGE_WORDS.unsure}</td>
<td>${one.cost_cny === undefined ? PAGE_WORDS.unsure : moneyWords(one.cost_cny)}</td></tr>`)}`);
}

function costRow(row) {
  const late = row.key === "late-fee";
  const payer = { employer: PAGE_WORDS.employerPays, person: PAGE_WORDS.personPays }[row.payer] || "";
  const base = row.base_cny === undefined ? "" : moneyWords(row.base_cny);
  return html`<tr><th scope="row">${payer}${late && html` ${PAGE_WORDS.lateFeeRow}`}</th><td>${base || (late ? "" : PAGE_WORDS.fixedSum)}</td>
<td>${row.rate !== undefined && shareWords(row.rate)}</td><td>${row.months}${row.days !== undefined && html` × ${row.days}${PAGE_WORDS.days}`}</td><td>${row.amount_cny !== undefined && moneyWords(row.amount_cny)}</td></tr>`;
}

function tableMarkup(title, heads, rows) {
  return html`<section><h3>${title}</h3><div class="pb-scroll" tabindex="0" role="group" aria-label="${title}"><table class="pb-grid">
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div></section>`;
}

// From the situation to the result on the page: what is lacking, what is wrong, or the answer.
// The one rule: an answer that came for a situation that is no longer on the screen is thrown away.

import { answer } from "../engine/index.js";
import { announcedResult, EXAMPLE_SITUATIONS, PAGE_WORDS } from "../strings/page.js";
import { tellResult } from "../strings/telling.js";
import { answersKnown, tellsSituation, writeAddress } from "./address.js";
import { inputsLacking, inputsWanted } from "./asking-order.js";
import { fullName } from "./choosing.js";
import { drawAside } from "./comparing.js";
import { askFor, showFaults } from "./form.js";
import { draw, html } from "./html.js";
import { restMarkup, resultMarkup, shownAnswer, verdictOf } from "./result.js";

/** Show what the situation comes to; a promise that is kept when it stands there. `page` as main.js holds it. */
export async function update(page) {
  showFaults(page, {});
  const { region, question, given } = page;
  page.told = undefined;
  if (!region || (!region.not_applicable && inputsLacking(question, given).length)) return drawEmpty(page);
  if (region.not_applicable) return drawPlain(page, `${region.name}：${PAGE_WORDS.notApplicable}`);
  try {
    const data = { index: page.index, region: await page.files.region(region.slug) };
    if (page.given === given && page.question === question) drawAnswer(page, data);
  } catch (failure) {
    drawFailure(page.place, () => update(page));
    throw failure;
  }
  return undefined;
}

function drawAnswer(page, data) {
  const { region: _slug, compare: _other, ...raw } = page.given;
  const result = answer(page.question, data, raw);
  const told = tellResult(result, data, raw);
  Object.assign(page, { data, raw, told });
  if (told.faults.length) {
    const faults = {};
    told.faults.forEach((fault) => { faults[fault.field] = fault.text; });
    showFaults(page, faults);
    drawPlain(page, told.headline.text);
    return;
  }
  const wanted = inputsWanted(page.question, result);
  wanted.forEach((name) => page.wanted.add(name));
  askFor(page, wanted);
  const view = viewOf(page);
  draw(page.place, html`${resultMarkup(told, view)}<div data-slot="rest"></div>`);
  const { title, text } = verdictOf(told);
  announce(page, announcedResult(title, text));
  afterFrame(() => page.told === told && drawRest(page, view)); // the answer first
}

// Once what was drawn has been shown; a page nobody looks at has no frames.
function afterFrame(work) {
  let done = false;
  const once = () => {
    if (!done) work();
    done = true;
  };
  requestAnimationFrame(() => setTimeout(once, 0));
  setTimeout(once, 300);
}

function drawRest(page, view) {
  draw(page.place.querySelector("[data-slot=rest]"), restMarkup(page.told, view));
  catchUp(page);
}

// What need not be there at once: the address, the other questions' links, the comparison.
function catchUp(page) {
  const address = writeAddress(page.question, page.given);
  if (address !== location.hash && (tellsSituation(location.hash) || Object.keys(page.given).length)) keepAddress(address);
  drawTabs(page);
  drawAside(page);
}

function keepAddress(address) {
  try {
    history.replaceState(history.state, "", address);
  } catch (refused) {
    location.replace(address); // some WebViews let files change nothing but this
  }
}

function viewOf(page) {
  const { site, index, raw } = page;
  const said = Object.keys(raw).map((name) => ({ name, label: page.specs.get(name).label, text: shownAnswer(page.specs.get(name), raw[name]) }));
  const place = { name: "region", label: PAGE_WORDS.region, text: fullName(page.region, index.regions) };
  return { site, index, raw, region: page.region.slug, said: [place, ...said], phone: index.book.hotline, address: location.href.split("#")[0] + writeAddress(page.question, page.given) };
}

function drawTabs(page) {
  page.root.querySelectorAll("[data-question]").forEach((tab) => {
    const other = tab.dataset.question;
    tab.setAttribute("href", writeAddress(other, answersKnown(other, page.given)));
    if (other === page.question) tab.setAttribute("aria-current", "page");
    else tab.removeAttribute("aria-current");
  });
}

function drawEmpty(page) {
  const examples = EXAMPLE_SITUATIONS.map(([label, address]) => html`<li><a href="#${address}">${label}</a></li>`);
  draw(page.place, html`<p class="pb-lead pb-calc-wide">${PAGE_WORDS.empty}</p><p class="pb-lead pb-calc-narrow">${PAGE_WORDS.emptyNarrow}</p><p>${PAGE_WORDS.examples}</p><ul>${examples}</ul>`);
  catchUp(page);
}

function drawPlain(page, text) {
  draw(page.place, html`<p class="pb-box">${text}</p>`);
  announce(page, text);
  catchUp(page);
}

/** Say that something could not be read, with a button to try again. */
export function drawFailure(place, again) {
  const words = location.protocol === "file:" ? PAGE_WORDS.failedFile : PAGE_WORDS.failed;
  draw(place, html`<p class="pb-box" role="alert">${words} <button type="button" class="md-button">${PAGE_WORDS.again}</button></p>`);
  place.querySelector("button").addEventListener("click", again);
}

function announce(page, text) {
  if (page.aloud.textContent !== text) page.aloud.textContent = text;
}

// What a person does with a result: change an answer, copy, print, keep the days.
// The one rule: every button says afterwards whether it worked.

import { PAGE_WORDS } from "../strings/page.js";
import { plainText } from "../strings/plain.js";
import { calendarText } from "./calendar.js";
import { goTo } from "./form.js";
import { deadlinesOf } from "./spans.js";
import { copyText, saveText } from "./taking-away.js";

/** Do what the pressed button of a result says. `page` as main.js holds it. */
export async function clicked(page, event) {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.dataset.change) goTo(page, button.dataset.change);
  if (button.dataset.do === "print") window.print();
  if (button.dataset.do === "calendar") saveCalendar(page);
  const text = textToCopy(page, button.dataset.do);
  if (!text) return;
  const copied = await copyText(text);
  const done = page.place.querySelector(".pb-calc-done");
  if (done) done.textContent = copied ? PAGE_WORDS.copied : PAGE_WORDS.notCopied;
}

function textToCopy(page, what) {
  if (what === "copy-script") return page.told.questions.join("\n");
  if (what === "copy-result") return `${plainText(page.told, page.data)}${location.href}\n`;
  return what === "copy-link" ? location.href : "";
}

function saveCalendar(page) {
  const text = calendarText(deadlinesOf(page.question, page.told.outcome), page.region.name, page.index.as_of);
  saveText(text, `${page.question}.ics`, "text/calendar;charset=utf-8");
}

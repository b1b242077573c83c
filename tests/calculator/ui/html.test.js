// What the tag escapes, and what it lets through.

import assert from "node:assert/strict";
import { test } from "node:test";
import { draw, html } from "../../../content/calculator/ui/html.js";

test("texts and numbers are escaped, in attributes too", () => {
  assert.equal(html`<a title="${'"><script>'}">${"<b>&'"} ${3}</a>`.text, '<a title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;&#39; 3</a>');
});

test("markup and lists of it are put in; nothing is left of undefined, null and false", () => {
  assert.equal(html`${[html`<i>${1}</i>`, "<", [html`<u></u>`]]}${undefined}${null}${false}${0}${""}`.text, "<i>1</i>&lt;<u></u>0");
});

test("an object that only looks like markup is a text", () => {
  assert.equal(html`${{ text: "<b>" }}`.text, "[object Object]");
});

test("an element takes nothing but markup", () => {
  const element = {};
  draw(element, html`<p></p>`);
  assert.equal(element.innerHTML, "<p></p>");
  assert.throws(() => draw(element, "<p></p>"), TypeError);
});

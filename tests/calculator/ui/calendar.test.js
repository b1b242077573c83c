// The calendar file: whole days, folded lines, the same every time.

import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDay } from "../../../content/calculator/engine/months.js";
import { calendarText } from "../../../content/calculator/ui/calendar.js";

const text = calendarText([{ key: "last_day_without_wait", day: parseDay("2031-12-31") }], "安州,省", "2031-11-22");

test("a deadline is one whole day with a reminder a week before", () => {
  const lines = text.replace(/\r\n /g, "").split("\r\n");
  assert.deepEqual(lines.filter((line) => /^(DT|TRIGGER|UID)/.test(line)), [
    "UID:last_day_without_wait-2031-12-31@policybook.invalid",
    "DTSTAMP:20311122T000000Z",
    "DTSTART;VALUE=DATE:20311231",
    "DTEND;VALUE=DATE:20320101",
    "TRIGGER:-P7D",
  ]);
  assert.ok(lines.some((line) => line.startsWith("SUMMARY:医保：") && line.includes("安州\\,省")));
});

test("no line is longer than 75 bytes, and none is cut within a character", () => {
  for (const line of text.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75, line);
  assert.ok(!text.includes("\uFFFD"));
  assert.equal(text.endsWith("END:VCALENDAR\r\n"), true);
});

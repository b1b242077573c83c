// The person's deadlines as a calendar file (iCalendar, RFC 5545): whole days, each with a reminder a week before.
// The one rule: the same deadlines give the same file, byte for byte.

import { dayText } from "../engine/months.js";
import { eventWords } from "../strings/page.js";

const LINE_BYTES = 73;

/** The text of the file. `deadlines` as spans.js gives them; `asOf` is the day of the data, `2026-11-22`. */
export function calendarText(deadlines, place, asOf) {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//policybook//calculator//ZH",
    ...deadlines.reduce((all, one) => all.concat(eventLines(one, place, asOf)), []),
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

function eventLines({ key, day }, place, asOf) {
  return [
    "BEGIN:VEVENT",
    `UID:${key}-${dayText(day)}@policybook.invalid`,
    `DTSTAMP:${plainDay(asOf)}T000000Z`,
    `DTSTART;VALUE=DATE:${plainDay(dayText(day))}`,
    `DTEND;VALUE=DATE:${plainDay(dayText(day + 1))}`,
    `SUMMARY:${eventWords(key, place).replace(/[\\,;]/g, "\\$&")}`,
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${eventWords(key, place).replace(/[\\,;]/g, "\\$&")}`,
    "TRIGGER:-P7D",
    "END:VALARM",
    "END:VEVENT",
  ];
}

function plainDay(text) {
  return text.replace(/-/g, "");
}

// Lines are folded after 75 bytes, never within a character; what follows begins with a space.
function folded(line) {
  const pieces = [""];
  let bytes = 0;
  for (const sign of line) {
    const size = sign.codePointAt(0) < 128 ? 1 : sign.codePointAt(0) < 2048 ? 2 : sign.codePointAt(0) < 65536 ? 3 : 4;
    if (bytes + size > LINE_BYTES) {
      pieces.push("");
      bytes = 0;
    }
    pieces[pieces.length - 1] += sign;
    bytes += size;
  }
  return pieces.join("\r\n ");
}

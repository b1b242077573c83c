// A page ages after it is built: how long ago a record was compared, whether it is due by now, how old the page is.
// One rule: the dates stand in the text already; this only adds what they mean on the reader's own day.
(() => {
  "use strict";

  const now = new Date();
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());

  for (const time of document.querySelectorAll("time[data-verified]")) {
    const day = dayOf(time.dataset.verified);
    const months = day === null ? 0 : monthsSince(day);
    if (months > 0) after(time.closest(".pb-evidence__date") || time, `已核对 ${months} 个月`, "pb-age");
  }
  for (const time of document.querySelectorAll("time[data-due]")) {
    const day = dayOf(time.dataset.due);
    if (day === null || day >= today) continue;
    // Closed evidence says it on its one visible line.
    const summary = time.closest("details.pb-evidence")?.querySelector("summary");
    after(summary?.lastElementChild || time, "已过复核期", "pb-badge pb-badge--stale");
  }
  for (const time of document.querySelectorAll("time[data-built]")) {
    const day = dayOf(time.dataset.built);
    if (day === null) continue;
    const days = Math.round((today - day) / 86400000);
    if (days >= 0) after(time, days ? `（${days} 天前）` : "（今天）", "pb-age");
  }

  // A day as milliseconds at UTC midnight, so that a change of clocks cannot move it; null for anything else.
  function dayOf(text) {
    const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text || "");
    return match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) : null;
  }

  function monthsSince(day) {
    const then = new Date(day);
    const whole = (now.getFullYear() - then.getUTCFullYear()) * 12 + now.getMonth() - then.getUTCMonth();
    return now.getDate() < then.getUTCDate() ? whole - 1 : whole;
  }

  function after(element, words, className) {
    const mark = document.createElement("span");
    mark.className = className;
    mark.textContent = words;
    element.after(" ", mark);
  }
})();

// Comparison tables a reader may sort and filter. One rule: the table is complete without this script, and nothing here
// changes what a cell says. Rows are only hidden, shown or moved.
(() => {
  "use strict";

  const GROUP = 5; // rows: half of what a phone shows
  const SEEN = 4; // groups a reader sees: they come a group to a frame, the others need not wait
  const FRAMES = 40; // milliseconds
  const SLICE = 40; // rows put in order in one task
  let collator; // a slow phone takes tens of milliseconds to make it: made before somebody sorts, when nothing else is to be done

  const tables = document.querySelectorAll("[data-compare]");
  tables.forEach(enhance);
  if (tables.length) whenIdle(() => byName());

  function enhance(section) {
    const table = section.querySelector("table");
    if (!table || !table.tHead || !table.tBodies[0]) return;
    const original = Array.from(table.tBodies[0].rows, readRow);
    const bodies = [table.tBodies[0]];
    const state = { table, bodies, spare: spareBody(bodies[0]), original, order: original, shown: new Set(original), turn: 0 };
    paint(state);
    addSorting(table, state);
    addFilters(section, state);
  }

  function readRow(element) {
    const words = (element.dataset.insurance || "").split(/\s+/);
    return { element, province: element.dataset.province || "", insurance: words, text: null };
  }

  function addSorting(table, state) {
    const heads = Array.from(table.tHead.rows[table.tHead.rows.length - 1].cells);
    const sortable = heads.filter((head) => ["text", "number"].includes(head.dataset.sort));
    for (const head of sortable) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "pb-sort";
      button.append(...head.childNodes);
      head.append(button);
      head.setAttribute("aria-sort", "none");
      button.addEventListener("click", () => {
        const next = { none: "ascending", ascending: "descending", descending: "none" }[head.getAttribute("aria-sort")];
        sortable.forEach((other) => other.setAttribute("aria-sort", other === head ? next : "none"));
        sortRows(state, head, next);
      });
    }
  }

  // Comparing Chinese names is slow: a slice of the rows is put in its place in each task, until all are.
  function sortRows(state, head, direction) {
    state.turn += 1;
    const turn = state.turn;
    if (direction === "none") return show(state, state.original);
    const placed = [];
    const missing = [];
    const step = (start) => {
      if (state.turn !== turn) return; // the reader has asked for something else meanwhile
      const compare = ordering(head.dataset.sort, direction);
      for (const row of state.original.slice(start, start + SLICE)) {
        const key = sortKey(row.element.cells[head.cellIndex], head.dataset.sort);
        if (key === null) missing.push(row);
        else insert(placed, { row, key }, compare);
      }
      if (start + SLICE < state.original.length) setTimeout(step, 0, start + SLICE);
      else show(state, [...placed.map((one) => one.row), ...missing]);
    };
    setTimeout(step, 0, 0);
  }

  function show(state, order) {
    state.order = order;
    paint(state);
  }

  function ordering(kind, direction) {
    const sign = direction === "ascending" ? 1 : -1;
    const compare = kind === "number" ? (a, b) => a - b : byName();
    return (one, two) => sign * compare(one.key, two.key);
  }

  // After those that are equal, so that rows keep their order among themselves.
  function insert(placed, one, compare) {
    let low = 0;
    let high = placed.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(placed[middle], one) <= 0) low = middle + 1;
      else high = middle;
    }
    placed.splice(low, 0, one);
  }

  function whenIdle(work) {
    if (self.requestIdleCallback) self.requestIdleCallback(work, { timeout: 4000 });
    else setTimeout(work, 1500);
  }

  function byName() {
    collator = collator || new Intl.Collator("zh", { numeric: true });
    return collator.compare;
  }

  // A number column sorts by data-value only: a cell without one is missing, not zero.
  function sortKey(cell, kind) {
    if (!cell) return null;
    if (kind === "text") return cell.dataset.value || cell.textContent.trim() || null;
    const value = (cell.dataset.value || "").trim();
    return value !== "" && Number.isFinite(Number(value)) ? Number(value) : null;
  }

  function addFilters(section, state) {
    const tools = section.querySelector(".pb-compare__tools");
    if (!tools) return;
    const controls = Array.from(tools.querySelectorAll("[data-filter]"));
    const output = tools.querySelector("[data-count]");
    let timer = 0;
    const apply = () => {
      const wanted = Object.fromEntries(controls.map((control) => [control.dataset.filter, control.value]));
      state.shown = new Set(state.original.filter((row) => matches(row, wanted)));
      if (output) output.textContent = `显示 ${state.shown.size} / ${state.original.length} 行`;
      paint(state);
    };
    for (const control of controls) {
      control.addEventListener("input", (event) => {
        if (event.isComposing) return; // pinyin that is not yet Chinese
        clearTimeout(timer);
        timer = setTimeout(apply, control.tagName === "SELECT" ? 0 : 120);
      });
      control.addEventListener("compositionend", apply);
    }
    tools.hidden = false;
    apply(); // a browser restores the controls when the reader comes back
  }

  function matches(row, wanted) {
    if (wanted.insurance && !row.insurance.includes(wanted.insurance)) return false;
    if (wanted.province && row.province !== wanted.province) return false;
    const text = plain(wanted.text || "");
    if (!text) return true;
    if (row.text === null) row.text = plain(row.element.textContent);
    return row.text.includes(text);
  }

  function plain(text) {
    return text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
  }

  // Brings the table to state.order and state.shown, a group of rows at a time: the first one, which the reader sees, at once,
  // the others each in a task of its own. Groups out of sight are not laid out (content-visibility on the row group).
  function paint(state) {
    state.turn += 1;
    const turn = state.turn;
    const groups = grouped(state.order.filter((row) => state.shown.has(row)));
    const place = (index) => {
      if (state.turn !== turn) return; // the reader has asked for something else meanwhile
      if (index >= groups.length) return clear(state, groups.length, turn);
      bodyAt(state, index).replaceChildren(...groups[index].map((row) => row.element));
      setTimeout(place, index < SEEN ? FRAMES : 0, index + 1);
    };
    place(0);
  }

  function grouped(rows) {
    const count = Math.max(1, Math.ceil(rows.length / GROUP));
    return Array.from({ length: count }, (_, index) => rows.slice(index * GROUP, (index + 1) * GROUP));
  }

  function bodyAt(state, index) {
    while (state.bodies.length <= index) {
      const body = state.bodies[0].cloneNode(false);
      state.bodies[state.bodies.length - 1].after(body);
      state.bodies.push(body);
    }
    state.bodies[index].hidden = false;
    return state.bodies[index];
  }

  // What is left over, ten groups to a task: those without rows, then the rows that are not shown.
  function clear(state, used, turn) {
    if (state.turn !== turn) return;
    for (const body of state.bodies.slice(used, used + 10)) {
      body.replaceChildren();
      body.hidden = true;
    }
    if (used + 10 < state.bodies.length) setTimeout(clear, 0, state, used + 10, turn);
    else state.spare.replaceChildren(...state.original.filter((row) => !state.shown.has(row)).map((row) => row.element));
  }

  function spareBody(body) {
    const spare = body.cloneNode(false);
    spare.hidden = true;
    body.after(spare);
    return spare;
  }
})();

// Comparison tables a reader may sort and filter. One rule: the table is complete without this script, and nothing here
// changes what a cell says. Rows are only hidden, shown or moved.
(() => {
  "use strict";

  const GROUP = 20; // rows
  let collator; // made when somebody sorts: it takes a slow phone tens of milliseconds

  document.querySelectorAll("[data-compare]").forEach(enhance);

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
        state.order = sorted(state.original, head, next);
        paint(state);
      });
    }
  }

  function sorted(rows, head, direction) {
    if (direction === "none") return rows;
    const sign = direction === "ascending" ? 1 : -1;
    const compare = head.dataset.sort === "number" ? (a, b) => a - b : byName();
    const keyed = rows.map((row) => ({ row, key: sortKey(row.element.cells[head.cellIndex], head.dataset.sort) }));
    const known = keyed.filter((one) => one.key !== null);
    const missing = keyed.filter((one) => one.key === null);
    known.sort((a, b) => sign * compare(a.key, b.key));
    return [...known, ...missing].map((one) => one.row);
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
      const group = groups[index];
      if (!group) return clear(state, groups.length);
      bodyAt(state, index).replaceChildren(...group.map((row) => row.element));
      setTimeout(place, 0, index + 1);
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

  // What is left over: groups without rows, and the rows that are not shown.
  function clear(state, used) {
    for (const body of state.bodies.slice(used)) {
      body.replaceChildren();
      body.hidden = true;
    }
    state.spare.replaceChildren(...state.original.filter((row) => !state.shown.has(row)).map((row) => row.element));
  }

  function spareBody(body) {
    const spare = body.cloneNode(false);
    spare.hidden = true;
    body.after(spare);
    return spare;
  }
})();

// The search page. One rule: it only finds and lists; what an entry says was written by the generator
// (assets/search-data.js). A classic script, because file:// loads no modules. MiniSearch does the ranking.
(() => {
  "use strict";

  const PAGE = 50;
  const PAUSE_MS = 120;
  const SNIPPET = 110;
  const FIELDS = { title: 4, region: 4, rule: 3, insurance: 1.5, text: 1 };
  const KINDS = { region: { factor: 1.6, about: "地区页面" }, rule: { factor: 2, about: "规则页面：各地对照" }, record: { factor: 1, about: "" } };
  const RUNS = /\p{Script=Han}+|[\p{L}\p{N}]+(?:\.\p{N}+)*/gu;
  const HAN = /^\p{Script=Han}/u;

  const root = document.getElementById("pb-search");
  if (root) start(root);

  // ---- words -------------------------------------------------------------------------------------------------------

  function plain(text) {
    return text.normalize("NFKC").toLowerCase();
  }

  // «断缴3个月» → 断缴 · 3 · 个月; a run of one character stays alone. Han letters are in \p{L} too, so split them off.
  function tokenise(text) {
    const tokens = [];
    for (const run of plain(text).match(RUNS) || []) {
      for (const part of run.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu)) addTokens(part, tokens);
    }
    return tokens;
  }

  function addTokens(part, tokens) {
    if (!HAN.test(part) || part.length === 1) tokens.push(part);
    else for (let at = 0; at + 1 < part.length; at += 1) tokens.push(part.slice(at, at + 2));
  }

  // MiniSearch's tree looks through all children of a node one by one: with thousands of first characters that takes seconds.
  // Four hexadecimal digits per character leave sixteen children, and what is a prefix stays one.
  const codes = new Map();
  function encode(token) {
    let code = codes.get(token);
    if (code !== undefined) return code;
    code = "";
    for (let at = 0; at < token.length; at += 1) code += token.charCodeAt(at).toString(16).padStart(4, "0");
    codes.set(token, code);
    return code;
  }

  // A single character stands for the words it begins, letters for the word being typed; numbers are whole (38 is not 380).
  function prefix(term) {
    const first = String.fromCharCode(parseInt(term.slice(0, 4), 16));
    return /[a-z]/.test(first) || (term.length === 4 && HAN.test(first));
  }

  // ---- index -------------------------------------------------------------------------------------------------------

  // In pieces, so that a slow phone stays responsive meanwhile.
  async function buildIndex(data) {
    const labels = new Map(data.insurance.map(([id, ...words]) => [id, words]));
    const once = (text) => Array.from(new Set(tokenise(text))); // how often an entry repeats a word says little here
    const index = new self.MiniSearch({ fields: Object.keys(FIELDS), tokenize: once, processTerm: encode });
    const entries = data.entries.map((entry) => ({
      ...entry,
      kinds: words(entry.insurance),
      places: words(plain(entry.region)),
      said: plain(`${entry.title} ${entry.rule} ${entry.text}`),
      insurance: words(entry.insurance).map((id) => (labels.get(id) || [id]).join(" ")).join(" "),
    }));
    await index.addAllAsync(entries, { chunkSize: 100 });
    const regions = entries.filter((entry) => entry.kind === "region");
    const byId = new Map(entries.map((entry) => [entry.id, entry]));
    return { index, entries, byId, regions, labels, vocabulary: vocabulary(data.synonyms, entries) };
  }

  function words(text) {
    return text.split(/\s+/).filter(Boolean);
  }

  // Words that are cut out of a query whole: places, names of rules, and the synonyms with what they stand for.
  function vocabulary(synonyms, entries) {
    const known = new Map();
    for (const entry of entries) {
      if (entry.kind === "rule") known.set(plain(entry.title), { words: [plain(entry.title)] });
      if (entry.kind === "region") entry.places.forEach((word) => known.set(word, { words: [word], place: word }));
    }
    for (const group of synonyms) {
      const alike = group.map(plain);
      alike.forEach((word) => known.set(word, { words: alike }));
    }
    const longest = Math.max(0, ...Array.from(known.keys(), (word) => word.length));
    return { known, longest };
  }

  // ---- query -------------------------------------------------------------------------------------------------------

  // Groups of a query: each a list of alternative words. «苏州断交多久» → [苏州] [断缴|断交|…] [多久].
  function parse(query, { known, longest }) {
    const groups = [];
    for (const piece of words(plain(query))) {
      if (known.has(piece)) groups.push({ ...known.get(piece), said: piece, known: true });
      else cut(piece, known, longest, groups);
    }
    const useful = groups.filter((group) => group.known || !(group.words[0].length === 1 && HAN.test(group.words[0])));
    return useful.length ? useful : groups; // a stray character (的) narrows nothing, unless it is all there is
  }

  function cut(piece, known, longest, groups) {
    let rest = "";
    const flush = () => {
      tokenise(rest).forEach((token) => groups.push({ words: [token], said: token, known: false }));
      rest = "";
    };
    for (let at = 0; at < piece.length; ) {
      const word = knownAt(piece, at, known, longest);
      if (word) {
        flush();
        groups.push({ ...known.get(word), said: word, known: true });
        at += word.length;
      } else {
        rest += piece[at];
        at += 1;
      }
    }
    flush();
  }

  // The longest known word at this place; of one letter only when it is the whole piece (京 is a place, 津贴 is not 津).
  function knownAt(piece, at, known, longest) {
    for (let size = Math.min(longest, piece.length - at); size >= 2; size -= 1) {
      const word = piece.slice(at, at + size);
      if (known.has(word) && !splitsWord(piece, at, at + size)) return word;
    }
    return "";
  }

  function splitsWord(piece, from, to) {
    const latin = /[a-z0-9]/;
    const joins = (left, right) => left !== undefined && right !== undefined && latin.test(left) && latin.test(right);
    return joins(piece[from - 1], piece[from]) || joins(piece[to - 1], piece[to]);
  }

  // ---- search ------------------------------------------------------------------------------------------------------

  // {hits, how, places}: all words together; else the known words; else what binds the named place from above; else any word.
  function search(engine, query, insurance) {
    const groups = parse(query, engine.vocabulary);
    if (!groups.length) return null;
    const ask = asker(engine, query, insurance);
    const pages = ownPages(engine, groups);
    const places = pages.map((page) => page.title);
    const all = ask(groups, groups, "AND");
    if (all.length) return { hits: lead(pages, all), how: "all", places, groups };

    const known = groups.filter((group) => group.known);
    const reduced = known.length && known.length < groups.length ? ask(known, groups, "AND") : [];
    if (reduced.length) return { hits: lead(pages, reduced), how: "known", places, groups };

    const asked = groups.filter((group) => !group.place);
    const others = asked.some((group) => group.known) ? asked.filter((group) => group.known) : asked;
    if (!pages.length) return { hits: ask(groups, groups, "OR"), how: "some", places, groups };
    const bound = bindingPlaces(engine, pages);
    const above = (others.length ? ask(others, others, "AND") : []).filter((entry) => bound.has(entry.places[0]));
    return { hits: lead(pages, above), how: "above", places, groups };
  }

  // Asks for entries that `required` finds, in the order of how well they fit the `ranking` groups.
  function asker(engine, query, insurance) {
    const verbatim = plain(query).trim();
    const fits = (entry) => !insurance || !entry.kinds.length || entry.kinds.includes(insurance);
    const run = (groups, combineWith) =>
      engine.index.search({ combineWith, queries: groups.map(alternatives) }, { boost: FIELDS, prefix });
    return (required, ranking, combineWith) => {
      const found = run(required, combineWith);
      const allowed = required === ranking ? null : new Set(found.map((one) => one.id));
      const ranked = allowed ? run(ranking, "OR").filter((one) => allowed.has(one.id)) : found;
      return ranked
        .map(({ id, score }) => ({ entry: engine.byId.get(id), score }))
        .filter(({ entry }) => fits(entry))
        .map(({ entry, score }) => ({ entry, score: score * weight(entry, verbatim) }))
        .sort((a, b) => b.score - a.score || a.entry.id - b.entry.id)
        .map(({ entry }) => entry);
    };
  }

  function alternatives(group) {
    return { combineWith: "OR", queries: group.words.map((word) => ({ combineWith: "AND", queries: tokenise(word) })) };
  }

  function weight(entry, verbatim) {
    return KINDS[entry.kind].factor * (verbatim.length > 1 && entry.said.includes(verbatim) ? 1.5 : 1);
  }

  // Pages of the places named in the query: by their own name first (江苏 is Jiangsu, not each of its cities), else by an alias.
  function ownPages(engine, groups) {
    const pages = groups.filter((group) => group.place).flatMap(({ place }) => {
      const named = engine.regions.filter((region) => region.places.includes(place));
      const own = named.filter((region) => plain(region.title).startsWith(place));
      return own.length ? own : named;
    });
    return Array.from(new Set(pages));
  }

  // Names of the regions whose rules may bind these: themselves, those above, and the root, which is the first region.
  function bindingPlaces(engine, pages) {
    const named = new Set(pages.flatMap((page) => page.places));
    const above = engine.regions.filter((region) => named.has(region.places[0]) || named.has(region.places[1]));
    return new Set([engine.regions[0], ...above].map((region) => region.places[0]));
  }

  function lead(pages, hits) {
    return [...pages, ...hits.filter((hit) => !pages.includes(hit))];
  }

  // ---- page --------------------------------------------------------------------------------------------------------

  function start(root) {
    const form = root.querySelector("form");
    const page = {
      root,
      input: document.getElementById("pb-search-input"),
      status: document.getElementById("pb-search-status"),
      list: document.getElementById("pb-search-results"),
      after: document.createElement("div"),
      ready: null, // the promise of an engine, from the first query on
      timer: 0,
      turn: 0,
    };
    page.list.after(page.after);
    restore(page, form);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      update(page);
    });
    page.input.addEventListener("input", (event) => {
      if (!event.isComposing) later(page); // pinyin that is not yet Chinese is no query
    });
    page.input.addEventListener("compositionend", () => later(page));
    form.addEventListener("change", (event) => {
      if (event.target !== page.input) update(page);
    });
    if (page.input.value.trim()) update(page);
  }

  function later(page) {
    clearTimeout(page.timer);
    page.timer = setTimeout(() => update(page), PAUSE_MS);
  }

  function restore(page, form) {
    const inHash = location.hash.startsWith("#q=") ? location.hash.slice(1) : "";
    const asked = new URLSearchParams(location.search.length > 1 ? location.search : inHash);
    if (asked.has("q")) page.input.value = asked.get("q");
    for (const control of form.querySelectorAll('[name="insurance"]')) {
      if (asked.has("insurance")) control.checked = control.value === asked.get("insurance");
    }
  }

  async function update(page) {
    clearTimeout(page.timer);
    const turn = (page.turn += 1);
    const query = page.input.value.trim().slice(0, 100);
    const chosen = page.root.querySelector('[name="insurance"]:checked');
    const insurance = chosen ? chosen.value : "";
    remember(query, insurance);
    if (!query) return show(page, "", []);
    if (!self.MiniSearch || !self.policybookSearch) return show(page, "搜索数据没有载入，请刷新页面，或按地区、规则查。", []);
    page.ready = page.ready || buildIndex(self.policybookSearch);
    const engine = await page.ready;
    if (turn !== page.turn) return; // the reader typed on
    const found = search(engine, query, insurance);
    if (!found || !found.hits.length) return showNothing(page, engine, query, insurance);
    show(page, counted(found), found.hits, (entry) => item(page, engine, entry, snippet(entry, found.groups)));
  }

  function remember(query, insurance) {
    const asked = new URLSearchParams();
    if (query) asked.set("q", query);
    if (insurance) asked.set("insurance", insurance);
    try {
      history.replaceState(null, "", asked.toString() ? `?${asked}` : location.pathname);
    } catch (error) {
      // file:// forbids it; the address then stays as it was
    }
  }

  function counted({ hits, how, places, groups }) {
    const n = hits.length;
    const names = places.join("、");
    if (how === "all") return `找到 ${n} 条`;
    const said = groups.filter((group) => group.known).map((group) => `“${group.said}”`).join("");
    if (how === "known") return `没有一条符合全部说法，只按${said}找到 ${n} 条`;
    if (how === "some") return `没有一条同时符合全部说法，下面 ${n} 条只符合一部分`;
    if (n === places.length) return `没有找到${names}这方面的记录，下面是${names}的页面：没有记录不等于没有规定`;
    return `没有找到${names}自己这方面的记录；先列${names}的页面，再列上级相关记录，共 ${n} 条`;
  }

  function show(page, message, hits, line) {
    page.status.textContent = message;
    page.list.replaceChildren();
    page.after.replaceChildren();
    if (hits.length) showMore(page, hits, 0, line);
  }

  function showMore(page, hits, from, line) {
    const items = hits.slice(from, from + PAGE).map(line);
    page.list.append(...items);
    page.after.replaceChildren();
    if (from > 0) items[0].querySelector("a").focus();
    const left = hits.length - from - items.length;
    if (left <= 0) return;
    const button = element("button", "pb-search__more", `还有 ${left} 条`);
    button.type = "button";
    button.addEventListener("click", () => showMore(page, hits, from + PAGE, line));
    page.after.append(button);
  }

  function item(page, engine, entry, text) {
    const line = element("li", `pb-result pb-result--${entry.kind}`);
    const link = element("a", "pb-result__title", entry.title);
    link.href = page.root.dataset.root + entry.url;
    line.append(link);
    const insurance = entry.kinds.map((id) => (engine.labels.get(id) || [id])[0]).join("、");
    const about = [KINDS[entry.kind].about, insurance, entry.state].filter(Boolean).join(" · ");
    if (about) line.append(element("p", "pb-result__about", about));
    if (text) line.append(element("p", "pb-result__text", text));
    return line;
  }

  // The piece of the text around the first word asked for, other than a place: every line of a region has its name.
  function snippet(entry, groups) {
    const text = entry.text;
    const asked = groups.filter((group) => !group.place).flatMap((group) => group.words);
    const found = asked.map((word) => plain(text).indexOf(word)).filter((at) => at >= 0);
    const from = sentenceStart(text, Math.min(...(found.length ? found : [0])));
    const to = Math.min(text.length, from + SNIPPET);
    return `${from > 0 ? "…" : ""}${text.slice(from, to)}${to < text.length ? "…" : ""}`;
  }

  function sentenceStart(text, at) {
    const before = text.slice(Math.max(0, at - 40), at);
    const end = Math.max(...["。", "；", " "].map((mark) => before.lastIndexOf(mark)));
    return end >= 0 ? at - before.length + end + 1 : Math.max(0, at - 24);
  }

  function showNothing(page, engine, query, insurance) {
    show(page, `没有找到“${query}”${insurance ? `（已按${page.root.dataset.filter}筛选）` : ""}`, []);
    const examples = element("ul", "pb-search__examples");
    examples.append(...exampleQueries(engine).map((words) => exampleItem(page, words)));
    page.after.append(
      element("p", "", "没有收录不等于没有规定。可以换个说法，少写几个字，只写地区名或只写一件事，例如："),
      examples,
    );
    const hotline = page.root.dataset.hotline;
    if (hotline) {
      const call = element("p", "", "也可以直接打 ");
      const link = element("a", "pb-phone", hotline);
      link.href = `tel:${hotline}`;
      call.append(link, ` 问${page.root.dataset.authority}。`);
      page.after.append(call);
    }
  }

  // Queries that do find something, taken from the records themselves.
  function exampleQueries({ entries, vocabulary }) {
    const records = entries.filter((entry) => entry.kind === "record");
    const spread = [0.15, 0.5, 0.85].map((part) => records[Math.floor(records.length * part)]).filter(Boolean);
    const local = spread.map((entry) => `${entry.places[1] || entry.places[0]} ${words(entry.rule)[0] || ""}`.trim());
    const sayings = Array.from(vocabulary.known.values()).filter((group) => group.words.length > 1 && !group.place);
    const first = Array.from(new Set(sayings.map((group) => group.words[0]))).slice(0, 3);
    return Array.from(new Set([...first, ...local]));
  }

  function exampleItem(page, words) {
    const line = element("li", "");
    const link = element("a", "", words);
    link.href = `?q=${encodeURIComponent(words)}`;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      page.input.value = words;
      update(page);
      page.input.focus();
    });
    line.append(link);
    return line;
  }

  function element(name, className, text = "") {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.textContent = text;
    return made;
  }
})();

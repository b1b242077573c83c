// The published data: fetched where there is a server, as classic scripts where the page is a file on disk.
// The one rule: a file is asked for once; one that did not come may be asked for again.

/** Where the site begins, and how its pages are addressed. `root` is the calculator's element. */
export function siteOf(root) {
  const home = document.querySelector("a.md-logo");
  const files = Boolean(home && /index\.html$/.test(home.getAttribute("href") || ""));
  return { root: root.dataset.root, files };
}

/** The address of a page of the site (regions/fujian), with an anchor on it. */
export function pageAddress(site, path, anchor) {
  return `${site.root}${path}${site.files ? ".html" : "/"}${anchor ? `#${anchor}` : ""}`;
}

/** {index(), region(slug)}: promises of the parsed files. */
export function dataOf(site) {
  const known = new Map();
  const once = (path, held) => {
    if (!known.has(path)) {
      const coming = readData(`${site.root}api/v1/${path}`, held);
      known.set(path, coming);
      coming.catch(() => known.delete(path));
    }
    return known.get(path);
  };
  return {
    index: () => once("index", () => self.policybookIndex),
    region: (slug) => once(`regions/${slug}`, () => (self.policybookData || {})[slug]),
  };
}

function readData(path, held) {
  return location.protocol === "file:" ? runScript(`${path}.js`, held) : fetchJson(`${path}.json`);
}

async function fetchJson(address) {
  const reply = await fetch(address);
  if (!reply.ok) throw new Error(`${address}: ${reply.status}`);
  return reply.json();
}

function runScript(address, held) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => (held() ? resolve(held()) : reject(new Error(address)));
    script.onerror = () => reject(new Error(address));
    document.head.append(script);
  });
}

// Which region a person means by what they type: names, short names, other names, codes, and how a name is spelled.
// The one rule: nothing is taken for granted; a text that fits several regions chooses none of them.

const MOST_SHOWN = 8;

/** Regions that fit a text, the best first. `regions` are the index's. */
export function fittingRegions(text, regions) {
  const wanted = plainName(text);
  if (!wanted) return [];
  const paths = pathsOf(regions);
  return regions
    .map((region, order) => ({ region, order, rank: rankOf(wanted, region, paths) }))
    .filter((one) => one.rank < 9)
    .sort((one, two) => one.rank - two.rank || one.order - two.order)
    .slice(0, MOST_SHOWN)
    .map((one) => one.region);
}

/** The one region that a text names wholly: by slug, code or name; undefined where none or several are meant. */
export function namedRegion(text, regions) {
  const wanted = plainName(text || "");
  const exact = regions.filter((region) => region.slug === text || region.code === text);
  const named = exact.length ? exact : regions.filter((region) => namesOf(region).includes(wanted));
  return named.length === 1 ? named[0] : undefined;
}

/** A region with those above it, the nation left out: «福建省 福州市». */
export function fullName(region, regions) {
  const named = new Map(regions.map((one) => [one.slug, one]));
  return chainOf(region, named).map((one) => one.name).join(" ");
}

function rankOf(wanted, region, paths) {
  const names = namesOf(region);
  const last = region.slug.slice(region.slug.lastIndexOf("/") + 1);
  if (region.code === wanted || names.includes(wanted)) return 0;
  if (names.some((name) => name.startsWith(wanted))) return 1;
  if (names.some((name) => name.length > 1 && wanted.length > name.length && wanted.endsWith(name)) && fitsPath(wanted, paths(region))) return 2;
  if (last === wanted) return 3;
  if (names.some((name) => name.includes(wanted))) return 4;
  if (/^[a-z]{2,}$/.test(wanted) && last.startsWith(wanted)) return 5;
  if (/^\d{3,}$/.test(wanted) && region.code.startsWith(wanted)) return 6;
  return 9;
}

function fitsPath(wanted, path) {
  return path.some((name) => wanted.startsWith(name));
}

function namesOf(region) {
  return [region.name, region.short, ...(region.aliases || [])].map(plainName);
}

function pathsOf(regions) {
  const named = new Map(regions.map((region) => [region.slug, region]));
  return (region) => chainOf(region, named).slice(0, -1).reduce((all, one) => all.concat(namesOf(one)), []);
}

function chainOf(region, named) {
  const chain = [region];
  for (let above = named.get(region.parent); above && above.parent; above = named.get(above.parent)) chain.unshift(above);
  return chain;
}

function plainName(text) {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
}

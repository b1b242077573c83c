// Where a value comes from, in words: whose rule, which document, which clause, how sure the source is.
// The one rule: what is weak about a source is said where the value is said.

import { isoWords } from "./dates.js";

const WEAK_TIERS = ["media", "secondary"];

/** A region's name as the index lists it. */
export function regionName(slug, index) {
  const found = index.regions.find((region) => region.slug === slug);
  return found ? found.name : slug;
}

/** A document by its title, or by what it is about where no title was read. */
export function titleWords(document) {
  if (!document.title) return document.about || "一份没有读到标题的文件";
  return `《${document.title.replace(/《/g, "〈").replace(/》/g, "〉")}》`;
}

/** «《…》第十一条», or the document and why there is no clause. */
export function citeWords(source, documents) {
  const document = documents[source.document];
  return `${titleWords(document)}${source.clause || `（${source.clause_missing}）`}`;
}

/** Source of a record as a step shows it: {document, document_title, clause | clause_missing, tier, tier_label, url}. */
export function sourceEntry(record, data) {
  const source = record.source;
  if (!source) return {};
  const document = data.region.documents[source.document];
  const clause = source.clause ? { clause: source.clause } : { clause_missing: source.clause_missing };
  return {
    document: source.document,
    document_title: document.title || document.about || "",
    ...clause,
    tier: source.tier,
    tier_label: tierLabel(source.tier, data.index),
    url: source.url || document.url,
  };
}

/** Whose rule it is, seen from the person's region. */
export function originWords(record, data) {
  const place = regionName(record.region, data.index);
  if (record.region === data.region.region.slug) return "本地规定";
  return record.applies_below === false ? `${place}的框架，具体由下级规定` : `${place}规定，直接适用于本地`;
}

/** What must be said with a value: a weak source, a reading of ours, a comparison too long ago. Sentences. */
export function cautionWords(record, data) {
  const told = [];
  if (record.source && WEAK_TIERS.includes(record.source.tier)) {
    told.push(`来源级别是“${tierLabel(record.source.tier, data.index)}”，没有读到官方原文，只能当线索`);
  }
  if (record.inferred) told.push(`适用于${kindsWords(record, data.index)}是本站的推定：${record.inferred.replace(/。$/, "")}`);
  if (isOverdue(record, data.index)) told.push(`上次核对是${isoWords(record.last_verified)}，已过复核期限`);
  return told.map((text) => `${text}。`);
}

/** Whether the record was to be compared again before the day the data speaks for. */
export function isOverdue(record, index) {
  return Boolean(record.due) && record.due < index.as_of;
}

function tierLabel(tier, index) {
  const found = index.tiers.find((one) => one.id === tier);
  return found ? found.label : tier;
}

function kindsWords(record, index) {
  return index.insurance.filter((kind) => record.insurance.includes(kind.id)).map((kind) => kind.short).join("、");
}

// Why the book cannot answer a part: at once, plainly, and with what is known from above.
// The one rule: «not collected» is never told as «there is no rule».

import { isoWords } from "./dates.js";
import { citeWords, regionName } from "./sources.js";
import { fieldEntry, limitWords, partEntry, sentenceWords, showWords, whenWords } from "./saying.js";

const REASON_WORDS = {
  missing: ({ place, what }) => `本站没有收录${place}的${what}，不等于没有规定`,
  unstated: ({ place, source, what, above }) =>
    above ? `本站没有收录${place}自己的${what}；${source}没有写明您这种情形` : `${source || "收录到的文件"}读过了，没有写明您这种情形的${what}`,
  "set-below": ({ place, source, what }) => `${source || "上级文件"}把${what}交给下级定，本站没有收录到${place}自己的规定`,
  disputed: ({ what, claims }) => `关于${what}，同级的来源互相矛盾，本站都不采信${claims && `：${claims}`}`,
  "none-found": ({ place, what, searched }) => `查过${place}的${what}，没有查到${searched && `（${searched}）`}`,
  framed: ({ place, what }) => `${what}由当地定，上级只划了界限；本站没有收录到${place}自己的规定`,
  "not-possible": ({ source }) => `${source || "文件"}写明您这种情形不能办理`,
  "before-first": ({ place, what }) => `本站收录的${place}的${what}，最早的一条也比您说的时间晚`,
};

/** Why a part is not known, as a sentence; what is known from above follows. `unknown` as the engine gives it. */
export function reasonWords(unknown, data) {
  const words = REASON_WORDS[unknown.reason] || REASON_WORDS.missing;
  const bounds = (unknown.bounds || []).map((bound) => boundWords(bound, unknown, data, true));
  return [`${words(reasonParts(unknown, data))}。`, ...new Set(bounds)].join("");
}

/** The same after another reason for the same part: no title and no bounds again. */
export function repeatedReason(unknown, data) {
  const parts = reasonParts(unknown, data);
  const words = REASON_WORDS[unknown.reason] || REASON_WORDS.missing;
  return `也可能是：${words({ ...parts, source: parts.short })}。`;
}

/** The same for a headline: no titles of documents, only whose rule is silent, and the bounds. */
export function shortReason(unknown, data) {
  const parts = reasonParts(unknown, data);
  const words = REASON_WORDS[unknown.reason] || REASON_WORDS.missing;
  const bounds = (unknown.bounds || []).map((bound) => boundWords(bound, unknown, data, false));
  return [`${words({ ...parts, source: parts.short, claims: "", searched: "" })}。`, ...new Set(bounds)].join("");
}

/** «「恢复待遇与等待期」的规定»: what a part is about. */
export function partWords(rule, part, index) {
  return `“${partEntry(index, rule, part).title}”的规定`;
}

function reasonParts(unknown, data) {
  const record = unknown.record ? data.region.records[unknown.record] : undefined;
  return {
    place: data.region.region.name,
    what: partWords(unknown.rule, unknown.part, data.index),
    source: record && record.source ? citeWords(record.source, data.region.documents) : "",
    short: record ? `${regionName(record.region, data.index)}的规定` : "",
    above: Boolean(record) && record.region !== data.region.region.slug,
    searched: (record && record.searched) || "",
    claims: ((record && record.disputed) || []).map((claim) => claimWords(claim, unknown.rule, data)).join("；"),
  };
}

function boundWords(bound, unknown, data, cited) {
  const record = data.region.records[bound.record];
  const place = regionName(record.region, data.index);
  const says = bound.limit
    ? `${limitWords(bound.limit, unknown.rule, data.index)}。`
    : rowWords(record.rows[bound.row], unknown, data.index);
  const cite = cited && record.source ? `（${citeWords(record.source, data.region.documents)}）` : "";
  return `${place}划的界限${cite}：${says}`;
}

function rowWords(row, { rule, part }, index) {
  const when = whenWords(row.when, index, rule);
  return `${when}${when && "，"}${sentenceWords(part, rule, row.then, index)}`;
}

function claimWords(claim, rule, data) {
  const { index } = data;
  const when = whenWords(claim.when || {}, index, rule);
  const says = Object.keys(claim.says)
    .map((name) => [fieldEntry(index, rule, name), claim.says[name]])
    .filter(([field]) => field)
    .map(([field, value]) => `${field.label}${showWords(value, field, index)}`)
    .join("、");
  const document = data.region.documents[claim.source.document];
  const dated = document && document.issued ? `（${isoWords(document.issued)}）` : "";
  return `${citeWords(claim.source, data.region.documents)}${dated}说${when && `${when}，`}${says}`;
}

// Which region a text means.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fittingRegions, fullName, namedRegion } from "../../../content/calculator/ui/choosing.js";

const REGIONS = [
  { slug: "china", code: "000000", name: "全国", short: "全国" },
  { slug: "jiangsu", code: "320000", name: "江苏省", short: "江苏", aliases: ["苏"], parent: "china" },
  { slug: "jiangsu/suzhou", code: "320500", name: "苏州市", short: "苏州", aliases: ["姑苏"], parent: "jiangsu" },
  { slug: "anhui", code: "340000", name: "安徽省", short: "安徽", parent: "china" },
  { slug: "anhui/suzhou", code: "341300", name: "宿州市", short: "宿州", parent: "anhui" },
  { slug: "jilin", code: "220000", name: "吉林省", short: "吉林", parent: "china" },
  { slug: "jilin/jilin", code: "220200", name: "吉林市", short: "吉林", parent: "jilin" },
];
const slugs = (text) => fittingRegions(text, REGIONS).map((region) => region.slug);

test("names, short names and other names are found", () => {
  assert.deepEqual(slugs("苏州"), ["jiangsu/suzhou"]);
  assert.deepEqual(slugs("姑苏"), ["jiangsu/suzhou"]);
  assert.deepEqual(slugs("苏"), ["jiangsu", "jiangsu/suzhou"]);
});

test("a province before the city narrows it", () => {
  assert.deepEqual(slugs("江苏苏州"), ["jiangsu/suzhou"]);
  assert.deepEqual(slugs("江苏省 苏州市"), ["jiangsu/suzhou"]);
});

test("codes and spellings are found, and one spelling may mean two cities", () => {
  assert.deepEqual(slugs("341300"), ["anhui/suzhou"]);
  assert.deepEqual(slugs("suzhou"), ["jiangsu/suzhou", "anhui/suzhou"]);
  assert.deepEqual(slugs("３４１３００"), ["anhui/suzhou"]);
});

test("nothing typed and nothing fitting give nothing", () => {
  assert.deepEqual(slugs("  "), []);
  assert.deepEqual(slugs("火星"), []);
});

test("only a text that means one region names it", () => {
  assert.equal(namedRegion("jilin/jilin", REGIONS).name, "吉林市");
  assert.equal(namedRegion("320500", REGIONS).name, "苏州市");
  assert.equal(namedRegion("吉林省", REGIONS).slug, "jilin");
  assert.equal(namedRegion("吉林", REGIONS), undefined);
  assert.equal(namedRegion("", REGIONS), undefined);
});

test("a region is called with those above it, the nation left out", () => {
  assert.equal(fullName(REGIONS[2], REGIONS), "江苏省 苏州市");
  assert.equal(fullName(REGIONS[1], REGIONS), "江苏省");
  assert.equal(fullName(REGIONS[0], REGIONS), "全国");
});

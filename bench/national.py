"""A book of national size, made up: real rules and regions, records drawn by lot from the declared fields.

One seed, so every run writes the same files. What is written must pass `policybook check`.
"""

from __future__ import annotations

import random
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.lots import Lots
from generator.loading import load_book
from generator.model import Book, Choice, Field, Part, Region, Row, Rule
from generator.tables import Contradiction, build_table, gaps, with_needs
from generator.values import Span, Value
from generator.written import parse_fact

REGIONS, DOCUMENTS_EACH, SEED = 400, 3, 20261122
_TIERS = {"official": 5, "reprint": 3, "media": 2, "secondary": 1}
_NOTES = (
    "文中没有说补缴以后怎样，只写了按时足额连续缴费的情形",
    "页面没有写发文日期，编号读自另外的转载页，各页文字一致",
    "限于跨地区、跨险种转移接续后及时衔接的人员",
    "上一年度的数字没有读到，本年度以经办机构公布的为准",
)


@dataclass(frozen=True)
class Slot:
    """What one record answers; `age` 0 is the rule in force, 1 the one before it."""

    part: Part
    insurance: str
    age: int


def write(project: Path, folder: Path) -> int:
    """A project of its own in `folder`, from the declarations in `project`; how many records it holds."""
    book, _ = load_book(project / "policies")
    if book is None:
        raise SystemExit("先让 policybook check 通过")
    policies = folder / "policies"
    policies.mkdir(parents=True)
    for name in ("book.yml", "fields.yml"):
        shutil.copy(project / "policies" / name, policies / name)
    shutil.copytree(project / "policies" / "rules", policies / "rules")
    shutil.copytree(project / "content", folder / "content")
    regions = chosen(book)
    listed = [region for region in book.regions if region in regions or region.not_applicable]
    _put(policies / "regions.yml", _regions(listed))
    author = _Author(book)
    return sum(_region(author, region, policies) for region in regions)


def chosen(book: Book) -> list[Region]:
    """The nation, all provinces, and as many of the regions below as fit."""
    fit = [region for region in book.regions if not region.not_applicable]
    upper = [region for region in fit if region.level in ("nation", "province")]
    rest = [region for region in fit if region not in upper]
    counties = [region for region in rest if region.level == "county"]
    lower = [*(region for region in rest if region.level != "county"), *counties]
    slugs = {region.slug for region in [*upper, *lower][:REGIONS]}
    return [region for region in fit if region.slug in slugs]


def slots(rule: Rule, kinds: Sequence[Choice]) -> list[Slot]:
    """As many questions as there are insurance types, spread over the rule's parts; earlier rules fill up."""
    pairs = [(part, kind) for part in rule.parts for kind in part.insurance]
    step = max(1, len(pairs) // len(kinds))
    spread = [*pairs[::step], *pairs]
    unlike = list({(part.part, kind): (part, kind) for part, kind in spread}.values())
    aged = [Slot(part, kind, age) for age in range(len(kinds)) for part, kind in unlike]
    return aged[: len(kinds)]


def _region(author: _Author, region: Region, policies: Path) -> int:
    written = 0
    for rule in author.book.rules:
        lines = [f"region: {region.slug}", f"rule: {rule.rule}", "records:"]
        for slot in slots(rule, author.book.settings.insurance):
            lines += author.record(rule, slot, region)
            written += 1
        _put(policies / "records" / region.slug / f"{rule.rule}.yml", lines)
    _put(policies / "documents" / f"{region.slug}.yml", author.documents(region))
    return written


def _regions(regions: Sequence[Region]) -> Iterator[str]:
    yield "regions:"
    for region in regions:
        told = [f'code: "{region.code}"', f"slug: {region.slug}", f"name: {region.name}"]
        told += [f"short: {region.short}", f"level: {region.level}"]
        told += [f"parent: {region.parent}"] if region.parent else []
        told += [f"not_applicable: {region.not_applicable}"] if region.not_applicable else []
        told += [f"aliases: [{', '.join(region.aliases)}]"] if region.aliases else []
        yield f"  - {{{', '.join(told)}}}"


class _Author:
    """Writes records; the lots drawn so far decide the next."""

    def __init__(self, book: Book) -> None:
        self.book, self.lot = book, random.Random(SEED)
        self.values, self.cited = Lots(self.lot), 0

    def documents(self, region: Region) -> Iterator[str]:
        yield from (f"region: {region.slug}", "documents:")
        tiers = [tier.id for tier in self.book.settings.tiers]
        weights = [_TIERS.get(tier, 1) for tier in tiers]
        for number in range(DOCUMENTS_EACH):
            issued = self.values.day()
            rule = self.lot.choice(self.book.rules)
            yield f"  - id: {_document(region, number)}"
            yield f"    title: 关于进一步完善{region.name}{rule.title}有关问题的通知"
            yield f"    doc_no: {region.short}医保发〔{issued[:4]}〕{self.lot.randint(1, 199)}号"
            yield f"    issuer: {region.name}医疗保障局"
            yield f"    issued: {issued}"
            yield "    effective_from: unstated"
            yield f"    url: https://example.org/{region.slug}/{number}.html"
            yield f"    tier: {self.lot.choices(tiers, weights)[0]}"
            yield "    read: stored-copy"
            if self.lot.random() < 0.4:
                yield f"    note: {self.lot.choice(_NOTES)}"

    def record(self, rule: Rule, slot: Slot, region: Region) -> Iterator[str]:
        yield f"  - part: {slot.part.part}"
        yield f"    insurance: [{slot.insurance}]"
        yield from self._period(slot)
        kind = self.lot.random()
        upper = region.level in ("nation", "province")
        if kind < 0.04 and not upper:
            yield "    none_found: 查了医保局网站的通知、解读和办事指南，没有查到"
        elif kind < 0.08 and not upper:
            yield from ("    inherits: true", self._source(region))
        else:
            yield from self._table(rule, slot.part, region)
        yield "    last_verified: 2026-11-21"

    def _period(self, slot: Slot) -> Iterator[str]:
        year = 2026 - 2 * slot.age
        if slot.part.timeline == "year":
            yield f"    insured_year: {year}"
        elif slot.part.timeline == "term":
            yield from (f"    effective_from: {year}-01", f"    effective_to: {year}-12")
        elif slot.age == 0 and self.lot.random() < 0.4:
            yield from ("    effective_from: unknown", f"    seen_on: {year}-01-15")
        else:
            yield f"    effective_from: {year - 1}-{self.lot.randint(1, 12):02d}-01"

    def _table(self, rule: Rule, part: Part, region: Region) -> Iterator[str]:
        if region.level in ("nation", "province"):
            yield f"    applies_below: {'true' if self.lot.random() < 0.8 else 'false'}"
        body, cases = self._body(rule, part)
        yield from body
        if region.level != "county" and self.lot.random() < 0.02:
            yield from self._limits(rule, part)
        yield self._source(region)
        if self.lot.random() < 0.4:
            yield "    also:"
            yield f"      - {{label: 此前的标准, value: 每月{self.lot.randint(100, 900)}元（年份没有写）}}"
        if self.lot.random() < 0.67:
            yield f"    note: {self.lot.choice(_NOTES)}"
        if self.lot.random() < 0.25:
            yield from self._conflict(rule, part, region)
        yield from cases

    def _body(self, rule: Rule, part: Part) -> tuple[list[str], list[str]]:
        if part.form == "values":
            return [f"    values: {self._values(rule, part)}"], []
        if part.form == "rows":
            return ["    rows:", *self._keyed(rule, part)], []
        return self._decisions(rule, part)

    def _keyed(self, rule: Rule, part: Part) -> Iterator[str]:
        name = part.keys[0]
        kinds = self.values.parts(self._field(rule, name), self.lot.randint(1, 4))
        yield from (f"      - {self._values(rule, part, {name: kind})}" for kind in kinds)

    def _decisions(self, rule: Rule, part: Part) -> tuple[list[str], list[str]]:
        whens = self._whens(part)
        thens = [self._drawn(rule, part) for _ in whens]
        lines, cases = ["    decisions:"], []
        for when, then in zip(whens, thens, strict=True):
            lines += [f"      - when: {_flow(when)}", f"        then: {_flow(then)}"]
        if self._open(whens):
            lines.append("    otherwise: unstated")
        if self.lot.random() < 0.6 and not all(text[0] == "[" for text in thens[0].values()):
            given = {name: self.values.person(text) for name, text in whens[0].items()}
            cases = ["    cases:", f"      - given: {_flow(given)}"]
            single = [(name, text) for name, text in thens[0].items() if text[0] != "["]
            cases.append(f"        expect: {_flow(dict(single[:3]))}")
        return lines, cases

    def _whens(self, part: Part) -> list[dict[str, str]]:
        """A grid over one or two conditions, without the cases that contradict themselves."""
        many = min(self.lot.choice((1, 1, 2)), len(part.conditions))
        names = self.lot.sample(part.conditions, many)
        grid: list[dict[str, str]] = [{}]
        for name in names:
            kinds = self.values.parts(self.book.shared.conditions[name], self.lot.randint(2, 3))
            grid = [{**when, name: kind} for when in grid for kind in kinds]
        return [when for when in grid if self._possible(when)] or self._whens(part)

    def _possible(self, when: Mapping[str, str]) -> bool:
        try:
            with_needs(self._read(when), self.book.shared.conditions)
        except Contradiction:
            return False
        return True

    def _open(self, whens: Sequence[Mapping[str, str]]) -> bool:
        rows = [Row(self._read(when), {}) for when in whens]
        return next(gaps(build_table(rows, self.book.shared.conditions)), None) is not None

    def _read(self, when: Mapping[str, str]) -> dict[str, Value]:
        read: dict[str, Value] = {}
        for name, text in when.items():
            atom = parse_fact(text, self.book.shared.conditions[name])
            read[name] = atom if isinstance(atom, bool | Span) else (str(atom),)
        return read

    def _values(self, rule: Rule, part: Part, keys: Mapping[str, str] | None = None) -> str:
        return _flow({**(keys or {}), **self._drawn(rule, part)})

    def _drawn(self, rule: Rule, part: Part) -> dict[str, str]:
        """Some of the part's fields, and each that another may not stand without."""
        drawn: dict[str, str] = {}
        for name in part.fields:
            field = self._field(rule, name)
            if field.required_unless or not drawn or self.lot.random() < 0.55:
                drawn[name] = self.values.outcome(field)
        return drawn

    def _limits(self, rule: Rule, part: Part) -> Iterator[str]:
        wide = {
            "ratio": "9999%",
            "cny": "99999999",
            "cny-month": "99999999",
            "cny-year": "99999999",
        }
        for name in part.fields:
            if (bound := wide.get(self._field(rule, name).type)) and name not in part.keys:
                yield from ("    limits:", f"      - {{field: {name}, at_most: {bound}}}")
                return

    def _conflict(self, rule: Rule, part: Part, region: Region) -> Iterator[str]:
        name = self.lot.choice(part.fields)
        says = {name: self.values.outcome(self._field(rule, name))}
        number = self.lot.randrange(DOCUMENTS_EACH)
        yield "    conflicts:"
        yield f"      - source: {{document: {_document(region, number)}, clause_missing: 问答，无条款号}}"
        yield f"        says: {_flow(says)}"
        yield "        because: 二手来源，早于本文件，没有写依据"

    def _source(self, region: Region) -> str:
        self.cited += 1
        document = _document(region, self.cited % DOCUMENTS_EACH)
        clause = f"第{'一二三四五六七八九十'[self.lot.randrange(10)]}条"
        return f"    source: {{document: {document}, clause: {clause}第（{self.lot.choice('一二三四')}）项}}"

    def _field(self, rule: Rule, name: str) -> Field:
        return self.book.find_field(rule.rule, name)


def _document(region: Region, number: int) -> str:
    return f"{region.slug.replace('/', '-')}-document-{number}"


def _flow(values: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{name}: {text}" for name, text in values.items()) + "}"


def _put(file: Path, lines: Iterator[str] | Sequence[str]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.stdout.write(f"{write(Path(sys.argv[1]), Path(sys.argv[2]))}\n")

"""How much of the country is known: every place counted, rule by rule and province by province. A place is a
prefecture-level region, or a province without any; whoever is not counted as known is counted as not researched."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.counting import ORIGINS
from generator.model import Book, Region, Rule
from generator.resolving import Cell, Origin, Resolved

_ORIGINS: tuple[Origin, ...] = ("own", "inherited", "framed", "none-found", "missing")


@dataclass(frozen=True)
class Covered:
    """One rule part of one insurance type: how many places stand in each origin, in the order of ORIGINS."""

    rule: Rule
    title: str
    part: str
    insurance: str
    counts: tuple[int, ...]


@dataclass(frozen=True)
class Known:
    """What a province knows of one rule: places with own records, and whether the province itself has one."""

    places: int
    own: bool

    @property
    def words(self) -> str:
        """The number, and 省级 where the province has its own record beside those of its places."""
        return f"{self.places} + 省级" if self.own else str(self.places)


@dataclass(frozen=True)
class ProvinceRow:
    """A province's line: its places, and for every rule what is known."""

    region: Region
    places: int
    researched: int
    known: tuple[Known, ...]


@dataclass(frozen=True)
class Coverage:
    """The whole country. `blank` are the places without any record of their own, by province."""

    places: int
    researched: int
    origins: tuple[str, ...]
    rows: tuple[Covered, ...]
    provinces: tuple[ProvinceRow, ...]
    blank: tuple[tuple[Region, tuple[Region, ...]], ...]


def coverage_of(resolved: Resolved, book: Book) -> Coverage:
    """Everything counted over the places of the book."""
    by_province = places_of(book)
    places = [place for below in by_province.values() for place in below]
    having = {record.region for record in book.records}
    blank = {
        slug: tuple(place for place in below if place.slug not in having)
        for slug, below in by_province.items()
    }
    return Coverage(
        places=len(places),
        researched=sum(place.slug in having for place in places),
        origins=tuple(ORIGINS[origin] for origin in _ORIGINS),
        rows=_rows(resolved, book, {place.slug for place in places}),
        provinces=tuple(_province(slug, below, book) for slug, below in by_province.items()),
        blank=tuple((book.region_by_slug[slug], below) for slug, below in blank.items() if below),
    )


def places_of(book: Book) -> Mapping[str, Sequence[Region]]:
    """The places of every province to which the book applies, in the order of the tree."""
    found: defaultdict[str, list[Region]] = defaultdict(list)
    for region in book.regions:
        if region.level == "prefecture" and not region.not_applicable:
            found[region.slug.partition("/")[0]].append(region)
    provinces = [r for r in book.regions if r.level == "province" and not r.not_applicable]
    return {region.slug: found[region.slug] or [region] for region in provinces}


def _rows(resolved: Resolved, book: Book, places: set[str]) -> tuple[Covered, ...]:
    cells: defaultdict[tuple[str, str, str], list[Cell]] = defaultdict(list)
    for cell in resolved.cells.values():
        if cell.region in places:
            cells[(cell.rule, cell.part, cell.insurance)].append(cell)
    return tuple(
        Covered(
            rule,
            rule.title if len(rule.parts) == 1 else f"{rule.title}：{part.title}",
            part.part,
            kind.short,
            _counts(cells[(rule.rule, part.part, kind.id)]),
        )
        for rule in book.rules
        for part in rule.parts
        for kind in book.settings.insurance
        if kind.id in part.insurance
    )


def _counts(cells: Sequence[Cell]) -> tuple[int, ...]:
    counted = Counter(cell.origin for cell in cells)
    return tuple(counted[origin] for origin in _ORIGINS)


def _province(slug: str, places: Sequence[Region], book: Book) -> ProvinceRow:
    slugs = {place.slug for place in places}
    counted = slugs | {slug}
    inside = [record for record in book.records if record.region in counted]
    saying = {(one.rule, one.region) for one in inside if one.body != "none-found"}
    return ProvinceRow(
        region=book.region_by_slug[slug],
        places=len(places),
        researched=len({record.region for record in inside} & slugs),
        known=tuple(
            Known(
                sum((rule.rule, place) in saying for place in slugs),
                slug not in slugs and (rule.rule, slug) in saying,
            )
            for rule in book.rules
        ),
    )

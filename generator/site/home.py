"""The first page: what this is, where to begin, how much is known and how much is not."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from generator.counting import Counts
from generator.model import Book, Region, Rule


@dataclass(frozen=True)
class Group:
    """A province and the regions below it."""

    region: Region
    below: tuple[tuple[Region, int], ...]
    records: int


@dataclass(frozen=True)
class HomePage:
    """What the first page and the two index pages show."""

    groups: tuple[Group, ...]
    nation: Region
    rules: tuple[tuple[Rule, int], ...]
    counts: Counts


def home_page(book: Book, counts: Counts) -> HomePage:
    """Provinces in the order of the tree, rules in the book's order."""
    nation = next(region for region in book.regions if region.level == "nation")
    provinces = [region for region in book.regions if region.parent == nation.slug]
    counted = Counter(record.region for record in book.records)
    return HomePage(
        groups=tuple(_group(region, book, counted) for region in provinces),
        nation=nation,
        rules=tuple((rule, counts.by_rule[rule.rule]) for rule in book.rules),
        counts=counts,
    )


def _group(region: Region, book: Book, counted: Counter[str]) -> Group:
    inside = f"{region.slug}/"
    below = tuple(
        (other, counted[other.slug]) for other in book.regions if other.slug.startswith(inside)
    )
    return Group(region, below, counted[region.slug] + sum(count for _, count in below))

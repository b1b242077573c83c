"""How much is known, and how much is not: counts over the book and its resolution."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.freshness import overdue
from generator.model import Book, Record
from generator.resolving import Resolved

ORIGINS: Mapping[str, str] = {
    "own": "本地记录",
    "inherited": "上级规定适用",
    "framed": "只有上级框架",
    "none-found": "查无规定",
    "missing": "未收录",
}


@dataclass(frozen=True)
class Counts:
    """The figures of `policybook stats`; `by_origin` counts cells (region × insurance × part)."""

    records: int
    documents: int
    regions: int
    regions_with_records: int
    overdue: int
    by_rule: Mapping[str, int]
    by_tier: Mapping[str, int]
    by_origin: Mapping[str, int]

    def as_json(self) -> dict[str, object]:
        """Plain data under stable names."""
        return {"schema": 1, **{name: getattr(self, name) for name in self.__dataclass_fields__}}

    def labelled(self) -> Iterator[tuple[str, object]]:
        """The figures with Chinese labels."""
        yield from (("记录", self.records), ("文件", self.documents), ("地区", self.regions))
        yield from (("有本地记录的地区", self.regions_with_records), ("超期待复核", self.overdue))
        for group in (
            self.by_rule,
            self.by_tier,
            {ORIGINS[k]: v for k, v in self.by_origin.items()},
        ):
            yield from group.items()


def count(book: Book, resolved: Resolved, today: date) -> Counts:
    """Count records by rule and tier, and cells by origin."""
    tiers = Counter(tier_of(record, book) for record in book.records)
    origins: Counter[str] = Counter(
        cell.origin
        for cell in resolved.cells.values()
        if not book.region_by_slug[cell.region].not_applicable
    )
    rules = Counter(record.rule for record in book.records)
    return Counts(
        records=len(book.records),
        documents=len(book.documents),
        regions=len(book.regions),
        regions_with_records=len({record.region for record in book.records}),
        overdue=sum(overdue(record, book, today) for record in book.records),
        by_rule={rule.rule: rules[rule.rule] for rule in book.rules},
        by_tier={tier.id: tiers[tier.id] for tier in book.settings.tiers},
        by_origin={origin: origins[origin] for origin in ORIGINS},
    )


def tier_of(record: Record, book: Book) -> str:
    """The tier of the place a record was read at; empty where it has no source."""
    if record.source is None or record.source.document not in book.documents:
        return ""
    return record.source.tier or book.documents[record.source.document].tier

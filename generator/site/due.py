"""What is due for review: every record once, under the month by whose end it must be compared again."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.counting import tier_of
from generator.dates import PartialDate
from generator.freshness import due_on
from generator.model import Book, Record, Region


@dataclass(frozen=True)
class DueMonth:
    """A month's records by region; `first` is the earliest day among them."""

    label: str
    first: str
    records: int
    overdue: bool
    regions: tuple[tuple[Region, int], ...]


@dataclass(frozen=True)
class TierCount:
    """How many records and documents have been read at a tier, and how long a comparison lasts."""

    id: str
    label: str
    about: str
    months: int
    records: int
    documents: int


def due_months(book: Book, today: date) -> tuple[DueMonth, ...]:
    """All that is overdue first, then month after month."""
    groups: defaultdict[tuple[int, int], list[tuple[date, Record]]] = defaultdict(list)
    for record in book.records:
        day = due_on(record, book)
        groups[(0, 0) if day < today else (day.year, day.month)].append((day, record))
    return tuple(_month(key, groups[key], book) for key in sorted(groups))


def _month(key: tuple[int, int], due: Sequence[tuple[date, Record]], book: Book) -> DueMonth:
    counted = Counter(record.region for _, record in due)
    year, month = key
    return DueMonth(
        label=PartialDate(year, month).chinese if year else "已经超期",
        first=min(day for day, _ in due).isoformat(),
        records=len(due),
        overdue=not year,
        regions=tuple(
            (region, counted[region.slug]) for region in book.regions if counted[region.slug]
        ),
    )


def tier_counts(book: Book) -> tuple[TierCount, ...]:
    """The tiers in the book's order."""
    records = Counter(tier_of(record, book) for record in book.records)
    documents = Counter(document.tier for document in book.documents.values())
    return tuple(
        TierCount(
            tier.id,
            tier.label,
            tier.about,
            tier.review_months,
            records[tier.id],
            documents[tier.id],
        )
        for tier in book.settings.tiers
    )

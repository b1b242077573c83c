"""When a record must be compared with its source again."""

from __future__ import annotations

from datetime import date

from generator.dates import add_months
from generator.model import Book, Record


def due_on(record: Record, book: Book) -> date:
    """The day by which the record should be compared again: the shortest period its rule or tier asks for."""
    tier = ""
    if record.source and record.source.document in book.documents:
        tier = record.source.tier or book.documents[record.source.document].tier
    known = book.tier_by_id.get(tier)
    periods = (
        [known.review_months] if known else [tier.review_months for tier in book.settings.tiers]
    )
    if own := book.rule_by_slug[record.rule].review_months:
        periods.append(own)
    return add_months(record.last_verified, min(periods))


def overdue(record: Record, book: Book, today: date) -> bool:
    """Whether that day has passed."""
    return due_on(record, book) < today

"""When a record must be compared again: the strictest of its rule's and its source's periods."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.freshness import due_on, overdue
from generator.model import Record
from tests.builders import DOCUMENT, RECORD, SOURCE, make_book

VERIFIED = replace(RECORD, last_verified=date(2031, 1, 31))
MEDIA = replace(VERIFIED, source=replace(SOURCE, tier="media"))
PREMIUM = replace(VERIFIED, rule="premium", part="account")


@pytest.mark.parametrize(
    ("record", "due"),
    [
        (VERIFIED, date(2032, 1, 31)),
        (MEDIA, date(2031, 4, 30)),
        (PREMIUM, date(2031, 7, 31)),
        (replace(PREMIUM, source=MEDIA.source), date(2031, 4, 30)),
        (replace(VERIFIED, source=None), date(2031, 4, 30)),
        (replace(VERIFIED, source=replace(SOURCE, document="lost")), date(2031, 4, 30)),
    ],
    ids=[
        "official text: twelve months",
        "read in the media: three months",
        "a rule reviewed each half year",
        "the media are stricter than the rule",
        "no source at all: the strictest tier",
        "a document nobody listed: the strictest tier",
    ],
)
def test_the_strictest_period_decides(record: Record, due: date) -> None:
    assert due_on(record, make_book(record)) == due


def test_the_place_it_was_read_counts_before_the_document() -> None:
    document = replace(DOCUMENT, tier="media")
    read_elsewhere = replace(VERIFIED, source=replace(SOURCE, tier="official"))
    assert due_on(VERIFIED, make_book(documents=(document,))) == date(2031, 4, 30)
    assert due_on(read_elsewhere, make_book(documents=(document,))) == date(2032, 1, 31)


def test_a_record_is_overdue_the_day_after_it_was_due() -> None:
    book = make_book(VERIFIED)
    assert not overdue(VERIFIED, book, date(2032, 1, 31))
    assert overdue(VERIFIED, book, date(2032, 2, 1))

"""How much is known and how much is not: every cell is counted once, and nothing unknown is left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.counting import Counts, count, tier_of
from generator.resolving import resolve
from tests.builders import DOCUMENT, RECORD, SOURCE, make_book

TODAY = date(2031, 5, 1)

OWN = RECORD
MEDIA = replace(
    RECORD, insurance=("flexible",), source=replace(SOURCE, tier="media"), loc=("records", 1)
)
ABOVE = replace(RECORD, region="anzhou", applies_below=True)
SEARCHED = replace(RECORD, region="baizhou", body="none-found", rows=(), source=None)
RECORDS = (OWN, MEDIA, ABOVE, SEARCHED)


def figures() -> Counts:
    """The figures of the four records."""
    book = make_book(*RECORDS)
    return count(book, resolve(book, TODAY), TODAY)


def test_everything_is_counted() -> None:
    assert figures() == Counts(
        records=4,
        documents=1,
        regions=5,
        regions_with_records=3,
        overdue=2,
        by_rule={"waiting": 4, "premium": 0},
        by_tier={"official": 2, "media": 1},
        by_origin={"own": 3, "inherited": 1, "framed": 1, "none-found": 1, "missing": 14},
    )


def test_every_cell_has_one_origin() -> None:
    book = make_book(*RECORDS)
    assert sum(figures().by_origin.values()) == len(resolve(book, TODAY).cells)


def test_an_empty_book_counts_nothing_but_what_is_missing() -> None:
    book = make_book(documents=())
    assert count(book, resolve(book, TODAY), TODAY) == Counts(
        records=0,
        documents=0,
        regions=5,
        regions_with_records=0,
        overdue=0,
        by_rule={"waiting": 0, "premium": 0},
        by_tier={"official": 0, "media": 0},
        by_origin={"own": 0, "inherited": 0, "framed": 0, "none-found": 0, "missing": 20},
    )


def test_the_figures_have_stable_names_for_programs() -> None:
    assert figures().as_json() == {
        "schema": 1,
        "records": 4,
        "documents": 1,
        "regions": 5,
        "regions_with_records": 3,
        "overdue": 2,
        "by_rule": {"waiting": 4, "premium": 0},
        "by_tier": {"official": 2, "media": 1},
        "by_origin": {"own": 3, "inherited": 1, "framed": 1, "none-found": 1, "missing": 14},
    }


def test_the_figures_have_chinese_labels_for_people() -> None:
    assert list(figures().labelled()) == [
        ("记录", 4),
        ("文件", 1),
        ("地区", 5),
        ("有本地记录的地区", 3),
        ("超期待复核", 2),
        ("waiting", 4),
        ("premium", 0),
        ("official", 2),
        ("media", 1),
        ("本地记录", 3),
        ("上级规定适用", 1),
        ("只有上级框架", 1),
        ("查无规定", 1),
        ("未收录", 14),
    ]


def test_the_tier_is_that_of_the_place_it_was_read() -> None:
    book = make_book(documents=(replace(DOCUMENT, tier="media"),))
    assert tier_of(RECORD, book) == "media"
    assert tier_of(replace(RECORD, source=replace(SOURCE, tier="official")), book) == "official"


def test_a_record_without_a_known_source_has_no_tier() -> None:
    assert tier_of(SEARCHED, make_book()) == ""
    assert tier_of(replace(RECORD, source=replace(SOURCE, document="lost")), make_book()) == ""

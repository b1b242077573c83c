"""What is due: every record once, the overdue first, then month after month."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.site.due import DueMonth, TierCount, due_months, tier_counts
from tests.builders import DOCUMENT, RECORD, REGIONS, SOURCE, make_book

CHINA, ANZHOU, LINHE, DONGQU, BAIZHOU = REGIONS
EARLY = replace(RECORD, region="baizhou", last_verified=date(2030, 3, 1))  # due 2031-03-01
NATION = replace(RECORD, region="china", last_verified=date(2031, 1, 2))  # due 2032-01-02


def test_records_stand_under_the_month_they_are_due_in_and_the_overdue_first() -> None:
    book = make_book(RECORD, NATION, EARLY)
    assert due_months(book, date(2031, 6, 1)) == (
        DueMonth("已经超期", "2031-03-01", 1, True, ((BAIZHOU, 1),)),
        DueMonth("2032年1月", "2032-01-02", 2, False, ((CHINA, 1), (LINHE, 1))),
    )


def test_a_record_is_not_overdue_on_the_day_itself() -> None:
    (month,) = due_months(make_book(EARLY), date(2031, 3, 1))
    assert (month.label, month.overdue) == ("2031年3月", False)


def test_tiers_count_records_where_they_were_read_and_documents() -> None:
    elsewhere = replace(RECORD, source=replace(SOURCE, tier="media"))
    book = make_book(RECORD, EARLY, elsewhere, documents=(DOCUMENT,))
    assert tier_counts(book) == (
        TierCount("official", "官方文本", "政府网站", 12, 2, 1),
        TierCount("media", "媒体转述", "新闻", 3, 1, 0),
    )

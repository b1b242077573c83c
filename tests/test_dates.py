"""Calendar values: precision is kept, months are integers, and every date can be written and read back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import (
    PartialDate,
    add_months,
    last_day,
    month_from_index,
    month_index,
    parse_partial,
)
from tests.builders import steady

DAYS = st.dates(date(1949, 1, 1), date(2100, 12, 31))
MONTHS = st.integers(-600, 600)


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    """A year, a month or a day."""
    day = draw(DAYS)
    whole = PartialDate(day.year, day.month, day.day)
    return draw(st.sampled_from([whole, PartialDate(day.year, day.month), PartialDate(day.year)]))


def test_a_date_keeps_the_precision_its_source_has() -> None:
    assert parse_partial("2026") == PartialDate(2026)
    assert parse_partial("2026-01") == PartialDate(2026, 1)
    assert parse_partial("2026-01-31") == PartialDate(2026, 1, 31)


@steady
@given(partial_dates())
def test_every_written_date_reads_back_as_itself(value: PartialDate) -> None:
    assert parse_partial(str(value)) == value


@steady
@given(partial_dates())
def test_the_earliest_meaning_is_never_after_the_latest(value: PartialDate) -> None:
    assert value.earliest <= value.latest
    assert (value.earliest == value.latest) == (value.day is not None)


def test_a_year_means_its_first_to_its_last_day() -> None:
    assert PartialDate(2024).earliest == date(2024, 1, 1)
    assert PartialDate(2024).latest == date(2024, 12, 31)


def test_a_month_means_its_first_to_its_last_day_in_leap_years_too() -> None:
    assert PartialDate(2024, 2).earliest == date(2024, 2, 1)
    assert PartialDate(2024, 2).latest == date(2024, 2, 29)
    assert PartialDate(2023, 2).latest == date(2023, 2, 28)


def test_a_date_is_said_in_chinese_without_padding() -> None:
    assert PartialDate(2026).chinese == "2026年"
    assert PartialDate(2026, 1).chinese == "2026年1月"
    assert PartialDate(2026, 1, 5).chinese == "2026年1月5日"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "26",
        "2026-1",
        "2026-1-5",
        "2026/01/05",
        "2026年",
        "2026-01-",
        " 2026",
        "２０２６",
        "2026\n",
    ],
)
def test_another_way_of_writing_is_refused_with_the_right_one(text: str) -> None:
    with pytest.raises(ValueError, match=r"^日期写作 2026-01-31、2026-01 或 2026$"):
        parse_partial(text)


@pytest.mark.parametrize("text", ["2026-02-29", "2026-13", "2026-00", "2026-01-00", "2026-04-31"])
def test_a_day_that_never_was_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^没有 {text} 这一天$"):
        parse_partial(text)


@pytest.mark.parametrize("text", ["1948", "2101-01-01", "0001"])
def test_a_year_out_of_reason_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="不合理"):
        parse_partial(text)


def test_the_first_and_last_reasonable_years_are_accepted() -> None:
    assert parse_partial("1949").year == 1949
    assert parse_partial("2100").year == 2100


@pytest.mark.parametrize(
    ("month", "days"), [("2024-02", 29), ("2023-02", 28), ("2000-02", 29), ("2100-02", 28)]
)
def test_february_is_long_in_leap_years_only(month: str, days: int) -> None:
    assert last_day(int(month[:4]), int(month[5:])) == days


@steady
@given(st.integers(1949, 2100), st.integers(1, 12))
def test_a_month_and_its_integer_stand_for_each_other(year: int, month: int) -> None:
    assert month_from_index(month_index(year, month)) == PartialDate(year, month)


def test_months_are_counted_by_subtraction_over_the_end_of_a_year() -> None:
    assert month_index(2031, 2) - month_index(2030, 11) == 3


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2030, 11, 30), 1, date(2030, 12, 30)),
        (date(2030, 11, 30), 3, date(2031, 2, 28)),
        (date(2031, 11, 30), 3, date(2032, 2, 29)),
        (date(2032, 2, 29), 12, date(2033, 2, 28)),
        (date(2032, 2, 29), 48, date(2036, 2, 29)),
        (date(2030, 12, 31), 2, date(2031, 2, 28)),
        (date(2030, 1, 31), -1, date(2029, 12, 31)),
        (date(2030, 3, 31), -1, date(2030, 2, 28)),
        (date(2030, 5, 20), 0, date(2030, 5, 20)),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_a_shorter_month(
    day: date, months: int, later: date
) -> None:
    assert add_months(day, months) == later


@steady
@given(DAYS, MONTHS)
def test_months_later_falls_exactly_that_many_months_away(day: date, months: int) -> None:
    later = add_months(day, months)
    moved = month_index(later.year, later.month) - month_index(day.year, day.month)
    assert moved == months
    assert later.day == min(day.day, last_day(later.year, later.month))


@steady
@given(DAYS, DAYS, MONTHS)
def test_months_later_keeps_the_order_of_days(one: date, two: date, months: int) -> None:
    first, second = sorted((one, two))
    assert add_months(first, months) <= add_months(second, months)

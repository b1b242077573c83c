"""What is written reads back as the same value, for every type a field can have."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import PartialDate, month_index
from generator.model import Field
from generator.values import TYPES, Duration, Span, Value, Window, Word, parse_span
from generator.written import (
    as_written,
    form_of,
    parse_choice,
    parse_fact,
    parse_outcome,
    same_written,
)
from tests.builders import steady

WHOLE = st.integers(0, 99999).map(Decimal)
CNY = st.decimals(0, 10**8, allow_nan=False, places=2)
PERCENT = st.decimals(0, 9999, allow_nan=False, places=4).map(lambda number: number / 100)
DAYS = st.dates(date(1949, 1, 1), date(2100, 12, 31))
MONTHS = st.integers(month_index(1949, 1), month_index(2100, 12))
RHYTHM = Field(type="choice", label="缴费方式", choices={"monthly": "按月", "quarterly": "按季"})


def ranges(ends: st.SearchStrategy[int]) -> st.SearchStrategy[Span]:
    """A stretch between two ends, or open at one of them."""
    whole = st.tuples(ends, ends).map(sorted).map(lambda both: Span(both[0], both[1]))
    since = ends.map(lambda low: Span(low, None))
    until = ends.map(lambda high: Span(None, high))
    return st.one_of(whole, since, until)


def windows() -> st.SearchStrategy[Window]:
    """A window between two days of a leap year; its end may be the last of a month."""
    days = st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(lambda day: (day.month, day.day))
    months = st.integers(1, 12).map(lambda month: (month, None))
    return st.builds(Window, st.booleans(), days, st.one_of(days, months))


def partial_dates() -> st.SearchStrategy[PartialDate]:
    """A year, a month or a day."""
    days = DAYS.map(lambda day: PartialDate(day.year, day.month, day.day))
    months = DAYS.map(lambda day: PartialDate(day.year, day.month))
    return st.one_of(days, months, DAYS.map(lambda day: PartialDate(day.year)))


VALUES: dict[str, st.SearchStrategy[Value]] = {
    "months": WHOLE,
    "days": WHOLE,
    "years": st.integers(0, 400).map(lambda halves: Decimal(halves) / 2),
    "count": WHOLE,
    "number": st.decimals(0, 10**6, allow_nan=False, places=3),
    "duration": st.builds(
        Duration, st.integers(0, 9999), st.sampled_from(["months", "days", "years"])
    ),
    "date": partial_dates(),
    "year": st.integers(1949, 2100).map(PartialDate),
    "month-range": ranges(MONTHS),
    "date-range": ranges(DAYS.map(date.toordinal)),
    "window": windows(),
    "cny": CNY,
    "cny-month": CNY,
    "cny-year": CNY,
    "ratio": PERCENT,
    "daily-rate": PERCENT,
    "boolean": st.booleans(),
    "text": st.just("上年度平均工资"),
    "link": st.just("https://example.org/a"),
    "phone": st.just("0512-12393"),
}


def test_every_type_is_drawn_here() -> None:
    assert set(VALUES) == set(TYPES)


@pytest.mark.parametrize("kind", VALUES)
@steady
@given(data=st.data())
def test_a_written_value_reads_back_as_itself(kind: str, data: st.DataObject) -> None:
    field = Field(type=kind, label="字段")
    value = data.draw(VALUES[kind])
    text = as_written(value, field)
    parse, pattern = form_of(field, ranged=False)
    assert parse(text) == value
    assert re.fullmatch(pattern, text, re.ASCII)


@steady
@given(st.integers(0, 99), st.one_of(st.none(), st.integers(0, 99)))
def test_a_written_span_reads_back_as_itself(low: int, more: int | None) -> None:
    value = Span(low, None if more is None else low + more)
    text = as_written(value, Field(type="months", label="月数"))
    parse, pattern = form_of(Field(type="months", label="月数"), ranged=True)
    assert parse(text) == value
    assert re.fullmatch(pattern, text)


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        ("months", Word("unstated"), "unstated"),
        ("cny", Word("none"), "none"),
        ("boolean", True, "true"),
        ("boolean", False, "false"),
        ("duration", Duration(1, "months"), "1 month"),
        ("duration", Duration(0, "months"), "0 months"),
        ("duration", Duration(90, "days"), "90 days"),
        ("ratio", Decimal("0.5"), "50%"),
        ("ratio", Decimal(1), "100%"),
        ("ratio", Decimal(30), "3000%"),
        ("daily-rate", Decimal("0.0005"), "0.05%"),
        ("cny", Decimal("12345.60"), "12345.6"),
        ("months", Span(3, 3), "3"),
        ("months", Span(0, 3), "0-3"),
        ("months", Span(4, None), "4+"),
        ("date", PartialDate(2026, 1), "2026-01"),
        ("month-range", Span(month_index(2027, 1), month_index(2027, 12)), "2027"),
        ("month-range", Span(month_index(2027, 1), month_index(2027, 1)), "2027-01"),
        ("month-range", Span(month_index(2026, 7), None), "2026-07.."),
        ("month-range", Span(None, month_index(2025, 12)), "..2025-12"),
        (
            "month-range",
            Span(month_index(2026, 7), month_index(2027, 6)),
            "2026-07..2027-06",
        ),
        ("date-range", Span(739676, 739797), "2026-03-01..2026-06-30"),
        ("date-range", Span(739676, 739676), "2026-03-01"),
        ("window", Window(True, (9, 1), (12, 31)), "previous 09-01..12-31"),
        ("window", Window(False, (1, 1), (2, None)), "01-01..02-end"),
        ("choice", "monthly", "monthly"),
        ("choices", ("monthly", "quarterly"), "monthly、quarterly"),
        ("text", "一句话", "一句话"),
    ],
)
def test_a_value_is_written_the_way_yaml_has_it(kind: str, value: Value, text: str) -> None:
    assert as_written(value, Field(type=kind, label="字段")) == text


def test_a_condition_of_whole_numbers_is_a_span_and_an_outcome_a_number() -> None:
    field = Field(type="years", label="年数")
    assert form_of(field, ranged=True)[0]("3") == Span(3, 3)
    assert form_of(field, ranged=False)[0]("3") == Decimal(3)


def test_a_field_declared_as_a_range_is_a_span_everywhere() -> None:
    field = Field(type="years", label="年龄", range=True)
    assert form_of(field, ranged=False)[0] is parse_span


def test_amounts_are_never_spans() -> None:
    assert form_of(Field(type="cny", label="金额"), ranged=True)[0]("300") == Decimal(300)


def test_a_choice_is_one_of_the_declared_slugs() -> None:
    assert parse_choice("monthly", RHYTHM) == "monthly"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("monthl", "应为 monthly、quarterly 之一。是不是想写 monthly？"),
        ("", "应为 monthly、quarterly 之一。"),
    ],
)
def test_an_undeclared_choice_is_refused_with_the_nearest_one(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        parse_choice(text, RHYTHM)


@pytest.mark.parametrize(
    ("field", "text", "atom"),
    [
        (RHYTHM, "quarterly", "quarterly"),
        (Field(type="boolean", label="补缴"), "false", False),
        (Field(type="months", label="月数"), "5", Span(5, 5)),
        (
            Field(type="month-range", label="退休"),
            "2031-05",
            Span(month_index(2031, 5), month_index(2031, 5)),
        ),
    ],
)
def test_a_fact_of_a_person_is_what_a_case_holds(
    field: Field, text: str, atom: bool | str | Span
) -> None:
    assert parse_fact(text, field) == atom


def test_an_amount_cannot_be_a_condition() -> None:
    with pytest.raises(ValueError, match=r"^金额不能作条件$"):
        parse_fact("300", Field(type="cny", label="金额"))


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("duration", "3 months", Duration(3, "months")),
        ("duration", "unstated", Word("unstated")),
        ("duration", "not-possible", Word("not-possible")),
        ("cny", "none", Word("none")),
        ("choice", "monthly", "monthly"),
        ("choice", "unstated", Word("unstated")),
        ("choice", "none", "none"),
        ("choices", "none", ("none",)),
        ("years", "3", Decimal(3)),
    ],
)
def test_an_expected_outcome_is_a_word_or_a_value(kind: str, text: str, value: Value) -> None:
    choices = {"monthly": "按月", "none": "都不缴"}
    field = Field(type=kind, label="字段", choices=choices if "choice" in kind else {})
    assert parse_outcome(text, field) == value


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("1 month", Duration(1, "months"), "duration"),
        ("1 months", Duration(1, "months"), "duration"),
        ("3 month", Duration(3, "months"), "duration"),
        ("584.90", Decimal("584.9"), "cny"),
        ("50.0%", Decimal("0.5"), "ratio"),
        ("unstated", Word("unstated"), "duration"),
        ("monthly", "monthly", "choice"),
    ],
)
def test_two_ways_of_writing_one_value_are_the_same(text: str, value: Value, kind: str) -> None:
    assert same_written(text, value, Field(type=kind, label="字段", choices=RHYTHM.choices))


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("12 months", Duration(1, "years"), "duration"),
        ("90 days", Duration(3, "months"), "duration"),
        ("3", Duration(3, "months"), "duration"),
        ("quarterly", "monthly", "choice"),
        ("unstated", Duration(0, "months"), "duration"),
        ("0 months", Word("unstated"), "duration"),
        ("300", Decimal(301), "cny"),
    ],
)
def test_two_values_are_never_the_same_for_their_likeness(
    text: str, value: Value, kind: str
) -> None:
    assert not same_written(text, value, Field(type=kind, label="字段", choices=RHYTHM.choices))

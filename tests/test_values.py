"""The types of values: what each accepts, what it refuses and why, and how it is shown."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import PartialDate, month_index
from generator.values import (
    TYPES,
    UNITS,
    Duration,
    Span,
    Value,
    Window,
    parse_span,
    plain,
    show_span,
)
from tests.builders import steady

ACCEPTED: list[tuple[str, str, Value, str]] = [
    ("months", "3", Decimal(3), "3个月"),
    ("months", "0", Decimal(0), "0个月"),
    ("days", "90", Decimal(90), "90天"),
    ("years", "25", Decimal(25), "25年"),
    ("years", "22.5", Decimal("22.5"), "22.5年"),
    ("count", "12", Decimal(12), "12"),
    ("number", "1.5", Decimal("1.5"), "1.5"),
    ("number", "1.50", Decimal("1.5"), "1.5"),
    ("duration", "3 months", Duration(3, "months"), "3个月"),
    ("duration", "1 month", Duration(1, "months"), "1个月"),
    ("duration", "90 days", Duration(90, "days"), "90天"),
    ("duration", "1 year", Duration(1, "years"), "1年"),
    ("date", "2026-01", PartialDate(2026, 1), "2026年1月"),
    ("year", "2026", PartialDate(2026), "2026年"),
    ("month-range", "2027", Span(month_index(2027, 1), month_index(2027, 12)), "2027年"),
    ("month-range", "2026-07", Span(month_index(2026, 7), month_index(2026, 7)), "2026年7月"),
    ("month-range", "2026-07..", Span(month_index(2026, 7), None), "2026年7月及以后"),
    ("month-range", "..2025-12", Span(None, month_index(2025, 12)), "2025年12月及以前"),
    (
        "month-range",
        "2026..2027-06",
        Span(month_index(2026, 1), month_index(2027, 6)),
        "2026年1月至2027年6月",
    ),
    ("date-range", "2026-03-01..2026-06-30", Span(739676, 739797), "2026年3月1日至2026年6月30日"),
    ("date-range", "2026-03", Span(739676, 739706), "2026年3月1日至2026年3月31日"),
    ("date-range", "2026-03-01", Span(739676, 739676), "2026年3月1日"),
    ("date-range", "2026-03-01..", Span(739676, None), "2026年3月1日及以后"),
    ("date-range", "..2026", Span(None, 739981), "2026年12月31日及以前"),
    ("window", "09-01..12-31", Window(False, (9, 1), (12, 31)), "当年9月1日至12月31日"),
    ("window", "previous 09-01..12-31", Window(True, (9, 1), (12, 31)), "上一年9月1日至12月31日"),
    (
        "window",
        "previous 09-01..02-end",
        Window(True, (9, 1), (2, None)),
        "上一年9月1日至当年2月底",
    ),
    ("window", "09-15..09-14", Window(False, (9, 15), (9, 14)), "当年9月15日至次年9月14日"),
    ("window", "01-01..01-end", Window(False, (1, 1), (1, None)), "当年1月1日至1月底"),
    ("window", "02-29..03-01", Window(False, (2, 29), (3, 1)), "当年2月29日至3月1日"),
    ("cny", "584.92", Decimal("584.92"), "584.92元"),
    ("cny", "12345.60", Decimal("12345.6"), "12,345.6元"),
    ("cny-month", "300", Decimal(300), "300元/月"),
    ("cny-year", "400", Decimal(400), "400元/年"),
    ("ratio", "50%", Decimal("0.5"), "50%"),
    ("ratio", "0%", Decimal(0), "0%"),
    ("ratio", "100%", Decimal(1), "100%"),
    ("ratio", "0.5%", Decimal("0.005"), "0.5%"),
    ("daily-rate", "0.05%", Decimal("0.0005"), "0.05%"),
    ("boolean", "true", True, "是"),
    ("boolean", "false", False, "否"),
    ("text", " 上年度平均工资 ", "上年度平均工资", "上年度平均工资"),
    ("link", "https://example.org/a?b=1", "https://example.org/a?b=1", "https://example.org/a?b=1"),
    ("phone", "0512-12393", "0512-12393", "0512-12393"),
]

REFUSED: dict[str, tuple[str, ...]] = {
    "months": ("", "3.5", "-1", "3 ", "三", "３", "3 months", "0-3"),
    "days": ("1.5", "1e3", "1_000"),
    "years": ("22.25", "22.", ".5"),
    "count": ("1,000",),
    "number": ("1.", "一"),
    "duration": ("3", "3months", "3 个月", "3 weeks", "1.5 years", "３ months", "0-3 months"),
    "date": ("2026-1", "unknown"),
    "year": ("2026-01", "26", "1900"),
    "month-range": (
        "",
        "..",
        "2027..2026",
        "2026-07-15",
        "2026-07-15..",
        "..2026-07-15",
        "2026-13",
    ),
    "date-range": ("..", "2026-06-30..2026-03-01", "2026-02-30", "2026..."),
    "window": ("9-1..12-31", "13-01..12-31", "02-30..03-01", "09-00..12-31", "09-01..12-00"),
    "cny": ("584.925", "-1", "1,000", "12元", "1."),
    "ratio": ("50", "0.5", "50 %", "50％", "5..0%"),
    "boolean": ("yes", "True", "1", "是"),
    "text": ("", "   ", "一\n二", "一\r二", "一\u2028二", "长" * 601),
    "link": ("example.org", "ftp://example.org", "https://a b", 'https://a"b'),
    "phone": ("12", "１２３９３", "123 456", "-123"),
}


@pytest.mark.parametrize(("kind", "text", "value", "shown"), ACCEPTED)
def test_a_written_value_is_read_and_shown(kind: str, text: str, value: Value, shown: str) -> None:
    found = TYPES[kind].parse(text)
    assert found == value
    assert type(found) is type(value)
    assert TYPES[kind].show(found) == shown


@pytest.mark.parametrize(("kind", "text"), [(k, t) for k, texts in REFUSED.items() for t in texts])
def test_anything_else_is_refused(kind: str, text: str) -> None:
    with pytest.raises(ValueError, match=r"应为|写作|没有|不合理|写到|末端"):
        TYPES[kind].parse(text)


@pytest.mark.parametrize(("kind", "text", "value", "shown"), ACCEPTED)
def test_editors_accept_what_is_read(kind: str, text: str, value: Value, shown: str) -> None:
    assert re.fullmatch(TYPES[kind].pattern, text, re.ASCII), (value, shown)


@pytest.mark.parametrize(
    ("kind", "text", "message"),
    [
        ("years", "22.25", "应为整数（年可写 22.5）"),
        ("months", "三", "应为整数，例如 3"),
        ("cny", "1.234", "应为金额（元），最多两位小数，例如 584.92"),
        ("ratio", "50", "应为百分数，例如 50%"),
        ("duration", "3", "时长写作 3 months、90 days 或 1 year，单位不能省"),
        ("month-range", "..", "范围写作 2027、2026-07..、..2025-12"),
        ("month-range", "2026-07-15..", "2026-07-15.. 写到了日，这里只到年或月"),
        ("month-range", "2027..2026", "范围 2027..2026 的末端早于起点"),
        ("window", "02-30..03-01", "时段 02-30..03-01 里没有这一天"),
        ("window", "9-1..12-31", "时段写作 09-01..12-31、previous 09-01..12-31 或 01-01..02-end"),
        ("boolean", "yes", "应为true 或 false"),
    ],
)
def test_a_refusal_says_how_it_is_written(kind: str, text: str, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        TYPES[kind].parse(text)


def test_every_type_is_tried_here() -> None:
    assert {kind for kind, *_ in ACCEPTED} == set(TYPES)


def test_a_value_of_another_type_is_a_fault_of_the_program() -> None:
    with pytest.raises(TypeError, match="'3' is not a Decimal"):
        TYPES["months"].show("3")


@steady
@given(st.integers(0, 9999), st.sampled_from(["month", "day", "year"]), st.sampled_from(["", "s"]))
def test_a_duration_keeps_its_number_and_its_unit(amount: int, unit: str, plural: str) -> None:
    found = TYPES["duration"].parse(f"{amount} {unit}{plural}")
    assert found == Duration(amount, f"{unit}s")


def test_durations_of_different_units_are_never_the_same() -> None:
    parse = TYPES["duration"].parse
    assert parse("12 months") != parse("1 year")
    assert parse("90 days") != parse("3 months")
    assert parse("0 days") != parse("0 months")


@pytest.mark.parametrize(
    ("text", "value", "shown"),
    [
        ("3", Span(3, 3), "3个月"),
        ("0", Span(0, 0), "0个月"),
        ("0-3", Span(0, 3), "不超过3个月"),
        ("4-6", Span(4, 6), "4–6个月"),
        ("4+", Span(4, None), "4个月及以上"),
        ("0+", Span(0, None), "0个月及以上"),
    ],
)
def test_a_span_is_read_and_shown(text: str, value: Span, shown: str) -> None:
    assert parse_span(text) == value
    assert show_span(value, UNITS["months"]) == shown


@pytest.mark.parametrize("text", ["", "3-", "-3", "+4", "4 +", "0–3", "０-3", "0-3+", "1.5"])
def test_a_span_of_another_form_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^区间写作 3、0-3 或 4\+$"):
        parse_span(text)


def test_a_span_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^区间 6-4 的末端小于起点$"):
        parse_span("6-4")


@steady
@given(st.decimals(0, 10**9, allow_nan=False, places=2))
def test_a_plain_number_loses_only_commas_and_zeros(number: Decimal) -> None:
    text = plain(number)
    assert Decimal(text.replace(",", "")) == number
    assert not text.endswith(".")
    assert "." not in text or not text.endswith("0")

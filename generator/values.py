"""The types a value can have (docs/records.md, 取值写法).

One table; parsing and showing live side by side.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from generator.dates import PartialDate, last_day, month_from_index, month_index, parse_partial


@dataclass(frozen=True)
class Word:
    """A word in place of a value: unstated, set-below, not-possible or none."""

    slug: str


@dataclass(frozen=True)
class Duration:
    """A length of time in the unit its document uses; units are never converted."""

    amount: int
    unit: str


@dataclass(frozen=True)
class Span:
    """Whole numbers from low to high, both included; None is an open end."""

    low: int | None
    high: int | None


@dataclass(frozen=True)
class Window:
    """A stretch of days that recurs each insured year; `previous` starts it in the year before."""

    previous: bool
    start: tuple[int, int]
    end: tuple[int, int | None]


Value: TypeAlias = (
    bool | Decimal | Duration | Span | Window | PartialDate | Word | str | tuple[str, ...]
)

WORDS: Mapping[str, str] = {
    "unstated": "文件未写明",
    "set-below": "由下级规定",
    "not-possible": "不能办理",
    "none": "无",
}
UNITS: Mapping[str, str] = {
    "months": "个月",
    "days": "天",
    "years": "年",
    "count": "",
    "number": "",
}


@dataclass(frozen=True)
class ValueType:
    """How a type is written and shown. `pattern` is the written form, for editors."""

    parse: Callable[[str], Value]
    show: Callable[[Value], str]
    pattern: str


def parse_number(text: str) -> Decimal:
    """A whole number, or one with a half."""
    return Decimal(_written(text, r"\d{1,9}(\.5)?", "整数（年可写 22.5）"))


def parse_whole(text: str) -> Decimal:
    """A whole number."""
    return Decimal(_written(text, r"\d{1,9}", "整数，例如 3"))


def parse_multiple(text: str) -> Decimal:
    """A plain decimal number."""
    return Decimal(_written(text, r"\d{1,9}(\.\d+)?", "数字，例如 1.5"))


def parse_cny(text: str) -> Decimal:
    """Yuan, exact, at most two places."""
    return Decimal(_written(text, r"\d{1,9}(\.\d{1,2})?", "金额（元），最多两位小数，例如 584.92"))


def parse_ratio(text: str) -> Decimal:
    """A percentage as an exact fraction of one."""
    return Decimal(_written(text, r"\d{1,4}(\.\d{1,9})?%", "百分数，例如 50%")[:-1]) / 100


def parse_duration(text: str) -> Duration:
    """`3 months`, `90 days`, `1 year`."""
    match = re.fullmatch(r"(\d{1,4}) (month|day|year)s?", text, re.ASCII)
    if not match:
        raise ValueError("时长写作 3 months、90 days 或 1 year，单位不能省")
    return Duration(int(match[1]), match[2] + "s")


def parse_span(text: str) -> Span:
    """`3`, `0-3` or `4+`."""
    match = re.fullmatch(r"(\d{1,5})(?:(\+)|-(\d{1,5}))?", text, re.ASCII)
    if not match:
        raise ValueError("区间写作 3、0-3 或 4+")
    low = int(match[1])
    high = None if match[2] else int(match[3] or low)
    if high is not None and high < low:
        raise ValueError(f"区间 {text} 的末端小于起点")
    return Span(low, high)


def parse_month_range(text: str) -> Span:
    """`2027`, `2026-07..`, `..2025-12`: months as integers."""
    first, last = _ends(text, "2027、2026-07..、..2025-12")
    if any(end and end.day for end in (first, last)):
        raise ValueError(f"{text} 写到了日，这里只到年或月")
    low = month_index(first.year, first.month or 1) if first else None
    high = month_index(last.year, last.month or 12) if last else None
    return _ordered(low, high, text)


def parse_date_range(text: str) -> Span:
    """`2026-03-01..2026-06-30`, open ends allowed: days as proleptic ordinals."""
    first, last = _ends(text, "2026-03-01..2026-06-30、2026-03-01..")
    low = first.earliest.toordinal() if first else None
    return _ordered(low, last.latest.toordinal() if last else None, text)


def parse_window(text: str) -> Window:
    """`09-01..12-31`, `previous 09-01..12-31`, `01-01..02-end`."""
    match = re.fullmatch(r"(previous )?(\d\d)-(\d\d)\.\.(\d\d)-(\d\d|end)", text, re.ASCII)
    if not match:
        raise ValueError("时段写作 09-01..12-31、previous 09-01..12-31 或 01-01..02-end")
    end_day = None if match[5] == "end" else int(match[5])
    window = Window(bool(match[1]), (int(match[2]), int(match[3])), (int(match[4]), end_day))
    for month, day in (window.start, window.end):
        if not 1 <= month <= 12 or not (day is None or 1 <= day <= last_day(2024, month)):
            raise ValueError(f"时段 {text} 里没有这一天")
    return window


def parse_boolean(text: str) -> bool:
    """`true` or `false`."""
    return _written(text, r"true|false", "true 或 false") == "true"


def parse_text(text: str) -> str:
    """One line of text; TODO, which `policybook new` leaves, is none."""
    if text.strip().startswith("TODO"):
        raise ValueError("把 TODO 换成文件里写的")
    return _written(text.strip(), r"[^\n\r\u2028\u2029]{1,600}", "一行文字（不超过 600 字）")


def parse_link(text: str) -> str:
    """An http(s) address without spaces."""
    return _written(text, r"https?://[^\s<>\"']+", "http:// 或 https:// 开头的网址")


def parse_phone(text: str) -> str:
    """Digits and hyphens."""
    return _written(text, r"[0-9][0-9-]{2,19}", "电话只写数字和连字符")


def parse_year(text: str) -> PartialDate:
    """A calendar year."""
    return parse_partial(_written(text, r"\d{4}", "年份，例如 2025"))


def _written(text: str, pattern: str, expected: str) -> str:
    if not re.fullmatch(pattern, text, re.ASCII):
        raise ValueError(f"应为{expected}")
    return text


def _ends(text: str, expected: str) -> tuple[PartialDate | None, PartialDate | None]:
    first, dots, last = text.partition("..")
    if not first and not last:
        raise ValueError(f"范围写作 {expected}")
    start = parse_partial(first) if first else None
    return start, (parse_partial(last) if last else None) if dots else start


def _ordered(low: int | None, high: int | None, text: str) -> Span:
    if low is not None and high is not None and high < low:
        raise ValueError(f"范围 {text} 的末端早于起点")
    return Span(low, high)


def plain(number: Decimal) -> str:
    """A decimal without trailing zeros, with thousands separators."""
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def show_window(value: Window) -> str:
    """当年9月1日至次年2月底, 上一年9月1日至12月31日, 上一年9月1日至当年2月底."""
    years = ("上一年", "当年") if value.previous else ("当年", "次年")
    start = f"{value.start[0]}月{value.start[1]}日"
    end = f"{value.end[0]}月" + (f"{value.end[1]}日" if value.end[1] else "底")
    return f"{years[0]}{start}至{years[1] if _wraps(value) else ''}{end}"


def _wraps(value: Window) -> bool:
    month, day = value.end
    return (month, day or 31) < value.start


def show_span(value: Span, unit: str) -> str:
    """3个月, 不超过3个月, 4–6个月, 4个月及以上."""
    if value.high is None:
        return f"{value.low}{unit}及以上"
    if value.low == value.high:
        return f"{value.low}{unit}"
    return f"不超过{value.high}{unit}" if value.low == 0 else f"{value.low}–{value.high}{unit}"


def show_month_range(value: Span) -> str:
    """2027年, 2026年7月及以后."""
    whole_year = value.low is not None and value.low % 12 == 0 and value.high == value.low + 11
    if whole_year and value.low is not None:
        return f"{value.low // 12}年"
    ends = [
        None if end is None else month_from_index(end).chinese for end in (value.low, value.high)
    ]
    return _between(ends[0], ends[1])


def show_date_range(value: Span) -> str:
    """2026年3月1日至2026年6月30日."""
    ends = [None if end is None else _day(end) for end in (value.low, value.high)]
    return _between(ends[0], ends[1])


def _day(ordinal: int) -> str:
    day = date.fromordinal(ordinal)
    return PartialDate(day.year, day.month, day.day).chinese


def _between(first: str | None, last: str | None) -> str:
    if first is None:
        return f"{last}及以前"
    if last is None:
        return f"{first}及以后"
    return first if first == last else f"{first}至{last}"


def _shows(kind: type, text: Callable[..., str]) -> Callable[[Value], str]:
    def show(value: Value) -> str:
        if not isinstance(value, kind):
            raise TypeError(f"{value!r} is not a {kind.__name__}")
        return text(value)

    return show


def _number(unit: str) -> Callable[[Value], str]:
    return _shows(Decimal, lambda value: f"{plain(value)}{unit}")


def _percent(value: Decimal) -> str:
    return f"{plain((value * 100).normalize())}%"


def _duration(value: Duration) -> str:
    return f"{value.amount}{UNITS[value.unit]}"


def _range(end: str) -> str:
    return rf"{end}(\.\.({end})?)?|\.\.{end}"


_TEXT = _shows(str, str)
_MONTH = r"\d{4}(-\d\d)?"
_PARTIAL = r"\d{4}(-\d\d(-\d\d)?)?"
TYPES: Mapping[str, ValueType] = {
    "months": ValueType(parse_whole, _number("个月"), r"\d+"),
    "days": ValueType(parse_whole, _number("天"), r"\d+"),
    "years": ValueType(parse_number, _number("年"), r"\d+(\.5)?"),
    "count": ValueType(parse_whole, _number(""), r"\d+"),
    "number": ValueType(parse_multiple, _number(""), r"\d+(\.\d+)?"),
    "duration": ValueType(parse_duration, _shows(Duration, _duration), r"\d+ (month|day|year)s?"),
    "date": ValueType(parse_partial, _shows(PartialDate, lambda v: v.chinese), _PARTIAL),
    "year": ValueType(parse_year, _shows(PartialDate, lambda v: v.chinese), r"\d{4}"),
    "month-range": ValueType(parse_month_range, _shows(Span, show_month_range), _range(_MONTH)),
    "date-range": ValueType(parse_date_range, _shows(Span, show_date_range), _range(_PARTIAL)),
    "window": ValueType(
        parse_window, _shows(Window, show_window), r"(previous )?\d\d-\d\d\.\.\d\d-(\d\d|end)"
    ),
    "cny": ValueType(parse_cny, _number("元"), r"\d+(\.\d{1,2})?"),
    "cny-month": ValueType(parse_cny, _number("元/月"), r"\d+(\.\d{1,2})?"),
    "cny-year": ValueType(parse_cny, _number("元/年"), r"\d+(\.\d{1,2})?"),
    "ratio": ValueType(parse_ratio, _shows(Decimal, _percent), r"\d+(\.\d+)?%"),
    "daily-rate": ValueType(parse_ratio, _shows(Decimal, _percent), r"\d+(\.\d+)?%"),
    "boolean": ValueType(parse_boolean, _shows(bool, lambda v: "是" if v else "否"), "true|false"),
    "text": ValueType(parse_text, _TEXT, r"[^\n]{1,600}"),
    "link": ValueType(parse_link, _TEXT, r"https?://.+"),
    "phone": ValueType(parse_phone, _TEXT, r"[0-9][0-9-]+"),
}
SPANNED = ("months", "days", "years", "count")

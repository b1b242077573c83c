"""Values as YAML writes them: one reading and one writing.

Loading, worked examples and phrases all use these; what is written reads back as the same value.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from generator.dates import month_from_index
from generator.findings import did_you_mean
from generator.model import Field
from generator.tables import Atom
from generator.values import (
    SPANNED,
    TYPES,
    WORDS,
    Duration,
    Span,
    Value,
    Window,
    Word,
    parse_span,
    plain,
)

SPAN_PATTERN = r"\d+(\+|-\d+)?"


def form_of(field: Field, *, ranged: bool) -> tuple[Callable[[str], Value], str]:
    """How a field that is no choice is parsed, and the pattern of its written form."""
    if (ranged or field.range) and field.type in SPANNED:
        return parse_span, SPAN_PATTERN
    kind = TYPES[field.type]
    return kind.parse, kind.pattern


def parse_choice(text: str, field: Field) -> str:
    """One of the declared slugs; ValueError otherwise."""
    if text in field.choices:
        return text
    known = tuple(field.choices)
    raise ValueError(f"应为 {'、'.join(known)} 之一。{did_you_mean(text, known)}")


def parse_fact(text: str, field: Field) -> Atom:
    """A person's own value of a condition, as a case of a table holds it."""
    if field.type == "choice":
        return parse_choice(text, field)
    value = form_of(field, ranged=True)[0](text)
    if isinstance(value, bool | Span):
        return value
    raise ValueError(f"{field.label}不能作条件")


def parse_outcome(text: str, field: Field) -> Value:
    """A written expectation of an outcome: a word, a choice, or a value of the field's type."""
    if text in WORDS and text not in field.choices:
        return Word(text)
    if field.type == "choice":
        return parse_choice(text, field)
    if field.type == "choices":
        return (parse_choice(text, field),)
    return form_of(field, ranged=False)[0](text)


def as_written(value: Value, field: Field) -> str:
    """A value the way YAML writes it."""
    if isinstance(value, Word):
        return value.slug
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Duration):
        return f"{value.amount} {value.unit if value.amount != 1 else value.unit[:-1]}"
    if isinstance(value, tuple):
        return "、".join(value)
    if isinstance(value, Decimal):
        ratio = field.type in ("ratio", "daily-rate")
        number = plain(value * 100 if ratio else value).replace(",", "")
        return f"{number}%" if ratio else number
    if isinstance(value, Span):
        return _RANGES.get(field.type, _span)(value)
    return _window(value) if isinstance(value, Window) else str(value)


def same_written(text: str, value: Value, field: Field) -> bool:
    """Whether a written expectation is this value (584.90 and 584.9, 1 month and 1 months are)."""
    return text == as_written(value, field) or _read(text, field) == value


def _read(text: str, field: Field) -> Value | None:
    if field.type not in TYPES:
        return None
    try:
        return form_of(field, ranged=False)[0](text)
    except ValueError:
        return None


def _span(value: Span) -> str:
    if value.high is None:
        return f"{value.low}+"
    return str(value.low) if value.low == value.high else f"{value.low}-{value.high}"


def _months(value: Span) -> str:
    if value.low is not None and value.low % 12 == 0 and value.high == value.low + 11:
        return str(value.low // 12)
    return _between(value, lambda month: str(month_from_index(month)))


def _days(value: Span) -> str:
    return _between(value, lambda day: date.fromordinal(day).isoformat())


def _between(value: Span, text: Callable[[int], str]) -> str:
    low, high = ("" if end is None else text(end) for end in (value.low, value.high))
    return low if low == high else f"{low}..{high}"


def _window(value: Window) -> str:
    start = f"{value.start[0]:02d}-{value.start[1]:02d}"
    end = f"{value.end[0]:02d}-" + (f"{value.end[1]:02d}" if value.end[1] else "end")
    return f"{'previous ' if value.previous else ''}{start}..{end}"


_RANGES: Mapping[str, Callable[[Span], str]] = {"month-range": _months, "date-range": _days}

"""Where a region is stricter or looser than the frame above it, and only where the two can really be compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from generator.model import Book, Field, Part, Record, Row
from generator.tables import Contradiction, matches_all, with_needs
from generator.values import Duration, Value, Word


def against_frames(
    record: Record, frames: Sequence[Record], part: Part, book: Book
) -> Mapping[tuple[int, str], str]:
    """(row, field) → 宽于 or 严于, for rows whose case lies wholly inside a frame's row."""
    marks: dict[tuple[int, str], str] = {}
    for number, row in enumerate(record.rows):
        for name in part.columns:
            field = book.find_field(record.rule, name)
            mark = _mark(row, name, field, frames, book.conditions_of(record.rule))
            if mark:
                marks[(number, name)] = mark
    return marks


def _mark(
    row: Row, name: str, field: Field, frames: Sequence[Record], fields: Mapping[str, Field]
) -> str:
    own = _value(row, name)
    for frame in frames:
        for other in frame.rows:
            value = _value(other, name)
            if own is not None and value is not None and _inside(row, other, fields):
                if mark := _compared(own, value, field):
                    return mark
    return ""


def _value(row: Row, name: str) -> Value | None:
    value = None if isinstance(row.then, Word) else row.then.get(name)
    return None if isinstance(value, Word) else value


def _inside(row: Row, frame: Row, fields: Mapping[str, Field]) -> bool:
    try:
        own, outer = with_needs(row.when, fields), with_needs(frame.when, fields)
    except Contradiction:
        return False
    return matches_all(own, outer)


def _compared(own: Value, frame: Value, field: Field) -> str:
    numbers = (_number(own), _number(frame))
    if numbers[0] is None or numbers[1] is None or numbers[0][0] != numbers[1][0]:
        return ""
    difference = numbers[0][1] - numbers[1][1]
    if not difference or field.better not in ("less", "more"):
        return ""
    return "宽于" if (difference < 0) == (field.better == "less") else "严于"


def _number(value: Value) -> tuple[str, Decimal] | None:
    if isinstance(value, Duration):
        return value.unit, Decimal(value.amount)
    return ("", value) if isinstance(value, Decimal) else None

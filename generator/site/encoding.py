"""Values as JSON: one encoding for each type of field, with its inverse and its schema (docs/api.md, Values).

The one rule: what is encoded decodes to the same value, given the declaration of its field.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from generator.dates import PartialDate, parse_partial
from generator.model import Field
from generator.values import SPANNED, Duration, Span, Value, Window, Word

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"
Schema: TypeAlias = "dict[str, Json]"


@dataclass(frozen=True)
class Encoding:
    """How one kind of value is written in JSON, read back, and described to others."""

    encode: Callable[[Value], Json]
    decode: Callable[..., Value]
    schema: Schema


def encode(value: Value, field: Field) -> Json:
    """A value of a field. A word is an object, so it is never taken for a value."""
    if isinstance(value, Word):
        return {"word": value.slug}
    spanned, listed = isinstance(value, Span), isinstance(value, tuple)
    return _encoding(field, spanned=spanned, listed=listed).encode(value)


def decode(data: Json, field: Field) -> Value:
    """The value that was encoded."""
    if isinstance(data, dict) and "word" in data:
        return Word(str(data["word"]))
    spanned, listed = isinstance(data, dict) and "low" in data, isinstance(data, list)
    return _encoding(field, spanned=spanned, listed=listed).decode(data)


def _encoding(field: Field, *, spanned: bool, listed: bool) -> Encoding:
    if listed:
        return CHOICES
    return SPAN if spanned and field.type in SPANNED else ENCODINGS[field.type]


def _of(
    kind: type, encode: Callable[..., Json], decode: Callable[..., Value], schema: Schema
) -> Encoding:
    def checked(value: Value) -> Json:
        if not isinstance(value, kind):
            raise TypeError(f"{value!r} is not a {kind.__name__}")
        return encode(value)

    return Encoding(checked, decode, schema)


def exactly(**properties: Json) -> Schema:
    """An object of these properties and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": [*properties],
        "additionalProperties": False,
    }


def _ends(end: Callable[[int], Json], back: Callable[..., int], schema: Schema) -> Encoding:
    """Low and high, both included; null is an open end."""

    def encode(value: Span) -> Json:
        low, high = (None if one is None else end(one) for one in (value.low, value.high))
        return {"low": low, "high": high}

    def decode(data: Mapping[str, Json]) -> Span:
        low, high = (None if data[key] is None else back(data[key]) for key in ("low", "high"))
        return Span(low, high)

    either: Json = {"anyOf": [schema, {"type": "null"}]}
    return _of(Span, encode, decode, exactly(low=either, high=either))


def _day(month: int, day: int | None) -> Json:
    return {"month": month, "day": day}


def _window(data: Mapping[str, Mapping[str, int]]) -> Window:
    start, end = data["start"], data["end"]
    return Window(
        bool(data["previous"]), (start["month"], start["day"]), (end["month"], end["day"])
    )


_MONTH: Schema = {"type": "integer", "minimum": 1, "maximum": 12}
_DAY: Schema = {"type": "integer", "minimum": 1, "maximum": 31}
_INTEGER: Schema = {"type": "integer"}
_ISO: Schema = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}

TEXT = _of(str, str, str, {"type": "string", "minLength": 1})
FLAG = _of(bool, bool, bool, {"type": "boolean"})
WHOLE = _of(Decimal, int, Decimal, {"type": "integer", "minimum": 0})
DECIMAL = _of(
    Decimal,
    lambda value: f"{value.normalize():f}",
    Decimal,
    {"type": "string", "pattern": r"^\d+(\.\d+)?$"},
)
CHOICES = _of(tuple, list, tuple, {"type": "array", "items": {"type": "string"}, "minItems": 1})
DATE = _of(
    PartialDate, str, parse_partial, {"type": "string", "pattern": r"^\d{4}(-\d\d(-\d\d)?)?$"}
)
DURATION = _of(
    Duration,
    lambda value: {"amount": value.amount, "unit": value.unit},
    lambda data: Duration(data["amount"], data["unit"]),
    exactly(amount={"type": "integer", "minimum": 0}, unit={"enum": ["months", "days", "years"]}),
)
SPAN = _ends(int, int, _INTEGER)
MONTHS = _ends(int, int, _INTEGER)
DAYS = _ends(
    lambda ordinal: date.fromordinal(ordinal).isoformat(),
    lambda text: date.fromisoformat(text).toordinal(),
    _ISO,
)
WINDOW = _of(
    Window,
    lambda value: {
        "previous": value.previous,
        "start": _day(*value.start),
        "end": _day(*value.end),
    },
    _window,
    exactly(
        previous={"type": "boolean"},
        start=exactly(month=_MONTH, day=_DAY),
        end=exactly(month=_MONTH, day={"anyOf": [_DAY, {"type": "null"}]}),
    ),
)

ENCODINGS: Mapping[str, Encoding] = {
    **dict.fromkeys(("choice", "text", "link", "phone"), TEXT),
    **dict.fromkeys(("months", "days", "count"), WHOLE),
    **dict.fromkeys(
        ("years", "number", "cny", "cny-month", "cny-year", "ratio", "daily-rate"), DECIMAL
    ),
    **dict.fromkeys(("date", "year"), DATE),
    "choices": CHOICES,
    "boolean": FLAG,
    "duration": DURATION,
    "window": WINDOW,
    "month-range": MONTHS,
    "date-range": DAYS,
}

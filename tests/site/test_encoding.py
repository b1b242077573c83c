"""What is encoded decodes to the same value and keeps to the schema of its field, for every type a field can have."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from functools import cache

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import PartialDate, month_index
from generator.model import Field
from generator.site.api.schema import condition_schema, outcome_schema
from generator.site.encoding import ENCODINGS, Json, Schema, decode, encode
from generator.values import SPANNED, TYPES, WORDS, Duration, Span, Value, Window, Word
from tests.builders import steady
from tests.test_written import RHYTHM, VALUES, ranges

MANY = Field(type="choices", label="不算断缴", choices={"benefit": "领失业金", "deferral": "缓缴"})


def there_and_back(value: Value, field: Field) -> Value:
    """The value after a journey through JSON."""
    return decode(json.loads(json.dumps(encode(value, field))), field)


def keeps_to(schema: Schema, value: Value, field: Field) -> bool:
    """Whether the encoded value is what its schema says."""
    return _validator(json.dumps(schema)).is_valid(encode(value, field))


@cache
def _validator(schema: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads(schema))


def test_every_type_has_an_encoding() -> None:
    assert set(ENCODINGS) == {*TYPES, "choice", "choices"}


@pytest.mark.parametrize("kind", VALUES)
@steady
@given(data=st.data())
def test_an_outcome_decodes_to_itself(kind: str, data: st.DataObject) -> None:
    field, value = Field(type=kind, label="字段"), data.draw(VALUES[kind])
    assert there_and_back(value, field) == value
    assert keeps_to(outcome_schema(field), value, field)


@pytest.mark.parametrize("kind", SPANNED)
@steady
@given(value=ranges(st.integers(0, 99999)))
def test_a_range_of_whole_numbers_decodes_to_itself(kind: str, value: Span) -> None:
    field = Field(type=kind, label="字段")
    assert there_and_back(value, field) == value
    assert keeps_to(condition_schema(field), value, field)
    assert keeps_to(outcome_schema(field, ranged=True), value, field)
    assert not keeps_to(outcome_schema(field), value, field)


@pytest.mark.parametrize("kind", [*VALUES, "choice", "choices"])
@pytest.mark.parametrize("word", WORDS)
def test_a_word_is_never_taken_for_a_value(kind: str, word: str) -> None:
    assert there_and_back(Word(word), Field(type=kind, label="字段")) == Word(word)


def test_choices_decode_to_themselves() -> None:
    assert there_and_back("monthly", RHYTHM) == "monthly"
    assert there_and_back(("monthly", "quarterly"), RHYTHM) == ("monthly", "quarterly")
    assert there_and_back(("benefit",), MANY) == ("benefit",)


def test_a_choice_that_is_not_declared_breaks_the_schema() -> None:
    assert keeps_to(outcome_schema(RHYTHM), "monthly", RHYTHM)
    assert not keeps_to(outcome_schema(RHYTHM), "weekly", RHYTHM)
    assert keeps_to(condition_schema(RHYTHM), ("monthly",), RHYTHM)
    assert not keeps_to(condition_schema(RHYTHM), ("weekly",), RHYTHM)
    assert not keeps_to(outcome_schema(MANY), (), MANY)


@pytest.mark.parametrize(
    ("kind", "value", "encoded"),
    [
        ("months", Decimal(3), 3),
        ("years", Decimal("22.5"), "22.5"),
        ("cny", Decimal("584.90"), "584.9"),
        ("cny-year", Decimal("1E+2"), "100"),
        ("ratio", Decimal("0.5"), "0.5"),
        ("daily-rate", Decimal("0.0005"), "0.0005"),
        ("boolean", False, False),
        ("duration", Duration(90, "days"), {"amount": 90, "unit": "days"}),
        ("months", Span(0, 3), {"low": 0, "high": 3}),
        ("months", Span(4, None), {"low": 4, "high": None}),
        ("month-range", Span(month_index(2026, 7), None), {"low": 2026 * 12 + 6, "high": None}),
        (
            "date-range",
            Span(None, date(2026, 6, 30).toordinal()),
            {"low": None, "high": "2026-06-30"},
        ),
        ("date", PartialDate(2026, 1), "2026-01"),
        ("year", PartialDate(2025), "2025"),
        ("text", "0.5", "0.5"),
        ("phone", "12393", "12393"),
        (
            "window",
            Window(True, (9, 1), (2, None)),
            {"previous": True, "start": {"month": 9, "day": 1}, "end": {"month": 2, "day": None}},
        ),
        ("ratio", Word("unstated"), {"word": "unstated"}),
    ],
)
def test_the_written_forms(kind: str, value: Value, encoded: Json) -> None:
    assert encode(value, Field(type=kind, label="字段")) == encoded


def test_a_value_of_another_type_is_a_fault_of_the_program() -> None:
    with pytest.raises(TypeError, match="is not a Duration"):
        encode("3 months", Field(type="duration", label="等待期"))

"""What a comparison sorts by: numbers as they are, lengths of time by the eye, everything else not at all."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.dates import PartialDate
from generator.site.sorting import sort_value
from generator.values import Duration, Span, Value, Word


@pytest.mark.parametrize(
    ("value", "sort"),
    [
        (Decimal("584.92"), "584.92"),
        (Decimal("0.5"), "0.5"),
        (Decimal(0), "0"),
        (Duration(0, "months"), "0.0"),
        (Duration(3, "months"), "91.2"),
        (Duration(90, "days"), "90"),
        (Duration(1, "years"), "365"),
        (PartialDate(2026), "20260101"),
        (PartialDate(2026, 7), "20260701"),
        (PartialDate(2026, 7, 15), "20260715"),
        (True, ""),
        (False, ""),
        (Word("unstated"), ""),
        (Word("none"), ""),
        (Span(0, 3), ""),
        ("payment", ""),
        (("usable", "frozen"), ""),
    ],
)
def test_a_value_is_sorted_by_its_number_or_not_at_all(value: Value, sort: str) -> None:
    assert sort_value(value) == sort


def test_lengths_of_time_stand_in_the_order_people_expect() -> None:
    written = [(0, "days"), (60, "days"), (2, "months"), (90, "days"), (3, "months"), (1, "years")]
    found = [float(sort_value(Duration(amount, unit))) for amount, unit in written]
    assert found == sorted(found)

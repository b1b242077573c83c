"""What a table sorts a value by. Days and months are ordered for the eye only, and never added or compared as law."""

from __future__ import annotations

from decimal import Decimal

from generator.dates import PartialDate
from generator.values import Duration, Value

_DAYS = {"days": Decimal(1), "months": Decimal("30.4"), "years": Decimal(365)}


def sort_value(value: Value) -> str:
    """A number as text, or empty where a value has no order."""
    if isinstance(value, bool):
        return ""
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, Duration):
        return str(value.amount * _DAYS[value.unit])
    return value.earliest.isoformat().replace("-", "") if isinstance(value, PartialDate) else ""

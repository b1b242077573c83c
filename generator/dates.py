"""Calendar values. A date keeps the precision its source has: nothing is padded to a day."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True)
class PartialDate:
    """A date as a document states it: a year, a year and month, or a day."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def earliest(self) -> date:
        """The first day the statement can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day the statement can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or last_day(self.year, month))

    def __str__(self) -> str:
        text = f"{self.year:04d}"
        text += f"-{self.month:02d}" if self.month else ""
        return text + (f"-{self.day:02d}" if self.day else "")

    @property
    def chinese(self) -> str:
        """2026年1月1日, 2026年1月 or 2026年."""
        text = f"{self.year}年"
        text += f"{self.month}月" if self.month else ""
        return text + (f"{self.day}日" if self.day else "")


def parse_partial(text: str) -> PartialDate:
    """Read `2026`, `2026-01` or `2026-01-31`; raise ValueError for anything else."""
    match = _PARTIAL.fullmatch(text)
    if not match:
        raise ValueError("日期写作 2026-01-31、2026-01 或 2026")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if not 1949 <= year <= 2100:
        raise ValueError(f"年份 {year} 不合理（1949–2100）")
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        raise ValueError(f"没有 {text} 这一天") from None
    return PartialDate(year, month, day)


@cache
def last_day(year: int, month: int) -> int:
    """The number of days in a month."""
    return calendar.monthrange(year, month)[1]


def month_index(year: int, month: int) -> int:
    """A month as one integer, so that a difference of months is a subtraction."""
    return year * 12 + month - 1


def month_from_index(index: int) -> PartialDate:
    """The month an integer from `month_index` stands for."""
    return PartialDate(index // 12, index % 12 + 1)


@lru_cache(maxsize=4096)
def add_months(day: date, months: int) -> date:
    """The same day some months later; where that month has no such day, its last day."""
    index = month_index(day.year, day.month) + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, last_day(year, month)))

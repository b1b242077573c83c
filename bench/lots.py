"""Values drawn by lot, written as the declared type wants them."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

from generator.model import Field

_TEXTS = (
    "上年度全省城镇单位就业人员平均工资",
    "本人上年度月平均工资",
    "医保局政务服务窗口",
    "本人退休时的基本养老金",
)


class Lots:
    """Draws from one source of chance, so that one seed gives one book."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        between = chance.randint
        self._drawn: Mapping[str, Callable[[], str]] = {
            "months": lambda: str(between(1, 36)),
            "days": lambda: str(between(1, 180)),
            "years": lambda: f"{between(1, 30)}",
            "count": lambda: str(between(1, 9)),
            "number": lambda: f"{between(1, 9)}.{between(1, 9)}",
            "duration": lambda: f"{between(0, 12)} months",
            "date": self.day,
            "year": lambda: str(between(2010, 2026)),
            "month-range": lambda: f"{between(2010, 2026)}-{between(1, 12):02d}..",
            "date-range": lambda: f"{self.day()}..",
            "window": lambda: f"previous {between(9, 10):02d}-01..12-{between(20, 31)}",
            "cny": lambda: str(between(50, 500_000)),
            "cny-month": lambda: f"{between(100, 29_999)}.{between(11, 99)}",
            "cny-year": lambda: str(between(100, 5_000)),
            "ratio": lambda: f"{between(1, 100)}%",
            "daily-rate": lambda: f"0.0{between(1, 9)}%",
            "boolean": lambda: chance.choice(("true", "false")),
            "text": lambda: chance.choice(_TEXTS),
            "link": lambda: f"https://example.org/{between(1, 9999)}",
            "phone": lambda: f"0{between(100, 999)}-{between(1_000_000, 9_999_999)}",
        }

    def day(self) -> str:
        """A day of the last years."""
        between = self._chance.randint
        return f"{between(2016, 2026)}-{between(1, 10):02d}-{between(1, 28):02d}"

    def outcome(self, field: Field) -> str:
        """A value of an outcome; one in ten is not said by the document."""
        if self._chance.random() < 0.1:
            return "unstated"
        if field.type == "choice":
            return self._chance.choice(list(field.choices))
        if field.type == "choices":
            known = list(field.choices)
            return f"[{', '.join(self._chance.sample(known, min(2, len(known))))}]"
        spanned = field.range and field.type in ("months", "days", "years", "count")
        return f"{self._chance.randint(1, 40)}+" if spanned else self._drawn[field.type]()

    def parts(self, field: Field, many: int) -> list[str]:
        """Values of a condition or key that share no case."""
        if field.type == "boolean":
            return ["true", "false"]
        if field.type == "choice":
            return self._chance.sample(list(field.choices), min(many, len(field.choices)))
        if field.type in ("months", "days", "years", "count"):
            return self._cut(many)
        if field.type in ("month-range", "date-range"):
            year = self._chance.randint(2016, 2026)
            return [f"..{year - 1}-12", f"{year}-01.."]
        return [self.outcome(field)]

    def person(self, text: str) -> str:
        """One person's value within a part: the 4 of 4-6, the 2026-01 of 2026-01.. ."""
        if ".." in text:
            return text.replace("..", "")
        return text.rstrip("+").split("-")[0] if text[:1].isdigit() else text

    def _cut(self, many: int) -> list[str]:
        edges = sorted(self._chance.sample(range(1, 24), many - 1))
        lows = [0, *edges]
        highs = [*(edge - 1 for edge in edges), None]
        return [
            f"{low}+" if high is None else str(low) if low == high else f"{low}-{high}"
            for low, high in zip(lows, highs, strict=True)
        ]

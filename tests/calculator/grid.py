"""Every edge of every decision table about lapses, one month to either side: `python -m tests.calculator.grid` counts the answers.

Regions whose files hold the same records answer alike, so one of them is asked and all of them are counted.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.calculator import Door, Told, opened

RULES = ("waiting-period", "transfer", "back-payment", "continuous-years")
MONTHS = ("lapse_months", "repaid_after_months")
RESUME = 2026 * 12 + 5


@dataclass(frozen=True)
class Point:
    """A person at an edge, and for how many regions they stand."""

    code: str
    insurance: str
    gap: int
    back_paid: bool
    regions: int

    @property
    def given(self) -> dict[str, str]:
        """What they say, each in June 2026."""
        return {
            "region": self.code,
            "insurance": self.insurance,
            "last_paid": month_text(RESUME - self.gap - 1),
            "resume": month_text(RESUME),
            "back_paid": "yes" if self.back_paid else "no",
        }


def month_text(month: int) -> str:
    """24311 → 2025-12."""
    return f"{month // 12}-{month % 12 + 1:02d}"


def alike(door: Door) -> dict[str, int]:
    """One region of each kind, by code, with how many there are of it."""
    kinds: dict[str, str] = {}
    count: Counter[str] = Counter()
    for code, file in door.regions.items():
        region = json.loads(file.read_text("utf-8"))
        kind = json.dumps([region["cells"], sorted(region["records"])])
        count[kinds.setdefault(kind, code)] += 1
    return dict(count)


def points(door: Door) -> Iterator[Point]:
    """Every edge of every region, both schemes, paid back or not."""
    for code, regions in alike(door).items():
        region = json.loads(door.regions[code].read_text("utf-8"))
        for gap in sorted(edges(region["records"])):
            for insurance in ("employee", "flexible"):
                for back_paid in (True, False):
                    yield Point(code, insurance, gap, back_paid, regions)


def edges(records: Mapping[str, Mapping[str, object]]) -> set[int]:
    """The months at which some table changes its answer, one less and one more."""
    found = {0, 1}
    for record in records.values():
        if record["rule"] in RULES:
            found |= {edge + step for edge in _ends(record) for step in (-1, 0, 1)}
    return {gap for gap in found if 0 <= gap <= 120}


def _ends(record: Mapping[str, object]) -> Iterator[int]:
    rows = record.get("rows")
    for row in rows if isinstance(rows, list) else ():
        for name in MONTHS:
            span = row["when"].get(name, {})
            yield from (span[end] for end in ("low", "high") if span.get(end) is not None)
        reset = row["then"].get("reset_after_months")
        if isinstance(reset, int):
            yield reset


def kind_of(told: Told) -> str:
    """How an answer ends: with a day, a range, a question back, or with what nobody has written down."""
    outcome = told["outcome"]
    if told["answered"] == "yes" and ("benefits_from" in outcome or outcome["gap_months"] == 0):
        return "a day"
    if told["answered"] == "partly" and {"benefits_earliest", "benefits_latest"} <= outcome.keys():
        return "a range"
    asked = [name for name in told["missing"] if "/" not in name]
    if told["answered"] == "no" and told["unknown"]:
        return "unknown, with the reason"
    if told["answered"] == "no" and asked:
        return "needs an input that it names"
    return f"nothing ({told['answered']})"


def main() -> None:
    """Print the counts over a folder api/v1 of a built site."""
    count: Counter[str] = Counter()
    with opened(Path(sys.argv[1])) as door:
        for point in points(door):
            told = door.ask("lapse", point.given)
            count["asked"] += 1
            count["regions × edges × schemes × paid back or not"] += point.regions
            count[kind_of(told)] += point.regions
    for name, number in count.most_common():
        sys.stdout.write(f"{number:8} {name}\n")


if __name__ == "__main__":
    main()

"""All checks of a loaded book: one file per family, one explicit table, run in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import PurePosixPath

from generator.checks.cases import case_faults
from generator.checks.limits import outside_limits
from generator.checks.periods import period_faults
from generator.checks.records import record_faults
from generator.checks.regions import region_faults
from generator.checks.sources import source_faults
from generator.checks.tables import table_faults
from generator.findings import Finding, in_order
from generator.model import Book, Exemption

CHECKS: Mapping[str, Callable[[Book, date], Iterator[Finding]]] = {
    "G 地区": region_faults,
    "S 出处": source_faults,
    "R 记录": record_faults,
    "R 例子": case_faults,
    "T 决策表": table_faults,
    "P 期间": period_faults,
    "L 界限": outside_limits,
}


def check(book: Book, today: date) -> tuple[Finding, ...]:
    """Every finding that no exemption accepts, and every exemption that accepts nothing."""
    return accepted(book, [finding for run in CHECKS.values() for finding in run(book, today)])


def accepted(book: Book, found: list[Finding]) -> tuple[Finding, ...]:
    """What the exemptions leave of the findings, and the exemptions that accept none of them."""
    left = [finding for finding in found if not any(_accepts(e, finding) for e in book.exemptions)]
    return in_order([*left, *_stale(book, found)])


def _accepts(exemption: Exemption, finding: Finding) -> bool:
    same = exemption.code == finding.code and exemption.path == str(finding.path)
    return same and exemption.says in finding.message


def _stale(book: Book, found: list[Finding]) -> Iterator[Finding]:
    path = PurePosixPath("exceptions.yml")
    for number, exemption in enumerate(book.exemptions):
        if not any(_accepts(exemption, finding) for finding in found):
            message = f"例外 {exemption.code} {exemption.path} 已经没有对应的问题"
            yield Finding("X001", path, message, "删去这条例外", "", ("exceptions", number))

"""Checking a book again after an edit: only what the edit can have touched. The one rule: it finds what `check` finds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePosixPath
from typing import TypeAlias

from generator.checks import CHECKS, accepted
from generator.findings import Finding
from generator.model import Book, Record

Group: TypeAlias = PurePosixPath | str
Records: TypeAlias = tuple[Record, ...]


@dataclass(frozen=True)
class Reach:
    """How far a check looks: at all records that share `of`; `told` says to which of them a finding belongs."""

    of: Callable[[Record], Group]
    told: Callable[[Finding], Group]


_FILE = Reach(lambda record: record.path, lambda finding: finding.path)
_RULE = Reach(lambda record: record.rule, lambda finding: finding.path.stem)
# Only at a record's file, or at its rule everywhere. A check that is not listed looks at the whole book.
REACH: Mapping[str, Reach] = {
    "R 记录": _FILE,
    "R 例子": _FILE,
    "T 决策表": _FILE,
    "P 期间": _RULE,
    "L 界限": _RULE,
}


class Rechecker:
    """What each check found in each file or rule the last time."""

    def __init__(self) -> None:
        self._around: object = None
        self._records: dict[str, dict[Group, Records]] = {}
        self._found: dict[str, dict[Group, tuple[Finding, ...]]] = {}

    def check(self, book: Book, today: date) -> tuple[Finding, ...]:
        """What `generator.checks.check` would say of the book."""
        around = (book.settings, book.shared, book.rules, book.regions, book.documents, today)
        if around != self._around:
            self._around, self._records, self._found = around, {}, {}
        groups = {id(reach): _grouped(book, reach) for reach in (_FILE, _RULE)}
        found: list[Finding] = []
        for name, run in CHECKS.items():
            reach = REACH.get(name)
            if reach is None:
                found.extend(run(book, today))
            else:
                found.extend(self._run(name, groups[id(reach)], book, today))
        return accepted(book, found)

    def _run(
        self, name: str, groups: dict[Group, Records], book: Book, today: date
    ) -> list[Finding]:
        before, told = self._records.get(name, {}), self._found.get(name, {})
        changed = {group for group, records in groups.items() if before.get(group) != records}
        again = replace(book, records=tuple(r for g in groups if g in changed for r in groups[g]))
        fresh: defaultdict[Group, list[Finding]] = defaultdict(list)
        for finding in CHECKS[name](again, today) if changed else ():
            fresh[REACH[name].told(finding)].append(finding)
        kept = {g: tuple(fresh[g]) if g in changed else told[g] for g in groups}
        self._records[name], self._found[name] = groups, kept
        return [finding for findings in kept.values() for finding in findings]


def _grouped(book: Book, reach: Reach) -> dict[Group, Records]:
    groups: defaultdict[Group, list[Record]] = defaultdict(list)
    for record in book.records:
        groups[reach.of(record)].append(record)
    return {group: tuple(records) for group, records in groups.items()}

"""Checking a book again after an edit: only what the edit can have touched. The one rule: it finds what `check` finds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath
from typing import TypeAlias

from generator.checks import CHECKS, accepted
from generator.findings import Finding
from generator.model import Book, Record

Group: TypeAlias = str
Records: TypeAlias = tuple[Record, ...]


def _file(path: PurePosixPath) -> Group:
    return str(path)


def _rule(path: PurePosixPath) -> Group:
    return path.stem


# How far from a record a check looks: only at its file, or at its rule everywhere. Not listed: at the whole book.
REACH: Mapping[str, Callable[[PurePosixPath], Group]] = {
    "R 记录": _file,
    "R 例子": _file,
    "T 决策表": _file,
    "P 期间": _rule,
    "L 界限": _rule,
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
        found = [one for name in CHECKS for one in self._run(name, book, today)]
        return accepted(book, found)

    def _run(self, name: str, book: Book, today: date) -> list[Finding]:
        reach = REACH.get(name)
        if reach is None:
            return list(CHECKS[name](book, today))
        groups = _grouped(book, reach)
        before, told = self._records.get(name, {}), self._found.get(name, {})
        changed = {group for group, records in groups.items() if before.get(group) != records}
        again = replace(book, records=tuple(r for g in groups if g in changed for r in groups[g]))
        fresh: defaultdict[Group, list[Finding]] = defaultdict(list)
        for finding in CHECKS[name](again, today) if changed else ():
            fresh[reach(finding.path)].append(finding)
        kept = {g: tuple(fresh[g]) if g in changed else told[g] for g in groups}
        self._records[name], self._found[name] = groups, kept
        return [finding for findings in kept.values() for finding in findings]


def _grouped(book: Book, reach: Callable[[PurePosixPath], Group]) -> dict[Group, Records]:
    groups: defaultdict[Group, list[Record]] = defaultdict(list)
    names: dict[PurePosixPath, Group] = {}
    for record in book.records:
        if record.path not in names:
            names[record.path] = reach(record.path)
        groups[names[record.path]].append(record)
    return {group: tuple(records) for group, records in groups.items()}

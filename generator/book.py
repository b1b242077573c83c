"""From a folder to a checked book: load, check, place every finding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from generator.checks import check
from generator.checks.again import Rechecker
from generator.findings import Finding, in_order
from generator.garbage import uncollected
from generator.loading import load_book, located
from generator.loading.memory import Memory
from generator.model import Book

# What cannot be known while files of these folders are unread: who cites a document, what an exception accepts.
_UNKNOWABLE: Mapping[str, tuple[str, ...]] = {
    "S001": ("documents",),
    "S005": ("records", "rules"),
    "X001": ("records", "documents", "rules"),
}


def checked(folder: Path, today: date) -> tuple[Book | None, tuple[Finding, ...]]:
    """The book and everything wrong with it, located; None where its own declarations are broken."""
    with uncollected():
        book, faults = load_book(folder)
        found = _knowable(check(book, today), faults) if book else ()
        return book, in_order(located(folder, (*faults, *found)))


class LiveBook:
    """A folder that is read again and again while people edit it: only what changed is read and checked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._memory = Memory()
        self._rechecker = Rechecker()

    def checked(self, today: date) -> tuple[Book | None, tuple[Finding, ...]]:
        """What `checked` would say of the folder now."""
        book, faults = load_book(self.folder, self._memory)
        found = _knowable(self._rechecker.check(book, today), faults) if book else ()
        return book, in_order(located(self.folder, (*faults, *found)))


def _knowable(found: Sequence[Finding], faults: Sequence[Finding]) -> Sequence[Finding]:
    """Without those that only say that a file with a fault of its own was not read."""
    touched = {fault.path.parts[0] for fault in faults}
    return [one for one in found if touched.isdisjoint(_UNKNOWABLE.get(one.code, ()))]

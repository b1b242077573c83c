"""A project shown while it is edited: one page at a time, as its files are now. Findings stand on the page instead of stopping it."""

from __future__ import annotations

import gc
import os
import stat
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TypeAlias

from generator.book import LiveBook
from generator.clock import today
from generator.findings import Finding
from generator.folders import shown
from generator.model import Book
from generator.site.findings import FINDINGS_ONLY, banner
from generator.site.pages import Output, make_output
from generator.site.rendering import Renderer
from generator.site.repository import parse_repository
from generator.site.single import make_page, other_paths
from generator.theme import Theme

Marks: TypeAlias = frozenset[tuple[str, int, int, int]]
_HOME = Path(__file__).parent.parent
_TEMPLATES = Path(__file__).parent / "templates"


class Session:
    """What is known of a project between two looks at it. `version` grows whenever a page may have changed."""

    def __init__(self, project: Path) -> None:
        self._project = project
        self._live = LiveBook(project / "policies")
        self._theme = Theme(project)
        self._seen: tuple[date, Marks, Marks] | None = None
        self._good: Book | None = None
        self._above = ""
        self._pages: dict[str, str | None] = {}
        self._whole: Output | None = None
        self.version = 0

    def page(self, path: str) -> str | None:
        """The finished page at an address without slashes around it; None where there is none."""
        self.look()
        if path not in self._pages:
            self._pages[path] = self._made(path)
        return self._pages[path]

    def file(self, path: str) -> bytes | None:
        """A file that is no page: of the theme, of content/, or made from the records."""
        self.look()
        found = self._theme.asset(path)
        if found is not None or self._good is None:
            return found
        text = self._output(self._good).files.get(path)
        return None if text is None else text.encode()

    def missing(self) -> str:
        """The page for an address where nothing is."""
        return self._theme.template("404.html")

    def look(self) -> tuple[Finding, ...]:
        """Take in what changed on disk since the last look; the new findings if anything did."""
        seen = (today(), _marks(self._project / "policies"), self._around())
        if seen == self._seen:
            return ()
        around = None if self._seen is None or self._good is None else self._seen[2]
        self._seen = seen
        book, findings = self._live.checked(seen[0])
        if book and not findings:
            self._good = book
        if self._good and seen[2] != around:
            self._theme = Theme(self._project, self._others(self._good))
        if known := self._good or book:
            self._theme.introduce(known, *self._days)
        prefix, good = shown(self._live.folder), self._good is not None
        self._above = banner(findings, prefix, good=good) if findings else ""
        self._pages, self._whole, self.version = {}, None, self.version + 1
        if self.version == 1:
            gc.freeze()  # a whole book, that stays: looking through it for garbage would cost a second at times
        return findings

    def _made(self, path: str) -> str | None:
        if self._good is None:
            return self._theme.dressed(FINDINGS_ONLY.page(), self._above)
        written = self._theme.written(path, self._above)
        if written is not None:
            return written
        made = make_page(path, self._good, *self._days, self._renderer(self._good))
        return None if made is None else self._theme.dressed(made, self._above)

    def _output(self, book: Book) -> Output:
        if self._whole is None:
            self._whole = make_output(book, *self._days, repository=self._theme.repository)
        return self._whole

    def _others(self, book: Book) -> tuple[str, ...]:
        return other_paths(book, *self._days, self._renderer(book))

    def _renderer(self, book: Book) -> Renderer:
        repository = parse_repository(self._theme.repository)
        return Renderer(book, self._days[0], directories=True, repository=repository)

    @property
    def _days(self) -> tuple[date, date]:
        """The day whose law is shown, and today: one and the same here."""
        assert self._seen is not None
        return self._seen[0], self._seen[0]

    def _around(self) -> Marks:
        """Everything but the records that a page is made from."""
        own = [
            self._project / name for name in ("mkdocs.yml", "CHANGELOG.md", "content", "overrides")
        ]
        ours = [_TEMPLATES, _HOME / "mkdocs.yml", _HOME / "overrides"]
        return frozenset().union(*map(_marks, [*own, *ours]))


def _marks(place: Path) -> Marks:
    """Name, times and size of every file at or below a place."""
    return frozenset(_found(os.fspath(place)))


def _found(place: str) -> Iterator[tuple[str, int, int, int]]:
    try:
        told = os.lstat(place)
        inside = list(os.scandir(place)) if stat.S_ISDIR(told.st_mode) else []
    except OSError:
        return
    yield place, told.st_mtime_ns, told.st_ctime_ns, told.st_size
    for entry in inside:
        if entry.is_dir(follow_symlinks=False):
            yield from _found(entry.path)
        else:
            one = entry.stat(follow_symlinks=False)
            yield entry.path, one.st_mtime_ns, one.st_ctime_ns, one.st_size

"""Drafts in MkDocs' lists: it is told of a page and a data file early, and gets their content when it writes them.

The one rule: what was written is let go. MkDocs itself keeps the content of all pages to the end.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page as MkPage
from mkdocs.structure.toc import TableOfContents

from generator.helper import Helper
from generator.site.rendering import Draft
from generator.theme import toc_of


class DataFile(File):
    """A generated file whose text is made each time it is asked for."""

    make: Callable[[], str] | None = None
    elsewhere = False  # whether another process writes it

    def copy_file(self, dirty: bool = False) -> None:
        """Write it into the site."""
        if not self.elsewhere:
            super().copy_file(dirty)

    @property
    def _content(self) -> str | bytes | None:
        return self._given if self.make is None else self.make()

    @_content.setter
    def _content(self, given: str | bytes | None) -> None:
        self._given, self.make = given, None


def data_file(config: MkDocsConfig, address: str, make: Callable[[], str]) -> File:
    """The file at an address of the site."""
    file = DataFile.generated(config, address, content="")
    assert isinstance(file, DataFile)
    file.make = make
    return file


def hand_over(files: Iterable[File], helper: Helper) -> None:
    """Let the helper, if it can start, write the data files among these."""
    late = [file for file in files if isinstance(file, DataFile)]
    if helper.start(partial(_write, late, os.getpid())):
        for file in late:
            file.elsewhere = True


def _write(files: Sequence[DataFile], parent: int) -> None:
    """Write them while the parent lives: if that was killed, the folder may be another build's by now."""
    for file in files:
        if os.getppid() != parent:
            return
        file.copy_file()


def put_in(page: MkPage, draft: Draft, above: str) -> None:
    """Give a page that is about to be rendered all it lacks; `above` stands before its content."""
    made = draft.page()
    page.meta["description"] = made.description
    page.content, page.toc = above + made.html, toc_of(made)


def emptied(page: MkPage) -> None:
    """Let go of what a page held."""
    page.content, page.toc = "", TableOfContents([])

"""The menu: entries whose page this book does not have are left out, and so are groups that are empty then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

Entry: TypeAlias = "str | Mapping[str, Entry] | Sequence[Entry]"


def known_only(nav: Iterable[Entry], sources: set[str]) -> list[Entry]:
    """The entries of mkdocs.yml's `nav` that lead to one of the source files, or out of the site."""
    kept = (_kept(entry, sources) for entry in nav)
    return [entry for entry in kept if entry]


def _kept(entry: Entry, sources: set[str]) -> Entry:
    if isinstance(entry, str):
        return entry if entry in sources or not entry.endswith(".md") else ""
    if isinstance(entry, Mapping):
        kept = {title: _kept(below, sources) for title, below in entry.items()}
        return {title: below for title, below in kept.items() if below}
    return known_only(entry, sources)

"""Cells as they are published: what answers today, and what answered or will answer on any other day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.model import Book, Record
from generator.resolving import Cell, Key, by_start
from generator.site.api.json_text import json_text
from generator.site.api.periods import Timeline, periods
from generator.site.api.records import ids, record_id
from generator.site.api.region_shapes import CellEntry, LineageEntry

_NEVER = Timeline(())


class Cells:
    """Every cell's JSON. Regions that have no record of their own share the cells of those above them."""

    def __init__(self, book: Book) -> None:
        self._records = _by_key(book.records)
        self._timelines: dict[Key, Timeline] = {}
        self._texts: dict[tuple[str, ...], str] = {}

    def text(self, cell: Cell, lineage: Sequence[str]) -> str:
        """The JSON of a cell; `lineage` are its region and those above it, nearest first."""
        question = (cell.insurance, cell.rule, cell.part)
        telling = [slug for slug in lineage if (slug, *question) in self._records]
        if cell.region in telling:
            return self._made(cell, telling)
        key = (*question, *telling)
        if key not in self._texts:
            self._texts[key] = self._made(cell, telling)
        return self._texts[key]

    def _made(self, cell: Cell, telling: Sequence[str]) -> str:
        keys = {slug: (slug, cell.insurance, cell.rule, cell.part) for slug in telling}
        return json_text(cell_entry(cell, {slug: self._timeline(keys[slug]) for slug in telling}))

    def _timeline(self, key: Key) -> Timeline:
        if key not in self._timelines:
            self._timelines[key] = Timeline(self._records[key])
        return self._timelines[key]


def cell_entry(cell: Cell, lineage: Mapping[str, Timeline]) -> CellEntry:
    """A cell; `lineage` holds the timelines of its region and of those above it, nearest first."""
    above = [timeline for slug, timeline in lineage.items() if slug != cell.region]
    return CellEntry(
        insurance=cell.insurance,
        rule=cell.rule,
        part=cell.part,
        origin=cell.origin,
        chain=ids(cell.chain),
        frames=ids(cell.frames),
        past=ids(cell.past),
        upcoming=ids(cell.upcoming),
        searched=record_id(cell.searched) if cell.searched else None,
        periods=tuple(periods([lineage.get(cell.region, _NEVER), *above])) or None,
        lineage=tuple(
            LineageEntry(slug, tuple(map(record_id, by_start(timeline.records))))
            for slug, timeline in lineage.items()
        )
        or None,
    )


def _by_key(records: Iterable[Record]) -> Mapping[Key, Sequence[Record]]:
    found: defaultdict[Key, list[Record]] = defaultdict(list)
    for record in records:
        for insurance in record.insurance:
            found[(record.region, insurance, record.rule, record.part)].append(record)
    return found

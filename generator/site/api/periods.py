"""What answers on which days: the resolution of one cell, carried over all time.

The one rule: which record is in force is decided by `resolving`, and by nobody who reads the files.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from generator.model import Record
from generator.resolving import Level, Standing, ends, level_on, standing, starts
from generator.site.api.records import ids, record_id
from generator.site.api.region_shapes import PeriodEntry


class Timeline:
    """The levels that one region's records of a cell make, from the first day to the last."""

    def __init__(self, records: Sequence[Record]) -> None:
        self.records = records
        self.turns = tuple(sorted({date.min, *_turns(records)}))
        self._levels = tuple(level_on(records, turn) for turn in self.turns)

    def on(self, day: date) -> Level:
        """The level of a day."""
        return self._levels[bisect_right(self.turns, day) - 1]


def periods(lineage: Sequence[Timeline]) -> Iterator[PeriodEntry]:
    """The stretches of days on which one thing answers, in order; days of which nothing is known are left out.

    `lineage` is the region's own timeline, then those of the regions above it.
    """
    turns = sorted({turn for timeline in lineage for turn in timeline.turns})
    found = [(turn, standing([timeline.on(turn) for timeline in lineage])) for turn in turns]
    stretches = [(next(group)[0], now) for now, group in groupby(found, lambda one: one[1])]
    nexts = [first for first, _ in stretches[1:]]
    for (first, now), after in zip(stretches, [*nexts, None], strict=True):
        if now.origin != "missing":
            yield _entry(now, first, after - timedelta(days=1) if after else None)


def _turns(records: Sequence[Record]) -> Iterator[date]:
    """The days on which one of the records may begin or cease to answer; a lone one need not wait to be seen."""
    for record in records:
        yield starts(record)
        if record.seen_on and len(records) > 1:
            yield record.seen_on.earliest
        if end := ends(record):
            yield end + timedelta(days=1)


def _entry(now: Standing, first: date, last: date | None) -> PeriodEntry:
    return PeriodEntry(
        origin=now.origin,
        first_day=None if first == date.min else first.isoformat(),
        last_day=last.isoformat() if last else None,
        chain=ids(now.chain),
        frames=ids(now.frames),
        searched=record_id(now.searched) if now.searched else None,
    )

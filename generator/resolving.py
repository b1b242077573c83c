"""Which records answer, for every region, insurance, rule and part, on one date (DESIGN: own, inherited, framed).

Answers succeed one another; frames accumulate. A record whose start is unknown reaches back to the one before it.
Nothing here knows today: `as_of` is the day whose law is asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Literal, NamedTuple, TypeAlias

from generator.model import Book, Record

Key: TypeAlias = tuple[str, str, str, str]
Origin = Literal["own", "inherited", "framed", "none-found", "missing"]


@dataclass(frozen=True)
class Cell:
    """What is known for one region × insurance × rule × part.

    `chain` holds the records that answer, nearest first; `frames` what only bounds the answer; `past`
    the region's own records and the binding ones above it that no longer answer; `upcoming` all that
    will: its own, the binding ones and the frames. Both are in the order of their start.
    """

    region: str
    insurance: str
    rule: str
    part: str
    origin: Origin
    chain: tuple[Record, ...]
    frames: tuple[Record, ...]
    past: tuple[Record, ...]
    upcoming: tuple[Record, ...]
    searched: Record | None = None

    @property
    def first(self) -> Record | None:
        """The nearest record, if any answers."""
        return self.chain[0] if self.chain else None


@dataclass(frozen=True)
class Resolved:
    """Every cell of the book on a date."""

    as_of: date
    cells: Mapping[Key, Cell]

    @cached_property
    def by_region(self) -> Mapping[str, Sequence[Cell]]:
        """The cells of each region, in the book's order."""
        grouped: defaultdict[str, list[Cell]] = defaultdict(list)
        for cell in self.cells.values():
            grouped[cell.region].append(cell)
        return grouped


@dataclass(frozen=True)
class Level:
    """What one region's records say on a day, to itself and to the regions below it."""

    own: Record | None = None
    binding: Record | None = None
    caps: tuple[Record, ...] = ()
    frames: tuple[Record, ...] = ()
    begun: tuple[Record, ...] = ()
    upcoming: tuple[Record, ...] = ()


class Standing(NamedTuple):
    """What answers on a day, and what only bounds the answer; see Cell."""

    origin: Origin
    chain: tuple[Record, ...]
    frames: tuple[Record, ...]
    searched: Record | None


NOTHING = Level()


def resolve(book: Book, as_of: date) -> Resolved:
    """Every cell of the book as the law stands on `as_of`."""
    levels = {key: level_on(records, as_of) for key, records in _by_key(book).items()}
    cells: dict[Key, Cell] = {}
    for region in book.regions:
        lineage = (region.slug, *(above.slug for above in book.above(region.slug)))
        for rule in book.rules:
            for part in rule.parts:
                for insurance in part.insurance:
                    question = (insurance, rule.rule, part.part)
                    found = [levels.get((slug, *question), NOTHING) for slug in lineage]
                    cells[(region.slug, *question)] = _cell((region.slug, *question), found)
    return Resolved(as_of, cells)


def level_on(records: Sequence[Record], as_of: date) -> Level:
    """The level these records of one region, insurance and part make.

    Answers succeed one another; a frame that a region sets for others never ends one.
    """
    framing = [record for record in by_start(records) if _frames(record)]
    dated = succession([record for record in records if not _frames(record)])
    begun = [record for first, record in dated if first <= as_of]
    standing = [
        record for record in framing if starts(record) <= as_of and not _ended(record, as_of)
    ]
    own = _last(begun, as_of) or _last([r for r in standing if not only_limits(r)], as_of)
    caps = tuple(record for record in standing if record.body == "table")
    only_here = own and own.body == "table" and own.applies_below is None
    return Level(
        own=own,
        binding=_last([record for record in begun if record.applies_below], as_of),
        caps=caps,
        frames=(own, *caps) if own and only_here else caps,
        begun=(*begun, *(r for r in framing if starts(r) <= as_of and not only_limits(r))),
        upcoming=(
            *(record for first, record in dated if first > as_of),
            *(record for record in framing if starts(record) > as_of),
        ),
    )


def standing(levels: Sequence[Level]) -> Standing:
    """What these levels come to for a region: its own first, then those above it, nearest first."""
    here, *above = levels
    chain, origin = _chain(here, above)
    frames = [*here.caps, *(frame for level in above for frame in level.frames)]
    return Standing(
        origin="framed" if origin == "missing" and frames else origin,
        chain=chain,
        frames=tuple(frame for frame in frames if all(frame is not record for record in chain)),
        searched=here.own
        if here.own and here.own.body == "none-found" and chain[0] is not here.own
        else None,
    )


def in_force(records: Sequence[Record], as_of: date) -> Record | None:
    """The latest record that has begun, unless it has ended: an older one never answers again.

    `records` are those of one region, insurance and part.
    """
    return _last([record for first, record in succession(records) if first <= as_of], as_of)


def succession(records: Sequence[Record]) -> list[tuple[date, Record]]:
    """Records in the order they came into force, each with the first day it can answer for.

    A stated start never moves. An unknown one reaches back to the record before it: to the day after
    the end which that one states, else to the day it was first seen; without limit where it is first.
    """
    ordered = by_start(records)
    return [
        (_first_day(record, before), record)
        for before, record in zip([None, *ordered], ordered, strict=False)
    ]


def by_start(records: Sequence[Record]) -> list[Record]:
    """Records in the order they came into force; an unknown start stands where it was first seen."""
    return sorted(records, key=lambda record: (_placed(record), record.loc))


def starts(record: Record) -> date:
    """The first day a record can answer for; an unknown start reaches back without limit."""
    if record.insured_year is not None:
        return date(record.insured_year, 1, 1)
    return record.effective_from.earliest if record.effective_from else date.min


def ends(record: Record) -> date | None:
    """The last day a record answers for, where its document states one."""
    if record.insured_year is not None:
        return date(record.insured_year, 12, 31)
    return record.effective_to.latest if record.effective_to else None


def only_limits(record: Record) -> bool:
    """Whether a record sets nothing and only caps: it frames even its own region."""
    silent = not record.rows and record.otherwise is None
    return bool(record.limits) and record.body == "table" and silent


def _cell(key: Key, levels: Sequence[Level]) -> Cell:
    here, *above = levels
    now = standing(levels)
    held = (*now.chain, *now.frames, here.own, *(one.binding for one in above))
    shown = {id(record) for record in held}
    begun = [*here.begun, *(r for level in above for r in level.begun if r.applies_below)]
    return Cell(
        *key,
        origin=now.origin,
        chain=now.chain,
        frames=now.frames,
        past=tuple(by_start([record for record in begun if id(record) not in shown])),
        upcoming=tuple(by_start([record for level in levels for record in level.upcoming])),
        searched=now.searched,
    )


def _frames(record: Record) -> bool:
    return record.applies_below is False or only_limits(record)


def _chain(here: Level, above: Sequence[Level]) -> tuple[tuple[Record, ...], Origin]:
    own = here.own
    binding = _answering([level.binding for level in above])
    if own is None:
        return binding, "inherited" if binding else "missing"
    if own.body == "none-found":
        return (binding, "inherited") if binding else ((own,), "none-found")
    if own.body == "inherits":
        return (own, *_named(above)), "inherited"
    return (own,) if own.body == "disputed" else (own, *binding), "own"


def _named(above: Sequence[Level]) -> tuple[Record, ...]:
    """The rule a region says it follows: the nearest one, binding or not, and what binds above it."""
    for number, level in enumerate(above):
        if level.own and level.own.body in ("table", "disputed"):
            return _answering([level.own, *(higher.binding for higher in above[number + 1 :])])
    return ()


def _answering(records: Sequence[Record | None]) -> tuple[Record, ...]:
    """Those that answer, nearest first; nothing answers beyond a dispute."""
    found: list[Record] = []
    for record in records:
        if record and record.body in ("table", "disputed"):
            found.append(record)
        if record and record.body == "disputed":
            break
    return tuple(found)


def _first_day(record: Record, before: Record | None) -> date:
    stated = record.effective_from or record.insured_year is not None
    if stated or before is None or record.seen_on is None:
        return starts(record)
    end = ends(before)
    if end is None or record.seen_on.latest <= end:
        return record.seen_on.earliest
    return end + timedelta(days=1)


def _placed(record: Record) -> date:
    if record.effective_from is None and record.insured_year is None:
        return record.seen_on.earliest if record.seen_on else date.min
    return starts(record)


def _last(begun: Sequence[Record], as_of: date) -> Record | None:
    return begun[-1] if begun and not _ended(begun[-1], as_of) else None


def _ended(record: Record, as_of: date) -> bool:
    end = ends(record)
    return end is not None and end < as_of


def _by_key(book: Book) -> Mapping[Key, list[Record]]:
    own: defaultdict[Key, list[Record]] = defaultdict(list)
    for record in book.records:
        for insurance in record.insurance:
            own[(record.region, insurance, record.rule, record.part)].append(record)
    return own

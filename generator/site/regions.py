"""The page of a region. Most regions have no record of their own: their page says what is known above them,
what is not known, whom to ask and what to ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from generator.model import Book, Choice, Region
from generator.resolving import Cell, Resolved
from generator.site.blocks import Block, block
from generator.site.statements import Statements

Shown: TypeAlias = tuple[Cell, Block]

LEVELS = {"nation": "国家", "province": "省级", "prefecture": "地级", "county": "县级"}


@dataclass(frozen=True)
class Section:
    """One insurance type on a region page: what is answered, what is only bounded, what is not known, what to ask."""

    id: str
    label: str
    short: str
    known: tuple[Block, ...]
    framed: tuple[Block, ...]
    gaps: tuple[str, ...]
    script: tuple[str, ...]


@dataclass(frozen=True)
class RegionPage:
    """All a region's page says."""

    region: Region
    level: str
    above: tuple[Region, ...]
    below: tuple[Region, ...]
    sections: tuple[Section, ...]
    own: int
    inherited: int
    framed: int
    unknown: int
    verified: str

    @property
    def empty(self) -> bool:
        """Whether the region has no record of its own."""
        return self.own == 0


class RegionPages:
    """The views of all regions: what is the same for many of them is made once."""

    def __init__(
        self, resolved: Resolved, book: Book, today: date, statements: Statements | None = None
    ) -> None:
        self._resolved, self._book, self._today = resolved, book, today
        self._statements = statements or Statements(book)

    def of(self, region: Region) -> RegionPage:
        """The view of one region."""
        cells = self._resolved.by_region[region.slug]
        blocks = [block(cell, region, self._book, self._today, self._statements) for cell in cells]
        return _page(region, list(zip(cells, blocks, strict=True)), self._book)


def _page(region: Region, shown: Sequence[Shown], book: Book) -> RegionPage:
    cells = [cell for cell, _ in shown]
    origins = Counter(cell.origin for cell in cells)
    return RegionPage(
        region=region,
        level=LEVELS[region.level],
        above=tuple(reversed(book.above(region.slug))),
        below=tuple(other for other in book.regions if other.parent == region.slug),
        sections=tuple(_section(kind, shown) for kind in book.settings.insurance),
        own=origins["own"] + origins["none-found"],
        inherited=origins["inherited"],
        framed=origins["framed"],
        unknown=origins["missing"],
        verified=max((r.last_verified.isoformat() for c in cells for r in c.chain), default=""),
    )


def _section(kind: Choice, shown: Sequence[Shown]) -> Section:
    blocks = [(cell, one) for cell, one in shown if cell.insurance == kind.id]
    asked = [question for cell, one in blocks if not cell.chain for question in one.ask]
    return Section(
        id=kind.id,
        label=kind.label,
        short=kind.short,
        known=tuple(one for cell, one in blocks if _group(cell) == "known"),
        framed=tuple(one for cell, one in blocks if _group(cell) == "framed"),
        gaps=tuple(dict.fromkeys(one.name for cell, one in blocks if _group(cell) == "gap")),
        script=tuple(dict.fromkeys(asked)),
    )


def _group(cell: Cell) -> str:
    """Answered (or answered once); only bounded or not yet in force; or nothing known."""
    if cell.chain or (cell.past and not cell.frames):
        return "known"
    return "framed" if cell.frames or cell.upcoming else "gap"

"""The map: one tile per province on the book's own grid, once for what is covered, once for one value side by side.
Colours repeat what the tile says in words, and a table beneath says all of it again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model import Book, Region
from generator.resolving import Resolved
from generator.site.coverage import places_of
from generator.site.tilevalues import Mark, marks_of

SIDE = 100
_STEPS = (1, 10, 25, 50)


@dataclass(frozen=True)
class Tile:
    """A province's square. `x` and `y` are its corner, `level` how many records it has in five steps."""

    region: Region
    x: int
    y: int
    places: int
    researched: int
    records: int
    level: int
    value: Mark | None


@dataclass(frozen=True)
class MapPage:
    """The grid and its tiles, in the order of the tree. `title` names the compared value, empty without one."""

    width: int
    height: int
    tiles: tuple[Tile, ...]
    steps: tuple[str, ...]
    title: str
    rule: str
    insurance: str
    nation: str


def map_page(resolved: Resolved, book: Book) -> MapPage | None:
    """The view of the map; None for a book without tiles."""
    grid, wanted = book.settings.tiles, book.settings.map
    if not grid:
        return None
    nation = next(region for region in book.regions if region.level == "nation")
    field = book.find_field(wanted.rule, wanted.field) if wanted else None
    marks = marks_of(resolved, book)
    kinds = {kind.id: kind.label for kind in book.settings.insurance}
    return MapPage(
        width=max(tile.column for tile in grid.values()) * SIDE,
        height=max(tile.row for tile in grid.values()) * SIDE,
        tiles=tuple(_tiles(marks, book)),
        steps=("没有记录", *_ranges()),
        title=field.label if field else "",
        rule=wanted.rule if wanted else "",
        insurance=kinds[wanted.insurance] if wanted else "",
        nation=marks[nation.slug].words if marks else "",
    )


def _tiles(marks: Mapping[str, Mark], book: Book) -> Iterator[Tile]:
    grid, places = book.settings.tiles, places_of(book)
    having = {record.region for record in book.records}
    records = Counter(record.region.partition("/")[0] for record in book.records)
    for region in book.regions:
        if tile := grid.get(region.slug):
            inside = places.get(region.slug, ())
            yield Tile(
                region=region,
                x=(tile.column - 1) * SIDE,
                y=(tile.row - 1) * SIDE,
                places=len(inside),
                researched=sum(place.slug in having for place in inside),
                records=records[region.slug],
                level=sum(records[region.slug] >= step for step in _STEPS),
                value=marks.get(region.slug),
            )


def _ranges() -> Iterator[str]:
    for low, above in zip(_STEPS, (*_STEPS[1:], None), strict=True):
        yield f"{low}–{above - 1} 条" if above else f"{low} 条及以上"

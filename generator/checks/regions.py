"""G: the tree of regions, and where records may lie in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from generator.findings import Finding, Loc, did_you_mean
from generator.model import Book, Region

_PATH, _BOOK = PurePosixPath("regions.yml"), PurePosixPath("book.yml")


def region_faults(book: Book, today: date) -> Iterator[Finding]:
    """What is wrong in the tree, and records where none apply."""
    yield from _tree_faults(book)
    yield from _tile_faults(book)
    for record in book.records:
        if reason := book.region_by_slug[record.region].not_applicable:
            message = f"{book.region_by_slug[record.region].name}不适用：{reason}"
            yield Finding("G003", record.path, message, "这里不写记录", "", record.loc)


def tree_stands(book: Book) -> bool:
    """Whether every region leads up to the one nation, so that the tree can be walked."""
    return next(_tree_faults(book), None) is None


def _tree_faults(book: Book) -> Iterator[Finding]:
    """Slugs or codes used twice, parents that are not listed before, slugs that are not paths."""
    before: dict[str, Region] = {}
    codes: set[str] = set()
    for number, region in enumerate(book.regions):
        loc: Loc = ("regions", number)
        if region.slug in before or region.code in codes:
            yield _told(f"{region.name} 的代码或 slug 已经用过", "代码和 slug 全库唯一", loc)
        yield from _parent_fault(region, before, loc)
        before[region.slug] = region
        codes.add(region.code)
    nations = [region.name for region in book.regions if region.level == "nation"]
    if len(nations) != 1:
        message = f"有 {len(nations)} 个 nation 级地区"
        yield _told(message, "正好一个 level: nation 的地区", ("regions",))


def _tile_faults(book: Book) -> Iterator[Finding]:
    """Tiles of regions that are not listed, two on one place, and provinces the map would leave out."""
    tiles = book.settings.tiles
    provinces = [region.slug for region in book.regions if region.level == "province"]
    taken: dict[tuple[int, int], str] = {}
    for slug, tile in tiles.items():
        loc: Loc = ("tiles", slug)
        if slug not in provinces:
            mend = did_you_mean(slug, provinces)
            yield Finding("G001", _BOOK, f"没有 {slug} 这个省级地区", "省级地区的 slug", mend, loc)
        place = (tile.column, tile.row)
        if place in taken or min(place) < 1:
            message = f"{slug} 的格子不能用：第 {tile.column} 列第 {tile.row} 行"
            yield Finding("G002", _BOOK, message, "从 1 数起，每格一个地区", "", loc)
        taken[place] = slug
    for slug in provinces:
        if tiles and slug not in tiles:
            message = f"地图上没有 {slug} 的格子"
            yield Finding("G002", _BOOK, message, "每个省级地区一格", "", ("tiles",))


def _parent_fault(region: Region, before: dict[str, Region], loc: Loc) -> Iterator[Finding]:
    if (region.parent is None) != (region.level == "nation"):
        yield _told(f"{region.name} 的上级写得不对", "只有 nation 没有上级", loc)
    elif region.parent is not None and region.parent not in before:
        mend = did_you_mean(region.parent, before)
        message = f"{region.name} 的上级 {region.parent} 在它前面没有列出"
        yield Finding("G002", _PATH, message, "上级先列出", mend, (*loc, "parent"))
    elif region.parent is not None:
        top = before[region.parent].level == "nation"
        folder = "" if top else f"{region.parent}/"
        if region.slug != folder + region.slug.rpartition("/")[2]:
            message = f"{region.name} 的 slug {region.slug} 不在上级之下"
            yield _told(message, f"{folder}一个词", (*loc, "slug"))


def _told(message: str, expected: str, loc: Loc) -> Finding:
    return Finding("G002", _PATH, message, expected, "", loc)

"""The map of a book: every province has one tile of its own, and the compared value is one the rules declare."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.folders import small_book

TILES = "tiles: {anzhou: {column: 2, row: 1}, haidao: {column: 1, row: 2}}\n"
MAP = "map: {rule: resume, part: card, field: wait, insurance: adult}\n"

WRONG = {
    "a region that is no province": (
        ("anzhou: {column: 2, row: 1}", "anzhou: {column: 2, row: 1}, anland: {column: 3, row: 3}"),
        "G001 没有 anland 这个省级地区",
    ),
    "two on one place": (("column: 1, row: 2", "column: 2, row: 1"), "G002 haidao 的格子不能用"),
    "a place before the first": (
        ("column: 1, row: 2", "column: 0, row: 2"),
        "G002 haidao 的格子不能用",
    ),
    "a province left out": ((", haidao: {column: 1, row: 2}", ""), "G002 地图上没有 haidao 的格子"),
    "a place that is no number": (("column: 1", "column: 左"), "R004 column 的写法不对"),
    "an unknown rule": (("rule: resume", "rule: resum"), "R008 map.rule 里的 resum 没有声明"),
    "an unknown part": (("part: card", "part: cards"), "R008 map.part 里的 cards 没有声明"),
    "a field of another part": (
        ("field: wait", "field: fee_cny"),
        "R008 map.field 里的 fee_cny 没有声明",
    ),
    "an insurance of another part": (
        ("insurance: adult", "insurance: child"),
        "R008 map.insurance 里的 child 没有声明",
    ),
}


def test_a_whole_map_has_no_finding(tmp_path: Path) -> None:
    book = small_book(tmp_path)
    book.add("book.yml", MAP + TILES)
    assert book.check().told == []


def test_tiles_alone_are_enough(tmp_path: Path) -> None:
    book = small_book(tmp_path)
    book.add("book.yml", TILES)
    assert book.check().told == []


@pytest.mark.parametrize(("edit", "told"), WRONG.values(), ids=list(WRONG))
def test_a_wrong_map_is_told(tmp_path: Path, edit: tuple[str, str], told: str) -> None:
    old, new = edit
    assert old in MAP + TILES
    book = small_book(tmp_path)
    book.add("book.yml", (MAP + TILES).replace(old, new))
    found = book.check().told
    assert len(found) == 1
    assert told in found[0]
    assert found[0].startswith("policies/book.yml:")

"""The map: a tile per province, its state in words, and a value only where the province's own record gives one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.model import Book, Mapped, Record, Tile
from generator.resolving import resolve
from generator.site.tilemap import map_page
from generator.site.tilevalues import marks_of
from generator.values import Word
from tests.builders import CAP, RECORD, SETTINGS, make_book, row

AS_OF = date(2031, 6, 1)
WANTED = Mapped(rule="waiting", part="resume", field="waiting", insurance="employee")
TILES = {"anzhou": Tile(column=2, row=1), "baizhou": Tile(column=1, row=3)}
PROVINCE = replace(RECORD, region="anzhou", applies_below=True)


def book_of(*records: Record) -> Book:
    settings = SETTINGS.model_copy(update={"tiles": TILES, "map": WANTED})
    return replace(make_book(*records), settings=settings)


def mark(*records: Record) -> tuple[str, str, str]:
    book = book_of(*records)
    found = marks_of(resolve(book, AS_OF), book)["anzhou"]
    return found.kind, found.short, found.words


def test_a_book_without_tiles_has_no_map() -> None:
    book = make_book(RECORD)
    assert map_page(resolve(book, AS_OF), book) is None


def test_a_tile_stands_on_its_place_and_counts_what_is_known() -> None:
    book = book_of(RECORD, PROVINCE)
    page = map_page(resolve(book, AS_OF), book)
    assert page is not None
    assert (page.width, page.height, page.title, page.insurance) == (200, 300, "等待期", "职工医保")
    anzhou, baizhou = page.tiles
    assert (anzhou.x, anzhou.y, anzhou.records, anzhou.researched, anzhou.places) == (
        100,
        0,
        2,
        1,
        1,
    )
    assert (baizhou.x, baizhou.y, baizhou.records, baizhou.level) == (0, 200, 0, 0)


@pytest.mark.parametrize(("records", "level"), [(0, 0), (1, 1), (9, 1), (10, 2), (25, 3), (50, 4)])
def test_more_records_make_a_darker_tile(records: int, level: int) -> None:
    book = book_of(*[PROVINCE] * records)
    page = map_page(resolve(book, AS_OF), book)
    assert page is not None
    assert page.tiles[0].level == level


def test_a_book_may_have_tiles_and_compare_nothing() -> None:
    settings = SETTINGS.model_copy(update={"tiles": TILES})
    book = replace(make_book(PROVINCE), settings=settings)
    page = map_page(resolve(book, AS_OF), book)
    assert page is not None
    assert (page.title, [tile.value for tile in page.tiles]) == ("", [None, None])


def test_a_province_shows_its_own_value() -> None:
    assert mark(PROVINCE) == ("own", "3个月", "3个月")


def test_a_value_from_above_is_marked_as_such() -> None:
    nation = replace(PROVINCE, region="china")
    assert mark(nation) == ("inherited", "上级3个月", "3个月（上级规定）")


def test_a_frame_is_never_a_value() -> None:
    frame = replace(RECORD, region="china", applies_below=False, rows=(), limits=(CAP,))
    assert mark(frame) == ("framed", "框架", "只有上级框架，本地数字未收录")


def test_nothing_known_is_said_so() -> None:
    assert mark() == ("missing", "未收录", "未收录")
    searched = replace(PROVINCE, body="none-found", rows=(), source=None, searched="官网")
    assert mark(searched) == ("missing", "查无", "查无规定")
    disputed = replace(PROVINCE, body="disputed", rows=(), source=None)
    assert mark(disputed) == ("conflict", "冲突", "来源冲突")


def test_what_the_document_leaves_out_is_no_value() -> None:
    assert mark(replace(PROVINCE, rows=(row({}, {"benefit": "50%"}),))) == (
        "unsaid",
        "未写明",
        "文件未写明",
    )
    assert mark(replace(PROVINCE, rows=(), otherwise=Word("unstated")))[0] == "unsaid"


def test_different_values_in_different_cases_are_not_one_value() -> None:
    rows = (
        row({"lapse_months": "0-3"}, {"waiting": "0 months"}),
        row({"lapse_months": "4+"}, {"waiting": "6 months"}),
    )
    assert mark(replace(PROVINCE, rows=rows)) == ("own", "分情形", "不设等待期；6个月")


def test_places_below_with_a_value_of_their_own_are_counted() -> None:
    book = book_of(PROVINCE, RECORD, replace(RECORD, region="anzhou/linhe/dongqu"))
    assert marks_of(resolve(book, AS_OF), book)["anzhou"].below == 2

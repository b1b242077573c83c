"""Every place is counted once in every line: known, bounded, or not researched."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.model import Record
from generator.resolving import resolve
from generator.site.coverage import Coverage, Known, coverage_of, places_of
from tests.builders import RECORD, make_book

PROVINCE = replace(RECORD, region="anzhou", applies_below=True)
COUNTY = replace(RECORD, region="anzhou/linhe/dongqu")
NONE_FOUND = replace(RECORD, body="none-found", rows=(), source=None, searched="官网")


def coverage(*records: Record) -> Coverage:
    book = make_book(*records)
    return coverage_of(resolve(book, date(2031, 6, 1)), book)


def test_a_place_is_a_prefecture_or_a_province_without_any() -> None:
    found = places_of(make_book())
    assert {slug: [place.slug for place in places] for slug, places in found.items()} == {
        "anzhou": ["anzhou/linhe"],
        "baizhou": ["baizhou"],
    }


def test_every_line_adds_up_to_all_places() -> None:
    found = coverage(RECORD, PROVINCE)
    assert found.places == 2
    assert {sum(row.counts) for row in found.rows} == {2}


def test_a_line_tells_own_inherited_and_missing_apart() -> None:
    own, inherited = coverage(RECORD).rows[0], coverage(PROVINCE).rows[0]
    assert (own.title, own.insurance, own.counts) == ("等待期", "职工", (1, 0, 0, 0, 1))
    assert inherited.counts == (0, 1, 0, 0, 1)


def test_a_search_in_vain_is_research_but_no_rule() -> None:
    found = coverage(NONE_FOUND)
    assert found.researched == 1
    assert found.rows[0].counts == (0, 0, 0, 1, 1)
    assert found.provinces[0].known[0] == Known(0, False)


def test_a_province_tells_its_places_and_itself_apart() -> None:
    (anzhou, baizhou) = coverage(RECORD, PROVINCE).provinces
    assert (anzhou.places, anzhou.researched, anzhou.known) == (
        1,
        1,
        (Known(1, True), Known(0, False)),
    )
    assert (baizhou.researched, baizhou.known[0]) == (0, Known(0, False))
    assert (Known(1, True).words, Known(0, False).words) == ("1 + 省级", "0")


def test_a_county_makes_no_place_known() -> None:
    found = coverage(COUNTY)
    assert (found.researched, found.provinces[0].known[0]) == (0, Known(0, False))


def test_places_without_any_record_are_named() -> None:
    blank = coverage(RECORD).blank
    assert [(province.slug, [p.slug for p in places]) for province, places in blank] == [
        ("baizhou", ["baizhou"])
    ]

"""A cell says what answers on every day, whose rule it is, and all records above it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.builders import RECORD, day, make_book
from tests.site.api import ABOVE, LINHE, NATION, region_file


def cell_of(file: Any, part: str = "resume") -> Any:
    """The employees' cell of a part, without its name."""
    found = next(c for c in file["cells"] if (c["insurance"], c["part"]) == ("employee", part))
    return {key: found[key] for key in found.keys() - {"insurance", "rule", "part"}}


def test_a_cell_nobody_speaks_of_is_missing() -> None:
    assert cell_of(region_file(make_book())) == {"origin": "missing"}


def test_a_region_brings_all_records_above_it_nearest_first() -> None:
    earlier = replace(ABOVE, effective_from=day("2020"), loc=("records", 1))
    cell = cell_of(region_file(make_book(LINHE, ABOVE, earlier, NATION)))
    assert cell["lineage"] == [
        {"region": "anzhou/linhe", "records": ["anzhou/linhe/waiting/resume/1"]},
        {"region": "anzhou", "records": ["anzhou/waiting/resume/2", "anzhou/waiting/resume/1"]},
        {"region": "china", "records": ["china/waiting/resume/1"]},
    ]


def test_the_periods_say_what_answers_on_every_day() -> None:
    later = replace(LINHE, effective_from=day("2032-07-01"), loc=("records", 1))
    ended = replace(LINHE, effective_to=day("2030-12-31"))
    law = replace(NATION, effective_from=day("2031-03"))
    cell = cell_of(region_file(make_book(ended, later, law)))
    first, second, frame = (
        ["anzhou/linhe/waiting/resume/1"],
        ["anzhou/linhe/waiting/resume/2"],
        ["china/waiting/resume/1"],
    )
    assert cell == {
        "origin": "framed",
        "frames": frame,
        "past": first,
        "upcoming": second,
        "lineage": [
            {"region": "anzhou/linhe", "records": [*first, *second]},
            {"region": "china", "records": frame},
        ],
        "periods": [
            {"origin": "own", "chain": first, "first_day": "2030-02-01", "last_day": "2030-12-31"},
            {
                "origin": "framed",
                "frames": frame,
                "first_day": "2031-03-01",
                "last_day": "2032-06-30",
            },
            {"origin": "own", "chain": second, "frames": frame, "first_day": "2032-07-01"},
        ],
    }


def test_an_unknown_start_reaches_back_to_the_record_before_it() -> None:
    later = replace(RECORD, seen_on=day("2031-05-20"), loc=("records", 1))
    cell = cell_of(region_file(make_book(replace(RECORD, seen_on=day("2029")), later)))
    assert cell["periods"] == [
        {"origin": "own", "chain": ["anzhou/linhe/waiting/resume/1"], "last_day": "2031-05-19"},
        {"origin": "own", "chain": ["anzhou/linhe/waiting/resume/2"], "first_day": "2031-05-20"},
    ]


def test_a_rule_inherited_is_not_told_as_the_region_s_own() -> None:
    book = make_book(ABOVE)
    assert cell_of(region_file(book, "anzhou"))["origin"] == "own"
    assert cell_of(region_file(book, "anzhou/linhe"))["origin"] == "inherited"
    assert cell_of(region_file(book, "anzhou/linhe/dongqu"))["origin"] == "inherited"
    assert cell_of(region_file(book, "baizhou")) == {"origin": "missing"}


def test_the_period_of_today_says_what_the_cell_says() -> None:
    for book in (
        make_book(LINHE, ABOVE, NATION),
        make_book(replace(LINHE, body="none-found"), ABOVE),
    ):
        cell = cell_of(region_file(book))
        (period,) = cell["periods"]
        keys = ("origin", "chain", "frames", "searched")
        assert [period.get(key) for key in keys] == [cell.get(key) for key in keys]

"""What was in force before: the newest first, under its years where each rule is for one year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.model import Record, Row
from generator.resolving import resolve
from generator.site.blocks import Block, block
from generator.site.statements import Statements
from generator.values import Word
from tests.builders import RECORD, REGIONS, day, make_book

AS_OF = date(2031, 6, 1)
LINHE = REGIONS[2]
ROWS = (Row({}, Word("unstated")),)
YEAR = replace(RECORD, rule="premium", part="amount", insurance=("resident",), rows=ROWS)


def shown(insurance: str, *records: Record) -> Block:
    book = make_book(*records)
    first = records[0]
    cell = resolve(book, AS_OF).cells[("anzhou/linhe", insurance, first.rule, first.part)]
    return block(cell, LINHE, book, AS_OF, Statements(book))


def test_earlier_years_are_named_and_told_the_newest_first() -> None:
    years = [replace(YEAR, insured_year=year) for year in (2029, 2031, 2028, 2030)]
    found = shown("resident", *years)
    assert found.past_title == "往年的规定：2030年度、2029年度、2028年度"
    assert [one.period[:6] for one in found.past] == ["2030年度", "2029年度", "2028年度"]


def test_earlier_laws_are_counted() -> None:
    old = replace(RECORD, effective_from=day("2028-01-01"))
    found = shown("employee", old, replace(RECORD, effective_from=day("2030-01-01")))
    assert found.past_title == "以前的规定（1）"
    assert [one.period for one in found.past] == ["2028年1月1日起"]


def test_without_a_past_nothing_is_said_of_it() -> None:
    assert shown("employee", RECORD).past_title == ""

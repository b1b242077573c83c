"""One question on a region's page: silence never looks like law, and every state has its own words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.dates import PartialDate
from generator.model import Book, Claimed, Record, Row
from generator.resolving import Cell, resolve
from generator.site.blocks import Badge, Block, badges, block, silent
from generator.site.statements import Statements
from generator.values import Duration, Word
from tests.builders import CAP, RECORD, REGIONS, SOURCE, make_book, read_answer, row

CHINA, ANZHOU, LINHE, DONGQU, BAIZHOU = REGIONS
AS_OF = TODAY = date(2031, 6, 1)

OWN = RECORD
PARENT = replace(RECORD, region="anzhou", applies_below=True)
FRAME = replace(PARENT, applies_below=False)
FUTURE = replace(OWN, effective_from=PartialDate(2032), loc=("records", 1))
ENDED = replace(OWN, effective_to=PartialDate(2030))
SEARCHED = replace(OWN, body="none-found", rows=(), source=None)
DISPUTED = replace(
    OWN,
    body="disputed",
    rows=(),
    source=None,
    disputed=(Claimed(SOURCE, {}, {"waiting": Duration(6, "months")}, ""),),
)
FOLLOWS = replace(OWN, body="inherits", rows=())
LEFT = replace(OWN, rows=(Row({}, Word("set-below")),))
RUMOUR = Claimed(SOURCE, {}, {"waiting": Duration(6, "months")}, "早于本文件")


def cell_of(book: Book) -> Cell:
    """The cell of employees' waiting in the prefecture."""
    return resolve(book, AS_OF).cells[("anzhou/linhe", "employee", "waiting", "resume")]


def states(*records: Record, today: date = TODAY) -> list[str]:
    """The badges of that cell in words."""
    book = make_book(*records)
    return [badge.label for badge in badges(cell_of(book), book, today)]


def shown(*records: Record) -> Block:
    """The block of that cell."""
    book = make_book(*records)
    return block(cell_of(book), LINHE, book, TODAY, Statements(book))


@pytest.mark.parametrize(
    ("records", "labels"),
    [
        ([], ["未收录"]),
        ([OWN], ["有记录 · 官方文本"]),
        (
            [replace(OWN, source=replace(SOURCE, tier="media"))],
            ["有记录 · 媒体转述", "待复核（超期）"],
        ),
        ([PARENT], ["上级规定适用 · 官方文本"]),
        ([FOLLOWS, PARENT], ["上级规定适用 · 官方文本"]),
        ([FRAME], ["本地未收录，只有上级框架"]),
        ([replace(OWN, rows=(), limits=(CAP,))], ["本地未收录，只有上级框架"]),
        ([FUTURE], ["尚未生效"]),
        ([ENDED], ["已过期，新规定未收录"]),
        ([ENDED, FUTURE], ["尚未生效"]),
        ([SEARCHED], ["查无规定", "待复核（超期）"]),
        ([SEARCHED, PARENT], ["上级规定适用 · 官方文本"]),
        ([DISPUTED], ["来源冲突", "待复核（超期）"]),
        ([LEFT], ["由下级规定"]),
        ([replace(OWN, rows=(Row({}, Word("unstated")),))], ["有记录 · 官方文本", "部分未写明"]),
        (
            [replace(OWN, inferred="没有单列", conflicts=(RUMOUR,))],
            ["有记录 · 官方文本", "推定适用", "另有不同说法"],
        ),
        ([replace(OWN, source=None)], ["有记录 · 无出处", "待复核（超期）"]),
    ],
)
def test_a_cell_says_what_it_is(records: list[Record], labels: list[str]) -> None:
    assert states(*records) == labels


def test_the_colour_of_a_state_is_that_of_its_kind() -> None:
    book = make_book(OWN)
    assert list(badges(cell_of(book), book, TODAY)) == [Badge("tier-official", "有记录 · 官方文本")]
    assert list(badges(cell_of(make_book()), book, TODAY)) == [Badge("missing", "未收录")]


def test_an_answer_not_compared_for_too_long_says_so() -> None:
    assert states(OWN, today=date(2032, 1, 31)) == ["有记录 · 官方文本"]
    assert states(OWN, today=date(2032, 2, 1)) == ["有记录 · 官方文本", "待复核（超期）"]


def test_an_answer_resting_on_an_old_comparison_above_says_so() -> None:
    old = replace(PARENT, last_verified=date(2029, 1, 1))
    assert states(OWN, old) == ["有记录 · 官方文本", "待复核（超期）"]


@pytest.mark.parametrize(
    ("record", "unsaid"),
    [
        (OWN, False),
        (replace(OWN, rows=(row({}, {"waiting": "3 months", "starts": "unstated"}),)), True),
        (replace(OWN, rows=(Row({}, Word("unstated")),)), True),
        (replace(OWN, otherwise=Word("unstated")), True),
        (replace(OWN, otherwise=read_answer({"starts": "unstated"})), True),
        (replace(OWN, otherwise=Word("set-below")), False),
        (LEFT, False),
        (FOLLOWS, False),
    ],
)
def test_a_record_is_silent_where_its_document_is(record: Record, unsaid: bool) -> None:
    assert silent(record) == unsaid


def test_a_block_is_told_whole() -> None:
    book = make_book(OWN)
    statements = Statements(book)
    assert shown(OWN) == Block(
        anchor="employee-waiting-resume",
        rule="waiting",
        title="等待期",
        rule_title="等待期",
        question="要等多久？",
        origin="own",
        badges=(Badge("tier-official", "有记录 · 官方文本"),),
        answers=(statements.of(OWN, LINHE),),
        frames=(),
        upcoming=(),
        past=(),
        ask=("要等几个月？",),
    )


def test_a_rule_of_several_parts_is_titled_by_its_part() -> None:
    book = make_book()
    cell = resolve(book, AS_OF).cells[("anzhou/linhe", "employee", "premium", "account")]
    found = block(cell, LINHE, book, TODAY, Statements(book))
    assert (found.title, found.rule_title) == ("个人账户", "缴费")


def test_an_answer_that_leaves_nothing_open_stands_alone() -> None:
    assert [one.home for one in shown(OWN, PARENT).answers] == ["regions/anzhou/linhe"]


def test_an_answer_with_something_unsaid_brings_the_next_one_up() -> None:
    nation = replace(PARENT, region="china")
    partly = replace(OWN, otherwise=Word("unstated"))
    assert [one.home for one in shown(partly, PARENT, nation).answers] == [
        "regions/anzhou/linhe",
        "regions/anzhou",
    ]


def test_a_region_that_follows_its_parent_shows_the_parents_rule() -> None:
    assert [one.home for one in shown(FOLLOWS, PARENT).answers] == [
        "regions/anzhou/linhe",
        "regions/anzhou",
    ]


def test_what_is_left_to_lower_levels_brings_nothing_from_above() -> None:
    assert [one.home for one in shown(LEFT, PARENT).answers] == ["regions/anzhou/linhe"]


def test_frames_and_rules_to_come_stand_beside_the_answer() -> None:
    found = shown(OWN, FRAME, FUTURE)
    assert [one.own for one in found.answers] == [True]
    assert [one.home for one in found.frames] == ["regions/anzhou"]
    assert [one.period for one in found.upcoming] == ["2032年起"]


def test_past_rules_are_told_newest_first() -> None:
    records = [
        replace(OWN, effective_from=PartialDate(year), loc=("records", number))
        for number, year in enumerate((2029, 2031, 2028))
    ]
    assert [one.period for one in shown(*records).past] == ["2029年起", "2028年起"]

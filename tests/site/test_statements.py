"""A record as its reader sees it: every case in words, the table beside them, and who says otherwise."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.dates import PartialDate
from generator.model import Case, Claimed, Limit, Record, Row
from generator.site.statements import (
    Dissent,
    Grid,
    Line,
    Statement,
    Statements,
    insurance_words,
    said,
    statement,
)
from generator.values import Duration, Span, Value, Word
from tests.builders import (
    CAP,
    DOCUMENT,
    OUTCOMES,
    RECORD,
    REGIONS,
    SOURCE,
    WAITING,
    make_book,
    read_answer,
    row,
)

CHINA, ANZHOU, LINHE, DONGQU, BAIZHOU = REGIONS
BOOK = make_book(RECORD)
RUMOUR = replace(SOURCE, clause="", clause_missing="网文", tier="media")
PREMIUM = replace(RECORD, rule="premium", part="amount", insurance=("resident",), insured_year=2031)
ACCOUNT = replace(RECORD, rule="premium", part="account")


def seen(record: Record) -> Statement:
    """The record on its own region's page."""
    return statement(record, LINHE, BOOK)


def decided(*rows: Row, otherwise: dict[str, str] | str | None = None) -> Record:
    """A decision table."""
    answer = None if otherwise is None else read_answer(otherwise)
    return replace(RECORD, rows=rows, otherwise=answer)


def test_a_statement_is_told_whole() -> None:
    record = replace(
        decided(row({"lapse_months": "0-3"}, {"waiting": "0 months"})),
        also=(("办结时限", "10个工作日"),),
        note="一句话",
        inferred="问答没有单列",
        differs_from_parent="比省里短",
    )
    found = seen(record)
    assert found.evidence is not None
    assert found == Statement(
        lead="",
        lines=(Line("断缴不超过3个月", "不设等待期。"),),
        grid=Grid(("情形", "等待期"), (("断缴不超过3个月", "不设等待期"),)),
        limits=(),
        also=(("办结时限", "10个工作日"),),
        note="一句话",
        inferred="问答没有单列",
        differs="比省里短",
        dissents=(),
        evidence=found.evidence,
        tier="official",
        period="起始日期没有写明",
        home="regions/anzhou/linhe",
        anchor="employee-waiting-resume",
        own=True,
        insurance="职工（推定）",
        examples=(),
        clashes=(),
    )


def test_the_cases_no_row_names_come_last() -> None:
    record = decided(
        row({"back_paid": "true"}, {"waiting": "0 months"}), otherwise={"waiting": "6 months"}
    )
    assert seen(record).lines == (
        Line("已补缴", "不设等待期。"),
        Line("其他情形", "等待期6个月。"),
    )


@pytest.mark.parametrize(
    ("word", "says"), [("unstated", "文件未写明。"), ("set-below", "由下级规定。")]
)
def test_a_case_left_open_is_marked(word: str, says: str) -> None:
    record = decided(row({"back_paid": "true"}, {"waiting": "0 months"}), otherwise=word)
    assert seen(record).lines[-1] == Line("其他情形", says, open=True)


def test_a_way_that_is_closed_is_an_answer() -> None:
    record = decided(row({"back_paid": "false"}, "not-possible"))
    assert seen(record).lines == (Line("没有补缴", "不能办理。", open=False),)


def test_a_document_that_says_nothing_has_one_line_and_no_table() -> None:
    found = seen(decided(row({}, "unstated")))
    assert (found.lines, found.grid) == ((Line("", "文件未写明。", open=True),), None)


def test_a_document_that_leaves_all_to_others_has_one_line_without_a_case() -> None:
    assert seen(decided(otherwise="set-below")).lines == (Line("", "由下级规定。", open=True),)


def test_a_decision_table_shows_the_outcomes_some_row_has() -> None:
    record = decided(
        row({"back_paid": "true"}, {"waiting": "0 months"}),
        row(
            {"back_paid": "false", "lapse_months": "0-3"}, {"waiting": "3 months", "benefit": "0%"}
        ),
        row({"back_paid": "false", "lapse_months": "4+"}, "unstated"),
    )
    assert seen(record).grid == Grid(
        ("情形", "等待期", "等待期待遇"),
        (
            ("已补缴", "不设等待期", "—"),
            ("断缴不超过3个月，没有补缴", "3个月", "0%"),
            ("断缴4个月及以上，没有补缴", "文件未写明", ""),
        ),
    )


def test_values_are_told_in_a_sentence_and_in_two_columns() -> None:
    values: dict[str, Value] = {
        "kept": True,
        "since": PartialDate(2030, 2),
        "on_lapse": ("usable",),
    }
    found = seen(replace(ACCOUNT, rows=(Row({}, values),)))
    assert found.lines == (Line("", "年限保留，可用；2030年2月。"),)
    assert found.grid == Grid(
        ("项目", "规定"), (("保留年限", "年限保留"), ("起始", "2030年2月"), ("断缴后", "可用"))
    )


def test_keyed_rows_are_a_table_with_the_keys_they_use() -> None:
    rows = (
        Row({"who": "adult"}, {"personal_cny": Decimal(400)}),
        Row({"who": "child", "age": Span(0, 5)}, {"personal_cny": Word("none")}),
    )
    found = seen(replace(PREMIUM, rows=rows))
    assert found.lines == ()
    assert found.grid == Grid(
        ("人群", "年龄", "个人缴费"),
        (("成年人", "—", "400元/年"), ("儿童", "不超过5周岁", "无")),
    )


def test_rows_of_one_word_are_one_line() -> None:
    found = seen(replace(PREMIUM, rows=(Row({}, Word("set-below")),)))
    assert (found.lines, found.grid) == ((Line("", "由下级规定。", open=True),), None)


@pytest.mark.parametrize(
    ("record", "lead"),
    [
        (replace(RECORD, body="inherits", rows=()), "核对过：上级的规定在本地适用。"),
        (
            replace(RECORD, body="none-found", rows=(), searched="查了官网", source=None),
            "查过，没有查到规定：查了官网",
        ),
        (
            replace(RECORD, body="disputed", rows=(), source=None),
            "同级来源互相矛盾，本站都不采信：",
        ),
        (replace(RECORD, rows=(), limits=(CAP,)), "这份文件没有定数，只划了界限："),
        (RECORD, ""),
    ],
)
def test_a_record_without_an_answer_says_what_it_is(record: Record, lead: str) -> None:
    assert seen(record).lead == lead


def test_a_record_without_a_source_has_no_evidence_and_no_period() -> None:
    found = seen(replace(RECORD, source=None))
    assert (found.evidence, found.period, found.tier) == (None, "", "")


def test_limits_say_whom_they_bind_and_how() -> None:
    months = Duration(6, "months")
    limits = (
        CAP,
        Limit("waiting", row({"back_paid": "true"}, {}).when, "at_most", months),
        Limit("benefit", {}, "at_least", Decimal("0.5")),
    )
    assert seen(replace(RECORD, limits=limits)).limits == (
        "等待期不超过6个月",
        "已补缴：等待期不超过6个月",
        "等待期待遇不少于50%",
    )


def test_who_says_otherwise_is_told_with_the_reason() -> None:
    when = row({"back_paid": "false"}, {}).when
    says: dict[str, Value] = {"waiting": Duration(6, "months"), "starts": "next"}
    record = replace(RECORD, conflicts=(Claimed(RUMOUR, when, says, "早于本文件"),))
    assert seen(record).dissents == (
        Dissent(
            "没有补缴：等待期 6个月；起算 缴费次月",
            "《断缴办法》（安医保〔2030〕1号），网文，媒体转述",
            "https://example.org/rules",
            "早于本文件",
        ),
    )


def test_in_a_dispute_all_sides_are_told_and_none_is_refuted() -> None:
    sides = tuple(
        Claimed(SOURCE, {}, {"waiting": Duration(amount, "months")}, "") for amount in (3, 6)
    )
    found = seen(replace(RECORD, body="disputed", rows=(), source=None, disputed=sides))
    assert [(one.says, one.because) for one in found.dissents] == [
        ("等待期 3个月", ""),
        ("等待期 6个月", ""),
    ]


def test_examples_are_told_in_the_rules_own_words() -> None:
    cases = (
        Case({"lapse_months": "5", "rhythm": "monthly"}, {"waiting": "3 months", "benefit": "0%"}),
        Case({"back_paid": "false"}, {"waiting": "not-possible"}),
        Case({"resumed": "2031-05"}, {"waiting": "3 months"}),
        Case({"lapse_months": "5"}, {"benefits_from": "2031-08-01"}),
    )
    assert seen(replace(RECORD, cases=cases)).examples == (
        Line("断缴5个月，按月缴", "等待期3个月；报销0%。"),
        Line("没有补缴", "等待期：不能办理。"),
    )


def test_seen_from_below_a_record_is_not_the_regions_own() -> None:
    below = statement(RECORD, DONGQU, BOOK)
    assert (below.own, below.home) == (False, "regions/anzhou/linhe")


def test_insurance_types_are_told_in_the_books_order() -> None:
    record = replace(RECORD, insurance=("flexible", "employee"))
    assert insurance_words(record, BOOK) == "职工、灵活"


def test_the_same_statement_is_made_once_for_all_regions_below() -> None:
    statements = Statements(BOOK)
    record = replace(RECORD, region="anzhou", applies_below=True)
    assert statements.of(record, ANZHOU) is statements.of(record, ANZHOU)
    assert statements.of(record, LINHE) is statements.of(record, DONGQU)
    assert statements.of(record, LINHE) == statement(record, LINHE, BOOK)
    assert statements.of(record, ANZHOU) == statement(record, ANZHOU, BOOK)


def test_a_value_beyond_a_higher_limit_is_told_to_readers() -> None:
    long = decided(row({}, {"waiting": "9 months"}))
    cap = replace(RECORD, region="anzhou", applies_below=False, rows=(), limits=(CAP,))
    found = Statements(make_book(long, cap)).of(long, LINHE)
    assert found.clashes == ("等待期9个月 超出安州省的界限（不超过6个月）",)


def test_a_value_that_cannot_be_compared_with_a_limit_is_no_clash() -> None:
    days = decided(row({}, {"waiting": "60 days"}))
    cap = replace(RECORD, region="anzhou", applies_below=False, rows=(), limits=(CAP,))
    assert Statements(make_book(days, cap)).of(days, LINHE).clashes == ()


def test_what_is_said_of_a_row_is_the_rules_sentence() -> None:
    answer = read_answer({"waiting": "3 months", "starts": "payment"})
    assert said(answer, WAITING.part("resume"), OUTCOMES) == "等待期3个月；从缴费当月起算。"


def test_a_page_without_a_title_is_named_for_what_it_is() -> None:
    untitled = replace(DOCUMENT, title=None, about="一篇问答")
    found = statement(RECORD, LINHE, make_book(documents=(untitled,)))
    assert found.evidence is not None
    assert found.evidence.document == "一篇问答"

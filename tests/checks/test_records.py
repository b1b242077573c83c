"""A record has one body with something in it, and says all that its fields call for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.folders import Folder, small_book

FEES_FILE = "records/anzhou/linhe/fees.yml"
CITY_FILE = "records/anzhou/linhe/resume.yml"
BODY = "    values: {refund: half, rate: 10%}\n"
SOURCE = "    source: {document: linhe-notice-2029, clause_missing: 公告，无条款号}\n"
CLAIM = "      - {source: {document: linhe-notice-2029, clause: 第四条}, says: {refund: full}}\n"


@pytest.fixture
def book(tmp_path: Path) -> Folder:
    return small_book(tmp_path)


def test_a_record_without_a_body_is_told(book: Folder) -> None:
    book.change(FEES_FILE, BODY, "")
    assert book.check().told == [f"policies/{FEES_FILE}:12:5: R009 没有正文"]


def test_a_body_without_a_value_is_told(book: Folder) -> None:
    book.change(FEES_FILE, BODY, "    values: {}\n")
    assert book.check().told == [f"policies/{FEES_FILE}:16:13: R009 这里没有值"]


def test_a_row_without_a_value_is_told(book: Folder) -> None:
    book.change(CITY_FILE, "then: {wait: 2 months, wait_share: 50%}", "then: {}")
    assert book.check().told == [f"policies/{CITY_FILE}:12:9: R009 这里没有值"]


def test_a_dispute_of_one_is_told(book: Folder) -> None:
    book.change(FEES_FILE, BODY + SOURCE, f"    disputed:\n{CLAIM}")
    assert book.check().told == [f"policies/{FEES_FILE}:12:5: R009 disputed 只有一种说法"]


def test_a_dispute_of_two_is_fine(book: Folder) -> None:
    book.change(FEES_FILE, BODY + SOURCE, f"    disputed:\n{CLAIM}{CLAIM.replace('full', 'half')}")
    assert book.check().told == []


def test_two_kinds_of_having_no_answer_are_told(book: Folder) -> None:
    claims = CLAIM + CLAIM.replace("full", "half")
    book.change(FEES_FILE, BODY + SOURCE, f"    none_found: 查了公告\n    disputed:\n{claims}")
    assert book.check().told == [f"policies/{FEES_FILE}:12:5: R009 正文写了不止一种"]


def test_what_holds_otherwise_must_say_all_its_fields_call_for(book: Folder) -> None:
    book.change(CITY_FILE, "otherwise: unstated", "otherwise: {wait: 5 months}")
    assert book.check().told == [
        f"policies/{CITY_FILE}:14:16: R011 写了 wait 却没写 wait_share（等候期可借比例）"
    ]


def test_what_holds_otherwise_is_held_against_limits(book: Folder) -> None:
    book.change(
        CITY_FILE, "otherwise: unstated", "otherwise: {wait: 9 months, wait_share: unstated}"
    )
    assert book.check().told == [
        f"policies/{CITY_FILE}:14:23: L001 等候期9个月 超出安国的界限（不超过6个月）"
    ]


@pytest.mark.parametrize(
    ("case", "told"),
    [
        ("{given: {gap_months: two}, expect: {wait: 1 month}}", "18:30: R019 given 里的 gap_months 写得不对：two"),
        ("{given: {}, expect: {wait: 1 month}}", "18:17: R019 given 是空的"),
        ("{given: {gap_months: 2}, expect: {}}", "18:42: R019 expect 是空的"),
        ("{given: {gap_months: 9}, expect: {wait: 1 month}}", ""),
        ("{given: {gap_months: 9, paid_back: false}, expect: {wait: 1 month}}", "18:67: R020 例子要 wait = 1 month，表里是 unstated"),
        ("{given: {newcomer: true}, expect: {wait: 0 months}}", ""),
    ],
)  # fmt: skip
def test_an_example_is_worked_through_the_table(book: Folder, case: str, told: str) -> None:
    book.change(CITY_FILE, "{given: {gap_months: 2}, expect: {wait: 1 month}}", case)
    assert book.check().told == ([f"policies/{CITY_FILE}:{told}"] if told else [])


def test_a_limit_names_exactly_one_bound_and_an_amount(book: Folder) -> None:
    law = "records/anland/resume.yml"
    book.change(law, "at_most: 6 months}", "at_most: 6 months, at_least: 1 month}")
    assert book.check().told == [f"policies/{law}:9:9: R009 limits 要写一个界限"]
    book.change(law, "at_most: 6 months, at_least: 1 month}", "at_most: unstated}")
    assert book.check().told == [f"policies/{law}:9:9: R003 wait 的界限不对"]


def test_a_limit_binds_only_the_people_it_names(book: Folder) -> None:
    law = "records/anland/resume.yml"
    book.change(law, "{field: wait, at_most", "{field: wait, when: {newcomer: true}, at_most")
    book.change(CITY_FILE, "wait: 2 months", "wait: 7 months")
    assert book.check().told == []


def test_a_limit_binds_only_while_both_are_in_force(book: Folder) -> None:
    law = "records/anland/resume.yml"
    start = "effective_from: 2029-01-01"
    book.change(law, start, f"{start}\n    effective_to: 2029-02-28")
    book.change(CITY_FILE, "wait: 2 months", "wait: 7 months")
    assert book.check().told == []

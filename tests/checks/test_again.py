"""Checking again after an edit finds what a whole check finds, whatever was edited."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.book import LiveBook, checked
from generator.checks import CHECKS
from generator.checks.again import REACH
from tests.folders import DOCUMENTS, TODAY, Folder, small_book

CITY_FILE = "records/anzhou/linhe/resume.yml"
EDITS = (
    (CITY_FILE, "wait: 2 months", "wait: 9 months"),  # above the nation's limit
    (CITY_FILE, "gap_months: 0-3", "gap_months: 0-2"),  # a hole
    (CITY_FILE, "expect: {wait: 1 month}", "expect: {wait: 8 months}"),  # an example that disagrees
    (CITY_FILE, "note: 等候期从缴费算起", "note: 等候期12天"),  # a number nobody holds
    (CITY_FILE, "wait: 2 months", "wait: 2"),  # a file that cannot be read
    ("records/anland/resume.yml", "at_most: 6 months", "at_most: 1 month"),  # seen in another file
    (
        "documents/anzhou/linhe.yml",
        "title: 停用公告",
        "title: 停用12天公告",
    ),  # a number a note may hold
    ("regions.yml", "name: 临河市", "name: 河市"),
    ("fields.yml", "label: 停用月数", "label: 停了几个月"),
    ("rules/resume.yml", "title: 恢复借书\nquestion", "title: 再借书\nquestion"),
    ("book.yml", "id: secondary", "id: second"),
)


@pytest.fixture
def book(tmp_path: Path) -> Folder:
    return small_book(tmp_path)


@pytest.mark.parametrize("edit", EDITS, ids=[f"{name}: {new}" for name, _, new in EDITS])
def test_after_an_edit_and_after_its_undoing(book: Folder, edit: tuple[str, str, str]) -> None:
    name, old, new = edit
    live = LiveBook(book.policies)
    assert live.checked(TODAY) == checked(book.policies, TODAY)
    book.change(name, old, new)
    assert live.checked(TODAY) == checked(book.policies, TODAY)
    book.change(name, new, old)
    assert live.checked(TODAY) == checked(book.policies, TODAY)


def test_after_edits_that_pile_up(book: Folder) -> None:
    live = LiveBook(book.policies)
    for name, old, new in (EDITS[0], EDITS[1], EDITS[3], EDITS[5], EDITS[6]):
        book.change(name, old, new)
        assert live.checked(TODAY) == checked(book.policies, TODAY)
    book.remove(CITY_FILE)
    assert live.checked(TODAY) == checked(book.policies, TODAY)


def test_a_record_that_starts_on_the_day_of_one_elsewhere(book: Folder) -> None:
    live = LiveBook(book.policies)
    live.checked(TODAY)
    book.write("records/wrong/resume.yml", (book.policies / CITY_FILE).read_text(encoding="utf-8"))
    found = live.checked(TODAY)
    assert found == checked(book.policies, TODAY)
    assert {"R015", "P002"} <= {finding.code for finding in found[1]}


def test_a_document_that_nobody_cites_any_more(book: Folder) -> None:
    live = LiveBook(book.policies)
    live.checked(TODAY)
    book.write("documents/anzhou.yml", DOCUMENTS.format(region="anzhou", id="new-2030", title="新"))
    found = live.checked(TODAY)
    assert [finding.code for finding in found[1]] == ["S005"]


def test_another_day_is_another_check(book: Folder) -> None:
    live = LiveBook(book.policies)
    live.checked(TODAY)
    early = TODAY.replace(year=2029)
    assert live.checked(early) == checked(book.policies, early)
    assert {finding.code for finding in live.checked(early)[1]} == {"R013"}


def test_reach_is_told_of_known_checks_only() -> None:
    assert REACH.keys() <= CHECKS.keys()

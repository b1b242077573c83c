"""`policybook fmt`: what it writes, what it only tells, and what it leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.folders import CITY, Folder, Ran, policybook, small_book

CITY_FILE = "records/anzhou/linhe/resume.yml"
MIXED = """\
rule: resume
region: anzhou/linhe
# 全部记录
records:
- insurance: [adult]
  part: card
  last_verified: 2030-05-01   # 对过
  effective_from: 2029-03-01
  decisions:
    - then: {wait_share: 0%, wait: 1 month}
      when: {gap_months: 0-3, newcomer: false}
  source: {clause: '第二条', document: linhe-notice-2029}
  otherwise: unstated
"""
ORDERED = """\
region: anzhou/linhe
rule: resume
# 全部记录
records:
  - part: card
    insurance: [adult]
    effective_from: 2029-03-01
    decisions:
      - when: {newcomer: false, gap_months: 0-3}
        then: {wait: 1 month, wait_share: 0%}
    otherwise: unstated
    source: {document: linhe-notice-2029, clause: '第二条'}
    last_verified: 2030-05-01   # 对过
"""


@pytest.fixture
def book(tmp_path: Path) -> Folder:
    return small_book(tmp_path)


def fmt(book: Folder, *options: str) -> Ran:
    return policybook("fmt", *options, folder=book.root)


def text(book: Folder) -> str:
    return (book.policies / CITY_FILE).read_text(encoding="utf-8")


def test_a_book_in_order_stays_as_it_is(book: Folder) -> None:
    assert fmt(book) == Ran(0, "", "policybook fmt: 5 个文件，整理了 0 个\n")
    assert text(book) == CITY


def test_keys_are_put_in_order_and_comments_stay(book: Folder) -> None:
    book.write(CITY_FILE, MIXED)
    assert fmt(book) == Ran(0, f"policies/{CITY_FILE}\n", "policybook fmt: 5 个文件，整理了 1 个\n")
    assert text(book) == ORDERED


def test_check_lists_and_writes_nothing(book: Folder) -> None:
    book.write(CITY_FILE, MIXED)
    ran = fmt(book, "--check")
    assert ran == Ran(1, f"policies/{CITY_FILE}\n", "policybook fmt: 5 个文件，要整理 1 个\n")
    assert text(book) == MIXED


def test_diff_shows_the_lines_and_writes_nothing(book: Folder) -> None:
    book.write(
        CITY_FILE,
        CITY.replace(
            "region: anzhou/linhe\nrule: resume\n", "rule: resume\nregion: anzhou/linhe\n"
        ),
    )
    ran = fmt(book, "--diff")
    assert ran.status == 1
    assert ran.out.splitlines()[:6] == [
        f"--- policies/{CITY_FILE}",
        f"+++ policies/{CITY_FILE}",
        "@@ -1,5 +1,5 @@",
        "+region: anzhou/linhe",
        " rule: resume",
        "-region: anzhou/linhe",
    ]


def test_only_the_named_files_and_folders_are_read(book: Folder) -> None:
    book.write(CITY_FILE, MIXED)
    assert (
        fmt(book, "--check", "policies/documents").err == "policybook fmt: 2 个文件，要整理 0 个\n"
    )
    assert fmt(book, "--check", f"policies/{CITY_FILE}").status == 1


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("policies/nothing.yml", "没有 policies/nothing.yml 这个文件"),
        ("policies/regions.yml", "policies/regions.yml 不是 policies/ 里的记录或出处，不整理"),
        ("/etc", "/etc 不是 policies/ 里的记录或出处，不整理"),
    ],
)
def test_other_files_are_refused(book: Folder, name: str, told: str) -> None:
    assert fmt(book, name) == Ran(1, "", f"policybook fmt: {told}\n")


def test_a_file_with_a_fault_is_told_and_left(book: Folder) -> None:
    book.write(CITY_FILE, MIXED + "rule: again\n")
    ran = fmt(book)
    assert ran.status == 1
    assert ran.err.startswith(f"policies/{CITY_FILE}:14:1: Y010 键 rule 重复\n")
    assert text(book) == MIXED + "rule: again\n"


def test_a_way_of_writing_it_does_not_know_is_told_and_left(book: Folder) -> None:
    odd = CITY.replace("note: 等候期从缴费算起", "note: 等候期\n      从缴费算起")
    book.write(CITY_FILE, odd)
    ran = fmt(book)
    assert (ran.status, text(book)) == (0, odd)
    assert f"policies/{CITY_FILE}: 写法特殊，没有整理\n" in ran.err

"""The formats of `policybook check`, and how its paths are written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.folders import Ran, policybook, small_book

CITY_FILE = "records/anzhou/linhe/resume.yml"


def test_a_clean_book_is_told_with_its_size(tmp_path: Path) -> None:
    assert small_book(tmp_path).check() == Ran(0, "", "policybook check: 4 条记录，没有问题\n")


def test_text_gives_place_fault_expectation_and_what_was_meant(tmp_path: Path) -> None:
    book = small_book(tmp_path)
    book.change(CITY_FILE, "wait: 2 months", "wiat: 2 months")
    assert book.check() == Ran(
        1,
        f"policies/{CITY_FILE}:13:16: R001 不认识的键 wiat\n"
        "    应为：只用已声明的键\n"
        "    是不是想写 wait？\n",
        "policybook check: 1 个问题\n",
    )


def test_json_gives_the_same_in_named_fields(tmp_path: Path) -> None:
    book = small_book(tmp_path)
    book.change(CITY_FILE, "wait: 2 months", "wiat: 2 months")
    ran = book.check("--format", "json")
    assert (ran.status, ran.err) == (1, "")
    assert json.loads(ran.out) == {
        "schema": 1,
        "findings": [
            {
                "code": "R001",
                "file": f"policies/{CITY_FILE}",
                "line": 13,
                "column": 16,
                "message": "不认识的键 wiat",
                "expected": "只用已声明的键",
                "mend": "是不是想写 wait？",
            }
        ],
    }


def test_json_of_a_clean_book_is_an_empty_list(tmp_path: Path) -> None:
    ran = small_book(tmp_path).check("--format", "json")
    assert (ran.status, json.loads(ran.out)) == (0, {"schema": 1, "findings": []})


def test_github_gives_one_annotation_on_one_line(tmp_path: Path) -> None:
    book = small_book(tmp_path)
    book.change(CITY_FILE, "wait_share: 50%", "wait_share: 50%%")
    assert book.check("--format", "github") == Ran(
        1,
        f"::error file=policies/{CITY_FILE},line=13,col=44::"
        "R003 wait_share 的值 50%25%25 不对。应为：百分数，例如 50%25。\n",
        "",
    )


@pytest.mark.parametrize("book", [".", "policies"])
def test_the_book_may_be_named_by_its_project_or_its_records(book: str, tmp_path: Path) -> None:
    folder = small_book(tmp_path)
    folder.change(CITY_FILE, "wait: 2 months", "wait: 7 months")
    ran = policybook("check", "--book", book, folder=tmp_path)
    assert ran.told == [
        f"policies/{CITY_FILE}:13:22: L001 等候期7个月 超出安国的界限（不超过6个月）"
    ]


def test_a_book_elsewhere_is_named_by_its_whole_path(tmp_path: Path) -> None:
    folder = small_book(tmp_path / "book")
    folder.change(CITY_FILE, "wait: 2 months", "wait: 7 months")
    (tmp_path / "here").mkdir()
    ran = policybook("check", "--book", "../book", folder=tmp_path / "here")
    assert ran.told == [
        f"{tmp_path}/book/policies/{CITY_FILE}:13:22: L001 等候期7个月 超出安国的界限（不超过6个月）"
    ]

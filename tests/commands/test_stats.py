"""`policybook stats`: the figures of a book, as a table and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

from tests.folders import policybook, small_book


def test_json_counts_records_documents_regions_tiers_and_cells(tmp_path: Path) -> None:
    ran = policybook("stats", "--json", folder=small_book(tmp_path).root)
    assert (ran.status, ran.err) == (0, "")
    assert json.loads(ran.out) == {
        "schema": 1,
        "records": 4,
        "documents": 2,
        "regions": 4,
        "regions_with_records": 2,
        "overdue": 0,
        "by_rule": {"resume": 2, "fees": 2},
        "by_tier": {"official": 4, "secondary": 0},
        "by_origin": {"own": 4, "inherited": 0, "framed": 2, "none-found": 0, "missing": 9},
    }


def test_the_table_says_the_same_in_words(tmp_path: Path) -> None:
    ran = policybook("stats", folder=small_book(tmp_path).root)
    lines = dict(line.replace("　", " ").split() for line in ran.out.splitlines())
    assert (lines["记录"], lines["文件"], lines["未收录"]) == ("4", "2", "9")


def test_a_book_with_findings_is_not_counted(tmp_path: Path) -> None:
    book = small_book(tmp_path)
    book.change("records/anland/resume.yml", "anland-act-2029", "anland-act-2030")
    ran = policybook("stats", "--json", folder=tmp_path)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.splitlines()[0] == (
        "policies/documents/anland.yml:3:9: S005 没有记录引用 anland-act-2029"
    )

"""Comparison tables as CSV: what is written comes back, and no cell is a formula."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Record
from generator.resolving import resolve
from generator.site.rules import rule_page
from generator.site.spreadsheets import guarded, spreadsheets
from tests.builders import DOCUMENT, RECORD, day, make_book, row, steady

ADDRESS = "rules/waiting/resume.csv"


def files(*records: Record, title: str = "断缴办法") -> dict[str, str]:
    document = replace(DOCUMENT, title=title)
    book = make_book(*records, documents=(document,))
    resolved = resolve(book, date(2031, 6, 1))
    pages = [rule_page(rule, resolved, book, date(2031, 6, 1)) for rule in book.rules]
    return dict(spreadsheets(pages, book))


def read(text: str) -> list[list[str]]:
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_a_table_has_a_chinese_head_and_a_line_per_case_with_its_evidence() -> None:
    rows = (
        row({"lapse_months": "0-3"}, {"waiting": "0 months", "benefit": "50%"}),
        row({"lapse_months": "4+"}, "unstated"),
    )
    made = files(replace(RECORD, rows=rows, effective_from=day("2030-02-01")))
    assert list(made) == [ADDRESS]
    evidence = [
        "有记录 · 官方文本",
        "官方文本",
        "2030年2月1日起",
        "《断缴办法》",
        "安医保〔2030〕1号",
    ]
    rest = ["第三条", "https://example.org/rules", "2031-01-31"]
    place = ["010100", "安州", "安州 林河市", "职工"]
    head, first, second = read(made[ADDRESS])
    assert head[:5] == ["地区代码", "省份", "地区", "险种", "情形"]
    assert head[5:7] == ["等待期", "等待期待遇"]
    assert first == [*place, "断缴不超过3个月", "不设等待期", "50%", *evidence, *rest]
    assert second[4:7] == ["断缴4个月及以上", "文件未写明", "文件未写明"]


def test_lines_end_as_the_standard_says() -> None:
    text = files(RECORD)[ADDRESS]
    assert text.count("\r\n") == 2
    assert text.replace("\r\n", "").count("\n") == 0


def test_a_part_without_a_local_record_has_no_file() -> None:
    assert files(replace(RECORD, region="china", applies_below=True)) == {}


@pytest.mark.parametrize("cell", ["=1+1", "+86", "-1", "@a", "\tx"])
def test_a_cell_is_never_a_formula(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"


@steady
@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=20))
def test_what_is_written_comes_back(title: str) -> None:
    line = read(files(RECORD, title=title)[ADDRESS])[1]
    assert f"《{title}》" in line


@steady
@given(st.text(max_size=20))
def test_guarding_adds_at_most_one_sign(cell: str) -> None:
    assert guarded(cell).removeprefix("'") == cell.removeprefix("'")

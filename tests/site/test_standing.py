"""Whether a document stands: what replaces it, when it ends, and what nobody wrote down."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.site.standing import facts_of, standing_of
from tests.builders import DOCUMENT, day

AS_OF = date(2030, 6, 1)


@pytest.mark.parametrize(
    ("start", "end", "said", "stands"),
    [
        ("2030-02-01", "", "2030年2月1日起施行；没有读到失效或被代替的说明", True),
        ("", "", "没有写明从哪天起施行；没有读到失效或被代替的说明", True),
        ("2030-02-01", "2031-01-31", "2030年2月1日起施行，有效期至2031年1月31日", True),
        ("2029-02-01", "2030-05-31", "已于2030年5月31日到期", False),
        ("2029-02-01", "2030", "2029年2月1日起施行，有效期至2030年", True),
        ("2030-07-01", "", "尚未生效：2030年7月1日起施行", False),
    ],
)
def test_a_document_stands_by_its_own_dates(start: str, end: str, said: str, stands: bool) -> None:
    document = replace(DOCUMENT, effective_from=day(start), effective_to=day(end))
    assert standing_of(document, (), AS_OF) == (said, stands)


@pytest.mark.parametrize(
    ("begins", "said", "stands"),
    [
        ("2030-05-01", "已被后来的文件代替", False),
        ("2030-07-01", "2030年2月1日起施行；将被后来的文件代替", True),
        ("", "有后来的文件代替它，没有写明从哪天起", False),
    ],
)
def test_a_document_stands_until_its_successor_begins(begins: str, said: str, stands: bool) -> None:
    later = replace(DOCUMENT, id="later", effective_from=day(begins))
    assert standing_of(DOCUMENT, (later,), AS_OF) == (said, stands)


def test_what_was_not_read_is_said_so() -> None:
    silent = replace(DOCUMENT, doc_no=None, issuer=None, issued=None, effective_from=None)
    assert list(facts_of(silent)) == [
        ("文号", "没有读到文号"),
        ("发文单位", "没有读到发文单位"),
        ("发文日期", "没有读到"),
        ("施行日期", "没有写明"),
        ("失效日期", "没有写明"),
        ("核对的是", "存档副本"),
    ]


def test_a_report_about_a_document_says_what_was_read() -> None:
    told = replace(DOCUMENT, about="一篇报道", page_date=day("2030-03-01"))
    assert ("读到的是", "一篇报道") in list(facts_of(told))
    assert ("网页日期", "2030年3月1日") in list(facts_of(told))

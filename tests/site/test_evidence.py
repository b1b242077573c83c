"""The evidence beside a value: what the source does not say is written as not said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.dates import PartialDate
from generator.model import Record
from generator.site.evidence import Evidence, evidence_of, origin_of, period_of, source_words
from tests.builders import DOCUMENT, RECORD, REGIONS, SOURCE, day, make_book

CHINA, ANZHOU, LINHE, DONGQU, BAIZHOU = REGIONS
BOOK = make_book(RECORD)
SILENT = replace(
    DOCUMENT,
    title=None,
    about="网上的一篇问答",
    doc_no=None,
    issuer=None,
    issued=None,
    read="live-page",
    official_url="",
)


def test_the_evidence_says_all_that_was_read() -> None:
    record = replace(RECORD, effective_from=PartialDate(2030, 2, 1))
    assert evidence_of(record, LINHE, BOOK) == Evidence(
        document="《断缴办法》",
        page="documents/rules-2030",
        doc_no="安医保〔2030〕1号",
        issuer="安州省医保局",
        issued="2030年1月5日",
        clause="第三条",
        tier="official",
        tier_label="官方文本",
        tier_about="政府网站",
        period="2030年2月1日起",
        verified="2031年1月31日",
        verified_on="2031-01-31",
        due="2032-01-31",
        read="存档副本",
        origin="本地规定",
        url="https://example.org/rules",
        official_url="https://example.org/",
        note="",
        path="policies/records/anzhou/linhe/waiting.yml",
        line="1",
    )


def test_the_evidence_says_what_was_not_read() -> None:
    source = replace(SOURCE, clause="", clause_missing="问答，无条款号")
    record = replace(RECORD, source=source)
    assert evidence_of(record, LINHE, make_book(documents=(SILENT,))) == Evidence(
        document="网上的一篇问答",
        page="documents/rules-2030",
        doc_no="没有读到文号",
        issuer="没有读到发文单位",
        issued="没有读到",
        clause="没有条款号：问答，无条款号",
        tier="official",
        tier_label="官方文本",
        tier_about="政府网站",
        period="起始日期没有写明",
        verified="2031年1月31日",
        verified_on="2031-01-31",
        due="2032-01-31",
        read="原网页",
        origin="本地规定",
        url="https://example.org/rules",
        official_url="",
        note="",
        path="policies/records/anzhou/linhe/waiting.yml",
        line="1",
    )


def test_the_place_where_a_record_was_read_goes_before_the_documents() -> None:
    record = replace(
        RECORD, source=replace(SOURCE, tier="media", url="https://example.org/news"), loc=("x", "y")
    )
    found = evidence_of(record, LINHE, BOOK)
    assert found is not None
    assert (found.tier, found.tier_label, found.url, found.line) == (
        "media",
        "媒体转述",
        "https://example.org/news",
        "",
    )
    assert found.due == "2031-04-30"


def test_a_record_without_a_source_has_no_evidence() -> None:
    assert evidence_of(replace(RECORD, source=None), LINHE, BOOK) is None


@pytest.mark.parametrize(
    ("start", "seen", "end", "told"),
    [
        ("2030-02-01", "", "", "2030年2月1日起"),
        ("2030", "", "", "2030年起"),
        ("2030-02", "", "2035-12-31", "2030年2月起，至2035年12月31日"),
        ("", "2030-04-19", "", "起始日期没有写明，2030年4月19日已在执行"),
        ("", "2030", "2035", "起始日期没有写明，2030年已在执行，至2035年"),
        ("", "", "", "起始日期没有写明"),
        ("2030", "2031", "", "2030年起"),
    ],
)
def test_a_period_pads_no_date_and_owns_to_an_unknown_start(
    start: str, seen: str, end: str, told: str
) -> None:
    record = replace(RECORD, effective_from=day(start), seen_on=day(seen), effective_to=day(end))
    assert period_of(record) == told


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("2031-01-01", "2031-12-31", "2031年度（待遇期2031年1月1日至2031年12月31日）"),
        ("2031-01-01", "", "2031年度（待遇期2031年1月1日至终止没有写明）"),
        ("", "2031-12", "2031年度（待遇期起始没有写明至2031年12月）"),
        ("", "", "2031年度（待遇起止没有写明）"),
    ],
)
def test_a_notice_tells_its_insured_year_and_the_time_it_buys(
    first: str, last: str, told: str
) -> None:
    record = replace(RECORD, insured_year=2031, benefit_from=day(first), benefit_to=day(last))
    assert period_of(record) == told


@pytest.mark.parametrize(
    ("below", "told"),
    [(True, "安州省规定，直接适用于本地"), (False, "安州省的框架，具体由下级规定")],
)
def test_a_rule_from_above_says_whose_it_is_and_whether_it_binds(below: bool, told: str) -> None:
    record: Record = replace(RECORD, region="anzhou", applies_below=below)
    assert origin_of(record, LINHE, BOOK) == told
    assert origin_of(record, ANZHOU, BOOK) == "本地规定"


def test_a_source_is_told_in_one_line() -> None:
    assert source_words(SOURCE, BOOK) == (
        "《断缴办法》（安医保〔2030〕1号），第三条，官方文本",
        "https://example.org/rules",
    )


def test_a_source_without_number_or_clause_says_why() -> None:
    source = replace(
        SOURCE, clause="", clause_missing="网文", tier="media", url="https://example.org/a"
    )
    assert source_words(source, make_book(documents=(SILENT,))) == (
        "网上的一篇问答，网文，媒体转述",
        "https://example.org/a",
    )

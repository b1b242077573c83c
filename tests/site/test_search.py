"""The search index: one entry per region, rule and record, in a script that can be read from a folder on disk."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from typing import TypedDict

from generator.dates import PartialDate
from generator.model import Book, Record, Row
from generator.site.links import Links
from generator.site.search import search_script
from tests.builders import DOCUMENT, RECORD, make_book, row


class Index(TypedDict):
    """What the script holds."""

    entries: list[dict[str, str | int]]
    synonyms: list[list[str]]
    insurance: list[list[str]]


def read(book: Book) -> Index:
    """The data in the script."""
    script = search_script(book, Links(""))
    start, end = "self.policybookSearch=", ";\n"
    assert script.startswith(start)
    assert script.endswith(end)
    index: Index = json.loads(script.removeprefix(start).removesuffix(end))
    return index


def entry(record: Record) -> dict[str, str | int]:
    """The entry of a book's only record."""
    return read(make_book(record))["entries"][-1]


def test_every_region_rule_and_record_has_one_entry_with_its_own_number() -> None:
    entries = read(make_book(RECORD, replace(RECORD, insurance=("flexible",))))["entries"]
    assert [one["kind"] for one in entries] == ["region"] * 5 + ["rule"] * 2 + ["record"] * 2
    assert [one["id"] for one in entries] == list(range(9))


def test_the_index_brings_synonyms_and_insurance_types() -> None:
    index = read(make_book())
    assert index["synonyms"] == [["断缴", "断保"]]
    assert index["insurance"] == [
        ["employee", "职工", "职工医保"],
        ["flexible", "灵活", "灵活就业医保"],
        ["resident", "居民", "居民医保"],
    ]


def test_a_region_is_found_by_all_its_names_and_its_province() -> None:
    assert read(make_book())["entries"][3] == {
        "id": 3,
        "kind": "region",
        "url": "regions/anzhou/linhe/dongqu/",
        "title": "东区",
        "region": "东区 东区 林河 安州",
        "rule": "",
        "insurance": "",
        "text": "",
        "state": "",
    }
    assert read(make_book())["entries"][2]["region"] == "林河市 林河 老林河 安州"


def test_a_rule_is_found_by_its_question_and_its_parts() -> None:
    assert read(make_book())["entries"][6] == {
        "id": 6,
        "kind": "rule",
        "url": "rules/premium/",
        "title": "缴费",
        "rule": "缴费",
        "region": "",
        "insurance": "",
        "text": "缴多少？ 缴费标准 个人账户",
        "state": "",
    }


def test_a_record_is_found_by_what_it_says_and_by_its_document() -> None:
    record = replace(
        RECORD,
        insurance=("employee", "flexible"),
        effective_from=PartialDate(2030, 2),
        rows=(row({"lapse_months": "0-3"}, {"waiting": "0 months"}),),
        note="一句话",
    )
    assert entry(record) == {
        "id": 7,
        "kind": "record",
        "url": "regions/anzhou/linhe/#employee-waiting-resume",
        "title": "林河市 · 等待期",
        "region": "林河市 林河 老林河 安州",
        "rule": "等待期 恢复待遇",
        "insurance": "employee flexible",
        "text": "断缴不超过3个月 不设等待期。 一句话 《断缴办法》 安医保〔2030〕1号 第三条",
        "state": "官方文本 · 2030年2月起",
    }


def test_a_table_without_sentences_is_found_by_its_cells() -> None:
    record = replace(
        RECORD,
        rule="premium",
        part="amount",
        insurance=("resident",),
        rows=(Row({"who": "adult"}, {"personal_cny": Decimal(400)}),),
    )
    found = entry(record)
    assert found["title"] == "林河市 · 缴费标准"
    assert found["text"] == "成年人 400元/年 《断缴办法》 安医保〔2030〕1号 第三条"


def test_a_record_without_a_source_is_found_by_what_it_is() -> None:
    record = replace(RECORD, body="none-found", rows=(), searched="查了官网", source=None)
    assert (entry(record)["text"], entry(record)["state"]) == ("", "查过，没有查到规定：查了官网")


def test_a_long_record_is_cut() -> None:
    assert len(str(entry(replace(RECORD, note="长" * 700))["text"])) == 600


def test_no_text_can_close_the_script() -> None:
    hostile = replace(DOCUMENT, title="</script><script>alert(1)</script>")
    book = make_book(RECORD, documents=(hostile,))
    assert "<" not in search_script(book, Links(""))
    assert "《</script><script>alert(1)</script>》" in str(read(book)["entries"][-1]["text"])

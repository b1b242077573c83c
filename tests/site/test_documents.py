"""A document's page names every record that rests on it and every one that cites it as another saying."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.model import Claimed, Document, Record
from generator.resolving import resolve
from generator.site.documents import DocumentPage, DocumentPages, shelves_of
from generator.values import Duration
from tests.builders import DOCUMENT, RECORD, SOURCE, day, make_book

AS_OF = date(2031, 6, 1)
OTHER = replace(DOCUMENT, id="article-2029", region="anzhou/linhe", title="一篇文章", tier="media")
SAYING = Claimed(
    replace(SOURCE, document="article-2029"), {}, {"waiting": Duration(6, "months")}, "早于本文件"
)


def page(
    wanted: str, *records: Record, documents: tuple[Document, ...] = (DOCUMENT, OTHER)
) -> DocumentPage:
    book = make_book(*records, documents=documents)
    return DocumentPages(resolve(book, AS_OF), book).of(book.documents[wanted])


def test_a_record_that_rests_on_the_document_is_linked_where_its_region_shows_it() -> None:
    (one,) = page("rules-2030", replace(RECORD, effective_from=day("2030-02-01"))).records
    assert (one.region.slug, one.title, one.insurance, one.clause, one.period, one.anchor) == (
        "anzhou/linhe",
        "等待期",
        "职工",
        "第三条",
        "2030年2月1日起",
        "employee-waiting-resume",
    )


def test_a_clause_that_is_missing_says_why() -> None:
    source = replace(SOURCE, clause="", clause_missing="问答")
    (one,) = page("rules-2030", replace(RECORD, source=source)).records
    assert one.clause == "没有条款号：问答"


def test_another_saying_is_told_with_the_reason_why_it_is_not_followed() -> None:
    found = page("article-2029", replace(RECORD, conflicts=(SAYING,)))
    assert found.records == ()
    (one,) = found.cited
    assert [(says.says, says.because) for says in one.says] == [("等待期 6个月", "早于本文件")]


def test_only_what_this_document_says_is_told_of_a_record_with_several_sayings() -> None:
    third = replace(OTHER, id="third")
    more = replace(SAYING, source=replace(SOURCE, document="third"), because="二手")
    record = replace(RECORD, conflicts=(SAYING, more))
    (one,) = page("third", record, documents=(DOCUMENT, OTHER, third)).cited
    assert [says.because for says in one.says] == ["二手"]


def test_replacing_is_told_in_both_directions() -> None:
    later = replace(
        DOCUMENT, id="rules-2031", replaces=("rules-2030",), effective_from=day("2031-01-01")
    )
    documents = (DOCUMENT, later)
    assert page("rules-2031", documents=documents).before == (DOCUMENT,)
    earlier = page("rules-2030", documents=documents)
    assert (earlier.after, earlier.standing, earlier.stands) == (
        (later,),
        "已被后来的文件代替",
        False,
    )


def test_the_index_puts_a_province_and_its_places_on_one_shelf() -> None:
    nation = replace(DOCUMENT, id="law", region="china")
    book = make_book(RECORD, documents=(OTHER, DOCUMENT, nation))
    views = DocumentPages(resolve(book, AS_OF), book)
    shelves = list(shelves_of([views.of(one) for one in book.documents.values()], book))
    assert [(shelf.region.slug, [p.document.id for p in shelf.pages]) for shelf in shelves] == [
        ("china", ["law"]),
        ("anzhou", ["rules-2030", "article-2029"]),
    ]


def test_the_index_says_what_a_document_is_used_for() -> None:
    assert page("rules-2030", RECORD).about == ("安医保〔2030〕1号", "2030年1月5日", "1 条记录")
    assert page("article-2029", RECORD).about == (
        "林河",
        "安医保〔2030〕1号",
        "2030年1月5日",
        "只作别的说法",
    )

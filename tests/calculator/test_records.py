"""Every record of the real book through the calculator: the examples beside it are worked, and its rows are said as on the pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypedDict, cast

import pytest

from generator.book import checked
from generator.model import Book, Record
from generator.site.api.records import record_id
from generator.site.encoding import Json as Encoded
from generator.site.encoding import decode
from generator.values import Value, Word
from generator.wording import say_when, sentence
from generator.written import same_written
from tests.calculator import ROOT, Door, opened
from tests.calculator.conftest import DAY

DOOR = Path(__file__).parent / "records_door.js"


class Result(TypedDict):
    """One answer that is still possible in an example."""

    state: str
    record: str
    then: dict[str, Encoded]
    says: str
    document: str


class Worked(TypedDict):
    """An example of a record, and all that the calculator's `ask` answers to it."""

    id: str
    given: dict[str, str]
    expect: dict[str, str]
    results: list[Result]
    missing: list[str]


class Reply(TypedDict):
    """What one region's records say, and its worked examples."""

    said: dict[str, list[tuple[str, str]]]
    worked: list[Worked]


@pytest.fixture(scope="module")
def book() -> Book:
    found, findings = checked(ROOT / "policies", DAY)
    assert found is not None and findings == ()
    return found


@pytest.fixture(scope="module")
def replies(api: Path, book: Book) -> Mapping[str, Reply]:
    telling = {record.region for record in book.records}
    with opened(api, DOOR) as door:
        regions = [one for one in book.regions if one.slug in telling]
        return {one.slug: _reply(door, door.regions[one.code]) for one in regions}


def _reply(door: Door, region: Path) -> Reply:
    return cast(Reply, door.request(region=str(region)))


def _worked(replies: Mapping[str, Reply]) -> Iterator[Worked]:
    for reply in replies.values():
        yield from reply["worked"]


def _clauses(when: str) -> list[str]:
    """Conditions in words, whatever their order: a page keeps the book's, the calculator the rule's."""
    return sorted(when.split("，"))


def _rows(record: Record, book: Book) -> list[tuple[list[str], str]]:
    """The rows of a record as its page says them."""
    part = book.rule_by_slug[record.rule].part(record.part)
    fields = {name: book.find_field(record.rule, name) for name in (*part.keys, *part.fields)}
    decided = part.form == "decisions"
    rows = [
        (say_when(row.when, book.shared.conditions) if decided else "", row.then)
        for row in record.rows
    ]
    if record.otherwise is not None:
        rows.append(("", record.otherwise))
    return [(_clauses(when), sentence(part, fields, then)) for when, then in rows]


def test_the_calculator_says_every_row_as_the_pages_do(
    book: Book, replies: Mapping[str, Reply]
) -> None:
    for record in book.records:
        keyed = book.rule_by_slug[record.rule].part(record.part).form == "rows"
        said = replies[record.region]["said"][record_id(record)]
        rows = [(_clauses("" if keyed else when), says) for when, says in said]
        assert rows == _rows(record, book), record_id(record)


def _agrees(worked: Worked, result: Result, record: Record, book: Book) -> bool:
    """Number, sentence and document of an answer, together."""
    part = book.rule_by_slug[record.rule].part(record.part)
    fields = {name: book.find_field(record.rule, name) for name in part.fields}
    then = result["then"]
    answer: Word | dict[str, Value] = (
        Word(str(then["word"]))
        if "word" in then
        else {name: decode(value, fields[name]) for name, value in then.items()}
    )
    values = {
        name: answer if isinstance(answer, Word) else answer.get(name, Word("unstated"))
        for name in worked["expect"]
        if name in fields
    }
    return (
        all(same_written(worked["expect"][name], values[name], fields[name]) for name in values)
        and result["says"] == sentence(part, fields, answer)
        and record.source is not None
        and result["document"] == record.source.document
    )


def test_every_example_beside_a_record_is_what_the_calculator_answers(
    book: Book, replies: Mapping[str, Reply]
) -> None:
    by_id = {record_id(record): record for record in book.records}
    wrong, counted = [], 0
    for worked in _worked(replies):
        record = by_id[worked["id"]]
        own = [
            one for one in worked["results"] if one["record"] == worked["id"] and one.get("then")
        ]
        silent = set(worked["expect"].values()) == {"unstated"}
        good = [one for one in own if _agrees(worked, one, record, book)]
        certain = len(good) == len(own) or bool(worked["missing"])
        counted += 1
        if not (good and certain) and not (silent and not own):
            wrong.append(worked)
    assert wrong == []
    assert counted > 200

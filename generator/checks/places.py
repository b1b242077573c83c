"""Where in its file a row of a record stands."""

from __future__ import annotations

from generator.findings import Loc
from generator.model import Answer, Book, Record, Row


def answers(record: Record) -> tuple[Row, ...]:
    """The rows, and what holds in all other cases as one more row without conditions."""
    rest: Answer | None = record.otherwise
    return record.rows if rest is None else (*record.rows, Row({}, rest))


def row_loc(record: Record, number: int, book: Book) -> Loc:
    """The place of a row of `answers`."""
    form = book.rule_by_slug[record.rule].part(record.part).form
    if number == len(record.rows):
        return (*record.loc, "otherwise")
    return (*record.loc, "values") if form == "values" else (*record.loc, form, number)


def value_loc(record: Record, number: int, field: str, book: Book) -> Loc:
    """The place of a value in a row of `answers`."""
    row = row_loc(record, number, book)
    return (*row, "then", field) if "decisions" in row else (*row, field)

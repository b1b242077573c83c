"""T: decision tables and keyed tables. Every case matches at most one row; no hole hides behind `otherwise`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations

from generator.findings import Finding, Loc
from generator.model import Book, Field, Record
from generator.tables import (
    Contradiction,
    Table,
    TableCase,
    TableTooLarge,
    build_table,
    gaps,
    holes,
    overlaps,
    unreachable,
    with_needs,
)
from generator.values import Span, Value, Word
from generator.wording import show_case, show_value


def table_faults(book: Book, today: date) -> Iterator[Finding]:
    """All T findings."""
    for record in book.records:
        form = book.rule_by_slug[record.rule].part(record.part).form
        if form == "rows":
            yield from _keyed(record, book)
        elif form == "decisions" and record.rows:
            yield from _decisions(record, book.shared.conditions)


def _decisions(record: Record, fields: Mapping[str, Field]) -> Iterator[Finding]:
    contradictions = list(_contradictions(record, fields))
    yield from contradictions
    if contradictions:
        return
    try:
        table = build_table(record.rows, fields)
    except TableTooLarge:
        message = "条件太多，这张表没有人读得懂"
        yield Finding("T008", record.path, message, "拆成几个部分，或减少条件", "", record.loc)
        return
    yield from _overlap(record, table)
    yield from _uncovered(record, table)


def _contradictions(record: Record, fields: Mapping[str, Field]) -> Iterator[Finding]:
    for number, row in enumerate(record.rows):
        try:
            with_needs(row.when, fields)
        except Contradiction as error:
            message = f"第 {number + 1} 行的条件自相矛盾：{fields[str(error.args[0])].label}"
            yield Finding("T004", record.path, message, "去掉矛盾的条件", "", _row(record, number))


def _overlap(record: Record, table: Table) -> Iterator[Finding]:
    for first, second, case in overlaps(table):
        message = f"第 {first + 1} 行和第 {second + 1} 行重叠：{_told(case, table)}"
        yield Finding("T001", record.path, message, "每种情形只归一行", "", _row(record, second))


def _uncovered(record: Record, table: Table) -> Iterator[Finding]:
    missing = list(gaps(table))
    rest = record.otherwise is not None
    loc = (*record.loc, "otherwise" if rest else "decisions")
    if missing and not rest:
        message = f"有情形没有一行能答：{_told(missing[0], table)}"
        yield Finding("T002", record.path, message, "补上这一行，或写 otherwise: unstated", "", loc)
    if not missing and rest:
        message = "otherwise 永远用不到：各行已覆盖全部情形"
        yield Finding("T006", record.path, message, "删去 otherwise", "", loc)
    for name, span in holes(table) if rest else ():
        field = table.fields[name]
        message = f"两段已答的{field.label}之间漏了{show_value(span, field)}"
        expected = "核对边界词（含、不满、超过）；文件确实没写就单列一行 then: unstated"
        yield Finding("T005", record.path, message, expected, "", (*record.loc, "decisions"))
    for number in unreachable(table):
        message = f"第 {number + 1} 行永远不会用到"
        yield Finding("T003", record.path, message, "检查它的条件", "", _row(record, number))


def _keyed(record: Record, book: Book) -> Iterator[Finding]:
    for (first, one), (second, two) in combinations(enumerate(record.rows), 2):
        if not isinstance(one.then, Word) and _same_key(one.when, two.when):
            message = f"第 {first + 1} 行和第 {second + 1} 行的键重叠"
            yield Finding(
                "T007", record.path, message, "每个键只写一行", "", (*record.loc, "rows", second)
            )


def _same_key(one: Mapping[str, Value], two: Mapping[str, Value]) -> bool:
    return one.keys() == two.keys() and all(_meet(one[name], two[name]) for name in one)


def _meet(one: Value, two: Value) -> bool:
    if isinstance(one, Span) and isinstance(two, Span):
        below = one.high is not None and two.low is not None and one.high < two.low
        above = two.high is not None and one.low is not None and two.high < one.low
        return not below and not above
    return one == two


def _told(case: TableCase, table: Table) -> str:
    return show_case(case, table.fields) or "任何情形"


def _row(record: Record, number: int) -> Loc:
    return (*record.loc, "decisions", number)

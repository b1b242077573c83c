"""P: periods. Nothing ends before it begins, and two records never start on one day for the same cell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from generator.findings import Finding
from generator.model import Book, Record
from generator.resolving import by_start, only_limits


def period_faults(book: Book, today: date) -> Iterator[Finding]:
    """All P findings."""
    groups: defaultdict[tuple[str, ...], list[Record]] = defaultdict(list)
    for record in book.records:
        yield from _backwards(record)
        for insurance in dict.fromkeys(record.insurance):
            kind = "limits" if only_limits(record) else "body"
            if record.applies_below is False:
                kind = f"frame {record.source.document if record.source else ''}"
            groups[(record.region, insurance, record.rule, record.part, kind)].append(record)
    for records in groups.values():
        yield from _succession(records)


def _backwards(record: Record) -> Iterator[Finding]:
    pairs = {
        "effective_to": (record.effective_from, record.effective_to),
        "benefit_to": (record.benefit_from, record.benefit_to),
    }
    for key, (first, last) in pairs.items():
        if first and last and last.latest < first.earliest:
            message = f"{key} {last} 早于起始 {first}"
            yield Finding("P001", record.path, message, "止期不早于起期", "", (*record.loc, key))


def _succession(records: list[Record]) -> Iterator[Finding]:
    for earlier, later in pairwise(by_start(records)):
        if _placed(earlier) == _placed(later):
            message = f"与第 {_number(earlier)} 条记录同一天起始（{_told(later)}）"
            expected = "同一地区、类型、部分，一天只能有一条开始；合并，或写明各自的起始日（都不知道时写 seen_on）"
            code = "P002" if later.effective_from or later.insured_year else "P003"
            yield Finding(code, later.path, message, expected, "", later.loc)


def _placed(record: Record) -> tuple[object, ...]:
    if record.insured_year is not None:
        return ("year", record.insured_year)
    if record.effective_from:
        return ("day", record.effective_from.earliest)
    return ("unknown", record.seen_on.earliest if record.seen_on else None)


def _told(record: Record) -> str:
    if record.insured_year is not None:
        return f"{record.insured_year}年度"
    if record.effective_from:
        return record.effective_from.chinese
    return f"起始不明，{record.seen_on.chinese}已见" if record.seen_on else "起始不明"


def _number(record: Record) -> int:
    return int(record.loc[1]) + 1

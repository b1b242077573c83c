"""R: what a record says, and whether it says enough and nothing beyond its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from generator.checks.places import answers, row_loc
from generator.findings import Finding, did_you_mean
from generator.model import Book, Field, Record, Row
from generator.values import Word
from generator.written import as_written

_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def record_faults(book: Book, today: date) -> Iterator[Finding]:
    """All R findings that need the whole book."""
    for record in book.records:
        yield from _insurance(record, book)
        yield from _one_body(record, book)
        yield from _reach(record, book)
        yield from _verified(record, today)
        yield from _required(record, book)
        yield from _numbers(record, book)


def _insurance(record: Record, book: Book) -> Iterator[Finding]:
    known = [kind.id for kind in book.settings.insurance]
    allowed = book.rule_by_slug[record.rule].part(record.part).insurance
    loc, label = (*record.loc, "insurance"), book.settings.insurance_label
    for name in record.insurance:
        if name not in known:
            mend = did_you_mean(name, known)
            expected = f"应为 {'、'.join(known)} 之一"
            yield Finding("R007", record.path, f"没有 {name} 这个{label}", expected, mend, loc)
        elif name not in allowed:
            expected = f"{record.part} 只用于 {'、'.join(allowed)}"
            yield Finding("R014", record.path, f"{record.part} 不用于 {name}", expected, "", loc)
    if not record.insurance or len(set(record.insurance)) < len(record.insurance):
        yield Finding(
            "R007", record.path, f"{label}为空或重复", f"文件点名的{label}，各写一次", "", loc
        )


def _one_body(record: Record, book: Book) -> Iterator[Finding]:
    table = bool(record.rows) or record.otherwise is not None
    others = {"disputed": bool(record.disputed), "none-found": bool(record.searched)}
    if record.body != "table" and (
        table or any(others[kind] for kind in others if kind != record.body)
    ):
        expected = "decisions / values / rows、inherits、none_found、disputed 只写一种"
        yield Finding("R009", record.path, "正文写了不止一种", expected, "", record.loc)
    if record.body == "table" and not table and not record.limits:
        expected = "写上表、值或 limits；没说的写 unstated"
        yield Finding("R009", record.path, "没有正文", expected, "", record.loc)
    if record.body == "disputed" and len(record.disputed) < 2:
        expected = "至少两种互相矛盾的说法"
        yield Finding("R009", record.path, "disputed 只有一种说法", expected, "", record.loc)
    for number, row in enumerate(answers(record)):
        if not row.then:
            loc = row_loc(record, number, book)
            yield Finding("R009", record.path, "这里没有值", "至少一个字段，或 unstated", "", loc)


def _reach(record: Record, book: Book) -> Iterator[Finding]:
    level = book.region_by_slug[record.region].level
    upper = level in ("nation", "province")
    if upper and record.applies_below is None and record.body == "table":
        expected = "true（直接约束下级）或 false（只是框架）"
        yield Finding(
            "R010", record.path, "全国和省级记录要写 applies_below", expected, "", record.loc
        )


def _verified(record: Record, today: date) -> Iterator[Finding]:
    if record.last_verified > today:
        message = f"last_verified {record.last_verified} 在今天（{today}）之后"
        expected = "与来源比对的那一天"
        yield Finding("R013", record.path, message, expected, "", (*record.loc, "last_verified"))


def _required(record: Record, book: Book) -> Iterator[Finding]:
    part = book.rule_by_slug[record.rule].part(record.part)
    fields = {name: book.find_field(record.rule, name) for name in part.fields}
    pairs = [
        (name, other, values)
        for name, field in fields.items()
        for other, values in field.required_unless.items()
        if other in fields
    ]
    for number, row in enumerate(answers(record)):
        for name, other, values in pairs:
            if _missing(row, name, (other, fields[other]), values):
                message = f"写了 {other} 却没写 {name}（{fields[name].label}）"
                loc = row_loc(record, number, book)
                yield Finding("R011", record.path, message, "写上它；文件没说写 unstated", "", loc)


def _missing(row: Row, name: str, other: tuple[str, Field], values: tuple[str, ...]) -> bool:
    """Whether a row has the other field, with a value that calls for `name`, and not `name`."""
    if isinstance(row.then, Word) or other[0] not in row.then or name in row.then:
        return False
    value = row.then[other[0]]
    return not isinstance(value, Word) and as_written(value, other[1]) not in values


def _numbers(record: Record, book: Book) -> Iterator[Finding]:
    texts = {
        "note": record.note,
        "inferred": record.inferred,
        "differs_from_parent": record.differs_from_parent,
    }
    held: set[str] | None = None
    for key, text in texts.items():
        numbers = _NUMBER.findall(text)
        if not numbers:
            continue
        held = held or _held(record, book)
        extra = [number for number in numbers if number not in held]
        if extra:
            message = f"{key} 里的数字 {'、'.join(extra)} 不在本记录的数值里"
            expected = "删去数字，或把它写成字段或 also"
            yield Finding("R012", record.path, message, expected, "", (*record.loc, key))


def _held(record: Record, book: Book) -> set[str]:
    """Every number the record states: values, dates, clause, what sits beside, its documents' names."""
    claims = (*record.disputed, *record.conflicts)
    cited = [s.document for s in (record.source, *(claim.source for claim in claims)) if s]
    documents = [d for d in map(book.documents.get, cited) if d]
    stated: tuple[object, ...] = (
        *(record.rows, record.otherwise, record.limits, record.also, record.source, claims),
        *(record.cases, record.searched, record.insured_year, record.seen_on),
        *(record.effective_from, record.effective_to, record.benefit_from, record.benefit_to),
        *((d.title, d.about, d.doc_no, d.issued) for d in documents),
    )
    return {number for text in _texts(stated) for number in _forms(text)}


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _texts(key)
            yield from _texts(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _texts(item)
    elif hasattr(value, "__dataclass_fields__"):
        yield from _texts([getattr(value, name) for name in value.__dataclass_fields__])
    elif value is not None:
        yield str(value)


def _forms(text: str) -> Iterator[str]:
    for number in _NUMBER.findall(text):
        yield number
        whole, _, fraction = number.partition(".")
        yield (whole.lstrip("0") or "0") + (f".{fraction}" if fraction else "")
        yield f"{float(number) * 100:g}"

"""L: a local value outside the frame a higher document sets. Reality does conflict: readers see it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.checks.places import answers, value_loc
from generator.checks.regions import tree_stands
from generator.findings import Finding
from generator.model import Book, Field, Limit, Record, Row
from generator.tables import Contradiction, with_needs
from generator.values import Duration, Span, Value, Word
from generator.wording import show_value

_MEND = "核对两边原文；确有冲突就在 exceptions.yml 写明原因"


@dataclass(frozen=True)
class Conflict:
    """A value that a limit of a higher (or the same) region does not allow, or cannot be held against."""

    record: Record
    row: int
    field: str
    value: Value
    limit: Limit
    above: Record
    comparable: bool


def outside_limits(book: Book, today: date) -> Iterator[Finding]:
    """L001 outside a limit; L002 a unit the limit does not use; L003 a limit that excludes one above."""
    if not tree_stands(book):
        return
    for conflict in conflicts(book):
        yield _finding(conflict, book)
    yield from _too_tight(book)


def conflicts(book: Book) -> Iterator[Conflict]:
    """Every value outside a limit set above it while both are in force."""
    for above, alike in _limiting(book):
        for record in alike:
            if _under(record, above, book):
                yield from _violations(record, above, book)


def within(value: Value, limit: Limit) -> bool | None:
    """Whether a value keeps a limit; None where their units cannot be compared."""
    measured, bound = _measure(value), _measure(limit.value)
    if measured is None or bound is None:
        return None
    if measured[1] == 0 and limit.bound == "at_most":
        return True
    if measured[0] != bound[0]:
        return None
    return measured[1] <= bound[1] if limit.bound == "at_most" else measured[1] >= bound[1]


def _limiting(book: Book) -> Iterator[tuple[Record, Sequence[Record]]]:
    """Every record with limits, and the records of the whole book that answer the same question."""
    alike: defaultdict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in book.records:
        alike[(record.rule, record.part)].append(record)
    for record in book.records:
        if record.limits:
            yield record, alike[(record.rule, record.part)]


def _under(record: Record, above: Record, book: Book) -> bool:
    if record is above or not any(kind in above.insurance for kind in record.insurance):
        return False
    here = record.region == above.region
    inside = here or any(region.slug == above.region for region in book.above(record.region))
    return inside and _together(record, above)


def _together(one: Record, two: Record) -> bool:
    """Whether both can be in force on one day; an unknown start is taken to reach back."""
    if one.insured_year != two.insured_year:
        return False
    starts = [r.effective_from.earliest for r in (one, two) if r.effective_from]
    ends = [r.effective_to.latest for r in (one, two) if r.effective_to]
    return max(starts, default=date.min) <= min(ends, default=date.max)


def _violations(record: Record, above: Record, book: Book) -> Iterator[Conflict]:
    for limit in above.limits:
        for number, row in enumerate(answers(record)):
            if isinstance(row.then, Word) or limit.field not in row.then:
                continue
            value = row.then[limit.field]
            if isinstance(value, Word) or not _meets(row, limit, book.conditions_of(record.rule)):
                continue
            fits = within(value, limit)
            if not fits:
                yield Conflict(record, number, limit.field, value, limit, above, fits is False)


def _measure(value: Value) -> tuple[str, Decimal] | None:
    if isinstance(value, Duration):
        return value.unit, Decimal(value.amount)
    return ("", value) if isinstance(value, Decimal) else None


def _meets(row: Row | Limit, limit: Limit, fields: Mapping[str, Field]) -> bool:
    """Whether some person can fall under both the row and the limit's own condition."""
    try:
        one, two = with_needs(row.when, fields), with_needs(limit.when, fields)
    except Contradiction:
        return False
    return all(_touch(one[name], two[name]) for name in one if name in two)


def _touch(one: Value, two: Value) -> bool:
    if isinstance(one, Span) and isinstance(two, Span):
        below = one.high is not None and two.low is not None and one.high < two.low
        above = two.high is not None and one.low is not None and two.high < one.low
        return not below and not above
    if isinstance(one, tuple) and isinstance(two, tuple):
        return bool(set(one) & set(two))
    return one == two


def _finding(conflict: Conflict, book: Book) -> Finding:
    record, message = conflict.record, conflict_words(conflict, book)
    loc = value_loc(record, conflict.row, conflict.field, book)
    if conflict.comparable:
        return Finding("L001", record.path, message, _MEND, "", loc)
    return Finding("L002", record.path, message, "在 exceptions.yml 写明", "", loc)


def conflict_words(conflict: Conflict, book: Book) -> str:
    """The conflict in one sentence, for contributors and readers alike."""
    field = book.find_field(conflict.record.rule, conflict.field)
    value = show_value(conflict.value, field)
    above = book.region_by_slug[conflict.above.region].name
    words = f"{above}的界限（{_told(conflict.limit, field)}）"
    if conflict.comparable:
        return f"{field.label}{value} 超出{words}"
    return f"{field.label}{value} 的单位与{words}不同，无法比较"


def _told(limit: Limit, field: Field) -> str:
    return f"{'不超过' if limit.bound == 'at_most' else '不少于'}{show_value(limit.value, field)}"


def _too_tight(book: Book) -> Iterator[Finding]:
    """A region's own limit that leaves no room for what a region above states."""
    for record, alike in _limiting(book):
        for above in alike:
            if above.region != record.region and _under(record, above, book):
                for number in range(len(record.limits)):
                    yield from _excluded(record, number, above, book)


def _excluded(record: Record, number: int, above: Record, book: Book) -> Iterator[Finding]:
    limit = record.limits[number]
    field = book.find_field(record.rule, limit.field)
    name = book.region_by_slug[above.region].name
    for stated in _stated(limit, above, book):
        message = f"{field.label}的界限（{_told(limit, field)}）与{name}的{stated} 相冲突"
        yield Finding("L003", record.path, message, _MEND, "", (*record.loc, "limits", number))


def _stated(limit: Limit, above: Record, book: Book) -> Iterator[str]:
    """What a record above says that this limit excludes: a value, or a limit from the other side."""
    fields = book.conditions_of(above.rule)
    field = book.find_field(above.rule, limit.field)
    for row in answers(above):
        if isinstance(row.then, Word) or not _meets(row, limit, fields):
            continue
        value = row.then.get(limit.field)
        if value is None or isinstance(value, Word) or within(value, limit) is not False:
            continue
        yield f"数值 {show_value(value, field)}"
    for other in above.limits:
        same = other.field == limit.field and other.bound != limit.bound
        if same and _meets(other, limit, fields) and within(other.value, limit) is False:
            yield f"界限（{_told(other, field)}）"

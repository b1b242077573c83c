"""The page of a rule: the national frame, then every region's own rows side by side, then what nobody researched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.counting import tier_of
from generator.dates import PartialDate
from generator.model import Book, Field, Part, Record, Region, Row, Rule
from generator.resolving import Cell, Resolved
from generator.site.blocks import Badge, badges
from generator.site.sorting import sort_value
from generator.site.statements import Statement, statement
from generator.site.strictness import against_frames
from generator.values import WORDS, Word
from generator.wording import say_when, show_value


@dataclass(frozen=True)
class Datum:
    """A cell of a comparison: its text and, where it is a number, what to sort by."""

    text: str
    sort: str = ""
    mark: str = ""


@dataclass(frozen=True)
class Entry:
    """A line of a comparison: one case of one region's record."""

    region: Region
    province: str
    place: str
    insurance: tuple[str, ...]
    insurance_label: str
    anchor: str
    case: str
    data: tuple[Datum, ...]
    tier: str
    tier_label: str
    verified: str
    badge: Badge
    record: Record


@dataclass(frozen=True)
class Uncovered:
    """How many regions have no record of their own, and what stands in for one."""

    total: int
    own: int
    inherited: int
    framed: int
    missing: int


@dataclass(frozen=True)
class Comparison:
    """One part of a rule across all regions."""

    part: Part
    title: str
    frames: tuple[Statement, ...]
    heads: tuple[str, ...]
    numeric: tuple[bool, ...]
    entries: tuple[Entry, ...]
    provinces: tuple[tuple[str, str], ...]
    insurance: tuple[tuple[str, str], ...]
    uncovered: tuple[tuple[str, Uncovered], ...]
    looser: int
    stricter: int


@dataclass(frozen=True)
class RulePage:
    """All a rule's page says."""

    rule: Rule
    comparisons: tuple[Comparison, ...]


def rule_page(rule: Rule, resolved: Resolved, book: Book, today: date) -> RulePage:
    """The view of one rule."""
    cells = [cell for cell in resolved.cells.values() if cell.rule == rule.rule]
    parts = {part.part: [cell for cell in cells if cell.part == part.part] for part in rule.parts}
    return RulePage(
        rule, tuple(_comparison(rule, part, parts[part.part], book, today) for part in rule.parts)
    )


def _comparison(
    rule: Rule, part: Part, cells: Sequence[Cell], book: Book, today: date
) -> Comparison:
    fields = book.fields_of(rule.rule, part.part)
    owned = [
        cell
        for cell in cells
        if cell.first and cell.first.region == cell.region and not _top(cell, book)
    ]
    entries = tuple(
        entry for group in _grouped(owned) for entry in _entries(group, part, fields, book, today)
    )
    marks = Counter(datum.mark for entry in entries for datum in entry.data if datum.mark)
    provinces = {entry.province: book.region_by_slug[entry.province].short for entry in entries}
    kinds = [kind for kind in book.settings.insurance if kind.id in part.insurance]
    return Comparison(
        part=part,
        title=rule.title if len(rule.parts) == 1 else part.title,
        frames=_national(cells, book),
        heads=tuple(fields[name].label for name in part.columns),
        numeric=tuple(
            fields[name].type not in ("text", "link", "choice", "choices") for name in part.columns
        ),
        entries=entries,
        provinces=tuple(provinces.items()),
        insurance=tuple((kind.id, kind.label) for kind in kinds),
        uncovered=tuple((kind.label, _uncovered(cells, kind.id, book)) for kind in kinds),
        looser=marks["宽于"],
        stricter=marks["严于"],
    )


def _top(cell: Cell, book: Book) -> bool:
    return book.region_by_slug[cell.region].level == "nation"


def _national(cells: Sequence[Cell], book: Book) -> tuple[Statement, ...]:
    top = next(region for region in book.regions if region.level == "nation")
    records: dict[int, Record] = {}
    for cell in cells:
        if cell.region == top.slug:
            records |= {
                id(record): record for record in (*cell.chain, *cell.frames, *cell.upcoming)
            }
    shown = [statement(record, top, book) for record in records.values()]
    return tuple(_merged(group) for group in _alike(shown))


def _alike(shown: Sequence[Statement]) -> Iterator[list[Statement]]:
    """Statements that say the same on the same evidence, for different insurance types."""
    groups: dict[object, list[Statement]] = {}
    for one in shown:
        source = one.evidence and (one.evidence.document, one.evidence.clause)
        groups.setdefault((one.lines, one.grid, one.limits, one.period, source), []).append(one)
    yield from groups.values()


def _merged(group: Sequence[Statement]) -> Statement:
    return replace(group[0], insurance="、".join(one.insurance for one in group))


def _grouped(cells: Sequence[Cell]) -> Iterator[list[Cell]]:
    """Cells of one record together: it may serve several insurance types."""
    groups: dict[int, list[Cell]] = {}
    for cell in cells:
        groups.setdefault(id(cell.first), []).append(cell)
    yield from groups.values()


def _entries(
    group: Sequence[Cell], part: Part, fields: Mapping[str, Field], book: Book, today: date
) -> Iterator[Entry]:
    cell, record = group[0], group[0].first
    assert record is not None
    region = book.region_by_slug[cell.region]
    marks = against_frames(record, cell.frames, part, book) if cell.frames else {}
    day = record.last_verified
    tier = tier_of(record, book)
    insurance = tuple(one.insurance for one in group)
    kinds = "、".join(kind.short for kind in book.settings.insurance if kind.id in insurance)
    province, place = _province(region, book).slug, _place(region, book)
    badge = next(iter(badges(cell, book, today)))
    for number, row in enumerate(record.rows or (Row({}, Word("unstated")),)):
        yield Entry(
            region=region,
            province=province,
            place=place,
            insurance=insurance,
            insurance_label=kinds,
            anchor=f"{cell.insurance}-{cell.rule}-{cell.part}",
            case=_case(row, record, part, fields, book),
            data=tuple(
                _datum(row, record, name, fields[name], marks.get((number, name), ""))
                for name in part.columns
            ),
            tier=tier,
            tier_label=book.tier_by_id[tier].label if tier else "—",
            verified=PartialDate(day.year, day.month, day.day).chinese,
            badge=badge,
            record=record,
        )


def _case(row: Row, record: Record, part: Part, fields: Mapping[str, Field], book: Book) -> str:
    year = f"{record.insured_year}年度" if record.insured_year else ""
    if part.form == "decisions":
        words = say_when(row.when, book.shared.conditions)
    else:
        words = "，".join(show_value(value, fields[key]) for key, value in row.when.items())
    return "，".join(word for word in (year, words) if word) or "—"


def _datum(row: Row, record: Record, name: str, field: Field, mark: str) -> Datum:
    if record.body != "table":
        words = {"none-found": "查无规定", "disputed": "来源冲突", "inherits": "同上级规定"}
        return Datum(words[record.body])
    if isinstance(row.then, Word):
        return Datum(WORDS[row.then.slug])
    if name not in row.then:
        return Datum("—")
    value = row.then[name]
    return Datum(show_value(value, field), sort_value(value), mark)


def _province(region: Region, book: Book) -> Region:
    lineage = (region, *book.above(region.slug))
    return lineage[-2] if len(lineage) > 1 else region


def _place(region: Region, book: Book) -> str:
    above = [other.short for other in reversed(book.above(region.slug)) if other.level != "nation"]
    return "".join(f"{name} " for name in above) + region.name


def _uncovered(cells: Sequence[Cell], insurance: str, book: Book) -> Uncovered:
    counted = [cell for cell in cells if cell.insurance == insurance and not _top(cell, book)]
    counted = [cell for cell in counted if not book.region_by_slug[cell.region].not_applicable]
    origins = Counter(
        "own" if cell.first and cell.first.region == cell.region else cell.origin
        for cell in counted
    )
    missing = origins["missing"] + origins["none-found"]
    return Uncovered(len(counted), origins["own"], origins["inherited"], origins["framed"], missing)

"""One record as a reader sees it: the cases in words, a table, and the evidence beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.checks.limits import conflict_words, conflicts
from generator.counting import tier_of
from generator.model import Answer, Book, Claimed, Field, Part, Record, Region, Row
from generator.site.evidence import Evidence, evidence_of, origin_of, source_words
from generator.values import WORDS, Value, Word
from generator.wording import say_when, sentence, show_value
from generator.written import parse_fact, parse_outcome


@dataclass(frozen=True)
class Line:
    """A case and what holds in it; `when` is empty for a rule without conditions."""

    when: str
    says: str
    open: bool = False


@dataclass(frozen=True)
class Grid:
    """A small table: heads and rows of texts."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Dissent:
    """What another source says, and why it is not followed."""

    says: str
    source: str
    url: str
    because: str


@dataclass(frozen=True)
class Statement:
    """A record, ready to be shown."""

    lead: str
    lines: tuple[Line, ...]
    grid: Grid | None
    limits: tuple[str, ...]
    also: tuple[tuple[str, str], ...]
    note: str
    inferred: str
    differs: str
    dissents: tuple[Dissent, ...]
    evidence: Evidence | None
    tier: str
    period: str
    home: str
    anchor: str
    own: bool
    insurance: str
    examples: tuple[Line, ...]
    clashes: tuple[str, ...]


class Statements:
    """Every record's statement, made once for its own region and once for all regions below it."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._made: dict[int, Statement] = {}
        self._below: dict[int, Statement] = {}
        self._clashes = _clashes(book)

    def of(self, record: Record, region: Region) -> Statement:
        """The record as `region`'s page shows it."""
        if record.region == region.slug:
            return self._own(record)
        if id(record) not in self._below:
            self._below[id(record)] = _from_below(self._own(record), record, region, self._book)
        return self._below[id(record)]

    def _own(self, record: Record) -> Statement:
        if id(record) not in self._made:
            region = self._book.region_by_slug[record.region]
            made = statement(record, region, self._book)
            clashes = self._clashes.get(id(record), ())
            self._made[id(record)] = replace(made, clashes=clashes) if clashes else made
        return self._made[id(record)]


def _from_below(own: Statement, record: Record, region: Region, book: Book) -> Statement:
    """The same seen from a region below: only whose rule it is reads otherwise."""
    evidence = own.evidence and replace(own.evidence, origin=origin_of(record, region, book))
    return replace(own, evidence=evidence, own=False)


def statement(record: Record, region: Region, book: Book) -> Statement:
    """The record as `region`'s page shows it."""
    rule = book.rule_by_slug[record.rule]
    part = rule.part(record.part)
    fields = book.fields_of(record.rule, record.part)
    evidence = evidence_of(record, region, book)
    return Statement(
        lead=_lead(record),
        lines=tuple(_lines(record, part, fields, book)),
        grid=_grid(record, part, fields, book),
        limits=tuple(_limits(record, fields, book)),
        also=record.also,
        note=record.note.rstrip("。"),
        inferred=record.inferred.rstrip("。"),
        differs=record.differs_from_parent.rstrip("。"),
        dissents=tuple(
            _dissent(claim, fields, book) for claim in (*record.disputed, *record.conflicts)
        ),
        evidence=evidence,
        tier=tier_of(record, book),
        period=evidence.period if evidence else "",
        home=f"regions/{record.region}",
        anchor=f"{record.insurance[0]}-{record.rule}-{record.part}",
        own=record.region == region.slug,
        insurance=insurance_words(record, book),
        examples=tuple(_examples(record, part, fields, book)),
        clashes=(),
    )


def insurance_words(record: Record, book: Book) -> str:
    """The insurance types of a record, marked where we infer them."""
    names = "、".join(kind.short for kind in book.settings.insurance if kind.id in record.insurance)
    return f"{names}（推定）" if record.inferred else names


def _clashes(book: Book) -> dict[int, tuple[str, ...]]:
    """What the limits of higher regions say against a record, in words."""
    found: dict[int, tuple[str, ...]] = {}
    for conflict in conflicts(book):
        if conflict.comparable:
            words = conflict_words(conflict, book)
            found[id(conflict.record)] = (*found.get(id(conflict.record), ()), words)
    return found


def _examples(
    record: Record, part: Part, fields: Mapping[str, Field], book: Book
) -> Iterator[Line]:
    """The worked examples that can be told in the rule's own words."""
    conditions = book.shared.conditions
    for case in record.cases:
        if all(name in conditions for name in case.given) and all(n in fields for n in case.expect):
            facts = {name: _fact(text, conditions[name]) for name, text in case.given.items()}
            told = {name: parse_outcome(text, fields[name]) for name, text in case.expect.items()}
            yield Line(say_when(facts, conditions), said(told, part, fields))


def _fact(text: str, field: Field) -> Value:
    atom = parse_fact(text, field)
    assert atom is not None
    return (atom,) if isinstance(atom, str) else atom


def said(then: Answer, part: Part, fields: Mapping[str, Field]) -> str:
    """What holds in one row, as the rule's sentence."""
    return sentence(part, fields, then)


def _lead(record: Record) -> str:
    if record.body == "inherits":
        return "核对过：上级的规定在本地适用。"
    if record.body == "none-found":
        return f"查过，没有查到规定：{record.searched}"
    if record.body == "disputed":
        return "同级来源互相矛盾，本站都不采信："
    return "" if record.rows or record.otherwise else "这份文件没有定数，只划了界限："


def _lines(record: Record, part: Part, fields: Mapping[str, Field], book: Book) -> list[Line]:
    if part.form == "rows" and not _one_word(record.rows):
        return []
    conditions = book.shared.conditions
    lines = [
        Line(say_when(row.when, conditions), said(row.then, part, fields), _silent(row.then))
        for row in record.rows
    ]
    if record.otherwise is not None:
        lines.append(
            Line(
                "其他情形" if lines else "",
                said(record.otherwise, part, fields),
                _silent(record.otherwise),
            )
        )
    return lines


def _silent(then: Answer) -> bool:
    return isinstance(then, Word) and then.slug in ("unstated", "set-below")


def _one_word(rows: Sequence[Row]) -> bool:
    return len(rows) == 1 and isinstance(rows[0].then, Word)


def _grid(record: Record, part: Part, fields: Mapping[str, Field], book: Book) -> Grid | None:
    if not record.rows or _one_word(record.rows):
        return None
    if part.form == "values":
        return _two_columns(record.rows[0].then, fields)
    used = [name for name in part.fields if any(_has(row, name) for row in record.rows)]
    keys = [name for name in part.keys if any(name in row.when for row in record.rows)]
    if not used:
        return None  # every row is a word: the lines say it all
    heads = [fields[name].label for name in (*keys, *used)]
    if part.form == "decisions":
        heads.insert(0, "情形")
    return Grid(
        tuple(heads), tuple(_grid_row(row, part, keys, used, (fields, book)) for row in record.rows)
    )


def _two_columns(then: Answer, fields: Mapping[str, Field]) -> Grid:
    values = {} if isinstance(then, Word) else then
    rows = tuple(
        (fields[name].label, show_value(value, fields[name])) for name, value in values.items()
    )
    return Grid(("项目", "规定"), rows)


def _has(row: Row, name: str) -> bool:
    return not isinstance(row.then, Word) and name in row.then


def _grid_row(
    row: Row,
    part: Part,
    keys: Sequence[str],
    used: Sequence[str],
    known: tuple[Mapping[str, Field], Book],
) -> tuple[str, ...]:
    fields, book = known
    cells = [show_value(row.when[k], fields[k]) if k in row.when else "—" for k in keys]
    if part.form == "decisions":
        cells = [say_when(row.when, book.shared.conditions) or "任何情形"]
    if isinstance(row.then, Word):
        return (*cells, WORDS[row.then.slug], *("" for _ in used[1:]))
    return (*cells, *(show_value(row.then[n], fields[n]) if n in row.then else "—" for n in used))


def _limits(record: Record, fields: Mapping[str, Field], book: Book) -> list[str]:
    told = []
    for limit in record.limits:
        sense = "不超过" if limit.bound == "at_most" else "不少于"
        when = say_when(limit.when, book.shared.conditions)
        value = show_value(limit.value, fields[limit.field])
        told.append(f"{when}{'：' if when else ''}{fields[limit.field].label}{sense}{value}")
    return told


def _dissent(claim: Claimed, fields: Mapping[str, Field], book: Book) -> Dissent:
    when = say_when(claim.when, book.shared.conditions)
    says = "；".join(
        f"{fields[n].label} {show_value(v, fields[n])}"
        for n, v in claim.says.items()
        if n in fields
    )
    name, url = source_words(claim.source, book)
    return Dissent(f"{when}{'：' if when else ''}{says}", name, url, claim.because)

"""One question on a region's page: its state, the answer, what frames it, what contradicts it, what is coming."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.freshness import overdue
from generator.model import Answer, Book, Part, Record, Region, Rule
from generator.resolving import Cell
from generator.site.statements import Statement, Statements
from generator.values import Word


@dataclass(frozen=True)
class Badge:
    """A state in words; `kind` chooses its colour."""

    kind: str
    label: str


@dataclass(frozen=True)
class Block:
    """One rule part of one insurance on a region page."""

    anchor: str
    rule: str
    title: str
    rule_title: str
    question: str
    origin: str
    badges: tuple[Badge, ...]
    answers: tuple[Statement, ...]
    frames: tuple[Statement, ...]
    upcoming: tuple[Statement, ...]
    past: tuple[Statement, ...]
    ask: tuple[str, ...]
    past_title: str = ""

    @property
    def name(self) -> str:
        """The rule and, where it has several, the part."""
        if self.title == self.rule_title:
            return self.title
        return f"{self.rule_title}：{self.title}"


def block(cell: Cell, region: Region, book: Book, today: date, statements: Statements) -> Block:
    """The cell as the region's page shows it."""
    rule = book.rule_by_slug[cell.rule]
    part = rule.part(cell.part)
    return Block(
        anchor=f"{cell.insurance}-{cell.rule}-{cell.part}",
        rule=rule.rule,
        title=_title(rule, part),
        rule_title=rule.title,
        question=rule.question,
        origin=cell.origin,
        badges=tuple(badges(cell, book, today)),
        answers=tuple(statements.of(record, region) for record in _shown(cell)),
        frames=tuple(statements.of(record, region) for record in cell.frames),
        upcoming=tuple(statements.of(record, region) for record in cell.upcoming),
        past=tuple(statements.of(record, region) for record in reversed(cell.past)),
        ask=part.ask,
        past_title=_past_title(cell),
    )


def badges(cell: Cell, book: Book, today: date) -> Iterator[Badge]:
    """The states of a cell, the most important first; never none."""
    first = cell.first
    if first is None:
        yield from _unanswered(cell)
    elif first.body in _WITHOUT_VALUE:
        yield _WITHOUT_VALUE[first.body]
        yield from _stale(cell, book, today)
    else:
        below = _left_below(first)
        yield Badge("below", "由下级规定") if below else _known(first, cell, book)
        yield from _remarks(first, cell, book, today)


_WITHOUT_VALUE = {
    "disputed": Badge("conflict", "来源冲突"),
    "none-found": Badge("none", "查无规定"),
}


def _remarks(first: Record, cell: Cell, book: Book, today: date) -> Iterator[Badge]:
    if silent(first):
        yield Badge("partly", "部分未写明")
    if first.inferred:
        yield Badge("partly", "推定适用")
    if first.conflicts:
        yield Badge("partly", "另有不同说法")
    yield from _stale(cell, book, today)


def _stale(cell: Cell, book: Book, today: date) -> Iterator[Badge]:
    if any(overdue(record, book, today) for record in cell.chain):
        yield Badge("stale", "待复核（超期）")


def silent(record: Record) -> bool:
    """Whether the document leaves something unsaid in this record."""
    answers: list[Answer] = [row.then for row in record.rows]
    if record.otherwise is not None:
        answers.append(record.otherwise)
    unsaid = Word("unstated")
    return any(
        then == unsaid or (not isinstance(then, Word) and unsaid in then.values())
        for then in answers
    )


def _unanswered(cell: Cell) -> Iterator[Badge]:
    if cell.origin == "framed":
        yield Badge("framed", "本地未收录，只有上级框架")
    elif cell.upcoming:
        yield Badge("future", "尚未生效")
    else:
        yield Badge("missing", "已过期，新规定未收录" if cell.past else "未收录")


def _known(record: Record, cell: Cell, book: Book) -> Badge:
    source = record.source
    tier = book.tier_by_id[source.tier or book.documents[source.document].tier] if source else None
    kind = tier.id if tier else "missing"
    label = tier.label if tier else "无出处"
    return Badge(
        f"tier-{kind}", f"{'有记录' if cell.origin == 'own' else '上级规定适用'} · {label}"
    )


def _left_below(record: Record) -> bool:
    below = Word("set-below")
    bodies: list[Answer | None] = [row.then for row in record.rows]
    bodies = bodies or [record.otherwise]
    return all(body == below for body in bodies)


def _shown(cell: Cell) -> Iterator[Record]:
    """Each record up to the first that leaves nothing unsaid; last, where we searched in vain."""
    for record in cell.chain:
        yield record
        if record.body == "table" and not silent(record):
            break
    if cell.searched:
        yield cell.searched


def _past_title(cell: Cell) -> str:
    """What stands above the earlier rules: their years, the newest first, where each is for one year."""
    years = [record.insured_year for record in reversed(cell.past) if record.insured_year]
    if years and len(years) == len(cell.past):
        return f"往年的规定：{'、'.join(f'{year}年度' for year in dict.fromkeys(years))}"
    return f"以前的规定（{len(cell.past)}）" if cell.past else ""


def _title(rule: Rule, part: Part) -> str:
    return rule.title if len(rule.parts) == 1 else part.title

"""The one value that the map compares: for the nation and every province its own, a higher one, or what is not known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import Book, Field, Record, Region
from generator.resolving import Cell, Resolved
from generator.values import WORDS, Word
from generator.wording import show_value


@dataclass(frozen=True)
class Mark:
    """A province's value: `short` for the tile, `words` for the table, `kind` its state (chooses the colour).

    `below` counts the regions under the province that have a value of their own.
    """

    kind: str
    short: str
    words: str
    document: str
    document_name: str
    anchor: str
    below: int

    @property
    def long(self) -> bool:
        """Whether the words need smaller letters in the tile."""
        return len(self.short) > 4


def marks_of(resolved: Resolved, book: Book) -> Mapping[str, Mark]:
    """The mark of every region that is no one's part but the nation's; empty where the book compares nothing."""
    wanted = book.settings.map
    if wanted is None:
        return {}
    key = (wanted.insurance, wanted.rule, wanted.part)
    field = book.find_field(wanted.rule, wanted.field)
    cells = {region.slug: resolved.cells[(region.slug, *key)] for region in book.regions}
    own = Counter(
        slug.partition("/")[0]
        for slug, cell in cells.items()
        if "/" in slug and cell.origin == "own"
    )
    return {
        region.slug: _mark(
            region, cells[region.slug], (wanted.field, field), own[region.slug], book
        )
        for region in book.regions
        if "/" not in region.slug
    }


def _mark(region: Region, cell: Cell, field: tuple[str, Field], below: int, book: Book) -> Mark:
    if region.not_applicable:
        return Mark("outside", "不适用", region.not_applicable, "", "", "", 0)
    kind, short, words = _state(cell, *field)
    record = cell.first
    source = book.documents[record.source.document] if record and record.source else None
    shown = cell.chain or cell.frames or cell.past or cell.upcoming
    return Mark(
        kind=kind,
        short=short,
        words=words,
        document=source.id if source else "",
        document_name=source.name if source else "",
        anchor=f"{cell.insurance}-{cell.rule}-{cell.part}" if shown else "",
        below=below,
    )


def _state(cell: Cell, name: str, field: Field) -> tuple[str, str, str]:
    """Kind, short words and whole words of a cell's value."""
    if cell.first is None:
        framed = cell.origin == "framed"
        return ("framed", "框架", "只有上级框架，本地数字未收录") if framed else _MISSING
    if cell.first.body in _BODIES:
        return _BODIES[cell.first.body]
    record = next((one for one in cell.chain if one.body == "table"), None)
    if record is None:
        return _MISSING
    words = _values(record, name, field)
    if len(words) != 1:
        return "own", "分情形", "；".join(words) or _UNSAID[2]
    if words[0] in _UNSAID[1:]:
        return _UNSAID
    own = record.region == cell.region
    return (
        ("own", words[0], words[0])
        if own
        else ("inherited", f"上级{words[0]}", f"{words[0]}（上级规定）")
    )


_UNSAID = ("unsaid", "未写明", WORDS["unstated"])
_MISSING = ("missing", "未收录", "未收录")
_BODIES = {
    "disputed": ("conflict", "冲突", "来源冲突"),
    "none-found": ("missing", "查无", "查无规定"),
}


def _values(record: Record, name: str, field: Field) -> list[str]:
    """The different values of a record's rows, in their order."""
    answers = [row.then for row in record.rows]
    if record.otherwise is not None:
        answers.append(record.otherwise)
    words = [
        WORDS[then.slug]
        if isinstance(then, Word)
        else (show_value(then[name], field) if name in then else _UNSAID[2])
        for then in answers
    ]
    return list(dict.fromkeys(words))

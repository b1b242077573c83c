"""Decision-table algebra. A table cuts the space of a person's conditions into cases.

Within a case no row's edge lies.
Every condition is cut at the edges its rows name, so a finite product of atoms covers the whole space exactly.
A condition whose `needs` are not met has the atom None: it does not exist there, and no row about it can match.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import TypeAlias

from generator.model import Field, Row
from generator.values import Span, Value

Atom: TypeAlias = bool | str | Span | None
TableCase: TypeAlias = Mapping[str, Atom]

MAX_CASES = 50_000


class TableTooLarge(Exception):
    """The product of a table's conditions is beyond what a reader could follow."""


class Contradiction(Exception):
    """A row names a condition and the opposite of what that condition needs."""


@dataclass(frozen=True)
class Table:
    """The rows with what they imply written out, and the conditions in the order of their needs."""

    rows: tuple[Mapping[str, Value], ...]
    atoms: Mapping[str, tuple[Atom, ...]]
    fields: Mapping[str, Field]

    def cases(self) -> Iterator[TableCase]:
        """Every case that can occur."""
        yield from self._extend({}, list(self.atoms))

    def matching(self, case: TableCase) -> list[int]:
        """The numbers of the rows that match a case."""
        return [number for number, when in enumerate(self.rows) if matches(when, case)]

    @cached_property
    def matched(self) -> Sequence[tuple[TableCase, Sequence[int]]]:
        """Every case with its matching rows: each question asked of a table goes through them all."""
        return [(case, self.matching(case)) for case in self.cases()]

    def _extend(self, case: dict[str, Atom], rest: Sequence[str]) -> Iterator[TableCase]:
        if not rest:
            yield dict(case)
            return
        name, *later = rest
        for atom in self.atoms[name] if self._exists(name, case) else (None,):
            case[name] = atom
            yield from self._extend(case, later)
        del case[name]

    def _exists(self, name: str, case: Mapping[str, Atom]) -> bool:
        needs = self.fields[name].needs
        return all(case.get(need) == written_atom(value) for need, value in needs.items())


def build_table(rows: Sequence[Row], fields: Mapping[str, Field]) -> Table:
    """The table of these rows; Contradiction or TableTooLarge where there is none."""
    whens = tuple(with_needs(row.when, fields) for row in rows)
    names = sorted(
        {name for when in whens for name in when}, key=lambda name: (_depth(name, fields), name)
    )
    atoms = {
        name: _atoms(fields[name], [when[name] for when in whens if name in when]) for name in names
    }
    if math.prod(len(found) for found in atoms.values()) > MAX_CASES:
        raise TableTooLarge
    return Table(whens, atoms, fields)


def with_needs(when: Mapping[str, Value], fields: Mapping[str, Field]) -> dict[str, Value]:
    """`when` and all that its conditions need; Contradiction where it names the opposite."""
    full = dict(when)
    pending = list(when)
    while pending:
        for need, written in fields[pending.pop()].needs.items():
            value = written_atom(written)
            if need not in full:
                full[need] = value if isinstance(value, bool) else (value,)
                pending.append(need)
            elif not _meets(full[need], value):
                raise Contradiction(need)
    return full


def matches(when: Mapping[str, Value], case: TableCase) -> bool:
    """Whether a row (with its needs written out) matches a case."""
    return all(_meets(value, case.get(name)) for name, value in when.items())


def matches_all(inner: Mapping[str, Value], outer: Mapping[str, Value]) -> bool:
    """Whether every person of one row (needs written out) is also one of the other."""
    return all(name in inner and _covers(value, inner[name]) for name, value in outer.items())


def _covers(outer: Value, inner: Value) -> bool:
    if isinstance(outer, tuple) and isinstance(inner, tuple):
        return set(inner) <= set(outer)
    return _meets(outer, inner) if isinstance(inner, bool | Span) else False


def written_atom(text: str) -> bool | str:
    """`true`, `false` or a choice as an atom."""
    return {"true": True, "false": False}.get(text, text)


def overlaps(table: Table) -> Iterator[tuple[int, int, TableCase]]:
    """Each pair of rows that match the same case, once, with the case."""
    seen: set[tuple[int, int]] = set()
    for case, matching in table.matched:
        for pair in combinations(matching, 2):
            if pair not in seen:
                seen.add(pair)
                yield (*pair, case)


def gaps(table: Table) -> Iterator[TableCase]:
    """The cases no row matches."""
    return (case for case, matching in table.matched if not matching)


def unreachable(table: Table) -> Iterator[int]:
    """Rows that match no case."""
    reached = {number for _, matching in table.matched for number in matching}
    return (number for number in range(len(table.rows)) if number not in reached)


def holes(table: Table) -> Iterator[tuple[str, Span]]:
    """Ranges between two answered ranges of the same condition that no row answers."""
    answered = {_key(case) for case, matching in table.matched if matching}
    found: set[tuple[str, Span]] = set()
    for case in gaps(table):
        for name, atom in case.items():
            if not isinstance(atom, Span) or (name, atom) in found:
                continue
            if _between_answers(table, case, name, answered):
                found.add((name, atom))
                yield name, atom


def _between_answers(table: Table, case: TableCase, name: str, answered: set[object]) -> bool:
    atoms = table.atoms[name]
    place = atoms.index(case[name])
    before = any(_key({**case, name: atom}) in answered for atom in atoms[:place])
    after = any(_key({**case, name: atom}) in answered for atom in atoms[place + 1 :])
    return before and after


def _key(case: TableCase) -> object:
    return tuple(sorted(case.items(), key=lambda item: item[0]))


def _meets(value: Value, atom: Atom) -> bool:
    if atom is None:
        return False
    if isinstance(value, Span) and isinstance(atom, Span):
        return _within(atom, value)
    if isinstance(value, tuple):
        return atom in value if isinstance(atom, str) else False
    return value == atom


def _within(inner: Span, outer: Span) -> bool:
    starts = outer.low is None or (inner.low is not None and inner.low >= outer.low)
    ends = outer.high is None or (inner.high is not None and inner.high <= outer.high)
    return starts and ends


def _atoms(field: Field, values: Sequence[Value]) -> tuple[Atom, ...]:
    if field.type == "boolean":
        return (True, False)
    if field.type == "choice":
        return tuple(field.choices)
    bounded = field.type in ("months", "days", "years", "count")
    return tuple(
        _cut([value for value in values if isinstance(value, Span)], 0 if bounded else None)
    )


def _cut(spans: Sequence[Span], first: int | None) -> Iterator[Span]:
    starts = {span.low for span in spans if span.low is not None}
    starts |= {span.high + 1 for span in spans if span.high is not None}
    edges = sorted(start for start in starts if first is None or start > first)
    lows: list[int | None] = [first, *edges]
    highs: list[int | None] = [*(edge - 1 for edge in edges), None]
    return (Span(low, high) for low, high in zip(lows, highs, strict=True))


def _depth(name: str, fields: Mapping[str, Field]) -> int:
    return max((1 + _depth(need, fields) for need in fields[name].needs), default=0)

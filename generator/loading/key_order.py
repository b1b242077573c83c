"""In which order keys are written: that of docs/records.md, and inside a table that of the rule's own declarations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import TypeAlias

from generator.findings import Loc
from generator.model import Part, Rule

Order: TypeAlias = Sequence[str]

RECORD: Order = (
    *("part", "insurance", "inferred", "effective_from", "seen_on", "effective_to"),
    *("insured_year", "benefit_from", "benefit_to", "applies_below"),
    *("inherits", "none_found", "disputed", "decisions", "values", "rows", "otherwise", "limits"),
    *("source", "also", "note", "differs_from_parent", "conflicts", "cases", "last_verified"),
)
DOCUMENT: Order = (
    *("id", "title", "about", "doc_no", "issuer", "issued", "effective_from", "effective_to"),
    *("replaces", "url", "official_url", "page_date", "tier", "read", "note"),
)
_CLAIM: Order = ("source", "when", "says", "because")
_RECORDS: Mapping[str, Order] = {
    "": ("region", "rule", "records"),
    "records": RECORD,
    "source": ("document", "clause", "clause_missing", "url", "tier"),
    "decisions": ("when", "then"),
    "limits": ("field", "when", "at_most", "at_least"),
    "also": ("label", "value"),
    "cases": ("given", "expect"),
    "conflicts": _CLAIM,
    "disputed": _CLAIM,
}
_OTHERS: Mapping[str, Mapping[str, Order]] = {
    "documents": {"": ("region", "documents"), "documents": DOCUMENT},
    "exceptions.yml": {"exceptions": ("code", "path", "says", "reason")},
}
KINDS = ("records", *_OTHERS)
"""The files whose keys have an order: the first part of their path below policies/."""


class KeyOrder:
    """The order of keys at every place of one file; `rule` is that of a record file, where it could be read."""

    def __init__(self, path: PurePosixPath, data: object, rule: Rule | None) -> None:
        kind = path.parts[0]
        self._fixed = _RECORDS if kind == "records" else _OTHERS[kind]
        self._data, self._rule = data, rule

    def at(self, loc: Loc) -> Order:
        """The order of the keys of the mapping at `loc`; empty where none is declared."""
        name = next((step for step in reversed(loc) if isinstance(step, str)), "")
        fixed = self._fixed.get(name)
        if fixed is not None:
            return fixed
        part = self._part(loc)
        return () if part is None else _declared(part).get(name, ())

    def _part(self, loc: Loc) -> Part | None:
        if self._rule is None or loc[:1] != ("records",) or len(loc) < 2:
            return None
        record = _inside(_inside(self._data, "records"), loc[1])
        name = _inside(record, "part")
        return next((part for part in self._rule.parts if part.part == name), None)


def _declared(part: Part) -> Mapping[str, Order]:
    asked, said = (*part.conditions, *part.keys), (*part.keys, *part.fields)
    given = dict.fromkeys(("when", "given"), asked)
    told = dict.fromkeys(("then", "otherwise", "values", "rows", "says", "expect"), said)
    return {**given, **told}


def _inside(data: object, step: str | int) -> object:
    if isinstance(data, dict) and isinstance(step, str):
        return data.get(step)
    if isinstance(data, list) and isinstance(step, int):
        return data[step]
    return None

"""From the shape of a file to the model: the same facts in the types that travel."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Any, Literal, TypeAlias

from pydantic import BaseModel

from generator.findings import Finding, Loc
from generator.loading.shapes import DocumentShape, SourceShape
from generator.loading.typed import outcome
from generator.model import (
    Answer,
    Body,
    Case,
    Claimed,
    Document,
    Field,
    Limit,
    Part,
    Record,
    Row,
    Source,
)
from generator.values import Duration, Value, Word

Bound: TypeAlias = Literal["at_most", "at_least"]


def to_document(shape: DocumentShape, region: str, path: PurePosixPath, loc: Loc) -> Document:
    """A document with its place in the files."""
    told = dict(shape)
    told |= {key: told[key] or "" for key in ("about", "official_url", "note")}
    return Document(**told, region=region, path=path, loc=loc)


def to_record(
    shape: Any, part: Part, fields: Mapping[str, Field], file: tuple[str, PurePosixPath, int]
) -> Record:
    """A record. `file` is its region, its path and its number in the file."""
    region, path, number = file
    rows, otherwise = _body(shape, part)
    return Record(
        region=region,
        rule=path.stem,
        part=part.part,
        insurance=shape.insurance,
        body=_kind(shape),
        rows=rows,
        otherwise=otherwise,
        limits=tuple(_limits(shape, fields)),
        effective_from=getattr(shape, "effective_from", None),
        seen_on=getattr(shape, "seen_on", None),
        effective_to=getattr(shape, "effective_to", None),
        insured_year=shape.insured_year.year if part.timeline == "year" else None,
        benefit_from=getattr(shape, "benefit_from", None),
        benefit_to=getattr(shape, "benefit_to", None),
        applies_below=shape.applies_below,
        source=_source(shape.source) if shape.source else None,
        also=tuple((also.label, also.value) for also in shape.also),
        note=shape.note or "",
        inferred=shape.inferred or "",
        searched=shape.none_found or "",
        differs_from_parent=shape.differs_from_parent or "",
        disputed=tuple(_claim(claim) for claim in shape.disputed),
        conflicts=tuple(_claim(claim) for claim in shape.conflicts),
        cases=tuple(Case(case.given, case.expect) for case in shape.cases),
        last_verified=shape.last_verified.earliest,
        path=path,
        loc=("records", number),
    )


def limit_faults(
    shape: Any, fields: Mapping[str, Field], path: PurePosixPath, loc: Loc
) -> Iterator[Finding]:
    """Limits whose value does not fit their field, or that name not exactly one bound."""
    for number, limit in enumerate(shape.limits):
        here = (*loc, "limits", number)
        if (limit.at_most is None) == (limit.at_least is None):
            yield Finding("R009", path, "limits 要写一个界限", "at_most 或 at_least 之一", "", here)
            continue
        try:
            _bound_value(limit, fields)
        except ValueError as error:
            yield Finding("R003", path, f"{limit.field} 的界限不对", str(error), "", here)


def told(model: BaseModel | None) -> dict[str, Any]:
    """The keys a mapping really holds."""
    return (
        {}
        if model is None
        else {key: value for key, value in vars(model).items() if value is not None}
    )


def _kind(shape: Any) -> Body:
    if shape.inherits:
        return "inherits"
    if shape.none_found:
        return "none-found"
    return "disputed" if shape.disputed else "table"


def _body(shape: Any, part: Part) -> tuple[tuple[Row, ...], Answer | None]:
    if part.form == "values":
        values = shape.values
        if values is None:
            return (), None
        return (Row({}, values if isinstance(values, Word) else told(values)),), None
    if part.form == "rows":
        return _keyed(shape.rows, part), None
    rows = tuple(
        Row(told(row.when), row.then if isinstance(row.then, Word) else told(row.then))
        for row in shape.decisions or ()
    )
    other = shape.otherwise
    return rows, other if other is None or isinstance(other, Word) else told(other)


def _keyed(rows: Any, part: Part) -> tuple[Row, ...]:
    if isinstance(rows, Word):
        return (Row({}, rows),)
    split = [told(row) for row in rows or ()]
    return tuple(
        Row(
            {k: row[k] for k in part.keys if k in row},
            {k: v for k, v in row.items() if k not in part.keys},
        )
        for row in split
    )


def _limits(shape: Any, fields: Mapping[str, Field]) -> Iterator[Limit]:
    for limit in shape.limits:
        try:
            value = _bound_value(limit, fields)
        except ValueError:
            continue  # told by limit_faults
        bound: Bound = "at_most" if limit.at_most is not None else "at_least"
        yield Limit(limit.field, told(limit.when), bound, value)


def _bound_value(limit: Any, fields: Mapping[str, Field]) -> Value:
    written = limit.at_most if limit.at_most is not None else limit.at_least
    value = outcome(fields[limit.field]).parse(written)
    if not isinstance(value, Decimal | Duration):
        raise ValueError("只有数量能有界限，例如 6 months、50%")
    return value


def _claim(claim: Any) -> Claimed:
    return Claimed(_source(claim.source), told(claim.when), told(claim.says), claim.because or "")


def _source(source: SourceShape) -> Source:
    return Source(
        document=source.document,
        clause=source.clause or "",
        clause_missing=source.clause_missing or "",
        url=source.url or "",
        tier=source.tier or "",
    )

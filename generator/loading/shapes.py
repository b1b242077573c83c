"""The shape of every file kind as pydantic models. Rule files give the shape of their own record files."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal, Union

from pydantic import BaseModel, ConfigDict, create_model
from pydantic import Field as Key

from generator.dates import PartialDate, parse_partial
from generator.loading.typed import (
    WHOLE_WORDS,
    OrWord,
    Scalar,
    condition,
    outcome,
    text_of,
    written,
)
from generator.model import Exemption, Field, Part, Region, Rule, SharedFields
from generator.values import parse_boolean, parse_link, parse_text, parse_year

_PATH = r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$"
_DATE = r"\d{4}(-\d\d(-\d\d)?)?"


def _dated(*words: str) -> Scalar:
    def read(text: str) -> PartialDate | None:
        try:
            return None if text in words else parse_partial(text)
        except ValueError as error:
            raise ValueError(f"{error}；文件没写的写 {'、'.join(words)}") from None

    return written(read, "|".join([_DATE, *words]))


def _told(text: str) -> str | None:
    return None if text == "unstated" else parse_text(text)


def _day(text: str) -> PartialDate:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        raise ValueError("这里要写到日，例如 2026-11-21")
    return parse_partial(text)


def _code(text: str) -> str:
    if not (len(text) == 6 and text.isalnum() and text.isascii()):
        raise ValueError('区划代码是 6 位，例如 "320500"')
    return text


Text = Annotated[str, written(parse_text, r"[^\n]{1,600}")]
Told = Annotated[str | None, written(_told, r"[^\n]{1,600}")]
Link = Annotated[str, written(parse_link, r"https?://.+")]
StatedDate = Annotated[PartialDate | None, _dated("unstated")]
KnownDate = Annotated[PartialDate | None, _dated("unknown")]
Date = Annotated[PartialDate, written(parse_partial, _DATE)]
Day = Annotated[PartialDate, written(_day, r"\d{4}-\d\d-\d\d")]
Year = Annotated[PartialDate, written(parse_year, r"\d{4}")]
Flag = Annotated[
    bool, Scalar(lambda v: parse_boolean(text_of(v)), {"enum": [True, False, "true", "false"]})
]
Id = Annotated[str, Key(pattern=r"^[a-z0-9][a-z0-9-]*$")]


class Shape(BaseModel):
    """A mapping that knows all its keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class RegionShape(Region):
    """A region as written; the code is checked for its form."""

    slug: Annotated[str, Key(pattern=_PATH)]
    code: Annotated[
        str, Scalar(lambda v: _code(str(v)), {"type": "string", "pattern": "^[0-9A-Z]{6}$"})
    ]


class RegionsFile(Shape):
    """regions.yml."""

    regions: Annotated[tuple[RegionShape, ...], Key(min_length=1)]


class DocumentShape(Shape):
    """One cited document."""

    id: Id
    title: Told
    about: Text | None = None
    doc_no: Told
    issuer: Told
    issued: StatedDate
    effective_from: StatedDate
    effective_to: Date | None = None
    replaces: tuple[str, ...] = ()
    url: Link
    official_url: Link | None = None
    page_date: Date | None = None
    tier: Annotated[str, Scalar(lambda v: parse_text(text_of(v)), {"type": "string"})]
    read: Literal["stored-copy", "live-page"]
    note: Text | None = None


class DocumentsFile(Shape):
    """documents/<region>.yml."""

    region: str
    documents: Annotated[tuple[DocumentShape, ...], Key(min_length=1)]


class ExceptionsFile(Shape):
    """exceptions.yml: accepted findings."""

    exceptions: tuple[Exemption, ...]


class SourceShape(Shape):
    """document and clause, or the reason why there is no clause."""

    document: str
    clause: Text | None = None
    clause_missing: Text | None = None
    url: Link | None = None
    tier: str | None = None


class AlsoShape(Shape):
    """A number readers want and nobody compares."""

    label: Text
    value: Text


class CaseShape(Shape):
    """An example worked by hand."""

    given: dict[str, Text]
    expect: dict[str, Text]


def fields_of(names: tuple[str, ...], rule: Rule, shared: SharedFields) -> dict[str, Field]:
    """The declarations behind names, a rule's own before the shared ones; unknown names are left out."""
    known = {**shared.conditions, **shared.outcomes, **rule.fields}
    return {name: known[name] for name in names if name in known}


def record_file(rule: Rule, shared: SharedFields) -> type[BaseModel]:
    """The shape of records/…/<rule>.yml."""
    shapes = [_record(part, rule, shared) for part in rule.parts]
    one: Any = shapes[0]
    if len(shapes) > 1:
        one = Annotated[Union[tuple(shapes)], Key(discriminator="part")]  # noqa: UP007
    keys: dict[str, Any] = {
        "region": (str, ...),
        "rule": (Literal[rule.rule], ...),
        "records": (_some(one), ...),
    }
    return create_model(f"record-{rule.rule}", __base__=Shape, **keys)


def _record(part: Part, rule: Rule, shared: SharedFields) -> type[BaseModel]:
    conditions = fields_of(part.conditions, rule, shared)
    outcomes = fields_of(part.fields, rule, shared)
    columns = {name: outcome(field) for name, field in outcomes.items()}
    when = _mapping("when", {name: condition(field) for name, field in conditions.items()})
    then = _mapping("then", columns)
    keys = fields_of(part.keys, rule, shared)
    ranged = {name: outcome(field, ranged=True) for name, field in keys.items()}
    row = _mapping("row", {**ranged, **columns})
    claim = _claim(when, row)
    forms = {"decisions": _decisions(when, then), "values": _values(then), "rows": _rows(row)}
    own: dict[str, Any] = {
        "part": (Literal[part.part], ...),
        "limits": (_many(_limit(when, tuple(outcomes))), ()),
        "disputed": (_many(claim), ()),
        "conflicts": (_many(claim), ()),
        **forms[part.form],
        **_timeline(part.timeline),
    }
    return create_model(f"{rule.rule}-{part.part}", __base__=RecordShape, **own)


def _many(one: Any) -> Any:
    return tuple[one, ...]


def _some(one: Any) -> Any:
    """A list with at least one item."""
    return Annotated[_many(one), Key(min_length=1)]


class RecordShape(Shape):
    """What every record says, whatever its rule."""

    insurance: tuple[str, ...]
    inferred: Text | None = None
    applies_below: Flag | None = None
    inherits: Flag | None = None
    none_found: Text | None = None
    source: SourceShape | None = None
    also: tuple[AlsoShape, ...] = ()
    note: Text | None = None
    differs_from_parent: Text | None = None
    cases: tuple[CaseShape, ...] = ()
    last_verified: Day


def _mapping(name: str, fields: dict[str, Scalar]) -> type[BaseModel]:
    keys = {key: (Annotated[object, scalar], None) for key, scalar in fields.items()}
    return _shape(name, keys)


def _shape(name: str, keys: dict[str, Any]) -> type[BaseModel]:
    return create_model(name, __base__=Shape, **keys)


def _claim(when: Any, says: Any) -> type[BaseModel]:
    keys = {
        "source": (SourceShape, ...),
        "when": (when | None, None),
        "says": (says, ...),
        "because": (Text | None, None),
    }
    return _shape("claim", keys)


def _limit(when: Any, names: tuple[str, ...]) -> type[BaseModel]:
    keys = {
        "field": (Literal[names], ...),
        "when": (when | None, None),
        "at_most": (str | None, None),
        "at_least": (str | None, None),
    }
    return _shape("limit", keys)


def _decisions(when: Any, then: Any) -> dict[str, Any]:
    answer = Annotated[then, OrWord(WHOLE_WORDS)]
    row = _shape("decision", {"when": (when, ...), "then": (answer, ...)})
    return {"decisions": (_many(row) | None, None), "otherwise": (answer | None, None)}


def _values(then: Any) -> dict[str, Any]:
    return {"values": (Annotated[then, OrWord(WHOLE_WORDS)] | None, None)}


def _rows(row: Any) -> dict[str, Any]:
    return {
        "rows": (Annotated[_many(row), OrWord(WHOLE_WORDS, "列表（每项以 - 开头）")] | None, None)
    }


def _timeline(timeline: str) -> dict[str, Any]:
    if timeline == "year":
        return {
            "insured_year": (Year, ...),
            "benefit_from": (Date | None, None),
            "benefit_to": (Date | None, None),
        }
    end = (KnownDate, ...) if timeline == "term" else (Date | None, None)
    return {"effective_from": (KnownDate, ...), "seen_on": (Date | None, None), "effective_to": end}

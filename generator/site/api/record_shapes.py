"""The shapes of records and documents as they are published; the JSON Schema is made from them.

The one rule: None is a key that is left out. A field without a default is always there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from pydantic import Field as Key

from generator.model import Body

Ids: TypeAlias = tuple[str, ...]
Values: TypeAlias = Mapping[str, object]
Day = Annotated[str, Key(pattern=r"^\d{4}-\d\d-\d\d$")]
Stated = Annotated[str, Key(pattern=r"^\d{4}(-\d\d(-\d\d)?)?$")]
StatedOrUnknown = Annotated[str, Key(pattern=r"^(\d{4}(-\d\d(-\d\d)?)?|unknown)$")]


@dataclass(frozen=True)
class SourceEntry:
    """Where a record's words stand; without `url` it was read at its document's."""

    document: str
    tier: str
    clause: str | None = None
    clause_missing: str | None = None
    url: str | None = None


@dataclass(frozen=True)
class RowEntry:
    """A case and its answer; `then` is values or a word."""

    when: Values
    then: Values


@dataclass(frozen=True)
class LimitEntry:
    """A value that is capped without being set."""

    field: str
    when: Values
    bound: Literal["at_most", "at_least"]
    value: object


@dataclass(frozen=True)
class ClaimEntry:
    """What another source says; `because` is why it is not followed, left out in a dispute."""

    source: SourceEntry
    when: Values
    says: Values
    because: str | None = None


@dataclass(frozen=True)
class InForceEntry:
    """When a record is in force: dates as its document states them; `earliest` and `latest` are the days that bound them."""

    effective_from: StatedOrUnknown | None = None
    effective_to: StatedOrUnknown | None = None
    seen_on: Stated | None = None
    insured_year: int | None = None
    benefit_from: Stated | None = None
    benefit_to: Stated | None = None
    earliest: Day | None = None
    latest: Day | None = None


@dataclass(frozen=True)
class AlsoEntry:
    """A number readers want and nobody compares."""

    label: str
    value: str


@dataclass(frozen=True)
class CaseEntry:
    """An example worked by hand, as it is written in the record."""

    given: Mapping[str, str]
    expect: Mapping[str, str]


@dataclass(frozen=True)
class RecordEntry:
    """One fact, as generator/model.py has it; lists that would be empty are left out."""

    region: str
    rule: str
    part: str
    insurance: Ids
    body: Body
    period: InForceEntry
    last_verified: Day
    due: Day
    rows: tuple[RowEntry, ...] | None = None
    otherwise: Values | None = None
    limits: tuple[LimitEntry, ...] | None = None
    applies_below: bool | None = None
    source: SourceEntry | None = None
    also: tuple[AlsoEntry, ...] | None = None
    note: str | None = None
    inferred: str | None = None
    searched: str | None = None
    differs_from_parent: str | None = None
    disputed: tuple[ClaimEntry, ...] | None = None
    conflicts: tuple[ClaimEntry, ...] | None = None
    cases: tuple[CaseEntry, ...] | None = None


@dataclass(frozen=True)
class DocumentEntry:
    """A cited document; what was not stated or not read is left out."""

    region: str
    url: str
    tier: str
    read: Literal["stored-copy", "live-page"]
    title: str | None = None
    about: str | None = None
    doc_no: str | None = None
    issuer: str | None = None
    issued: Stated | None = None
    effective_from: Stated | None = None
    effective_to: Stated | None = None
    replaces: Ids | None = None
    official_url: str | None = None
    page_date: Stated | None = None
    note: str | None = None

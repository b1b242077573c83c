"""The shape of the index as it is published: what the book declares, and where each region's file is.

The one rule: None is a key that is left out. A field without a default is always there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from generator.site.api.record_shapes import Day, Ids
from generator.site.api.region_shapes import RegionEntry


@dataclass(frozen=True)
class LabelEntry:
    """A slug and how it is called."""

    id: str
    label: str
    short: str | None = None
    about: str | None = None
    review_months: int | None = None


@dataclass(frozen=True)
class FieldEntry:
    """The declaration of a condition or an outcome; choices stand in their order."""

    type: str
    label: str
    say: str
    choices: tuple[LabelEntry, ...] | None = None
    phrases: Mapping[str, str] | None = None
    needs: Mapping[str, bool | str] | None = None
    help: str | None = None
    unit: str | None = None
    range: bool | None = None
    better: Literal["less", "more"] | Ids | None = None


@dataclass(frozen=True)
class PartEntry:
    """A part of a rule; its lists stand in the order people are asked and told."""

    part: str
    title: str
    form: Literal["values", "decisions", "rows"]
    timeline: Literal["law", "term", "year"]
    insurance: Ids
    conditions: Ids
    keys: Ids
    fields: Ids
    columns: Ids
    sentence: Ids
    ask: Ids


@dataclass(frozen=True)
class RuleEntry:
    """A rule; `event` names the date that picks the version for a person."""

    rule: str
    title: str
    question: str
    event: str
    fields: Mapping[str, FieldEntry]
    parts: tuple[PartEntry, ...]
    review_months: int | None = None


@dataclass(frozen=True)
class BookEntry:
    """What the book says of itself."""

    title: str
    tagline: str
    subject: str
    insurance_label: str
    hotline: str
    ask_authority: str
    not_government: str
    authority_decides: str
    stored_copy: str


@dataclass(frozen=True)
class ListedRegion(RegionEntry):
    """A region with its file, relative to the index, and its cells counted by origin, where there are any."""

    url: str | None = None
    origins: Mapping[str, int] | None = None


@dataclass(frozen=True)
class IndexFile:
    """api/v1/index.json."""

    schema: Literal[1]
    as_of: Day
    book: BookEntry
    insurance: tuple[LabelEntry, ...]
    tiers: tuple[LabelEntry, ...]
    words: Mapping[str, str]
    units: Mapping[str, str]
    origins: Mapping[str, str]
    conditions: Mapping[str, FieldEntry]
    outcomes: Mapping[str, FieldEntry]
    rules: tuple[RuleEntry, ...]
    regions: tuple[ListedRegion, ...]

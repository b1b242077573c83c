"""The shape of a region's file as it is published: what is known there, on any day.

The one rule: None is a key that is left out. A field without a default is always there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from generator.resolving import Origin
from generator.site.api.record_shapes import Day, DocumentEntry, Ids, RecordEntry

SCHEMA: Literal[1] = 1
"""Raised when a reader of the files written before would misread those written now."""


@dataclass(frozen=True)
class RegionEntry:
    """A region. Its code is its identity, its slug its path; a synthetic code is not one of GB/T 2260."""

    code: str
    slug: str
    name: str
    short: str
    level: Literal["nation", "province", "prefecture", "county"]
    parent: str | None = None
    aliases: Ids | None = None
    not_applicable: str | None = None
    synthetic: bool | None = None


@dataclass(frozen=True)
class PeriodEntry:
    """What answers an event from the first day to the last, both included; a day left out is an open end."""

    origin: Origin
    first_day: Day | None = None
    last_day: Day | None = None
    chain: Ids | None = None
    frames: Ids | None = None
    searched: str | None = None


@dataclass(frozen=True)
class LineageEntry:
    """All records of one region for a cell, in the order they came into force."""

    region: str
    records: Ids


@dataclass(frozen=True)
class CellEntry:
    """What is known for one insurance × rule × part. A list that would be empty is left out."""

    insurance: str
    rule: str
    part: str
    origin: Origin
    chain: Ids | None = None
    frames: Ids | None = None
    past: Ids | None = None
    upcoming: Ids | None = None
    searched: str | None = None
    periods: tuple[PeriodEntry, ...] | None = None
    lineage: tuple[LineageEntry, ...] | None = None


@dataclass(frozen=True)
class RegionFile:
    """api/v1/regions/<slug>.json; `above` are the regions it lies in, nearest first."""

    schema: Literal[1]
    as_of: Day
    region: RegionEntry
    above: Ids
    cells: tuple[CellEntry, ...]
    records: Mapping[str, RecordEntry]
    documents: Mapping[str, DocumentEntry]

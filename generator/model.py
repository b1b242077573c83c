"""What the book holds: frozen types shared by every stage. Nothing here reads files or knows today's date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Literal, TypeAlias

from pydantic import BaseModel, ConfigDict

from generator.dates import PartialDate
from generator.findings import Loc
from generator.values import Value, Word


class Declared(BaseModel):
    """A thing declared in one of the book's own files, exactly as written there."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Choice(Declared):
    """An insurance type: its slug and its names."""

    id: str
    label: str
    short: str


class Tier(Declared):
    """How near to the official text a source is, and how soon it must be compared again."""

    id: str
    label: str
    about: str
    review_months: int


class Notices(Declared):
    """What every page says about itself."""

    not_government: str
    authority_decides: str
    stored_copy: str


class Report(Declared):
    """How a reader without an account reports an error."""

    title: str
    text: str


class Tile(Declared):
    """Where a region stands on the tile map; both count from 1, at the upper left."""

    column: int
    row: int


class Mapped(Declared):
    """The one field whose values the map compares."""

    rule: str
    part: str
    field: str
    insurance: str


class Tool(Declared):
    """A hand-written page that works on the published data: the folder it lies in, and how pages lead to it."""

    path: str
    label: str
    about: str


class Settings(Declared):
    """book.yml: what makes this book this book. Without `tiles` there is no map, without `tool` no link to one."""

    title: str
    tagline: str
    subject: str
    insurance_label: str
    insurance: tuple[Choice, ...]
    rules: tuple[str, ...]
    tiers: tuple[Tier, ...]
    hotline: str
    ask_authority: str
    choose_region: str
    choose_region_hint: str
    search_example: str
    notices: Notices
    report: Report
    synonyms: tuple[tuple[str, ...], ...] = ()
    map: Mapped | None = None
    tiles: Mapping[str, Tile] = {}
    tool: Tool | None = None


class Field(Declared):
    """A condition or an outcome: type, Chinese label, choices, and how it is said in a sentence."""

    type: str
    label: str
    choices: Mapping[str, str] = {}
    say: str = "{value}"
    phrases: Mapping[str, str] = {}
    needs: Mapping[str, str] = {}
    help: str = ""
    unit: str = ""
    range: bool = False
    better: Literal["less", "more"] | tuple[str, ...] | None = None
    required_unless: Mapping[str, tuple[str, ...]] = {}


class SharedFields(Declared):
    """fields.yml: what several rules share."""

    conditions: Mapping[str, Field]
    outcomes: Mapping[str, Field] = {}


class Part(Declared):
    """One question a document answers at one go. `form` is the shape of its answer, `timeline` its clock."""

    part: str
    title: str
    form: Literal["values", "decisions", "rows"]
    timeline: Literal["law", "term", "year"]
    insurance: tuple[str, ...]
    fields: tuple[str, ...]
    columns: tuple[str, ...]
    sentence: tuple[str, ...]
    conditions: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()


class Rule(Declared):
    """A rule file. `event` names the date that picks the version in force for a person."""

    rule: str
    title: str
    question: str
    event: str
    review_months: int | None = None
    fields: Mapping[str, Field] = {}
    parts: tuple[Part, ...]

    def part(self, name: str) -> Part:
        """The part of this name; KeyError if there is none."""
        for part in self.parts:
            if part.part == name:
                return part
        raise KeyError(name)


class Region(Declared):
    """A region of the tree. The code is its identity, the slug its path (jiangsu/suzhou)."""

    code: str
    slug: str
    name: str
    short: str
    level: Literal["nation", "province", "prefecture", "county"]
    parent: str | None = None
    aliases: tuple[str, ...] = ()
    not_applicable: str = ""
    synthetic: bool = False


@dataclass(frozen=True)
class Document:
    """A cited document; None where it was not stated or not read."""

    id: str
    region: str
    title: str | None
    about: str
    doc_no: str | None
    issuer: str | None
    issued: PartialDate | None
    effective_from: PartialDate | None
    effective_to: PartialDate | None
    replaces: tuple[str, ...]
    url: str
    official_url: str
    page_date: PartialDate | None
    tier: str
    read: str
    note: str
    path: PurePosixPath
    loc: Loc

    @property
    def name(self) -> str:
        """《title》, or what kind of page was read."""
        return f"《{self.title}》" if self.title else self.about


@dataclass(frozen=True)
class Source:
    """Where a record's words stand: a document and a clause, or the reason why there is no clause."""

    document: str
    clause: str
    clause_missing: str
    url: str
    tier: str


Answer: TypeAlias = Mapping[str, Value] | Word


@dataclass(frozen=True)
class Row:
    """A row of a decision table, or of a keyed table (then `when` holds the keys)."""

    when: Mapping[str, Value]
    then: Answer


@dataclass(frozen=True)
class Limit:
    """A value a document caps without setting it."""

    field: str
    when: Mapping[str, Value]
    bound: Literal["at_most", "at_least"]
    value: Value


@dataclass(frozen=True)
class Claimed:
    """What another source says instead; `because` is why it is not followed, empty in a dispute."""

    source: Source
    when: Mapping[str, Value]
    says: Mapping[str, Value]
    because: str


@dataclass(frozen=True)
class Case:
    """An example worked by hand from the document."""

    given: Mapping[str, str]
    expect: Mapping[str, str]


Body = Literal["table", "inherits", "none-found", "disputed"]


@dataclass(frozen=True)
class Record:
    """One fact: one region, one rule part, in force from a date, proved by a clause, compared with it on a date.

    `rows` holds the body of all three forms: a `values` body is one row without conditions; a body that is a single
    word is one row whose `then` is the word. `otherwise` answers the cases no row names: the document's own residual
    clause, or a word; None where the table claims to be complete.
    """

    region: str
    rule: str
    part: str
    insurance: tuple[str, ...]
    body: Body
    rows: tuple[Row, ...]
    otherwise: Answer | None
    limits: tuple[Limit, ...]
    effective_from: PartialDate | None
    seen_on: PartialDate | None
    effective_to: PartialDate | None
    insured_year: int | None
    benefit_from: PartialDate | None
    benefit_to: PartialDate | None
    applies_below: bool | None
    source: Source | None
    also: tuple[tuple[str, str], ...]
    note: str
    inferred: str
    searched: str
    differs_from_parent: str
    disputed: tuple[Claimed, ...]
    conflicts: tuple[Claimed, ...]
    cases: tuple[Case, ...]
    last_verified: date
    path: PurePosixPath
    loc: Loc


class Exemption(Declared):
    """An accepted finding (exceptions.yml): `says` must occur in its message; `reason` is shown to reviewers."""

    code: str
    path: str
    says: str = ""
    reason: str


@dataclass(frozen=True)
class Book:
    """Everything the folder says, typed. `regions` keeps the file's order; `changelog` is Markdown, empty without one."""

    folder: Path
    settings: Settings
    shared: SharedFields
    rules: tuple[Rule, ...]
    regions: tuple[Region, ...]
    documents: Mapping[str, Document]
    records: tuple[Record, ...]
    exemptions: tuple[Exemption, ...] = field(default=())
    changelog: str = ""

    @cached_property
    def region_by_slug(self) -> Mapping[str, Region]:
        """Every region under its slug."""
        return {region.slug: region for region in self.regions}

    @cached_property
    def rule_by_slug(self) -> Mapping[str, Rule]:
        """Every rule under its slug."""
        return {rule.rule: rule for rule in self.rules}

    @cached_property
    def tier_by_id(self) -> Mapping[str, Tier]:
        """Every tier under its id."""
        return {tier.id: tier for tier in self.settings.tiers}

    def above(self, slug: str) -> tuple[Region, ...]:
        """The regions a region lies in, nearest first."""
        if slug not in self._above:
            parent = self.region_by_slug[slug].parent
            self._above[slug] = (
                () if parent is None else (self.region_by_slug[parent], *self.above(parent))
            )
        return self._above[slug]

    @cached_property
    def _above(self) -> dict[str, tuple[Region, ...]]:
        return {}

    def conditions_of(self, rule: str) -> Mapping[str, Field]:
        """All a row of this rule may be keyed by: the shared conditions and the rule's own keys."""
        return {**self.shared.conditions, **self.rule_by_slug[rule].fields}

    def fields_of(self, rule: str, part: str) -> Mapping[str, Field]:
        """The declarations of a part's keys and fields, in their order."""
        if (rule, part) not in self._fields:
            asked = self.rule_by_slug[rule].part(part)
            self._fields[(rule, part)] = {
                name: self.find_field(rule, name) for name in (*asked.keys, *asked.fields)
            }
        return self._fields[(rule, part)]

    @cached_property
    def _fields(self) -> dict[tuple[str, str], Mapping[str, Field]]:
        return {}

    def find_field(self, rule: str, name: str) -> Field:
        """The declaration of a field for a rule: its own first, then the shared ones."""
        own = self.rule_by_slug[rule].fields.get(name)
        return own or self.shared.outcomes.get(name) or self.shared.conditions[name]

"""The index of the published data: what the book declares, and every region with the address of its file."""

from __future__ import annotations

from collections import Counter

from generator.counting import ORIGINS
from generator.model import Book, Field, Part, Region, Rule, Tier
from generator.resolving import Resolved
from generator.site.api.index_shapes import (
    BookEntry,
    FieldEntry,
    IndexFile,
    LabelEntry,
    ListedRegion,
    PartEntry,
    RuleEntry,
)
from generator.site.api.region_shapes import SCHEMA, RegionEntry
from generator.tables import written_atom
from generator.values import UNITS, WORDS


def index_file(book: Book, resolved: Resolved) -> IndexFile:
    """The whole index."""
    shared = book.shared
    return IndexFile(
        schema=SCHEMA,
        as_of=resolved.as_of.isoformat(),
        book=_book(book),
        insurance=tuple(LabelEntry(k.id, k.label, short=k.short) for k in book.settings.insurance),
        tiers=tuple(map(_tier, book.settings.tiers)),
        words=WORDS,
        units={unit: UNITS[unit] for unit in ("months", "days", "years")},
        origins=ORIGINS,
        conditions={name: _field(field) for name, field in shared.conditions.items()},
        outcomes={name: _field(field) for name, field in shared.outcomes.items()},
        rules=tuple(map(_rule, book.rules)),
        regions=tuple(_listed(region, resolved) for region in book.regions),
    )


def region_entry(region: Region) -> RegionEntry:
    """A region as its own file names it."""
    return RegionEntry(
        code=region.code,
        slug=region.slug,
        name=region.name,
        short=region.short,
        level=region.level,
        parent=region.parent,
        aliases=region.aliases or None,
        not_applicable=region.not_applicable or None,
        synthetic=region.synthetic or None,
    )


def _listed(region: Region, resolved: Resolved) -> ListedRegion:
    cells = () if region.not_applicable else resolved.by_region[region.slug]
    origins: Counter[str] = Counter(cell.origin for cell in cells)
    url = f"regions/{region.slug}.json"
    return ListedRegion(**vars(region_entry(region)), url=url, origins=dict(origins) or None)


def _book(book: Book) -> BookEntry:
    settings = book.settings
    return BookEntry(
        title=settings.title,
        tagline=settings.tagline,
        subject=settings.subject,
        insurance_label=settings.insurance_label,
        hotline=settings.hotline,
        ask_authority=settings.ask_authority,
        not_government=settings.notices.not_government,
        authority_decides=settings.notices.authority_decides,
        stored_copy=settings.notices.stored_copy,
    )


def _tier(tier: Tier) -> LabelEntry:
    return LabelEntry(tier.id, tier.label, about=tier.about, review_months=tier.review_months)


def _rule(rule: Rule) -> RuleEntry:
    return RuleEntry(
        rule=rule.rule,
        title=rule.title,
        question=rule.question,
        event=rule.event,
        fields={name: _field(field) for name, field in rule.fields.items()},
        parts=tuple(map(_part, rule.parts)),
        review_months=rule.review_months,
    )


def _part(part: Part) -> PartEntry:
    return PartEntry(**{name: getattr(part, name) for name in PartEntry.__dataclass_fields__})


def _field(field: Field) -> FieldEntry:
    choices = tuple(LabelEntry(slug, label) for slug, label in field.choices.items())
    return FieldEntry(
        type=field.type,
        label=field.label,
        say=field.say,
        choices=choices or None,
        phrases=field.phrases or None,
        needs={name: written_atom(value) for name, value in field.needs.items()} or None,
        help=field.help or None,
        unit=field.unit or None,
        range=field.range or None,
        better=field.better,
    )

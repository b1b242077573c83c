"""Entries of the search index: one per record, region and rule, as a script that also loads from file://."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.model import Book, Record, Region
from generator.site.links import Links
from generator.site.statements import Statements


def search_script(book: Book, links: Links, statements: Statements | None = None) -> str:
    """`self.policybookSearch = {…}`: entries, synonyms and insurance types; made `statements` are used again."""
    known = statements or Statements(book)
    entries = [
        *_regions(book, links),
        *_rules(book, links),
        *(_record(record, book, links, known) for record in book.records),
    ]
    data = {
        "entries": [{"id": number, **entry} for number, entry in enumerate(entries)],
        "synonyms": book.settings.synonyms,
        "insurance": [(kind.id, kind.short, kind.label) for kind in book.settings.insurance],
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"self.policybookSearch={text.replace('<', chr(92) + 'u003c')};\n"


def _regions(book: Book, links: Links) -> Iterator[dict[str, str]]:
    for region in book.regions:
        yield {
            "kind": "region",
            "url": links.to(f"regions/{region.slug}"),
            "title": region.name,
            "region": _names(region, book),
            "rule": "",
            "insurance": "",
            "text": "",
            "state": "",
        }


def _rules(book: Book, links: Links) -> Iterator[dict[str, str]]:
    for rule in book.rules:
        text = " ".join([rule.question, *(part.title for part in rule.parts)])
        names = {
            "kind": "rule",
            "url": links.to(f"rules/{rule.rule}"),
            "title": rule.title,
            "rule": rule.title,
        }
        yield {**names, "region": "", "insurance": "", "text": text, "state": ""}


def _record(record: Record, book: Book, links: Links, known: Statements) -> dict[str, str]:
    region, rule = book.region_by_slug[record.region], book.rule_by_slug[record.rule]
    part = rule.part(record.part)
    shown = known.of(record, region)
    title = rule.title if len(rule.parts) == 1 else part.title
    lines = " ".join(f"{line.when} {line.says}" for line in shown.lines)
    grid = (
        " ".join(cell for row in shown.grid.rows for cell in row)
        if shown.grid and not lines
        else ""
    )
    evidence = shown.evidence
    source = f"{evidence.document} {evidence.doc_no} {evidence.clause}" if evidence else ""
    return {
        "kind": "record",
        "url": links.to(f"regions/{region.slug}", shown.anchor),
        "title": f"{region.name} · {title}",
        "region": _names(region, book),
        "rule": f"{rule.title} {part.title}",
        "insurance": " ".join(record.insurance),
        "text": " ".join(text for text in (lines, grid, shown.note, source) if text)[:600],
        "state": f"{evidence.tier_label} · {shown.period}" if evidence else shown.lead,
    }


def _names(region: Region, book: Book) -> str:
    above = [other.short for other in book.above(region.slug) if other.level != "nation"]
    return " ".join([region.name, region.short, *region.aliases, *above])

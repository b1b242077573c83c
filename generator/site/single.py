"""One page from no more of the book than it shows. The one rule: it is the very page that the whole output holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from generator.counting import count
from generator.model import Book, Region, Rule
from generator.resolving import resolve
from generator.site.catalogue import catalogue
from generator.site.home import home_page
from generator.site.pages import draft_of_region, draft_of_rule, fixed_pages
from generator.site.regions import RegionPages
from generator.site.rendering import Draft, Page, Renderer
from generator.site.rules import rule_page


def make_page(path: str, book: Book, as_of: date, today: date, renderer: Renderer) -> Page | None:
    """The page at `path`; None where there is none. Regions and rules are quick, the rest takes the whole book."""
    kind, _, name = path.partition("/")
    if kind == "regions" and name in book.region_by_slug:
        return _region(book.region_by_slug[name], book, as_of, today, renderer)
    if kind == "rules" and name in book.rule_by_slug:
        return _rule(book.rule_by_slug[name], book, as_of, today, renderer)
    others = _others(book, as_of, today, renderer)
    return next((draft.page() for draft in others if draft.path == path), None)


def other_paths(book: Book, as_of: date, today: date, renderer: Renderer) -> tuple[str, ...]:
    """The addresses of all pages that are neither a region's nor a rule's."""
    return tuple(draft.path for draft in _others(book, as_of, today, renderer))


def _region(region: Region, book: Book, as_of: date, today: date, renderer: Renderer) -> Page:
    """A region's page shows its own records and those above it."""
    above = {other.slug: other for other in book.above(region.slug)}
    records = tuple(r for r in book.records if r.region == region.slug or r.region in above)
    shown = replace(book, records=records)
    lineage = replace(shown, regions=(*reversed(above.values()), region))
    views = RegionPages(resolve(lineage, as_of), shown, today)
    return draft_of_region(region, views, renderer, book).page()


def _rule(rule: Rule, book: Book, as_of: date, today: date, renderer: Renderer) -> Page:
    """A rule's page shows its records of all regions."""
    shown = replace(book, records=tuple(r for r in book.records if r.rule == rule.rule))
    resolved = resolve(replace(shown, rules=(rule,)), as_of)
    return draft_of_rule(rule_page(rule, resolved, shown, today), renderer).page()


def _others(book: Book, as_of: date, today: date, renderer: Renderer) -> Iterator[Draft]:
    resolved = resolve(book, as_of)
    home = home_page(book, count(book, resolved, today))
    yield from fixed_pages(home, book, renderer)
    yield from catalogue(resolved, book, today, renderer)

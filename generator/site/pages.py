"""Views to finished pages: path, title, description, table of contents and HTML. The HTML comes from templates alone.

The one rule: a page and a data file are made when the site builder asks for them, so no two need be held at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from generator.counting import count
from generator.model import Book, Region
from generator.resolving import resolve
from generator.site.api import api_files
from generator.site.catalogue import catalogue
from generator.site.home import HomePage, home_page
from generator.site.links import Links
from generator.site.regions import RegionPage, RegionPages
from generator.site.rendering import Content, Draft, Heading, Page, Renderer
from generator.site.repository import parse_repository
from generator.site.rules import RulePage, rule_page
from generator.site.search import search_script
from generator.site.spreadsheets import spreadsheets
from generator.site.statements import Statements
from generator.site.texts import Texts

__all__ = ["Heading", "Output", "Page", "make_output"]


@dataclass(frozen=True)
class Output:
    """Everything the generator makes, for the site builder to ask for."""

    book: Book
    as_of: date
    drafts: tuple[Draft, ...]
    files: Mapping[str, str]

    @property
    def pages(self) -> Iterator[Page]:
        """Every page, made one after the other."""
        return (draft.page() for draft in self.drafts)


def make_output(
    book: Book, as_of: date, today: date, *, directories: bool = True, repository: str = ""
) -> Output:
    """All pages and data files of a book; `repository` is where its records can be edited, if anywhere."""
    resolved = resolve(book, as_of)
    kept = parse_repository(repository)
    renderer = Renderer(book, as_of, directories=directories, repository=kept)
    statements = Statements(book)
    home = home_page(book, count(book, resolved, today))
    rules = [rule_page(rule, resolved, book, today) for rule in book.rules]
    regions = RegionPages(resolved, book, today, statements)
    drafts = (
        *fixed_pages(home, book, renderer),
        *(draft_of_region(region, regions, renderer, book) for region in book.regions),
        *(draft_of_rule(view, renderer) for view in rules),
        *catalogue(resolved, book, today, renderer, statements),
    )
    links = Links("", directories)
    search = {"assets/search-data.js": partial(search_script, book, links, statements)}
    api = api_files(book, resolved, scripts=not directories)
    return Output(book, as_of, drafts, Texts(search) | api | spreadsheets(rules, book))


def fixed_pages(home: HomePage, book: Book, renderer: Renderer) -> Iterator[Draft]:
    """The pages that every book has: the first, the two indexes, the search."""
    title, subject = book.settings.title, book.settings.subject
    about = {
        "": ("home.html", title, book.settings.tagline),
        "regions": (
            "regions.html",
            "按地区查",
            f"{subject}：全国 {len(book.regions)} 个地区的页面",
        ),
        "rules": ("rules.html", "按规则查", f"{subject}：{len(book.rules)} 条规则，各地对照"),
        "search": ("search.html", "搜索", f"在{title}里搜索地区、规则和说法"),
    }
    for path, (template, name, description) in about.items():
        html = renderer.html(template, path, page=home)
        yield Draft(path, name, partial(Content, description, html))


def draft_of_region(region: Region, views: RegionPages, renderer: Renderer, book: Book) -> Draft:
    """The page of a region."""
    path = f"regions/{region.slug}"

    def fill() -> Content:
        view = views.of(region)
        html = renderer.html("region.html", path, page=view)
        return Content(_describe(view), html, _region_toc(view))

    return Draft(path, f"{region.name}{book.settings.subject}怎么办", fill)


def draft_of_rule(view: RulePage, renderer: Renderer) -> Draft:
    """The page of a rule."""
    path, rule = f"rules/{view.rule.rule}", view.rule

    def fill() -> Content:
        html = renderer.html("rule.html", path, page=view)
        return Content(rule.question, html, _rule_toc(view))

    return Draft(path, f"{rule.title}：各地对照", fill)


def _describe(view: RegionPage) -> str:
    if view.region.not_applicable:
        return f"{view.region.name}：{view.region.not_applicable}。"
    found = f"{view.own} 项本地规定" if view.own else "没有收录到本地规定"
    return f"{view.region.name}：{found}，{view.inherited} 项适用上级规定，{view.unknown} 项未收录；每条都有出处和核对日期。"


def _region_toc(view: RegionPage) -> tuple[Heading, ...]:
    if view.region.not_applicable:
        return ()
    return tuple(
        Heading(
            section.id,
            section.label,
            tuple(Heading(one.anchor, one.title) for one in section.known),
        )
        for section in view.sections
    )


def _rule_toc(view: RulePage) -> tuple[Heading, ...]:
    return tuple(Heading(one.part.part, one.title) for one in view.comparisons)

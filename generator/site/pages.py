"""Views to finished pages: path, title, description, table of contents and HTML. The HTML comes from templates alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.counting import count
from generator.dates import PartialDate
from generator.model import Book
from generator.resolving import Resolved, resolve
from generator.site.home import HomePage, home_page
from generator.site.links import Links
from generator.site.regions import RegionPage, RegionPages
from generator.site.rules import RulePage, rule_page
from generator.site.search import search_script
from generator.site.statements import Statement

_TEMPLATES = Path(__file__).parent.parent / "templates"


@dataclass(frozen=True)
class Heading:
    """An entry of a page's table of contents."""

    anchor: str
    title: str
    below: tuple[Heading, ...] = ()


@dataclass(frozen=True)
class Page:
    """A finished page; `path` is its address without a slash (regions/beijing), empty for the first page."""

    path: str
    title: str
    description: str
    html: str
    headings: tuple[Heading, ...] = ()


@dataclass(frozen=True)
class Output:
    """Everything the generator makes, ready for the site builder."""

    book: Book
    as_of: date
    pages: tuple[Page, ...]
    files: dict[str, str]


class Renderer:
    """The templates with the words every page needs."""

    def __init__(self, book: Book, as_of: date, *, directories: bool) -> None:
        loader = FileSystemLoader(_TEMPLATES)
        self._jinja = Environment(
            loader=loader,
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._jinja.globals["book"] = book.settings
        self._jinja.globals["as_of"] = PartialDate(as_of.year, as_of.month, as_of.day).chinese
        self._directories = directories
        self._parts = self._jinja.get_template("_parts.html").make_module()
        self._shown: dict[tuple[str, int, int], Markup] = {}

    def html(self, template: str, path: str, **view: object) -> str:
        """The template filled with a view; links are relative to `path`."""
        links = Links(path, self._directories)

        def show(statement: Statement, title: str, kind: str = "statement") -> Markup:
            return self._show(statement, title, kind, links)

        return self._jinja.get_template(template).render(link=links.to, root=links.root, show=show, **view)

    def _show(self, statement: Statement, title: str, kind: str, links: Links) -> Markup:
        """A statement's HTML: the same on all pages of one depth, so it is made once for each."""
        key = (kind, id(statement), links.depth)
        if key not in self._shown:
            self._shown[key] = getattr(self._parts, kind)(statement, title, links.to)
        return self._shown[key]


def make_output(book: Book, as_of: date, today: date, *, directories: bool = True) -> Output:
    """All pages and data files of a book."""
    resolved = resolve(book, as_of)
    renderer = Renderer(book, as_of, directories=directories)
    home = home_page(book, count(book, resolved, today))
    pages = (
        *_fixed(home, book, renderer),
        *_regions(resolved, book, today, renderer),
        *_rules(resolved, book, today, renderer),
    )
    return Output(book, as_of, pages, {"assets/search-data.js": search_script(book, Links("", directories))})


def _fixed(home: HomePage, book: Book, renderer: Renderer) -> Iterator[Page]:
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
        yield Page(path, name, description, renderer.html(template, path, page=home))


def _regions(resolved: Resolved, book: Book, today: date, renderer: Renderer) -> Iterator[Page]:
    views = RegionPages(resolved, book, today)
    for region in book.regions:
        path = f"regions/{region.slug}"
        view = views.of(region)
        title = f"{region.name}{book.settings.subject}怎么办"
        yield Page(
            path,
            title,
            _describe(view),
            renderer.html("region.html", path, page=view),
            _region_toc(view),
        )


def _rules(resolved: Resolved, book: Book, today: date, renderer: Renderer) -> Iterator[Page]:
    for rule in book.rules:
        path = f"rules/{rule.rule}"
        view = rule_page(rule, resolved, book, today)
        html = renderer.html("rule.html", path, page=view)
        yield Page(path, f"{rule.title}：各地对照", rule.question, html, _rule_toc(view))


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

"""The theme around generated pages, rendered once for all that differ in nothing but words; then the words are put in.

The one rule: what comes out is what main.html would have made of the page. Where that is not certain, main.html makes it.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping
from typing import Any, Protocol, TypeAlias

from jinja2 import ChoiceLoader, DictLoader, Environment, pass_context
from jinja2.runtime import Context

from generator.site.rendering import Heading, Page
from generator.theme import toc_of

Variables: TypeAlias = dict[str, Any]
TEMPLATE = "framed.html"
Key: TypeAlias = tuple[str, bool, bool]

# A filter that changed a real title would change these, too: then they are not found again.
_TITLE, _ABOUT, _ADDRESS = "pb'title<&\">", "pb'about<&\">", "pb'address<&\">"
_CONTENT, _TOC, _FIRST = "<h1 pb-content>", "<pb-toc>", "#pb-first-heading"
_MARKS = re.compile("|".join(map(re.escape, (_TITLE, _ABOUT, _ADDRESS, _CONTENT, _TOC, _FIRST))))


class Anchor(Protocol):
    """A heading as MkDocs knows it."""

    @property
    def url(self) -> str:
        """The number sign and its id."""


class Headings(Protocol):
    """A page's headings as MkDocs knows them."""

    def __iter__(self) -> Iterator[Anchor]:
        """The first level."""

    def __len__(self) -> int:
        """How many there are."""


class Dressed(Protocol):
    """A page as MkDocs knows it."""

    meta: Mapping[str, object]
    content: str | None
    toc: Headings
    canonical_url: str | None
    url: str


class Frames:
    """The frames of one build: one for each folder of pages, with and without headings."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._frames: dict[Key, list[str] | None] = {}
        self._language: object = None

    def install(self) -> None:
        """Give the theme a template that asks for its page here."""

        @pass_context
        def framed(context: Context) -> str:
            return self.page(context.get_all())

        self._environment.globals["framed"] = framed
        ours, theme = DictLoader({TEMPLATE: "{{ framed() }}"}), self._environment.loader
        self._environment.loader = ChoiceLoader([ours, *([theme] if theme else [])])

    def page(self, variables: Variables) -> str:
        """The whole page that main.html makes of these variables."""
        page: Dressed = variables["page"]
        if page in variables["nav"].pages or "<h1" not in (page.content or ""):
            return self._whole(variables)
        folder = page.url.rstrip("/").rpartition("/")[0]  # links of the frame are relative to it
        key = (folder, len(page.toc) > 0, bool(page.canonical_url))
        if key not in self._frames:
            whole = self._whole(variables)
            frame = self._frame(variables)
            same = frame is not None and self._filled(frame, variables) == whole
            self._frames[key] = frame if same else None
            return whole
        known = self._frames[key]
        return self._whole(variables) if known is None else self._filled(known, variables)

    def _whole(self, variables: Variables) -> str:
        return self._environment.get_template("main.html").render(variables)

    def _frame(self, variables: Variables) -> list[str] | None:
        """What main.html makes of a page of marks, cut at them; None where one cannot be found again."""
        page: Dressed = copy.copy(variables["page"])
        page.meta = {"title": _TITLE, "description": _ABOUT}
        page.content = _CONTENT
        if page.canonical_url:
            page.canonical_url = _ADDRESS
        if len(page.toc):
            marked_heading = Heading(_FIRST.removeprefix("#"), "pb-heading")
            page.toc = toc_of(Page("", "", "", "", (marked_heading,)))
        marked = {**variables, "page": page}
        html, toc = self._whole(marked), self._headings(marked)
        if html.count(toc) != 1 or html.count(_CONTENT) != 1:
            return None
        return _cut(html.replace(toc, _TOC))

    def _filled(self, frame: list[str], variables: Variables) -> str:
        page: Dressed = variables["page"]
        words = {
            _TITLE: str(page.meta["title"]),
            _ABOUT: str(page.meta["description"]),
            _ADDRESS: page.canonical_url or "",
            _CONTENT: page.content or "",
            _TOC: self._headings(variables),
            _FIRST: next((heading.url for heading in page.toc), ""),
        }
        return "".join(words.get(piece, piece) for piece in frame)

    def _headings(self, variables: Variables) -> str:
        """The table of contents as the theme's own partial makes it."""
        if self._language is None:
            language = self._environment.get_template("partials/language.html")
            self._language = language.make_module(variables)
        template = self._environment.get_template("partials/toc.html")
        return template.render({**variables, "lang": self._language})


def _cut(html: str) -> list[str]:
    """The text between the marks and the marks themselves, in order."""
    pieces: list[str] = []
    end = 0
    for mark in _MARKS.finditer(html):
        pieces += [html[end : mark.start()], mark[0]]
        end = mark.end()
    return [*pieces, html[end:]]

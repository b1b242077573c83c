"""The templates with the words every page needs, and what a finished page is."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import CodeType
from typing import TypeAlias

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

from generator.dates import PartialDate
from generator.model import Book
from generator.site.links import Links
from generator.site.repository import NOWHERE, Repository
from generator.site.statements import Statement

Shown: TypeAlias = dict[tuple[str, int, int], tuple[Statement, Markup]]

_ESCAPED = re.compile("[&<>\"']")
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
class Content:
    """What is left of a page beside its address and title."""

    description: str
    html: str
    headings: tuple[Heading, ...] = ()


@dataclass(frozen=True)
class Draft:
    """A page still to be made, under its address and title: what is made when it is asked for need not be kept."""

    path: str
    title: str
    fill: Callable[[], Content]

    def page(self) -> Page:
        """The finished page."""
        made = self.fill()
        return Page(self.path, self.title, made.description, made.html, made.headings)


class _Compiled(BytecodeCache):
    """Templates compiled once for all renderers of a process; an edited one is compiled again."""

    def __init__(self) -> None:
        self._known: dict[str, CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what is known of this very text."""
        bucket.code = self._known.get(bucket.key + bucket.checksum)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        if bucket.code:
            self._known[bucket.key + bucket.checksum] = bucket.code


_COMPILED = _Compiled()


class _Generator(CodeGenerator):
    """Most of what a page says has nothing to escape: then the text itself is put out, without a wrapper."""

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.escaped(")


class _Environment(Environment):
    """An environment that escapes what is put out the short way."""

    code_generator_class = _Generator

    @staticmethod
    def escaped(value: object) -> str:
        """The value as HTML text."""
        if type(value) is str and not _ESCAPED.search(value):
            return value
        return escape(value)


def _environment() -> Environment:
    return _Environment(
        loader=FileSystemLoader(_TEMPLATES),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=_COMPILED,
    )


def render(template: str, **view: object) -> str:
    """A template that needs nothing of a book, filled with a view."""
    return _environment().get_template(template).render(**view)


class Renderer:
    """The templates with the words every page needs."""

    def __init__(
        self, book: Book, as_of: date, *, directories: bool, repository: Repository = NOWHERE
    ) -> None:
        self._jinja = _environment()
        self._jinja.globals["book"] = book.settings
        self._jinja.globals["as_of"] = PartialDate(as_of.year, as_of.month, as_of.day).chinese
        self._jinja.globals["repository"] = repository
        self._directories = directories
        self._parts = self._jinja.get_template("_parts.html").make_module()
        self._shown: Shown = {}

    def html(self, template: str, path: str, **view: object) -> str:
        """The template filled with a view; links are relative to `path`."""
        links = Links(path, self._directories)
        own: Shown = {}  # a region's own statements are shown on its page alone

        def show(statement: Statement, title: str, kind: str = "statement") -> Markup:
            known = own if statement.own else self._shown
            key = (kind, id(statement), links.depth)
            if key not in known:
                known[key] = (statement, self._made(statement, title, kind, links))
            return known[key][1]

        return self._jinja.get_template(template).render(
            link=links.to, root=links.root, show=show, **view
        )

    def _made(self, statement: Statement, title: str, kind: str, links: Links) -> Markup:
        """A statement's HTML: the same on all pages of one depth, so it is made once for each.

        The statement is kept beside it: an id whose statement is gone may come again.
        """
        made: Markup = getattr(self._parts, kind)(statement, title, links.to)
        return made

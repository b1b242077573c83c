"""Finished pages as ordinary Markdown: same headings, same text, tables as Markdown tables, links to .md files.

Only what a writer of Markdown would write: forms, scripts and drawings are left out.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from html.parser import HTMLParser

_SPECIAL = re.compile(r"([\\`*_\[\]<>])")
_SPACE = re.compile(r"\s+")
_HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)}
_SKIPPED = ("form", "script", "noscript", "select", "svg", "style", "template")
_BLOCKS = (
    *("p", "div", "section", "article", "nav", "details", "summary", "ul", "ol", "dl", "dt", "dd"),
    *("table", "caption", "thead", "tbody", "figure", "figcaption", "label", "output", "aside"),
)
_VOID = ("br", "hr", "img", "input", "link", "meta", "wbr", "col")


def to_markdown(html: str, page: str) -> str:
    """The Markdown of a page; `page` is its address without a slash (regions/beijing)."""
    writer = _Writer(page)
    writer.feed(html)
    writer.close()
    return writer.text()


class _Writer(HTMLParser):
    """One paragraph under way at a time; table cells gather until their row ends."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self._page, self._blocks, self._line = page, [""], ""
        self._start, self._end = "", ""
        self._skip = ""
        self._link = ""
        self._row: list[str] | None = None
        self._headed = False

    def text(self) -> str:
        """All blocks, an empty line between them."""
        self._flush()
        return "\n\n".join(block for block in self._blocks if block) + "\n"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a block or an inline mark."""
        told = {name: value or "" for name, value in attrs}
        if self._skip or tag in _VOID:
            return
        if tag in _SKIPPED:
            self._skip = tag
        elif tag in _HEADINGS:
            self._flush()
            self._start = f"{_HEADINGS[tag]} "
            self._end = f" {{#{told['id']}}}" if told.get("id") else ""
        elif self._row is None or tag not in _BLOCKS:
            self._open(tag, told)

    def _open(self, tag: str, told: Mapping[str, str]) -> None:
        if tag == "table":
            self._headed = False
        if tag == "tr":
            self._flush()
            self._row = []
        elif tag in ("li", "dt"):
            self._flush()
            self._start = "- "
        elif tag == "dd":
            self._line += "："
        elif tag in _BLOCKS:
            self._flush()
        elif tag == "a":
            self._link = self._target(told.get("href", ""))
            self._line += "["
        elif tag in _MARKS:
            self._line += _MARKS[tag]

    def handle_endtag(self, tag: str) -> None:
        """Close what was opened."""
        if self._skip:
            self._skip = "" if tag == self._skip else self._skip
        elif tag in ("td", "th") and self._row is not None:
            self._row.append(self._taken().replace("|", "\\|"))
        elif tag == "tr" and self._row is not None:
            self._end_row(self._row)
        elif tag == "a":
            self._line += f"]({self._link})"
        elif tag in _MARKS:
            self._line += _MARKS[tag]
        elif self._row is None and tag != "dt" and (tag in _BLOCKS or tag in (*_HEADINGS, "li")):
            self._flush()

    def handle_data(self, data: str) -> None:
        """Text, with what Markdown would read as a mark escaped."""
        if not self._skip:
            self._line += _SPECIAL.sub(r"\\\1", data)

    def _end_row(self, cells: list[str]) -> None:
        self._row = None
        line = f"| {' | '.join(cells)} |"
        if not self._headed:
            self._headed = True
            self._blocks.append(f"{line}\n|{' --- |' * len(cells)}")
        else:
            self._blocks[-1] += f"\n{line}"

    def _flush(self) -> None:
        text = self._taken()
        start, end, self._start, self._end = self._start, self._end, "", ""
        if not text:
            return
        joined = start == "- " and self._blocks[-1].startswith("- ")
        block = f"{start}{text}{end}"
        if joined:
            self._blocks[-1] += f"\n{block}"
        else:
            self._blocks.append(block)

    def _taken(self) -> str:
        text, self._line = _SPACE.sub(" ", self._line).strip(), ""
        return text

    def _target(self, href: str) -> str:
        """A link inside the site as a writer of Markdown gives it: to the other page's file."""
        address, _, anchor = href.partition("#")
        if ":" in address or (not address and anchor):
            return href
        found = posixpath.normpath(posixpath.join(self._page, address))
        if not address.endswith("/"):
            return "index.md"  # a file of the site: a Markdown site has none of them
        source = "index.md" if found == "." else f"{found}.md"
        here = posixpath.dirname(self._page) or "."
        return posixpath.relpath(source, here) + (f"#{anchor}" if anchor else "")


_MARKS: Mapping[str, str] = {"b": "**", "strong": "**", "em": "*", "code": "`"}

"""What `make export-check` asks of an exported book that another generator built: every page, its text, every link.

Run as a program: python -m tests.exported DIR, where DIR holds docs/ and the built site/.
"""

from __future__ import annotations

import posixpath
import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


class Reading(HTMLParser):
    """The links, ids and text of one page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.ids: set[str] = set()
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        told = {name: value for name, value in attrs if value}
        self.links |= {told[name] for name in ("href", "src", "action") if name in told}
        self.ids |= {told["id"]} if "id" in told else set()

    def handle_data(self, data: str) -> None:
        self.text += data


def faults(folder: Path) -> list[str]:
    """What is missing, differs or leads nowhere."""
    docs, site = folder / "docs", folder / "site"
    pages = {
        file.relative_to(site).as_posix(): Reading(file.read_text(encoding="utf-8"))
        for file in site.rglob("*.html")
    }
    sources = {file.relative_to(docs).as_posix(): file for file in docs.rglob("index.md")}
    found = [f"{name}: no page" for name in sources if name.replace(".md", ".html") not in pages]
    for name, page in pages.items():
        source = sources.get(name.replace(".html", ".md"))
        if source and not _same(source.read_text(encoding="utf-8"), page):
            found.append(f"{name}: not the text of {source}")
        if name != "404.html":
            found += [
                f"{name}: {link}" for link in page.links if not _leads(link, name, site, pages)
            ]
    return found


def _same(markdown: str, page: Reading) -> bool:
    """Whether the page holds the whole text of its raw block."""
    wanted = Reading(markdown.partition("\n---\n")[2]).text
    return _words(wanted) in _words(page.text)


def _words(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _leads(link: str, page: str, site: Path, pages: dict[str, Reading]) -> bool:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return True
    path = unquote(parts.path)
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    target = f"{target}/index.html" if (site / target).is_dir() else target
    target = posixpath.normpath(target)
    known = (site / target).is_file() and not target.startswith("..")
    return known and (not parts.fragment or unquote(parts.fragment) in pages[target].ids)


if __name__ == "__main__":
    told = faults(Path(sys.argv[1]))
    sys.stdout.write("\n".join(told) + "\n" if told else "")
    sys.stderr.write(f"export-check: {f'{len(told)} 处不对' if told else '每一页、每个链接都对'}\n")
    sys.exit(1 if told else 0)

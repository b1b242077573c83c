"""MkDocs does not look inside injected HTML, so every href, src and id of the built site is followed here."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from generator.loading import load_book

CALCULATOR = "calculator/index.html"
SITUATION = re.compile(r"region=[a-z/-]+&insurance=[a-z]+")


class Anchors(HTMLParser):
    """All links and ids of one page, and whatever a strict policy forbids."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.forbidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src", "action"):
                self.links.append(value or "")
            if name == "id":
                self.ids.append(value or "")
            if name == "style" or name.startswith("on"):
                self.forbidden.append(f"<{tag} {name}={value!r}>")


@pytest.fixture(scope="module")
def pages(built_site: Path) -> dict[str, Anchors]:
    """Every page of the site under its path from the root."""
    found = {}
    for file in sorted(built_site.rglob("*.html")):
        anchors = Anchors()
        anchors.feed(file.read_text(encoding="utf-8"))
        found[file.relative_to(built_site).as_posix()] = anchors
    return found


def test_every_link_leads_to_a_file_and_every_fragment_to_an_id(
    built_site: Path, pages: dict[str, Anchors]
) -> None:
    broken = [
        f"{name}: {link}"
        for name, page in pages.items()
        if name != "404.html"  # served from anywhere, so its links start at the server's root
        for link in set(page.links)
        if not _resolves(link, name, built_site, pages)
    ]
    assert broken == []


def test_links_outside_the_site_are_http_only(pages: dict[str, Anchors]) -> None:
    schemes = Counter(urlsplit(link).scheme for page in pages.values() for link in page.links)
    assert set(schemes) <= {"", "http", "https", "tel"}


def test_no_id_stands_twice_on_a_page(pages: dict[str, Anchors]) -> None:
    twice = {
        name: [one for one, count in Counter(page.ids).items() if count > 1]
        for name, page in pages.items()
    }
    assert {name: ids for name, ids in twice.items() if ids} == {}


def test_no_page_has_a_style_or_a_script_attribute(pages: dict[str, Anchors]) -> None:
    forbidden = {name: page.forbidden for name, page in pages.items() if page.forbidden}
    # Material hides four elements of its own without JavaScript; none comes from our templates.
    assert {name: found[:3] for name, found in forbidden.items()} == {}


def test_every_region_has_a_page(built_site: Path) -> None:
    book, _ = load_book(Path("policies"))
    assert book is not None
    missing = [
        r.slug
        for r in book.regions
        if not (built_site / "regions" / r.slug / "index.html").is_file()
    ]
    assert missing == []


def _resolves(link: str, page: str, site: Path, pages: dict[str, Anchors]) -> bool:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return True
    path = unquote(parts.path)
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    if path.endswith("/") or (site / target).is_dir():
        target = posixpath.normpath(posixpath.join(target, "index.html"))
    if target.startswith("..") or not (site / target).is_file():
        return False
    fragment = unquote(parts.fragment)
    # What the calculator is to start with is no place on its page.
    told = target == CALCULATOR and SITUATION.fullmatch(fragment) is not None
    known = not fragment or target not in pages or fragment in pages[target].ids
    return told or known or fragment == "__skip"

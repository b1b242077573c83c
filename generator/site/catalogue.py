"""Finished pages beside regions and rules: documents, what is due and covered, the map, the changelog."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model import Book
from generator.resolving import Resolved
from generator.site.changelog import changelog_page
from generator.site.coverage import coverage_of
from generator.site.documents import DocumentPage, DocumentPages, shelves_of
from generator.site.due import due_months, tier_counts
from generator.site.rendering import Heading, Page, Renderer
from generator.site.tilemap import map_page

_MAP_TOC = (Heading("coverage", "收录了多少"), Heading("values", "一个数值的比较"))


def catalogue(resolved: Resolved, book: Book, today: date, renderer: Renderer) -> Iterator[Page]:
    """All other pages of a book; those it gives no ground for are absent."""
    yield from _documents(resolved, book, renderer)
    yield _freshness(resolved, book, today, renderer)
    if view := map_page(resolved, book):
        html = renderer.html("map.html", "map", page=view)
        yield Page("map", "地图", "各省收录了多少，一个数值各省并排比较", html, _MAP_TOC)
    if book.changelog:
        yield changelog_page(book.changelog)


def _documents(resolved: Resolved, book: Book, renderer: Renderer) -> Iterator[Page]:
    views = DocumentPages(resolved, book)
    pages = [views.of(document) for document in book.documents.values()]
    shelves = tuple(shelves_of(pages, book))
    html = renderer.html("documents.html", "documents", shelves=shelves, total=len(pages))
    toc = tuple(Heading(shelf.region.slug, shelf.region.name) for shelf in shelves)
    yield Page("documents", "文件", f"本站引用的 {len(pages)} 份文件和报道，按地区排", html, toc)
    for page in pages:
        path = f"documents/{page.document.id}"
        html = renderer.html("document.html", path, page=page)
        yield Page(path, page.document.name, _about(page), html)


def _about(page: DocumentPage) -> str:
    number = f"{page.document.doc_no}，" if page.document.doc_no else ""
    return f"{number}{page.standing}。以它为出处的记录 {len(page.records)} 条。"


def _freshness(resolved: Resolved, book: Book, today: date, renderer: Renderer) -> Page:
    html = renderer.html(
        "freshness.html",
        "freshness",
        months=due_months(book, today),
        tiers=tier_counts(book),
        coverage=coverage_of(resolved, book),
        rules=book.rules,
    )
    toc = (
        ("due", "该复核的"),
        ("tiers", "读到的是什么"),
        ("coverage", "全国覆盖"),
        ("provinces", "各省各规定"),
        ("blank", "还没有查过的地区"),
    )
    about = "哪些记录该重新核对，每类规定在多少个地区有答案，哪些地区还没有查过"
    return Page("freshness", "更新与覆盖", about, html, tuple(Heading(*one) for one in toc))

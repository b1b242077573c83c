"""Finished pages beside regions and rules: documents, what is due and covered, the map, the changelog."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from generator.model import Book, Document
from generator.resolving import Resolved
from generator.site.changelog import changelog_page
from generator.site.coverage import coverage_of
from generator.site.documents import DocumentPage, DocumentPages, shelves_of
from generator.site.due import due_months, tier_counts
from generator.site.rendering import Content, Draft, Heading, Renderer
from generator.site.statements import Statements
from generator.site.tilemap import map_page

_MAP_TOC = (Heading("coverage", "收录了多少"), Heading("values", "一个数值的比较"))


def catalogue(
    resolved: Resolved,
    book: Book,
    today: date,
    renderer: Renderer,
    statements: Statements | None = None,
) -> Iterator[Draft]:
    """All other pages of a book; those it gives no ground for are absent. Made `statements` are used again."""
    yield from _documents(DocumentPages(resolved, book, statements), book, renderer)
    yield Draft("freshness", "更新与覆盖", partial(_freshness, resolved, book, today, renderer))
    if view := map_page(resolved, book):
        html = renderer.html("map.html", "map", page=view)
        about = "各省收录了多少，一个数值各省并排比较"
        yield Draft("map", "地图", partial(Content, about, html, _MAP_TOC))
    if book.changelog:
        yield Draft("changelog", "更新记录", partial(changelog_page, book.changelog))


def _documents(views: DocumentPages, book: Book, renderer: Renderer) -> Iterator[Draft]:
    yield Draft("documents", "文件", partial(_index, views, book, renderer))
    for document in book.documents.values():
        yield Draft(
            f"documents/{document.id}", document.name, partial(_document, document, views, renderer)
        )


def _index(views: DocumentPages, book: Book, renderer: Renderer) -> Content:
    pages = [views.of(document) for document in book.documents.values()]
    shelves = tuple(shelves_of(pages, book))
    html = renderer.html("documents.html", "documents", shelves=shelves, total=len(pages))
    toc = tuple(Heading(shelf.region.slug, shelf.region.name) for shelf in shelves)
    return Content(f"本站引用的 {len(pages)} 份文件和报道，按地区排", html, toc)


def _document(document: Document, views: DocumentPages, renderer: Renderer) -> Content:
    page = views.of(document)
    html = renderer.html("document.html", f"documents/{document.id}", page=page)
    return Content(_about(page), html)


def _about(page: DocumentPage) -> str:
    number = f"{page.document.doc_no}，" if page.document.doc_no else ""
    return f"{number}{page.standing}。以它为出处的记录 {len(page.records)} 条。"


def _freshness(resolved: Resolved, book: Book, today: date, renderer: Renderer) -> Content:
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
    return Content(about, html, tuple(Heading(*one) for one in toc))

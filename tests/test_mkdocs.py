"""The plugin under `mkdocs serve`: it outlives a build, and findings stand on the pages instead of stopping it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from generator.theme import configured
from tests.folders import Folder, fixed_day, small_book

CITY_FILE = "records/anzhou/linhe/resume.yml"
SETTINGS = "site_name: x\ntheme: {name: material, font: false}\nplugins: [policybook]\nvalidation: {nav: {omitted_files: ignore}}\n"


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Folder]:
    folder = small_book(tmp_path)
    (tmp_path / "content").mkdir()
    (tmp_path / "content/about.md").write_text("# 关于\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    config = settings(folder)
    config.plugins.on_startup(command="serve", dirty=False)
    with fixed_day():
        yield folder
    config.plugins.on_shutdown()


def settings(book: Folder) -> MkDocsConfig:
    return configured(book.root, book.root / "site")


def built(book: Folder, path: str) -> str:
    """Build as MkDocs does after every change, with settings read anew."""
    build(settings(book), serve_url="http://127.0.0.1:8000/")
    return (book.root / "site" / path / "index.html").read_text(encoding="utf-8")


def test_an_edited_record_is_in_the_next_build(book: Folder) -> None:
    assert "等候2个月" in built(book, "regions/anzhou/linhe")
    book.change(CITY_FILE, "wait: 2 months", "wait: 5 months")
    assert "等候5个月" in built(book, "regions/anzhou/linhe")


def test_findings_stand_on_every_page_of_the_last_good_book(book: Folder) -> None:
    built(book, "")
    book.change(CITY_FILE, "wait: 2 months", "wait: 2")
    page = built(book, "regions/anzhou/linhe")
    assert "记录有 1 个问题" in page and "等候2个月" in page
    assert f"{CITY_FILE}:13:22" in built(book, "about")
    book.change(CITY_FILE, "wait: 2,", "wait: 3 months,")
    assert "记录有" not in built(book, "regions/anzhou/linhe")


def test_a_book_that_never_was_good_is_one_page_of_findings(book: Folder) -> None:
    book.change(CITY_FILE, "wait: 2 months", "wait: 2")
    assert "改好、保存以后，这里就会显示页面。" in built(book, "")
    assert not (book.root / "site/regions").exists()


def test_records_and_templates_are_watched(book: Folder) -> None:
    config = settings(book)
    build(config)
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(book.root))
    try:
        config.plugins.on_serve(server, config=config, builder=build)
        watched = {Path(path).name for path in server._watched_paths}
    finally:
        server.server_close()
    assert watched == {"policies", "templates"}

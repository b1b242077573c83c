"""`policybook serve`: addresses, types and findings over HTTP; nothing outside the site is served."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.commands.serve import Server, Site
from generator.serving import Session
from tests.browsing import OpenedPage
from tests.folders import Folder, fixed_day, policybook, small_book

CITY_FILE = "records/anzhou/linhe/resume.yml"


@pytest.fixture
def book(tmp_path: Path) -> Folder:
    folder = small_book(tmp_path)
    (tmp_path / "content").mkdir()
    (tmp_path / "content/about.md").write_text("# 关于\n", encoding="utf-8")
    return folder


@pytest.fixture
def port(book: Folder) -> Iterator[int]:
    with fixed_day(), Server(("127.0.0.1", 0), Site(Session(book.root)).handler()) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()


def get(port: int, path: str) -> tuple[HTTPResponse, str]:
    connection = HTTPConnection("127.0.0.1", port)
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    return answer, body


@pytest.mark.parametrize(
    ("path", "status", "kind", "said"),
    [
        ("/", 200, "text/html; charset=utf-8", "借书证规则库"),
        ("/regions/anzhou/linhe/", 200, "text/html; charset=utf-8", "等候2个月"),
        ("/regions/anzhou/linhe/?q=1", 200, "text/html; charset=utf-8", "等候2个月"),
        ("/about/", 200, "text/html; charset=utf-8", "关于"),
        ("/assets/search-data.js", 200, "text/javascript; charset=utf-8", "policybookSearch"),
        ("/assets/chrome.css", 200, "text/css; charset=utf-8", "pb-notice"),
        ("/-/reload.js", 200, "text/javascript; charset=utf-8", "/-/version"),
        ("/nothing/", 404, "text/html; charset=utf-8", "没有这个页面"),
        ("/nothing.js", 404, "text/html; charset=utf-8", "没有这个页面"),
        ("/../policies/book.yml", 404, "text/html; charset=utf-8", "没有这个页面"),
        ("/%2e%2e/policies/book.yml", 404, "text/html; charset=utf-8", "没有这个页面"),
    ],
)
def test_an_address(port: int, path: str, status: int, kind: str, said: str) -> None:
    answer, body = get(port, path)
    assert (answer.status, answer.getheader("Content-Type")) == (status, kind)
    assert said in body


def test_an_address_without_its_slash_leads_to_the_page(port: int) -> None:
    answer, _ = get(port, "/regions/anzhou")
    assert (answer.status, answer.getheader("Location")) == (302, "/regions/anzhou/")


def test_a_page_asks_whether_it_changed_without_an_inline_script(port: int, book: Folder) -> None:
    _, page = get(port, "/")
    assert page.count('<script src="/-/reload.js" defer></script></body>') == 1
    before = get(port, "/-/version")[1]
    assert get(port, "/-/version")[1] == before
    book.change(CITY_FILE, "wait: 2 months", "wait: 4 months")
    assert get(port, "/-/version")[1] != before


def test_findings_do_not_end_it(port: int, book: Folder) -> None:
    get(port, "/")
    book.change(CITY_FILE, "wait: 2 months", "wait: 2")
    assert "R003" in get(port, "/regions/anzhou/linhe/")[1]
    book.change(CITY_FILE, "wait: 2,", "wait: 4 months,")
    assert "等候4个月" in get(port, "/regions/anzhou/linhe/")[1]


def test_a_broken_config_is_told_on_the_page(port: int, book: Folder) -> None:
    get(port, "/")
    (book.root / "mkdocs.yml").write_text("plugins: [nothing-known]\n", encoding="utf-8")
    answer, body = get(port, "/")
    assert answer.status == 500
    assert body.startswith("模板有误：mkdocs.yml：")


def test_a_taken_port_is_told(port: int, book: Folder) -> None:
    ran = policybook("serve", "--port", str(port), folder=book.root)
    assert ran.status == 1
    assert ran.err == (
        f"policybook serve: 端口 {port} 已被占用，多半是另一个终端里还开着：在那里按 Ctrl+C，"
        "或者换一个端口：.venv/bin/policybook serve --port 8001\n"
    )


def test_a_config_that_cannot_be_used_is_told(book: Folder) -> None:
    (book.root / "mkdocs.yml").write_text("plugins: [nothing-known]\n", encoding="utf-8")
    ran = policybook("serve", folder=book.root)
    assert ran.status == 1
    assert ran.err.startswith("policybook serve: mkdocs.yml：")


@pytest.mark.browser
def test_an_open_page_shows_a_saved_record_by_itself(
    chromium: Browser, port: int, book: Folder
) -> None:
    context = chromium.new_context()
    home = f"http://127.0.0.1:{port}"
    opened = OpenedPage(context.new_page(), home=home)
    opened.watch(context)
    opened.page.goto(f"{home}/regions/anzhou/linhe/", wait_until="load")
    opened.page.wait_for_timeout(300)  # it has asked once which version it shows
    book.change(CITY_FILE, "wait: 2 months", "wait: 5 months")
    opened.page.wait_for_selector("text=等候5个月", state="attached", timeout=10_000)
    assert opened.problems() == []
    context.close()

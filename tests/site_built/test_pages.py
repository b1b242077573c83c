"""The pages as people open them: every kind, phone and desk, light and dark, with and without JavaScript."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.conftest import OpenPage
from tests.site_built import KINDS

pytestmark = pytest.mark.browser

LOOKS = [(390, False), (390, True), (1280, False), (1280, True)]


@pytest.mark.parametrize(
    "path", [path for path in KINDS.values() if path != "/404.html"], ids=lambda p: p
)
def test_a_page_asks_no_other_host_and_breaks_no_policy(open_page: OpenPage, path: str) -> None:
    assert open_page(path, width=1280).problems() == []


@pytest.mark.parametrize(("width", "dark"), LOOKS)
@pytest.mark.parametrize(
    "path", [path for path in KINDS.values() if path != "/404.html"], ids=lambda p: p
)
def test_axe_finds_nothing(open_page: OpenPage, path: str, width: int, dark: bool) -> None:
    opened = open_page(path, width=width, dark=dark)
    opened.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    found = Axe().run(opened.page).response["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found] == []


@pytest.mark.parametrize("path", KINDS.values(), ids=lambda p: p)
def test_a_phone_never_scrolls_sideways(open_page: OpenPage, path: str) -> None:
    page = open_page(path, width=390).page
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_region_page_is_complete_without_javascript(open_page: OpenPage) -> None:
    page = open_page("/regions/anhui/chuzhou/", javascript=False).page
    assert "没有收录到滁州市自己的规定" in page.inner_text("main")
    assert page.locator("#employee-ask").is_visible()
    page.locator("details.pb-evidence summary").first.click()
    assert page.locator("details.pb-evidence dl").first.is_visible()


def test_every_page_says_whose_it_is_how_old_it_is_and_how_to_report(open_page: OpenPage) -> None:
    for path in KINDS.values():
        text = open_page(path, javascript=False).page.inner_text("body")
        assert "不是政府网站" in text, path
        assert re.search(r"\d{4}年\d{1,2}月\d{1,2}日", text), path
        assert "不需要注册账号" in text, path


def test_chinese_pages_hold_no_slugs_or_english_words(open_page: OpenPage) -> None:
    allowed = {"App", "APP", "app", "VS", "Code", "CPU", "PDF", "CSV", "JSON", "ATM", "SHA"}
    for path in (
        "/",
        "/regions/fujian/",
        "/regions/anhui/chuzhou/",
        "/rules/waiting-period/",
        "/search/",
    ):
        page = open_page(path).page
        page.evaluate("document.querySelectorAll('code, dd a').forEach(one => one.remove())")
        words = set(re.findall(r"[A-Za-z][A-Za-z-]{2,}", page.inner_text("body")))
        assert words - allowed == set(), path


def test_a_decision_is_told_in_words_with_its_evidence(open_page: OpenPage) -> None:
    page = open_page("/regions/fujian/").page
    block = page.locator("article.pb-block", has=page.locator("#employee-waiting-period-resume"))
    block.scroll_into_view_if_needed()  # what is far away is not laid out, and has no text of its own yet
    block.get_by_text("断缴4个月及以上").first.wait_for()
    text = block.inner_text()
    assert "断缴4个月及以上" in text
    assert "等待期内按正常待遇的50%报销" in text
    assert "2026年11月21日核对" in text


def rows_in_place(page: Page, province: str) -> list[str]:
    """The provinces of the rows shown, once the table has been put in order, which it is a group of rows at a time."""
    page.wait_for_function(
        """province => {
            const table = document.querySelector(".pb-comparison");
            const shown = table.querySelectorAll("tbody:not([hidden]) tr").length;
            const told = /显示 (\\d+)/.exec(document.querySelector("[data-count]").textContent);
            const rows = [...table.querySelectorAll("tbody tr")];
            const wanted = rows.filter((row) => !province || row.dataset.province === province).length;
            return told && Number(told[1]) === shown && shown === wanted;
        }""",
        arg=province,
    )
    found: list[str] = page.eval_on_selector_all(
        ".pb-comparison tbody:not([hidden]) tr", "rows => rows.map(row => row.dataset.province)"
    )
    return found


def test_the_comparison_sorts_and_filters(open_page: OpenPage) -> None:
    page = open_page("/rules/waiting-period/", width=1280).page
    page.select_option("select[data-filter=province]", "fujian")
    rows = rows_in_place(page, "fujian")
    assert len(rows) > 0
    assert set(rows) == {"fujian"}
    page.select_option("select[data-filter=province]", "")
    assert len(rows_in_place(page, "")) > len(rows)
    header = page.locator(".pb-comparison thead th", has_text="等待期").first
    header.locator("button").click()
    page.wait_for_function(
        """() => {
            const cells = [...document.querySelectorAll(".pb-comparison tbody td:nth-of-type(3)")];
            const told = /显示 (\\d+)/.exec(document.querySelector("[data-count]").textContent);
            const values = cells.map((cell) => cell.dataset.value).filter((value) => value).map(Number);
            const sorted = values.every((value, at) => !at || values[at - 1] <= value);
            return cells.length === Number(told[1]) && values.length > 9 && sorted;
        }"""
    )
    assert header.get_attribute("aria-sort") == "ascending"


def test_the_head_of_a_long_comparison_stays_in_sight(open_page: OpenPage) -> None:
    page = open_page("/rules/waiting-period/", width=390).page
    box = page.locator(".pb-scroll--tall").first
    box.evaluate("one => one.scrollTo(0, 600)")
    inside = box.bounding_box()
    head = page.locator(".pb-comparison thead th").first.bounding_box()
    assert inside is not None
    assert head is not None
    assert abs(head["y"] - inside["y"]) < 4


def test_search_understands_popular_words(open_page: OpenPage) -> None:
    opened = open_page("/search/?q=福州 断交")
    first = opened.page.locator("#pb-search-results > li").first
    first.wait_for()
    assert "福州" in first.inner_text()
    assert opened.problems() == []


def test_search_puts_the_region_first(open_page: OpenPage) -> None:
    page = open_page("/search/?q=苏州").page
    first = page.locator("#pb-search-results > li a").first
    first.wait_for()
    assert (first.get_attribute("href") or "").endswith("regions/jiangsu/suzhou/")


def test_search_works_from_a_folder_on_disk(open_page: OpenPage, built_site: Path) -> None:
    page = open_page((built_site / "search" / "index.html").as_uri()).page
    page.fill("#pb-search-input", "等待期 深圳")
    first = page.locator("#pb-search-results > li").first
    first.wait_for()
    assert "深圳" in first.inner_text()

"""Documents, freshness, map, tables to take away, and a page that knows on the reader's clock how old it is."""

from __future__ import annotations

import csv
import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.conftest import OpenPage
from tests.site_built import KINDS

DOCUMENT = KINDS["document"]


def later(days: int) -> datetime:
    """Noon in China, some days after the records were compared."""
    return datetime.fromisoformat("2026-11-21T12:00:00+08:00") + timedelta(days=days)


@pytest.mark.browser
def test_the_evidence_leads_to_its_document_and_back(open_page: OpenPage) -> None:
    page = open_page("/regions/guangdong/shenzhen/").page
    card = page.locator("details.pb-evidence").first
    card.locator("summary").click()
    card.locator("dd a").first.click()
    assert "/documents/" in page.url
    page.locator("table a").first.click()
    assert "/regions/" in page.url
    anchor = page.url.partition("#")[2]
    assert page.locator(f"[id='{anchor}']").count() == 1


@pytest.mark.browser
def test_a_document_says_what_replaced_it(open_page: OpenPage) -> None:
    text = open_page(KINDS["document that is replaced"]).page.inner_text("main")
    assert "已被后来的文件代替" in text
    assert "《深圳市医疗保障办法》" in text


@pytest.mark.browser
def test_nothing_is_marked_on_the_day_of_the_comparison(open_page: OpenPage) -> None:
    page = open_page("/regions/guangdong/shenzhen/", at=later(0)).page
    assert "已过复核期" not in page.inner_text("main")
    assert page.locator(".pb-evidence .pb-age").count() == 0


@pytest.mark.browser
def test_a_page_ages_after_it_is_built(open_page: OpenPage) -> None:
    page = open_page("/regions/guangdong/shenzhen/", at=later(400)).page
    summary = page.locator("details.pb-evidence > summary").first.inner_text()
    assert "已核对 13 个月" in summary
    assert "已过复核期" in summary
    assert re.search(r"本页生成于 \S+ （\d+ 天前）", page.inner_text(".pb-footer"))


@pytest.mark.browser
def test_a_page_ages_on_disk_too(open_page: OpenPage, built_site: Path) -> None:
    address = (built_site / "freshness" / "index.html").as_uri()
    page = open_page(address, at=later(400)).page
    assert (
        page.locator(".pb-due .pb-badge--stale").count() == page.locator("time[data-due]").count()
    )


@pytest.mark.browser
def test_the_dates_are_there_without_javascript(open_page: OpenPage) -> None:
    text = open_page("/freshness/", javascript=False).page.inner_text("body")
    assert re.search(r"最早 \d{4}-\d\d-\d\d 到期", text)
    assert re.search(r"本页生成于 \d{4}-\d\d-\d\d", text)


@pytest.mark.browser
def test_the_map_says_in_a_table_what_its_tiles_say(open_page: OpenPage) -> None:
    page = open_page("/map/").page
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    tiles = page.locator("figure").nth(1).locator("a")
    rows = page.locator("section").nth(1).locator("tbody tr")
    assert tiles.count() == rows.count() == 35
    spoken = [tile.get_attribute("aria-label") or "" for tile in tiles.all()]
    told = [row.locator("td").first.inner_text() for row in rows.all()]
    assert [label.partition("：")[2] for label in spoken] == told
    widths = page.eval_on_selector_all(
        ".pb-map__grid a",
        "all => all.map(a => [a.querySelector('rect'), ...a.querySelectorAll('text')]"
        ".map(one => one.getBoundingClientRect().width))",
    )
    assert [one for one in widths if max(one[1:]) > one[0]] == []


def test_every_comparison_can_be_taken_away_as_a_table(built_site: Path) -> None:
    pages = sorted((built_site / "rules").glob("*/index.html"))
    linked = {
        page.parent / name
        for page in pages
        for name in re.findall(r'href="([^"]+\.csv)"', page.read_text(encoding="utf-8"))
    }
    assert linked == set((built_site / "rules").rglob("*.csv"))
    for file in linked:
        assert file.read_bytes().startswith(b"\xef\xbb\xbf")
        with file.open(encoding="utf-8-sig", newline="") as text:
            rows = list(csv.reader(text))
        assert rows[0][:3] == ["地区代码", "省份", "地区"]
        assert {len(row) for row in rows} == {len(rows[0])}
        assert [cell for row in rows for cell in row if cell[:1] in "=+-@" and cell] == []


def test_every_document_has_a_page_and_stands_in_the_index(built_site: Path) -> None:
    index = (built_site / "documents" / "index.html").read_text(encoding="utf-8")
    for page in (built_site / "documents").glob("*/index.html"):
        assert f'href="{page.parent.name}/"' in index

"""`make bench-browser`, its second half: a comparison table of 400 rows, sorted, filtered and scrolled on a slow phone.

The rows are those of a built rule page, repeated; the browser runs at a quarter of its speed and reports its long tasks.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Callable, Iterator
from pathlib import Path

from playwright.sync_api import Page

from bench.phone import browser, phone, slow

ROWS = 400
_WATCH = """() => { window.tasks = []; new PerformanceObserver((list) => list.getEntries().forEach(
    (one) => window.tasks.push(one.duration))).observe({ type: "longtask" }); }"""
_HEAD = ".pb-comparison thead button"
_ACTIONS: dict[str, Callable[[Page], object]] = {
    "sort by name": lambda page: page.click(f"{_HEAD} >> nth=0"),
    "sort by number": lambda page: page.click(f"{_HEAD} >> nth=3"),
    "sort back": lambda page: page.click(f"{_HEAD} >> nth=0"),
    "filter by province": lambda page: page.select_option("[data-filter=province]", index=3),
    "all provinces": lambda page: page.select_option("[data-filter=province]", ""),
    "filter by text": lambda page: page.fill("[data-filter=text]", "3个月"),
    "no text": lambda page: page.fill("[data-filter=text]", ""),
    "scroll": lambda page: page.evaluate(
        "document.querySelector('.pb-scroll--tall').scrollBy(0, 3000)"
    ),
}


def long_page(file: Path, rows: int = ROWS) -> str:
    """The page with the rows of its first comparison repeated until there are `rows`."""
    html = file.read_text(encoding="utf-8")
    start = html.index(">", html.index("<tbody", html.index('<table class="pb-comparison'))) + 1
    end = html.index("</tbody>", start)
    found = re.findall(r"<tr.*?</tr>", html[start:end], re.DOTALL)
    many = (found * (rows // len(found) + 1))[:rows]
    return html[:start] + "".join(many) + html[end:]


def longest_tasks(address: str, runs: int) -> dict[str, float]:
    """Milliseconds of the longest task of each action, the median of `runs`; 0 where none passed 50."""
    seen: dict[str, list[float]] = {name: [] for name in _ACTIONS}
    with browser() as opened:
        for _ in range(runs):
            page = phone(opened)
            page.goto(address)
            for name, longest in _run(page):
                seen[name].append(longest)
            page.close()
    return {name: statistics.median(found) for name, found in seen.items()}


def _run(page: Page) -> Iterator[tuple[str, float]]:
    page.wait_for_timeout(1000)
    slow(page)
    page.evaluate(_WATCH)
    for name, action in _ACTIONS.items():
        action(page)
        page.wait_for_timeout(600)
        yield name, max(page.evaluate("window.tasks.splice(0)"), default=0.0)

"""`make bench-browser`, its third half: the calculator on a slow phone, from the last input to the answer, and what a first visit costs.

The last input is a month chosen in the form; the answer is written when the result has changed, and shown when a frame has passed.
"""

from __future__ import annotations

import gzip
import statistics
from typing import TypedDict

from playwright.sync_api import Page, Response

from bench.phone import browser, phone, slow

RUNS = 7
_ADDRESS = (
    "calculator/#lapse?region=guangdong/guangzhou&insurance=employee"
    "&last_paid=2025-12&resume=2026-06&back_paid=no&gap_cause=person"
)
_CHANGE = """() => new Promise((told) => {
    const field = document.querySelector('[data-field=resume]');
    const month = field.querySelectorAll('select')[1];
    const place = document.querySelector('[data-slot=result]');
    new MutationObserver((_, watching) => {
        watching.disconnect();
        const written = performance.now() - start;
        requestAnimationFrame(() => setTimeout(() => told([written, performance.now() - start]), 0));
    }).observe(place, { childList: true, subtree: true });
    month.value = month.value === '08' ? '09' : '08';
    const start = performance.now();
    month.dispatchEvent(new Event('change', { bubbles: true }));
})"""
_THEME = ("/assets/javascripts/", "/assets/stylesheets/", "/assets/images/")


class Found(TypedDict):
    """Milliseconds, medians; kilobytes compressed."""

    answer_ms: float
    shown_ms: float
    first_visit_gz_kb: float


def calculator(address: str) -> Found:
    """Both figures of the calculator of a served site."""
    with browser() as opened:
        page = phone(opened)
        weights: list[int] = []
        page.on("response", lambda response: weights.append(_weight(response)))
        page.goto(f"{address}/{_ADDRESS}")
        page.locator("[data-slot=result] *").first.wait_for()
        page.wait_for_timeout(1500)
        took = _answers(page)
    return {
        "answer_ms": statistics.median(written for written, _ in took),
        "shown_ms": statistics.median(shown for _, shown in took),
        "first_visit_gz_kb": sum(weights) / 1000,
    }


def _answers(page: Page) -> list[tuple[float, float]]:
    slow(page)
    took = []
    for _ in range(RUNS):
        written, shown = page.evaluate(_CHANGE)
        took.append((float(written), float(shown)))
        page.wait_for_timeout(700)
    return took


def _weight(response: Response) -> int:
    if any(part in response.url for part in _THEME) or not response.ok:
        return 0
    return len(gzip.compress(response.body()))

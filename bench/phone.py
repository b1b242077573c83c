"""A slow phone: a browser page at a quarter of this machine's speed. The one rule: what loads is not slowed, only what is measured."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, sync_playwright

_SLOWER = 4


@contextmanager
def browser() -> Iterator[Browser]:
    """The browser that $CHROME_PATH names."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=os.environ["CHROME_PATH"],
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield opened
        opened.close()


def phone(opened: Browser) -> Page:
    """A page of a phone's size."""
    return opened.new_page(viewport={"width": 390, "height": 844})


def slow(page: Page) -> None:
    """From now on the page has a quarter of the speed."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})

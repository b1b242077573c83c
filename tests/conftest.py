"""Fixtures that several tests share: the site built once, served, and opened in a real browser.

The one rule: what a test needs and does not find is a failure, never a skip.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Protocol

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browsing import LAUNCH_ARGS, OpenedPage, find_chromium, serve_folder


class OpenPage(Protocol):
    """Opens a path of the served site, or a whole file:// address, in a fresh context whose clock may stand."""

    def __call__(
        self,
        path: str,
        *,
        width: int = 390,
        dark: bool = False,
        javascript: bool = True,
        at: datetime | None = None,
    ) -> OpenedPage: ...


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the real site once, through the command that people use."""
    folder = tmp_path_factory.mktemp("built") / "site"
    command = [
        str(Path(sys.executable).with_name("policybook")),
        "build",
        "--site",
        str(folder),
    ]
    built = subprocess.run(command, capture_output=True, text=True, check=False)
    if built.returncode != 0:
        pytest.fail(f"policybook build failed:\n{built.stdout}{built.stderr}", pytrace=False)
    return folder


@pytest.fixture(scope="session")
def site_server(built_site: Path) -> Iterator[str]:
    """Serve the built site over HTTP; its address has no closing slash."""
    with serve_folder(built_site) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start one browser for the whole run."""
    executable = find_chromium()
    if executable is None:
        pytest.fail("no Chromium: run the tests with `make test`, which finds one", pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=LAUNCH_ARGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser, site_server: str) -> Iterator[OpenPage]:
    """Return the function that opens pages; each has its own context, closed after the test."""
    contexts = []

    def open_one(
        path: str,
        *,
        width: int = 390,
        dark: bool = False,
        javascript: bool = True,
        at: datetime | None = None,
    ) -> OpenedPage:
        context = chromium.new_context(
            viewport={"width": width, "height": 844},
            color_scheme="dark" if dark else "light",
            java_script_enabled=javascript,
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
        )
        contexts.append(context)
        opened = OpenedPage(context.new_page(), home=site_server)
        opened.watch(context)
        if at is not None:
            opened.page.clock.set_fixed_time(at)
        address = path if "://" in path else f"{site_server}/{path.lstrip('/')}"
        opened.page.goto(address, wait_until="load")
        return opened

    yield open_one
    for context in contexts:
        context.close()

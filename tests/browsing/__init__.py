"""The built site in a real browser: finding one, serving a folder, watching what a page does.

The one rule: nothing here leaves the machine, and whatever a page tries is written down, so that
tests can assert it tried nothing.
"""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Error, Page, Request, WebSocket

NAMES_ON_PATH = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
LAUNCH_ARGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    # A page that asks for another host must be seen asking, and must get no answer.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
NETWORK_SCHEMES = ("http", "https", "ws", "wss")


def find_chromium() -> Path | None:
    """Return the browser that `make test` named in $CHROME, else one on the PATH."""
    names = (os.environ["CHROME"],) if os.environ.get("CHROME") else NAMES_ON_PATH
    found = next(filter(None, map(shutil.which, names)), None)
    return Path(found) if found else None


@dataclass  # not frozen: Playwright keeps a mark on the object whose methods listen
class OpenedPage:
    """One page in its own browser context, with all it did since before its first request."""

    page: Page
    home: str
    foreign_requests: list[str] = field(default_factory=list)
    failed_requests: list[str] = field(default_factory=list)
    console_errors: list[str] = field(default_factory=list)
    csp_violations: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> None:
        """Write down from now on what every page and worker of the context does."""
        context.on("request", self._on_request)
        context.on("requestfailed", self._on_failure)
        context.on("response", lambda reply: self._on_status(reply.status, reply.url))
        context.on("console", self._on_console)
        context.on("weberror", lambda raised: self._on_error(raised.error))
        self.page.on("websocket", self._on_websocket)

    def problems(self) -> list[str]:
        """Return everything recorded, each with its kind: `assert opened.problems() == []`."""
        self.page.wait_for_timeout(50)  # lets events that are under way arrive
        kinds = {
            "request to another host": self.foreign_requests,
            "failed request": self.failed_requests,
            "console error": self.console_errors,
            "CSP violation": self.csp_violations,
        }
        return [f"{kind}: {what}" for kind, recorded in kinds.items() for what in recorded]

    def _on_request(self, request: Request) -> None:
        self._note_host(request.url)

    def _on_websocket(self, socket: WebSocket) -> None:
        self._note_host(socket.url)

    def _note_host(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in NETWORK_SCHEMES and parts.netloc != urlsplit(self.home).netloc:
            self.foreign_requests.append(url)

    def _on_failure(self, request: Request) -> None:
        # A request that a reload or the next address cut off has not failed.
        if request.failure != "net::ERR_ABORTED":
            self.failed_requests.append(f"{request.url} ({request.failure})")

    def _on_status(self, status: int, url: str) -> None:
        if status >= 400:
            self.failed_requests.append(f"{url} ({status})")

    def _on_console(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            self.csp_violations.append(message.text)
        elif message.type == "error":
            self.console_errors.append(f"{message.text} ({message.location['url']})")

    def _on_error(self, error: Error) -> None:
        self.console_errors.append(str(error))


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class's word
        """Keep pytest's output to the tests."""


@contextmanager
def serve_folder(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of this machine; yields its address without a closing slash."""
    handler = partial(QuietHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()

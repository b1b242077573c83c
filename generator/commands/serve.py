"""`policybook serve`: the site on this machine while its records are edited; findings stand on the pages."""

from __future__ import annotations

import argparse
import errno
import sys
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from threading import Lock
from urllib.parse import unquote, urlsplit

from jinja2 import TemplateError

from generator.folders import project_of
from generator.serving import Session
from generator.theme import ThemeBroken

EXAMPLES = "例子：\n  policybook serve\n  policybook serve --port 8001\n"
RELOAD = Path(__file__).parent.parent / "templates/reload.js"
_HTML = "text/html"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `serve`."""
    parser.add_argument("--port", type=int, default=8000, help="端口（默认 8000）")
    parser.add_argument("--host", default="127.0.0.1", help="地址（默认只给本机看）")


def run(options: argparse.Namespace) -> int:
    """Serve until Ctrl+C; 1 if the port is taken or the theme cannot be used."""
    try:
        session = Session(project_of(options.book))
        session.look()
        site = Site(session)
        server = Server((options.host, options.port), site.handler())
    except ThemeBroken as error:
        sys.stderr.write(f"policybook serve: {error}\n")
        return 1
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        sys.stderr.write(
            f"policybook serve: 端口 {options.port} 已被占用，多半是另一个终端里还开着：在那里按 Ctrl+C，"
            "或者换一个端口：.venv/bin/policybook serve --port 8001\n"
        )
        return 1
    with server:
        _serve(server)
    return 0


def _serve(server: Server) -> None:
    host, port = server.server_address[:2]
    shown = host.decode() if isinstance(host, bytes) else host
    sys.stderr.write(
        f"policybook serve: http://{shown}:{port}/ 改了记录，存盘后网页自己更新；按 Ctrl+C 停下\n"
    )
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        sys.stderr.write("\n")


class Site:
    """A session behind HTTP: one request at a time looks at the files."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._lock = Lock()

    def handler(self) -> Callable[..., BaseHTTPRequestHandler]:
        """What the server makes for every connection."""
        return partial(_Handler, self)

    def answer(self, address: str) -> tuple[HTTPStatus, str, bytes]:
        """Status, type and body for an address; a redirect has its target as its body."""
        path = unquote(urlsplit(address).path)
        with self._lock:
            try:
                return self._found(path)
            except (TemplateError, ThemeBroken) as error:
                text = f"模板有误：{error}\n"
                return HTTPStatus.INTERNAL_SERVER_ERROR, "text/plain", text.encode()

    def _found(self, path: str) -> tuple[HTTPStatus, str, bytes]:
        name = path.strip("/")
        if name == "-/version":
            self._session.look()
            return HTTPStatus.OK, "text/plain", str(self._session.version).encode()
        if name == "-/reload.js":
            return HTTPStatus.OK, "text/javascript", RELOAD.read_bytes()
        is_file = "." in name.rpartition("/")[2] and not path.endswith("/")
        if is_file and (body := self._session.file(name)) is not None:
            return HTTPStatus.OK, guess_type(name)[0] or "application/octet-stream", body
        page = None if is_file else self._session.page(name)
        if page is not None and not path.endswith("/"):
            return HTTPStatus.FOUND, _HTML, f"/{name}/".encode()
        if page is not None:
            return HTTPStatus.OK, _HTML, _reloading(page)
        return HTTPStatus.NOT_FOUND, _HTML, _reloading(self._session.missing())


def _reloading(html: str) -> bytes:
    script = '<script src="/-/reload.js" defer></script></body>'
    return html.replace("</body>", script, 1).encode()


class Server(ThreadingHTTPServer):
    """A reader who closes the page early is no error."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Say what happened, unless only the connection went away."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(BaseHTTPRequestHandler):
    """Answers GET and says nothing on the terminal."""

    def __init__(self, site: Site, *connection: object) -> None:
        self._site = site
        super().__init__(*connection)  # type: ignore[arg-type]

    def do_GET(self) -> None:  # the base class's word
        """Send what the site answers."""
        status, kind, body = self._site.answer(self.path)
        self.send_response(status)
        if status is HTTPStatus.FOUND:
            self.send_header("Location", body.decode())
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 # the base class's word
        """The terminal is for findings of other commands."""

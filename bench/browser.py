"""`make bench-browser`: what Lighthouse says of the built site on a phone, how a table of 400 rows
behaves there, and how fast the calculator answers.

Medians of three runs. Needs Node (npx) and the registry once; serves site/ compressed; writes build/browser.json.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table

from bench.calculating import Found, calculator
from bench.rows import ROWS, long_page, longest_tasks

_PROJECT = Path(__file__).parent.parent
_LIGHTHOUSE = "lighthouse@12.8.2"
_RUNS = 3
_FLAGS = "--headless=new --no-sandbox --disable-background-networking --disable-gpu"
_CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
_LONG = 50
PAGES = ("", "regions/guangdong/shenzhen/", "rules/waiting-period/")


class Compressed(SimpleHTTPRequestHandler):
    """Files of a folder, compressed as a real host would send them."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base's name)
        """Quiet."""

    def do_GET(self) -> None:
        """One file, or the index.html of a folder."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        content = gzip.compress(file.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", "max-age=600")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


def scores(address: str) -> dict[str, float]:
    """The four scores of one run, 0 to 100."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.json"
        words = ["npx", "--yes", _LIGHTHOUSE, address, "--quiet", f"--chrome-flags={_FLAGS}"]
        subprocess.run(
            [*words, "--output=json", f"--output-path={file}"], check=True, env=os.environ
        )
        found = json.loads(file.read_text(encoding="utf-8"))["categories"]
    return {name: round(found[name]["score"] * 100) for name in _CATEGORIES}


def main() -> int:
    """Measure the pages, show the table, write the figures; 1 where a score is too low."""
    console = Console()
    site = _PROJECT / "site"
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Compressed, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    turns = [page for page in PAGES for _ in range(_RUNS)]
    runs: dict[str, list[dict[str, float]]] = {page: [] for page in PAGES}
    for page in track(turns, "Lighthouse", console=console, disable=not console.is_terminal):
        runs[page].append(scores(f"http://127.0.0.1:{server.server_port}/{page}"))
    medians = {
        page: {name: statistics.median(one[name] for one in found) for name in _CATEGORIES}
        for page, found in runs.items()
    }
    address = f"http://127.0.0.1:{server.server_port}"
    tasks = _table(site, address)
    answer = calculator(address)
    _show(console, medians, tasks, answer)
    file = _PROJECT / "build" / "browser.json"
    file.parent.mkdir(exist_ok=True)
    told = {"lighthouse": medians, f"longest_task_ms_{ROWS}_rows": tasks, "calculator": answer}
    file.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    low = [name for one in medians.values() for name, value in one.items() if value < _LEAST[name]]
    return 1 if low or any(value > _LONG for value in tasks.values()) else 0


def _table(site: Path, address: str) -> dict[str, float]:
    """The longest tasks of a table of 400 rows; its page lies in the site only meanwhile."""
    folder = site / "rules" / "bench-rows"
    folder.mkdir()
    try:
        text = long_page(site / "rules" / "waiting-period" / "index.html")
        (folder / "index.html").write_text(text, encoding="utf-8")
        return longest_tasks(f"{address}/rules/bench-rows/", _RUNS)
    finally:
        shutil.rmtree(folder)


def _show(
    console: Console, medians: dict[str, dict[str, float]], tasks: dict[str, float], answer: Found
) -> None:
    shown = Table("page", *_CATEGORIES, title=f"median of {_RUNS}")
    for page, found in medians.items():
        shown.add_row(f"/{page}", *(f"{found[name]:.0f}" for name in _CATEGORIES))
    console.print(shown)
    slow = Table("action", "longest task, ms", title=f"{ROWS} rows, CPU at a quarter")
    for name, longest in tasks.items():
        slow.add_row(name, f"{longest:.0f}" if longest else f"≤ {_LONG}")
    console.print(slow)
    console.print(
        f"calculator, CPU at a quarter: last input → answer written {answer['answer_ms']:.0f} ms,"
        f" shown {answer['shown_ms']:.0f} ms;"
        f" first visit {answer['first_visit_gz_kb']:.0f} KB compressed beside the theme's own"
    )


if __name__ == "__main__":
    sys.exit(main())

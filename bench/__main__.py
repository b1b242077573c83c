"""`make bench`: ours and stock Material on one made-up book of national size, in one run; a table and build/bench.json.

Every build is a process of its own. Others may use the machine meanwhile, so only ratios of one run count.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from rich.console import Console
from rich.table import Table

from bench.measuring import Run, run
from bench.sizes import assets, compressed, region_pages, weight

Figures: TypeAlias = dict[str, float]

_PROJECT = Path(__file__).parent.parent
_TODAY = "2026-11-22"
_WORDS = {
    "SOURCE_DATE_EPOCH": "1795276800",
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONPATH": str(_PROJECT),
}
_TARGETS: Mapping[str, tuple[str, Callable[[Figures], bool]]] = {
    "ratio_time": ("≥ 5", lambda f: f["ratio_time"] >= 5),
    "ratio_memory": ("≤ 1", lambda f: f["ratio_memory"] <= 1),
    "check_s": ("≤ stock / 8", lambda f: f["check_s"] <= f["stock_s"] / 8),
    "edit_real_s": ("≤ 1", lambda f: f["edit_real_s"] <= 1),
    "edit_national_s": ("≤ ours / 4", lambda f: f["edit_national_s"] <= f["ours_s"] / 4),
    "region_page_max_gz_kb": ("≤ 60", lambda f: f["region_page_max_gz_kb"] <= 60),
    "assets_with_vendor_gz_kb": ("≤ 60", lambda f: f["assets_with_vendor_gz_kb"] <= 60),
}


class Bench:
    """One run: a temporary folder, a line per step, and the figures so far."""

    def __init__(self, folder: Path, say: Callable[[str], None]) -> None:
        self.folder, self.say = folder, say
        self.figures: Figures = {}
        self._script = Path(sys.executable).parent

    def measure(self, runs: int) -> Figures:
        """All figures; ours and stock take turns."""
        national, stock = self.folder / "national", self.folder / "stock"
        self._write(national, stock)
        ours: list[Run] = []
        theirs: list[Run] = []
        for number in range(runs):
            self.say(f"ours, {number + 1}/{runs}")
            ours.append(self._ours(national, "national-site"))
            self.say(f"stock Material, {number + 1}/{runs}")
            theirs.append(self._stock(stock))
        self._compare(ours, theirs)
        self.say("check alone")
        checks = [self._policybook("check", "--book", str(national)) for _ in range(runs)]
        self.figures["check_s"] = statistics.median(one.seconds for one in checks)
        self._edits(national)
        self._sizes(stock / "site")
        return self.figures

    def _write(self, national: Path, stock: Path) -> None:
        self.say("writing a book of national size")
        told = self._python("bench.national", str(_PROJECT), str(national))
        self.figures["records"] = int(told.output)
        self.say("writing the same pages as Markdown")
        pages = json.loads(self._python("bench.stock", str(national), str(stock), _TODAY).output)
        self.figures |= {"pages": pages["pages"], "markdown_mb": pages["bytes"] / 1_000_000}

    def _compare(self, ours: Sequence[Run], theirs: Sequence[Run]) -> None:
        for name, runs in (("ours", ours), ("stock", theirs)):
            self.figures[f"{name}_s"] = statistics.median(one.seconds for one in runs)
            self.figures[f"{name}_cpu_s"] = statistics.median(one.busy for one in runs)
            self.figures[f"{name}_mb"] = max(one.megabytes for one in runs)
        found = self.figures
        found["ratio_time"] = found["stock_s"] / found["ours_s"]
        found["ratio_cpu"] = found["stock_cpu_s"] / found["ours_cpu_s"]
        found["ratio_memory"] = found["ours_mb"] / found["stock_mb"]

    def _edits(self, national: Path) -> None:
        real = self.folder / "real"
        for name in ("policies", "content"):
            shutil.copytree(_PROJECT / name, real / name)
        for size, project in (("real", real), ("national", national)):
            self.say(f"save → page, {size} size")
            told = json.loads(self._python("bench.editing", str(project)).output)
            self.figures[f"edit_{size}_s"] = told["edit_s"]
            self.figures[f"first_page_{size}_s"] = told["first_s"]
        self.say("ours, real size")
        self.figures["real_s"] = self._ours(real, "real-site").seconds

    def _sizes(self, stock: Path) -> None:
        self.say("sizes")
        found, real, national = (
            self.figures,
            self.folder / "real-site",
            self.folder / "national-site",
        )
        found["ours_site_mb"], found["stock_site_mb"] = weight(national), weight(stock)
        found["region_page_max_gz_kb"], found["region_page_median_gz_kb"] = region_pages(real)
        largest, median = region_pages(national)
        found |= {"national_page_max_gz_kb": largest, "national_page_median_gz_kb": median}
        found |= assets(_PROJECT, stock)
        found["search_data_gz_kb"] = compressed([national / "assets" / "search-data.js"])
        found["stock_search_gz_kb"] = compressed([stock / "search" / "search_index.json"])

    def _ours(self, project: Path, site: str) -> Run:
        target = self.folder / site
        shutil.rmtree(target, ignore_errors=True)
        return self._policybook("build", "--book", str(project), "--site", str(target))

    def _stock(self, project: Path) -> Run:
        shutil.rmtree(project / "site", ignore_errors=True)
        return run([str(self._script / "mkdocs"), "build", "--quiet"], project, _WORDS)

    def _policybook(self, *words: str) -> Run:
        return run([str(self._script / "policybook"), *words], self.folder, _WORDS)

    def _python(self, module: str, *words: str) -> Run:
        return run([sys.executable, "-m", module, *words], self.folder, _WORDS)


def table(figures: Figures) -> Table:
    """The figures for people; a target that is missed says so."""
    shown = Table(title=f"{figures['records']:,.0f} records, {figures['pages']:,.0f} pages")
    for head, side in (("", "left"), ("ours", "right"), ("stock Material", "right")):
        shown.add_column(head, justify=side)  # type: ignore[arg-type]
    shown.add_column("ratio", justify="right")
    shown.add_column("target")
    for label, name, unit in (
        ("build", "s", "s"),
        ("build, CPU", "cpu_s", "s"),
        ("peak", "mb", "MB"),
    ):
        ratio = {"s": "ratio_time", "cpu_s": "ratio_cpu", "mb": "ratio_memory"}[name]
        pair = [f"{figures[f'{side}_{name}']:,.1f} {unit}" for side in ("ours", "stock")]
        shown.add_row(label, *pair, f"{figures[ratio]:.2f}", _judged(ratio, figures))
    shown.add_row(
        "site", f"{figures['ours_site_mb']:,.0f} MB", f"{figures['stock_site_mb']:,.0f} MB"
    )
    shown.add_row(
        "search, compressed",
        f"{figures['search_data_gz_kb']:,.0f} KB",
        f"{figures['stock_search_gz_kb']:,.0f} KB",
    )
    for label, name in _OURS.items():
        shown.add_row(label, f"{figures[name]:,.2f} {_unit(name)}", "", "", _judged(name, figures))
    return shown


_OURS = {
    "check alone": "check_s",
    "save → page, real": "edit_real_s",
    "save → page, national": "edit_national_s",
    "build, real": "real_s",
    "region page, largest": "region_page_max_gz_kb",
    "region page, median": "region_page_median_gz_kb",
    "region page, national, largest": "national_page_max_gz_kb",
    "region page, national, median": "national_page_median_gz_kb",
    "our scripts and styles": "assets_gz_kb",
    "with vendored ones": "assets_with_vendor_gz_kb",
    "Material's": "material_gz_kb",
}


def _unit(name: str) -> str:
    return "s" if name.endswith("_s") else "KB gz"


def _judged(name: str, figures: Figures) -> str:
    if name not in _TARGETS:
        return ""
    target, reached = _TARGETS[name]
    return target if reached(figures) else f"{target} MISSED"


def main() -> int:
    """Measure, write build/bench.json, show the table."""
    console = Console()
    runs = max(1, int(os.environ.get("BENCH_RUNS", "1")))
    with tempfile.TemporaryDirectory(prefix="policybook-bench-") as place:
        if console.is_terminal:
            with console.status("…") as status:
                figures = Bench(Path(place), status.update).measure(runs)
        else:
            figures = Bench(Path(place), lambda _: None).measure(runs)
    told = {name: round(value, 3) for name, value in figures.items()} | {"runs": runs}
    file = _PROJECT / "build" / "bench.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    console.print(table(figures))
    console.print(f"→ {file.relative_to(_PROJECT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

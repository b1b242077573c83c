"""How much a reader fetches: files as a server sends them, compressed."""

from __future__ import annotations

import gzip
import statistics
from collections.abc import Iterable
from pathlib import Path


def compressed(files: Iterable[Path]) -> float:
    """Kilobytes (10³ bytes) of all files, each compressed by itself."""
    return sum(len(gzip.compress(file.read_bytes(), 9, mtime=0)) for file in files) / 1000


def weight(site: Path) -> float:
    """Megabytes (10⁶ bytes) of all files of a site."""
    return sum(file.stat().st_size for file in site.rglob("*") if file.is_file()) / 1_000_000


def region_pages(site: Path) -> tuple[float, float]:
    """The largest and the median region page, compressed."""
    pages = [compressed([file]) for file in (site / "regions").rglob("*.html")]
    return max(pages), statistics.median(pages)


def assets(project: Path, stock: Path) -> dict[str, float]:
    """Our scripts and styles, the same with what we carry of others, and Material's that every page loads."""
    ours = project / "overrides" / "assets"
    own = [file for file in ours.iterdir() if file.suffix in (".js", ".css")]
    vendored = [file for file in (ours / "vendor").rglob("*") if file.suffix in (".js", ".css")]
    theirs = [
        *stock.glob("assets/javascripts/bundle.*.js"),
        *stock.glob("assets/stylesheets/*.css"),
    ]
    return {
        "assets_gz_kb": compressed(own),
        "assets_with_vendor_gz_kb": compressed([*own, *vendored]),
        "material_gz_kb": compressed(theirs),
    }

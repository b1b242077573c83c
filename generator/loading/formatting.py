"""One file of a book in its layout: read strictly, ordered as its rule declares."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.findings import Finding
from generator.loading.faults import shaped
from generator.loading.key_order import KINDS, KeyOrder
from generator.loading.layout import laid_out
from generator.loading.strict_yaml import read
from generator.model import Rule


@dataclass(frozen=True)
class Formatted:
    """A file before and after; `new` is None where it has faults or cannot be laid out."""

    path: PurePosixPath
    old: str
    new: str | None
    faults: tuple[Finding, ...] = ()


def files_in_order(folder: Path) -> tuple[PurePosixPath, ...]:
    """The files of a book whose keys have an order."""
    found = [file for kind in KINDS for file in _below(folder / kind)]
    return tuple(sorted(PurePosixPath(file.relative_to(folder).as_posix()) for file in found))


def formatted(folder: Path, path: PurePosixPath) -> Formatted:
    """The file at `path` in `folder`, laid out."""
    parsed = read(folder / path, path)
    if parsed.faults or parsed.data is None:
        return Formatted(path, "", None, parsed.faults)
    old = (folder / path).read_bytes().decode("utf-8")
    order = KeyOrder(path, parsed.data, _rule(folder, path))
    return Formatted(path, old, laid_out(old, order.at))


def _below(place: Path) -> list[Path]:
    if place.is_dir():
        return [file for file in place.rglob("*.yml") if file.is_file()]
    return [place] if place.is_file() else []


def _rule(folder: Path, path: PurePosixPath) -> Rule | None:
    """The rule of a record file; None where there is none that can be read."""
    name = PurePosixPath("rules", path.name)
    if path.parts[0] != "records" or not (folder / name).is_file():
        return None
    return shaped(read(folder / name, name), Rule, name)[0]

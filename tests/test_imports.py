"""The rooms of the house: imports run one way, and only the edges know YAML, MkDocs and today.

A new module gets its place in FLOORS, or this test says that it has none.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "generator").rglob("*.py"))

# Lowest first. A module may import what stands below its floor, and its neighbours on it.
FLOORS: tuple[tuple[str, ...], ...] = (
    ("",),
    ("dates", "values", "findings", "model", "tables", "written", "wording"),
    ("folders", "clock", "codes", "security", "garbage", "helper", "node", "bundling"),
    ("loading",),
    ("resolving",),
    ("checks",),
    ("book",),
    ("freshness", "counting", "scaffold"),
    ("site",),
    ("theme", "framing", "drafts"),
    ("mkdocs", "building", "serving", "exporting", "commands"),
    ("cli",),
)
ROOM = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}


def module_of(file: Path) -> str:
    """generator/site/pages.py → generator.site.pages."""
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(file: Path) -> Iterator[str]:
    """Every module a file imports, wherever in it the import stands."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file} imports by dots"
            yield str(node.module)
            whole = {f"{node.module}.{name.name}" for name in node.names}
            yield from whole & MODULES.keys()


MODULES = {module_of(file): file for file in FILES}


def room_of(module: str) -> str:
    """generator.site.pages → site."""
    return module.removeprefix("generator").removeprefix(".").partition(".")[0]


def importers(package: str) -> set[str]:
    """The rooms that import a package."""
    found = {
        module
        for module, file in MODULES.items()
        for name in imports_of(file)
        if name.split(".")[0] == package
    }
    return {module.removeprefix("generator.") for module in found}


CLOCKS = (
    "date.today",
    "datetime.now",
    "datetime.today",
    "datetime.utcnow",
    "datetime.date.today",
    "datetime.datetime.now",
    "time.time",
)


@pytest.mark.parametrize("module", MODULES)
def test_a_module_has_its_place_in_the_house(module: str) -> None:
    assert room_of(module) in ROOM


@pytest.mark.parametrize("module", MODULES)
def test_imports_run_one_way(module: str) -> None:
    here = ROOM[room_of(module)]
    known = {name for name in imports_of(MODULES[module]) if name in MODULES}
    assert {name for name in known if ROOM[room_of(name)] > here} == set()


def test_no_module_comes_back_to_itself() -> None:
    graph = {
        module: {name for name in imports_of(file) if name in MODULES and name != module}
        for module, file in MODULES.items()
    }
    assert set(TopologicalSorter(graph).static_order()) == set(MODULES)


def test_only_loading_reads_yaml() -> None:
    assert {name.split(".")[0] for name in importers("yaml")} == {"loading"}


def test_only_the_edge_knows_mkdocs() -> None:
    assert importers("mkdocs") == {"building", "drafts", "exporting", "mkdocs", "theme"}


def test_only_the_clock_knows_today() -> None:
    asked = {
        module
        for module, file in MODULES.items()
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and ast.unparse(node) in CLOCKS
    }
    assert asked == {"generator.clock"}


def test_only_the_edges_ask_the_clock() -> None:
    asking = {
        room_of(module) for module, file in MODULES.items() if "generator.clock" in imports_of(file)
    }
    assert asking == {"commands", "mkdocs", "serving"}

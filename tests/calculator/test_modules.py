"""The modules' own unit tests (node:test), run as one, and how many of the engine's branches they go through."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.node import find_node
from tests.calculator import ROOT

LEAST_BRANCHES = 0.95
ENGINE = "content/calculator/engine/"


@pytest.fixture(scope="module")
def coverage(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The coverage of one run of all unit tests, as lcov; a failing test fails here, with what it said."""
    file = tmp_path_factory.mktemp("coverage") / "lcov.info"
    tests = sorted(str(one) for one in (ROOT / "tests" / "calculator").rglob("*.test.js"))
    reporters = ["--test-reporter=tap", "--test-reporter-destination=stdout"]
    reporters += ["--test-reporter=lcov", f"--test-reporter-destination={file}"]
    ran = subprocess.run(
        [find_node(), "--test", "--experimental-test-coverage", *reporters, *tests],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, "\n".join(failures(ran.stdout)) or ran.stderr
    return file.read_text(encoding="utf-8")


def failures(told: str) -> Iterator[str]:
    """The lines about tests that failed, each with the few after it."""
    lines = told.splitlines()
    for number, line in enumerate(lines):
        if line.lstrip().startswith("not ok"):
            yield "\n".join(lines[number : number + 12])


def branches(told: str) -> dict[str, tuple[int, int]]:
    """File → branches found and gone through."""
    found = {}
    for block in told.split("end_of_record"):
        name = re.search(r"^SF:(.*)$", block, re.MULTILINE)
        of, hit = (re.search(rf"^{key}:(\d+)$", block, re.MULTILINE) for key in ("BRF", "BRH"))
        if name and of and hit:
            found[Path(name[1]).as_posix()] = (int(of[1]), int(hit[1]))
    return found


def test_the_unit_tests_pass_and_go_through_the_branches_of_the_engine(coverage: str) -> None:
    engine = {name: two for name, two in branches(coverage).items() if ENGINE in name}
    assert len(engine) == len(list((ROOT / ENGINE).glob("*.js")))
    of, hit = (sum(two[place] for two in engine.values()) for place in (0, 1))
    assert hit / of >= LEAST_BRANCHES, sorted(engine.items(), key=lambda one: one[1][1] / one[1][0])

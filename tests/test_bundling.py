"""Modules as one classic script: in the right order, in one scope, and whatever does not fit is refused where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.bundling import NotBundled, bundle

MONTHS = """\
// Months.
/** One year. */
export function yearOf(month) {
  return Math.floor(month / 12);
}
"""
MAIN = """\
// The door.
import { yearOf } from "./engine/months.js";
import {
  sayYear,
} from "./saying.js";

const HOME = "x";
sayYear(yearOf(24), HOME);
"""
SAYING = """\
import { yearOf } from "./engine/months.js";
export const YEARS = yearOf(12);
export async function sayYear(year) {
  return `${year} import`;
}
"""


def folder(root: Path, **more: str) -> Path:
    files = {"engine/months": MONTHS, "main": MAIN, "saying": SAYING, **more}
    for name, text in files.items():
        file = root / f"{name}.js"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root


def made(root: Path, **more: str) -> str:
    return bundle(folder(root, **more) / "main.js", root)


def refused(root: Path, **more: str) -> str:
    with pytest.raises(NotBundled) as error:
        made(root, **more)
    return str(error.value)


def test_every_module_stands_once_after_those_it_imports_without_comments(tmp_path: Path) -> None:
    assert made(tmp_path) == (
        '(function () {\n"use strict";\n'
        "// engine/months.js\nfunction yearOf(month) {\n"
        "  return Math.floor(month / 12);\n}\n"
        "// saying.js\nconst YEARS = yearOf(12);\nasync function sayYear(year) {\n"
        "  return `${year} import`;\n}\n"
        '// main.js\nconst HOME = "x";\nsayYear(yearOf(24), HOME);\n'
        "})();\n"
    )


def test_only_whole_lines_of_comment_are_left_out_and_never_text(tmp_path: Path) -> None:
    text = (
        "/**\n * Two * lines.\n */\nexport function sayYear(year) {\n  // why\n"
        "  const a = 1; // kept\n  return `\n// kept too\n`;\n}\n"
    )
    assert (
        "function sayYear(year) {\n  const a = 1; // kept\n  return `\n// kept too\n`;\n}\n"
    ) in made(tmp_path, saying=text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "export default function f() {}\n",
            "saying.js:1: 只能写 export function 或 export const，没有默认导出，也不转口",
        ),
        (
            'const a = 1;\nexport { yearOf } from "./engine/months.js";\n',
            "saying.js:2: 只能写 export function 或 export const，没有默认导出，也不转口",
        ),
        (
            'import * as months from "./engine/months.js";\n',
            'saying.js:1: 只能写 import {a, b} from "./x.js";，在文件开头',
        ),
        (
            'import { readFileSync } from "node:fs";\n',
            'saying.js:1: 只能写 import {a, b} from "./x.js";，在文件开头',
        ),
        (
            '\nimport { yearOf as y } from "./engine/months.js";\n',
            "saying.js:2: 不能改名：yearOf as y",
        ),
        ('import { a } from "./none.js";\n', "saying.js:1: 没有 ./none.js 这个文件"),
        (
            'import { monthOf } from "./engine/months.js";\n',
            "saying.js:1: engine/months.js 没有导出 monthOf",
        ),
        ('export const a = () => import("./x.js");\n', "saying.js:1: 不能用动态 import"),
        ("const { a } = {};\n", "saying.js:1: 顶层的 const 不能拆开写；一个名字一行"),
        (
            'import { sayYear } from "./main.js";\n',
            "main.js:1: 互相引用：main.js → saying.js → main.js",
        ),
        (
            "export const sayYear = 1;\nfunction yearOf() {}\n",
            "saying.js:2: yearOf 在 engine/months.js:3 已经有了；顶层的名字不能重复",
        ),
    ],
)
def test_what_does_not_fit_is_refused_where_it_stands(tmp_path: Path, text: str, said: str) -> None:
    assert refused(tmp_path, saying=text) == said


def test_a_module_outside_the_root_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.js").write_text("export const a = 1;\n", encoding="utf-8")
    said = refused(tmp_path / "content", saying='import { a } from "../secret.js";\n')
    assert said == "saying.js:1: 没有 ../secret.js 这个文件"

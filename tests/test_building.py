"""Building beside and swapping: whatever goes wrong, the last good site stands as it was."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.folders import EPOCH, FEES, Folder, Ran, policybook, small_book

CITY_FILE = "records/anzhou/linhe/resume.yml"
CITY_PAGE = "regions/anzhou/linhe/index.html"
SETTINGS = """\
site_name: x
theme: {{name: material, custom_dir: {overrides}, font: false, language: zh}}
plugins: [policybook]
validation: {{nav: {{omitted_files: ignore}}}}
{more}
"""
KILLED = """\
import os, signal
def on_post_page(output, **_):
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def book(tmp_path: Path) -> Folder:
    """The small book with a page of its own, and a site that looks as if it had been built before."""
    folder = small_book(tmp_path / "project")
    (folder.root / "content").mkdir()
    (folder.root / "content/about.md").write_text("# 关于\n", encoding="utf-8")
    for name, text in {"index.html": "旧", "404.html": "无", "assets/a.js": "a()"}.items():
        file = folder.root / "site" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def contents(site: Path) -> dict[str, bytes]:
    files = [file for file in sorted(site.rglob("*")) if file.is_file()]
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in files}


def build(book: Folder, *options: str) -> Ran:
    return policybook("build", *options, folder=book.root)


def left_beside(book: Folder) -> list[str]:
    return sorted(file.name for file in book.root.iterdir() if file.name.startswith("."))


def own_settings(book: Folder, more: str = "", main: str = '{% extends "base.html" %}') -> None:
    (book.root / "overrides").mkdir()
    (book.root / "overrides/main.html").write_text(main, encoding="utf-8")
    text = SETTINGS.format(overrides="overrides", more=more)
    (book.root / "mkdocs.yml").write_text(text, encoding="utf-8")


def test_a_build_replaces_the_site_as_a_whole(book: Folder) -> None:
    ran = build(book)
    assert (ran.status, ran.out) == (0, "")
    assert re.fullmatch(
        rf"policybook build: \d+ 页，\d\.\d MB → {re.escape(str(book.root))}/site\n", ran.err
    )
    found = contents(book.root / "site")
    assert "assets/a.js" not in found
    assert "等候2个月" in found[CITY_PAGE].decode()
    assert left_beside(book) == []


def test_a_book_with_a_finding_leaves_the_site_byte_for_byte(book: Folder) -> None:
    before = contents(book.root / "site")
    book.change(CITY_FILE, "wait: 2 months", "wait: 2")
    assert build(book) == Ran(
        1,
        "",
        f"policies/{CITY_FILE}:13:22: R003 wait 的值 2 不对\n"
        "    应为：时长写作 3 months、90 days 或 1 year，单位不能省\n"
        "policybook build: 1 个问题，没有生成；已有的网站没有改动\n",
    )
    assert contents(book.root / "site") == before
    assert left_beside(book) == []


def test_settings_that_mkdocs_refuses_leave_the_site_byte_for_byte(book: Folder) -> None:
    before = contents(book.root / "site")
    own_settings(book, more="theme_dir: [wrong]\nnav: 3")
    ran = build(book)
    assert (ran.status, ran.err.rpartition("；")[2]) == (1, "已有的网站没有改动\n")
    assert contents(book.root / "site") == before
    assert left_beside(book) == []


def test_a_template_that_breaks_halfway_leaves_the_site_byte_for_byte(book: Folder) -> None:
    before = contents(book.root / "site")
    own_settings(
        book, main='{% extends "base.html" %}{% block content %}{{ 1 // 0 }}{% endblock %}'
    )
    with pytest.raises(ZeroDivisionError):
        build(book)
    assert contents(book.root / "site") == before
    assert left_beside(book) == []


def test_a_killed_build_leaves_the_site_and_the_next_one_succeeds(book: Folder) -> None:
    before = contents(book.root / "site")
    (book.root / "stop.py").write_text(KILLED, encoding="utf-8")
    own_settings(book, more="hooks: [stop.py]")
    killed = subprocess.run(
        [str(Path(sys.executable).with_name("policybook")), "build"],
        cwd=book.root,
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH},
        capture_output=True,
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL
    assert contents(book.root / "site") == before
    assert left_beside(book) == [".site.building"]
    (book.root / "mkdocs.yml").unlink()
    assert build(book).status == 0
    assert CITY_PAGE in contents(book.root / "site")
    assert left_beside(book) == []


def test_a_build_killed_between_its_two_renames_is_mended_by_the_next(book: Folder) -> None:
    before = contents(book.root / "site")
    (book.root / "site").rename(book.root / ".site.previous")
    book.change(CITY_FILE, "wait: 2 months", "wait: 2")  # the next build does not even succeed
    assert build(book).status == 1
    assert contents(book.root / "site") == before
    assert left_beside(book) == []


def test_a_build_killed_after_its_two_renames_keeps_the_new_site(book: Folder) -> None:
    before = contents(book.root / "site")
    (book.root / ".site.previous").mkdir()
    book.change(CITY_FILE, "wait: 2 months", "wait: 2")
    assert build(book).status == 1
    assert contents(book.root / "site") == before
    assert left_beside(book) == []


def test_two_builds_on_one_day_are_byte_identical(book: Folder) -> None:
    assert build(book, "--site", "one").status == build(book, "--site", "two").status == 0
    assert contents(book.root / "one") == contents(book.root / "two")


def test_the_day_asked_about_decides_what_is_in_force(book: Folder) -> None:
    book.add(
        "records/anzhou/linhe/fees.yml",
        "  - part: refunds\n    insurance: [adult]\n    effective_from: 2031-01-01\n"
        "    values: {refund: full}\n"
        "    source: {document: linhe-notice-2029, clause: 第九条}\n    last_verified: 2030-05-01\n",
    )
    assert build(book, "--site", "now").status == 0
    assert build(book, "--site", "later", "--as-of", "2031-01-01").status == 0
    now, later = (
        (book.root / site / CITY_PAGE).read_text(encoding="utf-8") for site in ("now", "later")
    )
    assert ("尚未生效" in now, "尚未生效" in later) == (True, False)
    assert ("以前的规定" in now, "以前的规定" in later) == (False, True)
    assert ("2030年6月1日" in now, "2031年1月1日" in later) == (True, True)


def test_a_folder_with_other_things_in_it_is_never_replaced(book: Folder) -> None:
    (book.root / "mine").mkdir()
    (book.root / "mine/letter.txt").write_text("亲爱的", encoding="utf-8")
    ran = build(book, "--site", "mine")
    assert (ran.status, ran.err) == (
        1,
        f"policybook build: {book.root}/mine 里有别的东西，不是上次生成的网站；换一个目录，或先清空它；"
        "已有的网站没有改动\n",
    )
    assert contents(book.root / "mine") == {"letter.txt": "亲爱的".encode()}


def test_the_book_itself_is_never_replaced(book: Folder) -> None:
    ran = build(book, "--site", ".")
    assert (ran.status, ran.err) == (
        1,
        f"policybook build: {book.root} 里有这本书自己；已有的网站没有改动\n",
    )
    assert (book.policies / "rules/fees.yml").read_text(encoding="utf-8") == FEES


def test_a_day_that_is_none_is_refused(book: Folder) -> None:
    before = contents(book.root / "site")
    with pytest.raises(SystemExit) as ended:
        build(book, "--as-of", "2031-02-30")
    assert ended.value.code == 2
    assert contents(book.root / "site") == before


def modules(book: Folder, main: str = 'import { a } from "./b.js";\nself.a = a;\n') -> None:
    """A script of two modules in content/, a third that only the command uses, and the setting that bundles them."""
    own_settings(book)
    settings = (book.root / "mkdocs.yml").read_text(encoding="utf-8")
    bundled = (
        "plugins: [{policybook: {scripts: {tool/tool.js: tool/ui/main.js, no/no.js: no/main.js}}}]"
    )
    (book.root / "mkdocs.yml").write_text(
        settings.replace("plugins: [policybook]", bundled), encoding="utf-8"
    )
    files = {"ui/main": main, "ui/b": "export const a = 1;\n", "command": "1;\n"}
    for name, text in files.items():
        file = book.root / f"content/tool/{name}.js"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("options", [(), ("--files",)])
def test_modules_become_one_classic_script_and_are_not_published(
    book: Folder, options: tuple[str, ...]
) -> None:
    modules(book)
    assert build(book, "--site", "out", *options).status == 0
    found = contents(book.root / "out")
    assert [name for name in found if name.startswith(("tool/", "no/"))] == ["tool/tool.js"]
    assert found["tool/tool.js"].decode() == (
        '(function () {\n"use strict";\n// tool/ui/b.js\nconst a = 1;\n// tool/ui/main.js\nself.a = a;\n})();\n'
    )


def test_modules_that_cannot_be_bundled_leave_the_site_byte_for_byte(book: Folder) -> None:
    before = contents(book.root / "site")
    modules(book, main='import { c } from "./b.js";\n')
    ran = build(book)
    assert (ran.status, ran.err) == (
        1,
        "policybook build: content/tool/ui/main.js:1: tool/ui/b.js 没有导出 c；已有的网站没有改动\n",
    )
    assert contents(book.root / "site") == before

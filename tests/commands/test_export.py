"""`policybook export`: every page, file and link of the site as plain files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.book import checked
from generator.site.pages import make_output
from tests.folders import TODAY, Folder, Ran, policybook, small_book

SETTINGS = """\
site_name: x
theme: {{name: material, custom_dir: {overrides}, font: false}}
plugins: [policybook]
nav: [首页: index.md, 更多: [文件: documents.md, 关于: about.md, 没有: nothing.md]]
extra_css: [assets/policybook.css]
"""


@pytest.fixture
def book(tmp_path: Path) -> Folder:
    folder = small_book(tmp_path / "project")
    (folder.root / "content").mkdir()
    about = "# 关于\n\n见[文件](documents.md#x)、[自己](about.md)、[外面](https://example.org/)。\n"
    (folder.root / "content/about.md").write_text(about, encoding="utf-8")
    overrides = (Path(__file__).parents[2] / "overrides").as_posix()
    (folder.root / "mkdocs.yml").write_text(SETTINGS.format(overrides=overrides), encoding="utf-8")
    return folder


def export(book: Folder, *options: str) -> Ran:
    return policybook("export", "../out", *options, folder=book.root)


def out(book: Folder) -> Path:
    return book.root.parent / "out"


def test_the_tree_is_complete(book: Folder) -> None:
    assert export(book).status == 0
    known, _ = checked(book.policies, TODAY)
    assert known is not None
    output = make_output(known, TODAY, TODAY)
    pages = {f"{page.path}/index.md".removeprefix("/") for page in output.pages}
    assets = Path(__file__).parents[2] / "overrides/assets"
    own = {f"assets/{f.relative_to(assets).as_posix()}" for f in assets.rglob("*") if f.is_file()}
    found = {
        f.relative_to(out(book) / "docs").as_posix()
        for f in (out(book) / "docs").rglob("*")
        if f.is_file()
    }
    assert found == pages | own | {"about.md"} | output.files.keys()


def test_a_page_is_front_matter_and_one_raw_block(book: Folder) -> None:
    export(book)
    known, _ = checked(book.policies, TODAY)
    assert known is not None
    made = next(
        p for p in make_output(known, TODAY, TODAY).pages if p.path == "regions/anzhou/linhe"
    )
    text = (out(book) / "docs/regions/anzhou/linhe/index.md").read_text(encoding="utf-8")
    head, _, body = text.removeprefix("---\n").partition("---\n")
    keys = [line.partition(": ") for line in head.splitlines()]
    assert {key: json.loads(value) for key, _, value in keys} == {
        "title": made.title,
        "description": made.description,
    }
    assert made.html in body
    assert body.strip().startswith('<div class="pb-export">') and body.strip().endswith("</div>")
    for said in ("不是政府网站", "内容截至 2030年6月1日", '<section id="report">'):
        assert said in body


def test_hand_written_links_and_the_menu_lead_to_the_moved_pages(book: Folder) -> None:
    export(book)
    about = (out(book) / "docs/about.md").read_text(encoding="utf-8")
    assert "[文件](documents/index.md#x)、[自己](about.md)、[外面](https://example.org/)" in about
    settings = json.loads((out(book) / "mkdocs.yml").read_text(encoding="utf-8"))
    assert settings["nav"] == [
        {"首页": "index.md"},
        {"更多": [{"文件": "documents/index.md"}, {"关于": "about.md"}]},
    ]
    assert settings["extra_css"] == ["assets/policybook.css"]


def test_a_tool_in_a_folder_keeps_its_way_to_the_pages_and_its_one_script(book: Folder) -> None:
    tool = book.root / "content/tool"
    (tool / "parts").mkdir(parents=True)
    (tool / "index.md").write_text("见[文件](../documents.md#x)、[页](../about.md)。\n", "utf-8")
    (tool / "main.js").write_text('import { one } from "./parts/one.js";\none();\n', "utf-8")
    (tool / "parts/one.js").write_text("export function one() {}\n", "utf-8")
    settings = (book.root / "mkdocs.yml").read_text(encoding="utf-8")
    scripts = "plugins: [{policybook: {scripts: {tool/tool.js: tool/main.js}}}]"
    changed = settings.replace("plugins: [policybook]", scripts)
    (book.root / "mkdocs.yml").write_text(changed, encoding="utf-8")
    assert export(book).status == 0
    folder = out(book) / "docs/tool"
    assert sorted(file.name for file in folder.iterdir()) == ["index.md", "tool.js"]
    told = (folder / "index.md").read_text(encoding="utf-8")
    assert told == "见[文件](../documents/index.md#x)、[页](../about.md)。\n"


def test_exporting_again_replaces_the_last_export(book: Folder) -> None:
    export(book)
    (out(book) / "docs/old.md").write_text("x", encoding="utf-8")
    assert export(book).status == 0
    assert not (out(book) / "docs/old.md").exists()


def test_a_folder_with_something_else_is_left_alone(book: Folder) -> None:
    out(book).mkdir()
    (out(book) / "letter.txt").write_text("x", encoding="utf-8")
    ran = export(book)
    assert ran.status == 1
    assert (
        ran.err
        == "policybook export: ../out 里有别的东西，不是上次导出的；换一个目录，或先清空它\n"
    )
    assert [file.name for file in out(book).iterdir()] == ["letter.txt"]


def test_a_book_with_findings_is_not_exported(book: Folder) -> None:
    book.change("records/anzhou/linhe/resume.yml", "wait: 2 months", "wait: 2")
    ran = export(book)
    assert ran.status == 1
    assert ran.err.endswith("policybook export: 1 个问题，没有导出\n")
    assert not out(book).exists()


def test_two_exports_on_one_day_are_the_same(book: Folder) -> None:
    export(book)
    before = {f: f.read_bytes() for f in out(book).rglob("*") if f.is_file()}
    export(book)
    assert {f: f.read_bytes() for f in out(book).rglob("*") if f.is_file()} == before


def test_modules_are_exported_as_one_classic_script(book: Folder) -> None:
    settings = (book.root / "mkdocs.yml").read_text(encoding="utf-8")
    bundled = "plugins: [{policybook: {scripts: {tool/tool.js: tool/main.js}}}]"
    (book.root / "mkdocs.yml").write_text(
        settings.replace("plugins: [policybook]", bundled), encoding="utf-8"
    )
    main = book.root / "content/tool/main.js"
    main.parent.mkdir()
    main.write_text("export const a = 1;\n", encoding="utf-8")
    assert export(book).status == 0
    made = [file.name for file in (out(book) / "docs/tool").iterdir()]
    assert made == ["tool.js"]
    assert "const a = 1;" in (out(book) / "docs/tool/tool.js").read_text(encoding="utf-8")
    main.write_text("export default 1;\n", encoding="utf-8")
    ran = export(book)
    assert (ran.status, "content/tool/main.js:1: 只能写 export function" in ran.err) == (1, True)

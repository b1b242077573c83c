"""One module per command, in an explicit table."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.commands import build, calc, check, explain, export, fmt, new, schema, serve, stats


@dataclass(frozen=True)
class Command:
    """What a command does, how it is called, and the function that runs it."""

    about: str
    examples: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]
    reads_book: bool = True


COMMANDS: Mapping[str, Command] = {
    "check": Command(
        "检查全部记录，列出每个问题的位置和改法", check.EXAMPLES, check.arguments, check.run
    ),
    "new": Command("在该在的地方开始写一条记录", new.EXAMPLES, new.arguments, new.run),
    "fmt": Command("整理记录的写法：键的顺序和缩进", fmt.EXAMPLES, fmt.arguments, fmt.run),
    "build": Command("检查记录并生成网站", build.EXAMPLES, build.arguments, build.run),
    "serve": Command(
        "在本机显示网站；改了记录，网页自己更新", serve.EXAMPLES, serve.arguments, serve.run
    ),
    "export": Command(
        "写成普通文件，给别的网站生成器用", export.EXAMPLES, export.arguments, export.run
    ),
    "calc": Command(
        "按一个人的情况计算，和网页上的计算器一样",
        calc.EXAMPLES,
        calc.arguments,
        calc.run,
    ),
    "stats": Command("统计记录、地区、文件和来源", stats.EXAMPLES, stats.arguments, stats.run),
    "schema": Command(
        "由规则文件生成编辑器用的 JSON Schema", schema.EXAMPLES, schema.arguments, schema.run
    ),
    "explain": Command(
        "说明一个问题代码", explain.EXAMPLES, explain.arguments, explain.run, reads_book=False
    ),
}

"""The `policybook` command. An edge: it knows today, prints, and turns findings into exit status 1."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from generator.commands import COMMANDS

_EXAMPLES = """\
例子：
  policybook check                     检查 policies/ 里的全部记录
  policybook check --format github     给 GitHub Actions 用的格式
  policybook explain T005              说明一个问题代码
  policybook new                       开始写一条记录，一问一答
  policybook fmt                       整理键的顺序和缩进
  policybook stats --json              有多少记录、覆盖多少地区
  policybook build                     检查并生成 site/
  policybook serve                     在本机看网站，改了记录马上看得到
  policybook calc lapse region=福建 …   按一个人的情况计算
  policybook check --book tests/books/housing-fund
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 is success, 1 says that findings or a failed build were reported."""
    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        return COMMANDS[options.command].run(options)
    except BrokenPipeError:  # the reader of our output went away
        sys.stderr.close()
        return 1
    except OSError as error:
        sys.stderr.write(f"policybook: {error.filename or ''} {error.strerror or error}\n")
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="policybook",
        description="检查记录，生成网站。",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="命令")
    for name, command in COMMANDS.items():
        sub = commands.add_parser(
            name,
            help=command.about,
            description=command.about,
            epilog=command.examples,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        command.arguments(sub)
        if command.reads_book:
            sub.add_argument(
                "--book", type=Path, default=Path(), metavar="DIR", help="另一本书的目录"
            )
    return parser

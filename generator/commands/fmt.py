"""`policybook fmt`: keys in their order, two spaces a level; comments and quotes stay as they are."""

from __future__ import annotations

import argparse
import difflib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from generator.commands.check import report
from generator.folders import policies_of, shown
from generator.loading.formatting import Formatted, files_in_order, formatted

EXAMPLES = (
    "例子：\n"
    "  policybook fmt                       整理全部记录和出处\n"
    "  policybook fmt policies/records/jiangsu/suzhou/waiting-period.yml\n"
    "  policybook fmt --check               不改，只列出要整理的文件\n"
    "  policybook fmt --diff                不改，看会改成什么样\n"
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `fmt`."""
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="文件", help="文件或文件夹；不写就是全部"
    )
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--check", action="store_true", help="不写文件；有要整理的就以状态 1 结束")
    mode.add_argument("--diff", action="store_true", help="不写文件；显示会改哪几行")


def run(options: argparse.Namespace) -> int:
    """Lay out the files; 1 if one has faults, or with --check and --diff if one would change."""
    folder = policies_of(options.book)
    try:
        paths = _chosen(options.files, folder)
    except ValueError as error:
        sys.stderr.write(f"policybook fmt: {error}\n")
        return 1
    results = [formatted(folder, path) for path in paths]
    changed = [one for one in results if one.new is not None and one.new != one.old]
    faults = [fault for one in results for fault in one.faults]
    sys.stderr.write(report(faults, folder))
    for one in results:
        if one.new is None and not one.faults:
            sys.stderr.write(f"{shown(folder)}{one.path}: 写法特殊，没有整理\n")
    looking = options.check or options.diff
    for one in changed:
        sys.stdout.write(_told(one, folder, whole=options.diff))
        if not looking:
            (folder / one.path).write_bytes((one.new or "").encode())
    verb = "要整理" if looking else "整理了"
    sys.stderr.write(f"policybook fmt: {len(results)} 个文件，{verb} {len(changed)} 个\n")
    return 1 if faults or (looking and changed) else 0


def _chosen(files: Sequence[Path], folder: Path) -> tuple[PurePosixPath, ...]:
    """The files to lay out; ValueError for one that is none of the book's."""
    known = files_in_order(folder)
    if not files:
        return known
    wanted = [path for file in files for path in _named(file, folder, known)]
    return tuple(dict.fromkeys(wanted))


def _named(file: Path, folder: Path, known: Sequence[PurePosixPath]) -> Iterator[PurePosixPath]:
    whole, home = file.resolve(), folder.resolve()
    if not file.exists():
        raise ValueError(f"没有 {file} 这个文件")
    name = PurePosixPath(whole.relative_to(home)) if whole.is_relative_to(home) else None
    found = [path for path in known if name and path.is_relative_to(name)]
    if not found:
        raise ValueError(f"{file} 不是 {shown(folder)} 里的记录或出处，不整理")
    yield from found


def _told(one: Formatted, folder: Path, *, whole: bool) -> str:
    name = f"{shown(folder)}{one.path}"
    if not whole:
        return f"{name}\n"
    old, new = one.old.splitlines(keepends=True), (one.new or "").splitlines(keepends=True)
    return "".join(difflib.unified_diff(old, new, name, name))

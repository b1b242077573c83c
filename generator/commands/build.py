"""`policybook build`: check, build beside, swap. A failed build leaves the last good site as it was."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from generator.building import BuildFailed, Edition, build_site
from generator.clock import today
from generator.commands.check import report
from generator.folders import project_of

EXAMPLES = "例子：\n  policybook build\n  policybook build --site /tmp/site --as-of 2027-01-01\n  policybook build --files\n"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `build`."""
    parser.add_argument(
        "--site", type=Path, default=None, metavar="DIR", help="输出目录（默认 site/）"
    )
    parser.add_argument(
        "--files",
        action="store_true",
        help="离线版：双击文件夹里的网页就能看（默认输出到 site-files/）",
    )
    parser.add_argument(
        "--as-of",
        type=day,
        default=None,
        metavar="日期",
        help="按哪一天有效的规定（默认今天）",
    )


def day(text: str) -> date:
    """A date as an option writes it."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} 不是日期；写作 2027-01-01") from None


def run(options: argparse.Namespace) -> int:
    """Build the site; 1 if the records have findings or a page cannot be made."""
    project = project_of(options.book)
    as_of = options.as_of or today()
    site = options.site or project / ("site-files" if options.files else "site")
    try:
        built = build_site(project, site, Edition(as_of, today(), directories=not options.files))
    except BuildFailed as failure:
        sys.stderr.write(report(failure.findings, failure.folder))
        sys.stderr.write(f"policybook build: {failure}；已有的网站没有改动\n")
        return 1
    sys.stderr.write(
        f"policybook build: {built.pages} 页，{built.megabytes:.1f} MB → {built.site}\n"
    )
    return 0

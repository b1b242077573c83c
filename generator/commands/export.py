"""`policybook export DIR`: the same pages as plain files, for another site generator."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator.building import BuildFailed
from generator.clock import today
from generator.commands.build import day
from generator.commands.check import report
from generator.exporting import export_site
from generator.folders import project_of

EXAMPLES = """\
例子：
  policybook export /tmp/export
  cd /tmp/export && zensical build     用 Zensical 生成（版本见 requirements/export.txt）
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `export`."""
    parser.add_argument(
        "target", type=Path, metavar="DIR", help="写到哪个目录（空的，或上次导出的）"
    )
    parser.add_argument(
        "--as-of", type=day, default=None, metavar="日期", help="按哪一天有效的规定（默认今天）"
    )


def run(options: argparse.Namespace) -> int:
    """Write the files; 1 if the records have findings or the folder holds something else."""
    project = project_of(options.book)
    try:
        made = export_site(project, options.target, options.as_of or today(), today())
    except BuildFailed as failure:
        sys.stderr.write(report(failure.findings, failure.folder))
        sys.stderr.write(f"policybook export: {failure}\n")
        return 1
    sys.stderr.write(f"policybook export: {made.pages} 页 → {made.folder}\n")
    return 0

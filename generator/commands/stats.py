"""`policybook stats`: how much is known, counted from the resolved book."""

from __future__ import annotations

import argparse
import json
import sys

from generator.book import checked
from generator.clock import today
from generator.commands.check import report
from generator.counting import Counts, count
from generator.folders import policies_of
from generator.resolving import resolve

EXAMPLES = "例子：\n  policybook stats\n  policybook stats --json\n"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `stats`."""
    parser.add_argument("--json", action="store_true", help="输出 JSON")


def run(options: argparse.Namespace) -> int:
    """Print the counts; 1 if the book has findings, for then its figures would mislead."""
    folder = policies_of(options.book)
    book, findings = checked(folder, today())
    if book is None or findings:
        sys.stderr.write(report(findings, folder))
        return 1
    counts = count(book, resolve(book, today()), today())
    if options.json:
        sys.stdout.write(json.dumps(counts.as_json(), ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write(_table(counts))
    return 0


def _table(counts: Counts) -> str:
    lines = [f"{label:　<10}{value}" for label, value in counts.labelled()]
    return "\n".join(lines) + "\n"

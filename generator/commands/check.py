"""`policybook check`: every finding in one run, in file order."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from generator.book import checked
from generator.clock import today
from generator.findings import Finding
from generator.folders import policies_of, shown

EXAMPLES = "例子：\n  policybook check\n  policybook check --format json\n  policybook check --book 另一本书/\n"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `check`."""
    parser.add_argument(
        "--format", choices=tuple(_FORMATS), default="text", help="输出格式（默认 text）"
    )


def run(options: argparse.Namespace) -> int:
    """Print the findings; 1 if there are any."""
    folder = policies_of(options.book)
    book, findings = checked(folder, today())
    sys.stdout.write(_FORMATS[options.format](findings, folder))
    if options.format == "text":
        count = len(book.records) if book else 0
        summary = f"{len(findings)} 个问题" if findings else f"{count} 条记录，没有问题"
        sys.stderr.write(f"policybook check: {summary}\n")
    return 1 if findings else 0


def report(findings: Sequence[Finding], folder: Path) -> str:
    """The findings for people: place, code, what is wrong; then what was expected and meant."""
    return "".join(
        f"{shown(folder)}{f.where}: {f.code} {f.message}\n"
        f"    应为：{wanted(f)}\n" + (f"    {f.mend}\n" if f.mend else "")
        for f in findings
    )


def wanted(finding: Finding) -> str:
    """What was expected, to be read after «应为»."""
    return finding.expected.removeprefix("应为").strip()


def _json(findings: Sequence[Finding], folder: Path) -> str:
    rows = [
        {
            "code": f.code,
            "file": f"{shown(folder)}{f.path}",
            "line": f.line,
            "column": f.column,
            "message": f.message,
            "expected": wanted(f),
            "mend": f.mend,
        }
        for f in findings
    ]
    return json.dumps({"schema": 1, "findings": rows}, ensure_ascii=False, indent=1) + "\n"


def _github(findings: Sequence[Finding], folder: Path) -> str:
    lines = []
    for f in findings:
        file = _escaped(f"{shown(folder)}{f.path}").replace(":", "%3A").replace(",", "%2C")
        text = _escaped(f"{f.code} {f.message}。应为：{wanted(f)}。{f.mend}")
        lines.append(f"::error file={file},line={f.line},col={f.column}::{text}\n")
    return "".join(lines)


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


_FORMATS: Mapping[str, Callable[[Sequence[Finding], Path], str]] = {
    "text": report,
    "json": _json,
    "github": _github,
}

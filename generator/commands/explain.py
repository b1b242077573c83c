"""`policybook explain CODE`: the page of one finding code, or the list of all."""

from __future__ import annotations

import argparse
import sys

from generator.codes import CODES, page
from generator.findings import did_you_mean

EXAMPLES = "例子：\n  policybook explain T005\n  policybook explain\n"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `explain`."""
    parser.add_argument("code", nargs="?", metavar="代码", help="例如 T005；不写就列出全部")


def run(options: argparse.Namespace) -> int:
    """Print the page; 1 for a code that does not exist."""
    if options.code is None:
        sys.stdout.write("".join(f"{code} {entry.title}\n" for code, entry in CODES.items()))
        return 0
    if options.code.upper() in CODES:
        sys.stdout.write(page(options.code.upper()))
        return 0
    sys.stderr.write(f"没有 {options.code} 这个代码。{did_you_mean(options.code.upper(), CODES)}\n")
    return 1

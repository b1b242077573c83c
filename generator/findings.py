"""A finding: something wrong in the data, said where it stands, what was expected and how to mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TypeAlias

Loc: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True)
class Finding:
    """One fault. `loc` is the path of keys inside the file.

    `line` and `column` count from 1, 0 if not yet known.
    """

    code: str
    path: PurePosixPath
    message: str
    expected: str
    mend: str = ""
    loc: Loc = ()
    line: int = 0
    column: int = 0

    @property
    def where(self) -> str:
        """file:line:column, as editors understand it."""
        return f"{self.path}:{self.line}:{self.column}"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The known word a mistyped one was meant to be, as a sentence; empty when none is near."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"是不是想写 {near[0]}？" if near else ""


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by file, then by place, then by code; the same fault is told once."""
    return tuple(sorted(set(findings), key=_place))


def _place(finding: Finding) -> tuple[str | int, ...]:
    place = (str(finding.path), finding.line, finding.column, finding.code, finding.message)
    return (*place, finding.expected, finding.mend, repr(finding.loc))

"""Findings as a page shows them to someone who is editing: all that fits on a screen, and how many there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from generator.findings import Finding
from generator.site.rendering import Content, Draft, render

SHOWN = 50
_OLD, _NONE = "下面还是改动之前的页面。", "改好、保存以后，这里就会显示页面。"
FINDINGS_ONLY = Draft("", "记录有问题", partial(Content, "改好记录以后，这里就是首页。", ""))
"""The only page of a book that never was good; the box is all there is on it."""


@dataclass(frozen=True)
class Trouble:
    """One finding in words; `place` is file:line:column as seen from where the command runs."""

    place: str
    code: str
    message: str
    expected: str
    mend: str


def banner(findings: Sequence[Finding], prefix: str, *, good: bool) -> str:
    """The findings as a box above the last good page, if there is one; `prefix` leads from here to policies/."""
    troubles = [
        Trouble(f"{prefix}{f.where}", f.code, f.message, f.expected.removeprefix("应为"), f.mend)
        for f in findings
    ]
    return render(
        "findings.html",
        below=_OLD if good else _NONE,
        troubles=troubles[:SHOWN],
        total=len(troubles),
        more=max(0, len(troubles) - SHOWN),
    )

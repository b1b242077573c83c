"""`policybook explain`: a page for every code."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.codes import CODES
from tests.folders import Ran, policybook


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_page_with_all_four_parts(code: str, tmp_path: Path) -> None:
    ran = policybook("explain", code, folder=tmp_path)
    entry = CODES[code]
    assert ran == Ran(
        0,
        f"{code} {entry.title}\n\n为什么    {entry.why}\n例如      {entry.example}\n"
        f"应当写    {entry.instead}\n",
        "",
    )
    assert all(vars(entry).values())


def test_a_code_in_small_letters_is_understood(tmp_path: Path) -> None:
    assert policybook("explain", "t005", folder=tmp_path).out.startswith("T005 两段之间有漏洞\n")


def test_without_a_code_all_are_listed(tmp_path: Path) -> None:
    ran = policybook("explain", folder=tmp_path)
    assert ran.out.splitlines() == [f"{code} {entry.title}" for code, entry in CODES.items()]


def test_an_unknown_code_gets_a_suggestion(tmp_path: Path) -> None:
    ran = policybook("explain", "T05", folder=tmp_path)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err == "没有 T05 这个代码。是不是想写 T005？\n"

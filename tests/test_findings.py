"""Findings: where they stand, in what order they are told, and what a mistyped word was meant to be."""

from __future__ import annotations

from pathlib import PurePosixPath

from hypothesis import given
from hypothesis import strategies as st

from generator.findings import Finding, did_you_mean, in_order
from tests.builders import steady

FILE = PurePosixPath("records/anzhou/waiting.yml")


def fault(line: int, *, column: int = 1, code: str = "R001", message: str = "错了") -> Finding:
    """A finding in one file."""
    return Finding(code, FILE, message, "应有的", line=line, column=column)


def test_a_finding_stands_where_editors_look_for_it() -> None:
    assert fault(12, column=5).where == "records/anzhou/waiting.yml:12:5"


def test_a_mistyped_word_brings_the_nearest_known_one() -> None:
    assert did_you_mean("wating", ["source", "waiting"]) == "是不是想写 waiting？"


def test_a_word_near_to_none_brings_nothing() -> None:
    assert did_you_mean("xyz", ["source", "waiting"]) == ""
    assert did_you_mean("waiting", []) == ""


def test_findings_are_told_by_file_then_line_then_column_then_code() -> None:
    first = Finding("Z009", PurePosixPath("documents/anzhou.yml"), "错了", "应有的", line=99)
    second, third = fault(2, column=9), fault(10, column=2)
    fourth, fifth = fault(10, column=3, code="R001"), fault(10, column=3, code="T001")
    assert in_order([fifth, third, first, fourth, second]) == (first, second, third, fourth, fifth)


def test_the_same_fault_is_told_once() -> None:
    assert in_order([fault(1), fault(2), fault(1)]) == (fault(1), fault(2))


@steady
@given(st.permutations(["", "删去它", "写上它", "改成它"]))
def test_faults_alike_in_all_but_their_mending_keep_one_order(mends: list[str]) -> None:
    found = [Finding("R001", FILE, "错了", "应有的", mend, (mend, 1)) for mend in mends]
    assert [finding.mend for finding in in_order(found)] == sorted(mends)

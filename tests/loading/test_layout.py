"""The layout of a file: keys in order, two spaces a level, and not a value, a quote or a comment lost."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.findings import Loc
from generator.loading.formatting import files_in_order, formatted
from generator.loading.key_order import DOCUMENT, RECORD
from generator.loading.layout import laid_out
from generator.loading.shapes import DocumentShape, record_file
from generator.loading.strict_yaml import read_text
from tests.builders import PREMIUM, WAITING, make_book, steady

POLICIES = Path("policies")
KEYS = ("a", "b", "c", "d")


def by_name(loc: Loc) -> Sequence[str]:
    """Every mapping's keys by the alphabet, the records of a file never."""
    return () if loc == ("z",) else KEYS


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("b: 1\na: 2\n", "a: 2\nb: 1\n"),
        ("b: '1'   # one\na: \"2\"", "a: \"2\"\nb: '1'   # one\n"),
        ("# the file\n\nb: 1\n# about a\na: 2\n", "# the file\n\n# about a\na: 2\nb: 1\n"),
        ("b: 1\na: 2\n# the end\n", "a: 2\nb: 1\n# the end\n"),
        ("b:\n    - x\n    - y\na: 1\n", "a: 1\nb:\n  - x\n  - y\n"),
        ("b:\n- b: 1\n  a: 2\n", "b:\n  - a: 2\n    b: 1\n"),
        ("c:\n  - x\n    # inside\nb: 1\n", "b: 1\nc:\n  - x\n    # inside\n"),
        ("c:\n  - b: 1\n    # about a\n    a: 2\n", "c:\n  # about a\n  - a: 2\n    b: 1\n"),
        ("c: {b: 1, a: [x,  y]}  # short\n", "c: {a: [x, y], b: 1}  # short\n"),
        ("c: {b: 1,\n    a: 2}\n", "c: {a: 2, b: 1}\n"),
        ("a:\n  long\n", "a: long\n"),
        ("z: 1\ny: 2\na: 3\n", "a: 3\nz: 1\ny: 2\n"),
        ("a: 1\n\n\n\nb: 2\n\n\n", "a: 1\n\nb: 2\n"),
        ("a:  # what follows\n  b: 1\n", "a:  # what follows\n  b: 1\n"),
        ("b: 1\r\na: 2\r\n", "a: 2\nb: 1\n"),
    ],
)
def test_the_layout_of(written: str, wanted: str) -> None:
    assert laid_out(written, by_name) == wanted
    assert laid_out(wanted, by_name) == wanted


@pytest.mark.parametrize(
    "written",
    [
        "a: one\n  two\n",
        "a: |-\n  one\n  two\n",
        "a: {b: 1, # about b\n  c: 2}\n",
        "a:  # about the value\n  one\n",
        "a:\n  - - x\n",
        "[a, b]\n",
        "- a\n",
        "a:\n  -\n    b: 1\n",
    ],
)
def test_what_cannot_be_laid_out_safely_is_left(written: str) -> None:
    found = laid_out(written, by_name)
    assert found is None or "- a" in written


def data(text: str) -> object:
    return read_text(text, PurePosixPath("x.yml")).data


scalars = st.sampled_from(["x", "'1'", '"b"', "0-3", "文件未写明", "[x, y]", "{b: 1, a: 2}"])
comments = st.sampled_from(["", "  # why"])
above = st.lists(st.sampled_from(["# above", ""]), max_size=2)


@st.composite
def files(draw: st.DrawFn, depth: int = 0) -> list[str]:
    """The lines of a block mapping, in any order, with comments and uneven indents."""
    lines: list[str] = []
    for key in draw(st.lists(st.sampled_from(KEYS), min_size=1, unique=True)):
        lines += draw(above)
        if depth < 2 and draw(st.booleans()):
            step = " " * draw(st.integers(1, 4))
            lines += [f"{key}:{draw(comments)}"]
            lines += [f"{step}{line}" if line else "" for line in _nested(draw, depth)]
        else:
            lines.append(f"{key}: {draw(scalars)}{draw(comments)}")
    return lines


def _nested(draw: st.DrawFn, depth: int) -> list[str]:
    inner = draw(files(depth + 1))
    if draw(st.booleans()):
        return inner
    first = next(n for n, line in enumerate(inner) if line and not line.startswith("#"))
    dashed = [f"- {inner[first]}", *(f"  {line}" if line else "" for line in inner[first + 1 :])]
    return [*inner[:first], *dashed, *draw(above), f"- {draw(scalars)}"]


@steady
@given(files())
def test_laying_out_twice_is_laying_out_once_and_says_the_same(lines: list[str]) -> None:
    text = "\n".join(lines) + "\n"
    once = laid_out(text, by_name)
    assert once is not None
    assert laid_out(once, by_name) == once
    assert data(once) == data(text)
    assert once.count("# above") == text.count("# above")
    assert once.count("# why") == text.count("# why")


@pytest.mark.parametrize("path", files_in_order(POLICIES), ids=str)
def test_real_files_keep_what_they_say(path: PurePosixPath) -> None:
    found = formatted(POLICIES, path)
    if found.faults:  # told by the check
        return
    assert found.new is not None
    assert data(found.new) == data(found.old)
    assert found.new.count("#") == found.old.count("#")


def test_every_key_of_a_document_has_its_place() -> None:
    assert list(DOCUMENT) == list(DocumentShape.model_fields)


def test_every_key_of_a_record_has_its_place() -> None:
    book = make_book()
    keys = {
        key
        for rule in (WAITING, PREMIUM)
        for node in record_file(rule, book.shared).model_json_schema()["$defs"].values()
        if "last_verified" in node.get("properties", {})
        for key in node["properties"]
    }
    assert keys == set(RECORD)


def test_the_order_of_a_record_is_the_one_that_is_documented() -> None:
    text = Path("docs/records.md").read_text(encoding="utf-8")
    shown = text.partition("records:\n")[2].partition("```")[0].splitlines()
    keys = [line[4:].partition(":")[0] for line in shown if line[:4] in ("    ", "  - ")]
    keys = [key for key in keys if key and key[0] not in " #-"]
    order = list(RECORD)
    assert [order.index(key) for key in keys] == sorted(order.index(key) for key in keys)

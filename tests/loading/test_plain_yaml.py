"""The short way through YAML gives what the long way gives, and hands over whatever has a fault."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from generator.loading.plain_yaml import plain
from generator.loading.strict_yaml import _Builder, _events, read_text

ROOT = Path(__file__).parent.parent.parent
GOOD = (
    "a: b\n",
    "- a\n- [b, c]\n- {d: e, f: []}\n",
    "a:\n  - b: c\n    d: 'quoted: text'\n  - \"~\"\n",
    "---\na: |\n  two\n  lines\n...\n",
    "a: 0\nb: '007'\nc: 0.5\n",
    "just a word\n",
)
FAULTY = (
    "",
    "a:\n",
    "a: ~\n",
    "a: null\n",
    "a: 007\n",
    "a: ''\n",
    "a: 1\na: 2\n",
    "a: &x 1\nb: *x\n",
    "a: !!str 1\n",
    "? [a]\n: b\n",
    "a: b\n---\nc: d\n",
    "a: [b\n",
    "a: b: c\n",
    "[" * 20 + "]" * 20,
)


@pytest.mark.parametrize("text", GOOD)
def test_a_faultless_text_reads_the_same_both_ways(text: str) -> None:
    assert plain(text) == _Builder(PurePosixPath()).build(_events(text))


@pytest.mark.parametrize("text", FAULTY)
def test_a_faulty_text_is_left_to_the_long_way(text: str) -> None:
    assert plain(text) is None
    assert read_text(text, PurePosixPath("x.yml")).faults


def test_every_file_of_the_book_reads_the_same_both_ways() -> None:
    for file in sorted((ROOT / "policies").rglob("*.yml"))[::7]:
        text = file.read_text(encoding="utf-8")
        assert plain(text) == _Builder(PurePosixPath()).build(_events(text)), file


def test_places_are_known_although_the_data_came_without_them() -> None:
    parsed = read_text("a:\n  - b\n  - c: d\n", PurePosixPath("x.yml"))
    assert parsed.places[("a", 1, "c")] == (3, 8)
    assert parsed.keys[("a", 1, "c")] == (3, 5)

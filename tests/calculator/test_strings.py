"""The words: every key that the engine uses has its sentence, and no sentence shows a bare key or a hole."""

from __future__ import annotations

import re

from tests.calculator import ROOT, Door, Told
from tests.calculator.test_cases import CASES

FOLDER = ROOT / "content/calculator"
HOLE = re.compile(r"undefined|null|NaN|\[object|\{\w+\}|。。|，，|：。|，。|^[，；：]")


def source(room: str) -> str:
    return "\n".join(file.read_text("utf-8") for file in sorted((FOLDER / room).glob("*.js")))


def test_every_key_of_the_engine_has_a_sentence() -> None:
    keys = set(re.findall(r'key: "([a-z0-9-]+)"', source("engine")))
    words = source("strings")
    silent = {k for k in keys if f'"{k}"' not in words and not re.search(rf"^  {k}: ", words, re.M)}
    assert silent == set()


def sentences(told: Told) -> list[str]:
    return [
        *told["headline"].values(),
        *(line["text"] for line in told["lines"]),
        *(step["text"] for step in told["steps"]),
        *(str(unknown["text"]) for unknown in told["unknown"]),
        *(warning["text"] for warning in told["warnings"]),
        *told["questions"],
        *(fault["text"] for fault in told["faults"]),
    ]


def test_no_sentence_has_a_hole(door: Door) -> None:
    found = []
    for case in CASES:
        told = door.ask(case.question, case.given)
        found += [(case.id, text) for text in sentences(told) if not text or HOLE.search(text)]
    assert found == []


def test_an_answer_that_is_not_known_says_so_at_once_and_what_to_ask(door: Door) -> None:
    for case in CASES:
        told = door.ask(case.question, case.given)
        if told["answered"] != "no" or told["faults"]:
            continue
        assert told["headline"]["state"] in ("no", "needs"), case.id
        assert told["headline"]["title"] in ("无法判断", "还差一点"), case.id
        assert any("12393" in line for line in told["questions"]), case.id
        assert told["unknown"] or told["missing"], case.id

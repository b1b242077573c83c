"""Cases worked by hand from the sources, before there was an engine: every number, every absence and every cited document.

An expectation here is changed only after the source has been read again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pytest
import yaml

from tests.calculator import Door, Json, Told

FOLDER = Path(__file__).parent / "cases"
FEWEST = 150


@dataclass(frozen=True)
class Case:
    """A person, what the answer must say of them, and how it was counted."""

    id: str
    question: str
    given: Mapping[str, str]
    answered: str
    derivation: str
    expect: Mapping[str, Json]
    absent: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    cites: Mapping[str, str] | None = None


def _cases() -> Iterator[Case]:
    for file in sorted(FOLDER.glob("*.yml")):
        for entry in cast(list[dict[str, object]], yaml.safe_load(file.read_text("utf-8"))):
            entry.setdefault("expect", {})
            for name in ("absent", "missing"):
                entry[name] = tuple(cast(list[str], entry.get(name) or ()))
            yield Case(**entry)  # type: ignore[arg-type]


CASES = list(_cases())


def disagreements(case: Case, told: Told) -> list[str]:
    """Everything in which the answer differs from the hand-worked case."""
    outcome = told["outcome"]
    found = [f"{fault['field']}: {fault['text']}" for fault in told["faults"]]
    if told["answered"] != case.answered:
        found.append(f"answered {told['answered']}, by hand {case.answered}")
    for key, value in case.expect.items():
        if outcome.get(key) != value:
            found.append(f"{key} {outcome.get(key)!r}, by hand {value!r}")
    found += [f"{key} {outcome[key]!r}, by hand absent" for key in case.absent if key in outcome]
    found += [f"{name} is not missing" for name in case.missing if name not in told["missing"]]
    for part, document in (case.cites or {}).items():
        cited = [s.get("document") for s in told["steps"] if f"{s['rule']}/{s['part']}" == part]
        if document not in cited:
            found.append(f"{part} cites {cited}, by hand {document}")
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_case_worked_by_hand(case: Case, door: Door) -> None:
    told = door.ask(case.question, case.given)
    assert disagreements(case, told) == [], case.derivation


def test_ids_are_unique_and_derivations_are_given() -> None:
    assert [one for one, count in Counter(case.id for case in CASES).items() if count > 1] == []
    assert [case.id for case in CASES if not case.derivation.strip()] == []


def test_there_are_enough_cases_of_every_question() -> None:
    count = Counter(case.question for case in CASES)
    assert sum(count.values()) >= FEWEST
    assert set(count) == {"lapse", "resident", "cost", "retirement"}

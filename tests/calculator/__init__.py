"""The calculator as people reach it: its door for Node, kept open, over the data that the site publishes.

The one rule: what is asserted came through the door; no test knows the inside of the engine.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypedDict, cast

from generator.node import find_node

ROOT = Path(__file__).parents[2]
DOOR = ROOT / "content/calculator/command.js"
Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


class Step(TypedDict, total=False):
    """Where one line of an answer comes from."""

    rule: str
    part: str
    record: str
    document: str
    text: str


class Fault(TypedDict):
    """What is wrong with an input."""

    field: str
    key: str
    text: str


class Line(TypedDict):
    """One line of the result for people."""

    key: str
    label: str
    text: str


class Told(TypedDict):
    """An answer, as `policybook calc --json` prints it."""

    question: str
    answered: str
    headline: dict[str, str]
    lines: list[Line]
    outcome: dict[str, Json]
    steps: list[Step]
    missing: list[str]
    could_ask: list[str]
    unknown: list[dict[str, Json]]
    warnings: list[dict[str, str]]
    questions: list[str]
    faults: list[Fault]


@dataclass
class Door:
    """The open door; `index` and the regions are files, read once each by the other side."""

    process: subprocess.Popen[str]
    api: Path
    regions: Mapping[str, Path] = field(default_factory=dict)

    def ask(self, question: str, given: Mapping[str, str]) -> Told:
        """The answer to a person; `given` holds the region's code beside the inputs."""
        raw = {name: value for name, value in given.items() if name != "region"}
        region = str(self.regions[given["region"]])
        return cast(Told, self.request(question=question, raw=raw, region=region))

    def request(self, **request: object) -> dict[str, Json]:
        """The reply to one request; an error of the program fails the test."""
        assert self.process.stdin and self.process.stdout
        line = json.dumps({"index": str(self.api / "index.json"), **request})
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()
        reply: dict[str, Json] = json.loads(self.process.stdout.readline())
        assert "error" not in reply, reply["error"]
        return reply


@contextmanager
def opened(api: Path, module: Path = DOOR) -> Iterator[Door]:
    """The door over the published data in `api`, as long as the test runs."""
    with subprocess.Popen(
        [find_node(), str(module)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        yield Door(process, api, _regions(api))
        assert process.stdin
        process.stdin.close()


def _regions(api: Path) -> Mapping[str, Path]:
    index = json.loads((api / "index.json").read_text(encoding="utf-8"))
    return {
        one["code"]: api / one["url"] for one in index["regions"] if "not_applicable" not in one
    }

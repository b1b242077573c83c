"""One record saved while the project is shown: how long until its page is there again, checks included (`make serve`)."""

from __future__ import annotations

import json
import statistics
import sys
import time
from pathlib import Path

from generator.serving import Session

_ROUNDS = 5


def edited(project: Path) -> dict[str, float | bool]:
    """The median of five edits of one record in the middle of the book. The record is put back at the end."""
    records = sorted((project / "policies" / "records").rglob("*.yml"))
    file = records[len(records) // 2]
    page = f"regions/{file.parent.relative_to(project / 'policies' / 'records').as_posix()}"
    before = file.read_text(encoding="utf-8")
    session = Session(project)
    start = time.perf_counter()
    shown = session.page(page)
    first = time.perf_counter() - start
    taken = []
    try:
        for number in range(_ROUNDS):
            file.write_text(_changed(before, number), encoding="utf-8")
            start = time.perf_counter()
            again = session.page(page)
            taken.append(time.perf_counter() - start)
            if again is None or again == shown or "pb-findings" in again:
                raise SystemExit(f"{file}: 改动没有出现在页面上")
            shown = again
    finally:
        file.write_text(before, encoding="utf-8")
    return {"edit_s": statistics.median(taken), "first_s": first}


def _changed(text: str, number: int) -> str:
    """The last record compared on another day."""
    head, key, _ = text.rstrip().rpartition("last_verified: ")
    return f"{head}{key}2026-10-{number + 1:02d}\n"


if __name__ == "__main__":
    sys.stdout.write(json.dumps(edited(Path(sys.argv[1]))) + "\n")

"""One command in a process of its own: how long it took, how much memory it held at its peak."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

# getrusage counts in kilobytes, on macOS in bytes.
_PEAK_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Run:
    """`seconds` on the wall, `busy` on the processor, `megabytes` at the peak (10⁶ bytes).

    The peak is that of the largest process: a build of ours has two for a while, which share most of what they hold.
    """

    seconds: float
    busy: float
    megabytes: float
    output: str


def run(command: Sequence[str], folder: Path, words: Mapping[str, str]) -> Run:
    """Run it to the end; RuntimeError with its own words where it fails.

    Linux hands a parent's peak on to its children, so whoever measures must be small itself.
    """
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, **words},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    assert process.stdout is not None
    with process.stdout:
        output = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)}:\n{output[-2000:]}")
    peak = used.ru_maxrss * _PEAK_UNIT / 1_000_000
    return Run(seconds, used.ru_utime + used.ru_stime, peak, output)


if __name__ == "__main__":
    told = run(sys.argv[1:], Path.cwd(), {})
    sys.stdout.write(
        f"{told.output[-400:]}\n{told.seconds:.1f} s, {told.busy:.1f} s CPU, {told.megabytes:.0f} MB\n"
    )

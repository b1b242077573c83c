"""The second process: what it writes is there when it has finished, and a failure of it is told."""

from __future__ import annotations

import os
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from generator.helper import Helper, HelperFailed

needs_two_cores = pytest.mark.skipif(
    not sys.platform.startswith("linux") or len(os.sched_getaffinity(0)) < 2,
    reason="there is no second process here",
)


def failing() -> None:
    raise ValueError("on purpose")


@needs_two_cores
def test_its_work_is_done_when_it_has_finished(tmp_path: Path) -> None:
    helper = Helper()
    assert helper.start(partial((tmp_path / "made").write_text, "text"))
    helper.finish()
    assert (tmp_path / "made").read_text() == "text"


@needs_two_cores
def test_a_failure_of_it_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    helper = Helper()
    helper.start(failing)
    with pytest.raises(HelperFailed):
        helper.finish()
    assert "on purpose" in capfd.readouterr().err


@needs_two_cores
def test_it_can_be_stopped() -> None:
    helper = Helper()
    helper.start(partial(time.sleep, 60))
    helper.stop()
    with pytest.raises(HelperFailed):
        helper.finish()


def test_one_that_never_started_has_nothing_to_finish() -> None:
    helper = Helper()
    helper.finish()
    helper.stop()

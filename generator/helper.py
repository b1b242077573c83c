"""A second process that writes the data files while this one writes the pages. The one rule: the files are the same without it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.process import BaseProcess


class HelperFailed(Exception):
    """The second process ended with an error, which it has told."""


class Helper:
    """Where a process can be forked and there is a second core for it; elsewhere it never starts."""

    _process: BaseProcess | None = None

    def start(self, work: Callable[[], object]) -> bool:
        """Begin; whether there is a second process now. It knows all that this one knows, and tells nothing back."""
        if not sys.platform.startswith("linux") or len(os.sched_getaffinity(0)) < 2:
            return False
        self._process = get_context("fork").Process(target=work)
        self._process.start()
        return True

    def finish(self) -> None:
        """Wait for its end; HelperFailed where it failed."""
        if self._process:
            self._process.join()
            if self._process.exitcode:
                raise HelperFailed(f"第二个进程没有完成（{self._process.exitcode}）")

    def stop(self) -> None:
        """End it if it still runs: nobody wants its work any more."""
        if self._process and self._process.is_alive():
            self._process.terminate()
            self._process.join()

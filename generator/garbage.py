"""Python's search for garbage in circles. A book holds none, and going through it again and again takes seconds."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """No search meanwhile: for making what stays."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


@contextmanager
def passed_over() -> Iterator[None]:
    """What is there already is passed over meanwhile: for making, beside it, what is soon let go."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()

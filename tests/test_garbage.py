"""The search for garbage rests while a book is made, and goes on as it was before."""

from __future__ import annotations

import gc

from generator.garbage import passed_over, uncollected


def test_the_search_goes_on_afterwards_if_it_did_before() -> None:
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_was_there_before_is_searched_again_afterwards() -> None:
    frozen = gc.get_freeze_count()
    with passed_over():
        assert gc.get_freeze_count() > frozen
    assert gc.get_freeze_count() == 0

"""From records to pages, whole: the small books make exactly the pages kept beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.golden import BOOKS, expected, produced


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.name)
def test_the_book_makes_the_pages_kept_beside_it(book: Path) -> None:
    made, kept = produced(book), expected(book)
    assert sorted(made) == sorted(kept)
    for name, text in made.items():
        assert text == kept[name], f"{name} changed: python -m tests.golden, then read the diff"


def test_there_is_a_book_to_compare() -> None:
    assert [book.name for book in BOOKS] == ["library"]

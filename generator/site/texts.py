"""Data files of a site by address. The one rule: a text is made when it is asked for, and not kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

Makers: TypeAlias = Mapping[str, Callable[[], str]]


class Texts(Mapping[str, str]):
    """Address → text. A site's data may weigh more than the book it is made from, and each file is written once."""

    def __init__(self, makers: Makers) -> None:
        self._makers = makers

    def __getitem__(self, address: str) -> str:
        return self._makers[address]()

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)

    def __or__(self, others: Texts) -> Texts:
        return Texts({**self._makers, **others._makers})

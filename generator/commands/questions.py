"""Choosing one of several known things by any of its names, from an option or by asking."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.model import Book, Region

T = TypeVar("T")


@dataclass(frozen=True)
class Choices(Generic[T]):
    """Known things, each under the one name it is written by; `called` tells all its names."""

    noun: str
    known: Mapping[str, T]
    called: Callable[[T], Iterable[str]]

    def find(self, word: str) -> T:
        """The thing of this name; ValueError where there is none, or more than one."""
        if word in self.known:
            return self.known[word]
        names = [(name, slug) for slug, one in self.known.items() for name in self.called(one)]
        found = list(dict.fromkeys(slug for name, slug in names if name == word))
        if len(found) == 1:
            return self.known[found[0]]
        if found:
            raise ValueError(f"{word} 不止一个，写 {'、'.join(found)} 之一")
        raise ValueError(f"没有“{word}”这个{self.noun}。{self._meant(word)}")

    def _meant(self, word: str) -> str:
        """Names near to a mistyped one; a name of one character is near to too many."""
        names = [name for one in self.known.values() for name in self.called(one) if len(name) > 1]
        near = difflib.get_close_matches(
            word, dict.fromkeys([*self.known, *names]), n=3, cutoff=0.5
        )
        return f"是不是想写 {'、'.join(near)}？" if near else ""


def region_choices(book: Book) -> Choices[Region]:
    """The regions, each by slug, code, name, short name, alias or the last word of its slug."""
    return Choices("地区", book.region_by_slug, _names)


def answered(given: str | None, question: str, read: Callable[[str], T]) -> T:
    """What an option says, else what is answered: asked again until it can be read.

    ValueError if the option cannot be read; EOFError if nobody answers.
    """
    if given is not None:
        return read(given)
    while True:
        try:
            return read(_ask(question))
        except ValueError as error:
            sys.stderr.write(f"  {error}\n")


def listed(names: Mapping[str, str] | Sequence[tuple[str, str]]) -> str:
    """Slugs with their labels, one a line."""
    pairs = names.items() if isinstance(names, Mapping) else names
    return "".join(f"    {slug}  {label}\n" for slug, label in pairs)


def _names(region: Region) -> tuple[str, ...]:
    last = region.slug.rpartition("/")[2]
    return (region.code, region.name, region.short, *region.aliases, last)


def _ask(question: str) -> str:
    """One line from the terminal; prompts go to standard error, so that standard output stays clean."""
    sys.stderr.write(question)
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.strip()

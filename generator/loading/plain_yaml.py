"""Strict YAML the short way: the data alone, no places. What has any fault is left to strict_yaml, which can tell it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import yaml

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"

MAX_DEPTH = 16
EMPTY = ("", "~", "null", "Null", "NULL")
LEADING_ZERO = re.compile(r"0\d+")
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Faulty(Exception):
    """Something strict_yaml has a word to say about."""


def plain(text: str) -> Plain | None:
    """The data of a text without fault; None where there is any."""
    parser = LOADER(text)
    reader, take = _Reader(), parser.get_event
    try:
        while not reader.ended:
            event = take()
            _DOES[type(event)](reader, event)
    except (yaml.MarkedYAMLError, _Faulty):
        return None
    finally:
        parser.dispose()
    return reader.root[0] if reader.root else None


class _Reader:
    """The container under way, those around it, and the key that waits for its value."""

    def __init__(self) -> None:
        self.root: list[Plain] = []
        self.ended = False
        self._here: list[Plain] | dict[str, Plain] = self.root
        self._around: list[list[Plain] | dict[str, Plain]] = []
        self._key: str | None = None
        self._documents = 0

    def scalar(self, event: yaml.ScalarEvent) -> None:
        if event.anchor or event.tag:
            raise _Faulty
        here, value = self._here, event.value
        if self._key is None and isinstance(here, dict):
            if value in here:
                raise _Faulty
            self._key = value
        elif not value or (not event.style and _odd(value)):
            raise _Faulty
        else:
            self._put(value)

    def mapping(self, event: yaml.MappingStartEvent) -> None:
        self._open(event, {})

    def sequence(self, event: yaml.SequenceStartEvent) -> None:
        self._open(event, [])

    def _open(self, event: yaml.CollectionStartEvent, new: list[Plain] | dict[str, Plain]) -> None:
        keyless = self._key is None and isinstance(self._here, dict)
        if event.anchor or event.tag or keyless or len(self._around) >= MAX_DEPTH:
            raise _Faulty
        self._put(new)
        self._around.append(self._here)
        self._here = new

    def _put(self, value: Plain) -> None:
        if isinstance(self._here, list):
            self._here.append(value)
        elif self._key is not None:
            self._here[self._key] = value
            self._key = None

    def close(self, event: yaml.CollectionEndEvent) -> None:
        self._here = self._around.pop()

    def document(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            raise _Faulty

    def end(self, event: yaml.StreamEndEvent) -> None:
        self.ended = True

    def skip(self, event: yaml.Event) -> None:
        pass

    def refuse(self, event: yaml.AliasEvent) -> None:
        raise _Faulty


# A table of the class's own: bound methods kept in the reader would hold it in a circle, and a file's data with it.
_DOES: Mapping[type, Callable[[_Reader, Any], None]] = {
    yaml.ScalarEvent: _Reader.scalar,
    yaml.MappingStartEvent: _Reader.mapping,
    yaml.SequenceStartEvent: _Reader.sequence,
    yaml.MappingEndEvent: _Reader.close,
    yaml.SequenceEndEvent: _Reader.close,
    yaml.AliasEvent: _Reader.refuse,
    yaml.DocumentStartEvent: _Reader.document,
    yaml.DocumentEndEvent: _Reader.skip,
    yaml.StreamStartEvent: _Reader.skip,
    yaml.StreamEndEvent: _Reader.end,
}


def _odd(value: str) -> bool:
    """Whether a value without quotes reads as empty or as a number with a leading zero."""
    return value in EMPTY or (value[0] == "0" and LEADING_ZERO.fullmatch(value) is not None)

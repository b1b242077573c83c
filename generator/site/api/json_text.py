"""Entries as JSON text. The one rule: None is a key that is left out, and two builds are alike byte for byte."""

from __future__ import annotations

import json
from collections.abc import Iterable


def json_text(entry: object) -> str:
    """An entry as JSON: no spaces, its keys in order."""
    return _ENCODER.encode(entry)


def member(key: str, text: str) -> str:
    """A key with a value that is JSON already."""
    return f"{_ENCODER.encode(key)}:{text}"


def object_text(members: Iterable[str]) -> str:
    """An object of members, its keys in order."""
    return f"{{{','.join(sorted(members))}}}"


def list_text(items: Iterable[str]) -> str:
    """A list of items that are JSON already."""
    return f"[{','.join(items)}]"


def _told(entry: object) -> dict[str, object]:
    """The keys of a shape that are there; TypeError where it is none."""
    return {key: value for key, value in vars(entry).items() if value is not None}


_ENCODER = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":"), sort_keys=True, default=_told, check_circular=False
)

"""What was read before: a file that did not change is not read again. The one rule: memory never changes what is told."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TypeAlias, TypeVar, cast

from pydantic import BaseModel

from generator.findings import Finding
from generator.loading.faults import shaped
from generator.loading.shapes import record_file
from generator.loading.strict_yaml import read
from generator.model import Rule, SharedFields

Shaped = TypeVar("Shaped", bound=BaseModel)
Made = TypeVar("Made")
# Size and times alone can be set back (cp -p); the time of the inode's own change cannot.
Mark: TypeAlias = tuple[int, int, int, int]


@dataclass(frozen=True)
class _Read:
    mark: Mark | None
    shape: type[BaseModel]
    value: BaseModel | None
    faults: tuple[Finding, ...]


class Memory:
    """Shapes, files and records of one folder. An unchanged file gives the very same objects again."""

    def __init__(self) -> None:
        self._files: dict[PurePosixPath, _Read] = {}
        self._shapes: dict[str, tuple[Rule, SharedFields, type[BaseModel]]] = {}
        self._made: dict[PurePosixPath, tuple[object, object]] = {}
        self._paths: dict[str, PurePosixPath] = {}

    def shaped(
        self, folder: Path, path: PurePosixPath, shape: type[Shaped]
    ) -> tuple[Shaped | None, tuple[Finding, ...]]:
        """The file as its shape, and what does not fit; read only if it or its shape changed."""
        mark, known = _mark(f"{folder}/{path}"), self._files.get(path)
        if known is None or mark is None or known.mark != mark or known.shape is not shape:
            value, faults = shaped(read(folder / path, path), shape, path)
            same = known is not None and known.shape is shape and known.value == value
            kept = known.value if known and same else value
            known = self._files[path] = _Read(mark, shape, kept, tuple(faults))
        assert known.value is None or isinstance(known.value, shape)
        return known.value, known.faults

    def record_shape(self, rule: Rule, shared: SharedFields) -> type[BaseModel]:
        """The shape of a rule's record files; the same one while its declarations are the same objects."""
        known = self._shapes.get(rule.rule)
        if known is None or known[0] is not rule or known[1] is not shared:
            known = self._shapes[rule.rule] = (rule, shared, record_file(rule, shared))
        return known[2]

    def made(self, path: PurePosixPath, file: object, make: Callable[[], Made]) -> Made:
        """What is made of a shaped file, made again only if that is another object."""
        known = self._made.get(path)
        if known is None or known[0] is not file:
            known = self._made[path] = (file, make())
        return cast(Made, known[1])

    def path(self, name: str) -> PurePosixPath:
        """The path of this name: the same object each time, since a path keeps what is asked of it."""
        if name not in self._paths:
            self._paths[name] = PurePosixPath(name)
        return self._paths[name]


def _mark(file: str) -> Mark | None:
    try:
        told = os.lstat(file)
    except OSError:
        return None
    return told.st_mtime_ns, told.st_ctime_ns, told.st_size, told.st_ino

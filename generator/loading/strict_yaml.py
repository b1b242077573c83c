"""Strict YAML: every scalar is a string, every fault has a place, nothing is guessed.

libyaml's events are read one by one into plain dicts, lists and strings; there is no recursion, so neither deep
nesting nor aliases can hurt. PyYAML's own typing is never used (it reads 000000 as 0 and lets duplicate keys win).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TypeAlias

import yaml

from generator.findings import Finding, Loc
from generator.loading.plain_yaml import EMPTY, LEADING_ZERO, LOADER, MAX_DEPTH, Plain, plain

_PROBLEMS = {
    "mapping values are not allowed in this context": "这里多了一个冒号；值里有冒号就给值加引号",
    "did not find expected ',' or ']'": "方括号没有配对",
    "did not find expected ',' or '}'": "花括号没有配对",
    "did not find expected key": "缩进不对，这里应是一个键",
    "did not find expected '-' indicator": "缩进不对，这里应是一项（- 开头）",
    "could not find expected ':'": "键后面缺冒号",
    "found character that cannot start any token": "值不能以这个字符开头；给值加引号",
    "found unexpected end of stream": "引号没有配对",
    "block sequence entries are not allowed in this context": "这里不能写列表项（- 开头）",
}

Place: TypeAlias = tuple[int, int]

MAX_BYTES = 1_048_576
# Control characters, and the invisible ones that make a line read otherwise than it is.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]"
)
_WIDE = re.compile(r"(?<=[a-z_])：|，(?=\s*[a-z_]+\s*[:：])|[｛｝［］]")
_TIGHT = re.compile(r"\s*(?:- )?[a-z_]+:(?=[^\s:])")


@dataclass(frozen=True)
class Parsed:
    """A file's content; `data` is None when it could not be read. Places are looked up when a fault asks for them."""

    data: Plain | None
    faults: tuple[Finding, ...]
    text: str = ""

    @property
    def places(self) -> dict[Loc, Place]:
        """(line, column) of the value at each key path."""
        return self._placed[0]

    @property
    def keys(self) -> dict[Loc, Place]:
        """(line, column) of the key at each key path."""
        return self._placed[1]

    @cached_property
    def _placed(self) -> tuple[dict[Loc, Place], dict[Loc, Place]]:
        builder = _Builder(PurePosixPath())
        if self.data is not None:
            builder.build(_events(self.text))
        return builder.places, builder.keys


class _Fault(Exception):
    def __init__(self, code: str, message: str, expected: str, place: Place = (1, 1)) -> None:
        super().__init__(message)
        self.finding = (code, message, expected, place)


def read(file: Path, name: PurePosixPath) -> Parsed:
    """Read one file strictly; faults come back as findings that name `name`."""
    return _parsed(lambda: _text(file), name)


def read_text(text: str, name: PurePosixPath) -> Parsed:
    """The same for a text that is already in hand."""
    return _parsed(lambda: text, name)


def _parsed(text: Callable[[], str], name: PurePosixPath) -> Parsed:
    builder = _Builder(name)
    try:
        given = text()
        if (plainly := plain(given)) is not None:
            return Parsed(plainly, (), given)
        data = builder.build(_events(given))
    except _Fault as fault:
        code, message, expected, place = fault.finding
        told = Finding(code, name, message, expected, "", (), *place)
        return Parsed(None, (*builder.faults, told))
    return Parsed(data, tuple(builder.faults), given)


def _text(file: Path) -> str:
    raw = _bytes(file)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        place = _place_of(before, len(before))
        raise _Fault("Y002", "不是 UTF-8 编码的文本", "把文件另存为 UTF-8", place) from None
    if text.startswith("\ufeff"):
        raise _Fault("Y002", "文件开头有 BOM", "另存为不带 BOM 的 UTF-8")
    tab = text.find("\t")
    if tab >= 0:
        raise _Fault("Y003", "有制表符（Tab）", "缩进和间隔都用空格", _place_of(text, tab))
    if unseen := _UNSEEN.search(text):
        message = f"有看不见的字符 U+{ord(unseen[0]):04X}"
        raise _Fault("Y001", message, "删去它", _place_of(text, unseen.start()))
    return text


def _bytes(file: Path) -> bytes:
    if file.is_symlink():
        raise _Fault("Y011", "这是符号链接，不会被读取", "放真正的文件")
    if not file.is_file():
        raise _Fault("Y011", "这不是文件", "扩展名 .yml 只给文件用")
    try:
        size = file.stat().st_size
        if size > MAX_BYTES:
            expected = f"不超过 {MAX_BYTES} 字节；请拆成几个文件"
            raise _Fault("Y006", f"文件有 {size} 字节，太大了", expected)
        return file.read_bytes()
    except OSError as error:
        raise _Fault("Y011", f"文件读不了：{error.strerror}", "检查文件的权限") from None


def _place_of(text: str, index: int) -> Place:
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def _events(text: str) -> Iterator[yaml.Event]:
    try:
        yield from yaml.parse(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        problem = str(error.problem or error.context)
        if typed := _mistyped(text, place[0]):
            raise _Fault("Y001", *typed) from None
        message = f"YAML 写法有误：{_PROBLEMS.get(problem, problem)}"
        raise _Fault("Y001", message, "检查这一行和上一行的缩进、冒号和引号", place) from None


def _mistyped(text: str, last: int) -> tuple[str, str, Place] | None:
    """What a Chinese keyboard leaves behind, in the line the parser stopped at or the one before."""
    lines = text.split("\n")[:last]
    for number in range(last, max(last - 2, 0), -1):
        line = lines[number - 1]
        if found := _WIDE.search(line):
            message = f"YAML 写法有误：“{found[0]}”是全角的"
            return message, "换成半角；冒号、逗号后面空一格", (number, found.start() + 1)
        if found := _TIGHT.match(line):
            return "YAML 写法有误：冒号后面没有空格", "冒号后面空一格", (number, found.end())
    return None


def _start(event: yaml.Event) -> Place:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _refuse_references(event: yaml.NodeEvent, place: Place) -> None:
    if isinstance(event, yaml.AliasEvent) or event.anchor:
        raise _Fault("Y004", "用了锚点（&）或别名（*）", "把内容写出来，不要引用", place)
    tag = getattr(event, "tag", None)
    if tag:
        raise _Fault("Y004", f"用了标签 {tag}", "去掉以 ! 开头的标签", place)


class _Builder:
    """Plain data from a stream of events; one open container per level on a stack of its own."""

    def __init__(self, name: PurePosixPath) -> None:
        self.name = name
        self.faults: list[Finding] = []
        self.places: dict[Loc, Place] = {}
        self.keys: dict[Loc, Place] = {}
        self.root: Plain | None = None
        self.stack: list[tuple[dict[str, Plain] | list[Plain], Loc]] = []
        self.key: list[str | None] = []
        self.documents = 0

    def build(self, events: Iterator[yaml.Event]) -> Plain:
        for event in events:
            self._take(event)
        if self.root is None:
            raise _Fault("Y005", "文件是空的", "至少写一个键")
        return self.root

    def _take(self, event: yaml.Event) -> None:
        place = _start(event)
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise _Fault("Y001", "一个文件里有不止一份 YAML", "去掉 --- 之后的部分", place)
        if isinstance(event, yaml.NodeEvent):
            _refuse_references(event, place)
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event, place)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open(event, place)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.stack.pop()
            self.key.pop()

    def _open(self, event: yaml.Event, place: Place) -> None:
        if len(self.stack) >= MAX_DEPTH:
            raise _Fault("Y007", f"嵌套超过 {MAX_DEPTH} 层", "记录最多几层，检查括号和缩进", place)
        new: dict[str, Plain] | list[Plain]
        new = {} if isinstance(event, yaml.MappingStartEvent) else []
        if self.stack and isinstance(self.stack[-1][0], dict) and self.key[-1] is None:
            raise _Fault("Y001", "键不是一个词", "键只写一个词，例如 part:", place)
        loc = self._put(new, place)
        self.stack.append((new, loc))
        self.key.append(None)

    def _scalar(self, event: yaml.ScalarEvent, place: Place) -> None:
        if self.stack and isinstance(self.stack[-1][0], dict) and self.key[-1] is None:
            self._name_key(event.value, place)
            return
        loc = self._put(event.value, place)
        plain = not event.style  # None from the Python parser, "" from libyaml
        if not event.value or (plain and event.value in EMPTY):
            expected = "不适用就删去这个键；文件没写就写 unstated"
            self._fault("Y008", "空值", expected, loc, place)
        elif plain and LEADING_ZERO.fullmatch(event.value):
            expected = f'写作 "{event.value}"，加引号：别的工具会把它读成数字'
            self._fault("Y009", f"以 0 开头的数字 {event.value} 没有引号", expected, loc, place)

    def _name_key(self, key: str, place: Place) -> None:
        container, loc = self.stack[-1]
        assert isinstance(container, dict)
        if key in container:
            expected = "每个键只写一次，删去其中一个"
            self._fault("Y010", f"键 {key} 重复", expected, (*loc, key), place)
        self.keys[(*loc, key)] = place
        self.key[-1] = key

    def _put(self, value: Plain, place: Place) -> Loc:
        if not self.stack:
            self.root = value
            self.places[()] = place
            return ()
        container, loc = self.stack[-1]
        if isinstance(container, list):
            container.append(value)
            loc = (*loc, len(container) - 1)
        else:
            key = self.key[-1]
            assert key is not None
            container[key] = value
            self.key[-1] = None
            loc = (*loc, key)
        self.places[loc] = place
        return loc

    def _fault(self, code: str, message: str, expected: str, loc: Loc, place: Place) -> None:
        self.faults.append(Finding(code, self.name, message, expected, "", loc, *place))

"""A file's text in its fixed layout: keys in order, two spaces a level. The one rule: what it says stays as it is.

Works on lines, not on values: comments, quotes and flow style are never written anew, only moved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from pathlib import PurePosixPath

import yaml

from generator.findings import Loc
from generator.loading.plain_yaml import LOADER
from generator.loading.strict_yaml import read_text

_STEP = 2


class _Unusual(Exception):
    """A way of writing that this layout does not know."""


def laid_out(text: str, order: Callable[[Loc], Sequence[str]]) -> str | None:
    """The text in its layout; None where it is written in a way that cannot be laid out safely.

    `text` has no fault; `order` gives the keys of the mapping at a place, in order.
    """
    lines = [line.rstrip() for line in text.splitlines()]
    root = yaml.compose(text, Loader=LOADER)
    try:
        if root is None or not _is_block(root):
            raise _Unusual
        new = "\n".join(_Layout(lines, order).root(root)) + "\n"
    except _Unusual:
        return None
    name = PurePosixPath("layout")
    return new if read_text(new, name).data == read_text(text, name).data else None


class _Layout:
    """Lines of one file, taken apart by its nodes; `until` is always the line after the last one that belongs."""

    def __init__(self, lines: Sequence[str], order: Callable[[Loc], Sequence[str]]) -> None:
        self._lines, self._order = lines, order

    def root(self, node: yaml.Node) -> list[str]:
        """All lines; what stands above the first key is about the file and stays there."""
        first = node.start_mark.line
        above = _tidied(self._lines[:first], 0)
        body = self._block(node, len(self._lines), 0, ())
        return _without_holes([*above, *body])

    def _block(self, node: yaml.Node, until: int, indent: int, loc: Loc) -> list[str]:
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, until, indent, loc)
        assert isinstance(node, yaml.SequenceNode)
        return self._sequence(node, until, indent, loc)

    def _mapping(self, node: yaml.MappingNode, until: int, indent: int, loc: Loc) -> list[str]:
        cuts, tail = self._cuts(node.value, node.start_mark.column, until)
        entries: dict[str, list[str]] = {}
        for (key, value), (lead, end) in zip(node.value, cuts, strict=True):
            head = f"{self._source(key)}:"
            above = _tidied(self._lines[lead : key.start_mark.line], indent)
            body = self._entry(key, value, (head, indent), end, (*loc, key.value))
            entries[key.value] = [*above, *body]
        ordered = _sorted(entries, self._order(loc))
        return [*(line for key in ordered for line in entries[key]), *_tidied(tail, indent)]

    def _sequence(self, node: yaml.SequenceNode, until: int, indent: int, loc: Loc) -> list[str]:
        column = node.start_mark.column
        for item in node.value:
            if not self._lines[item.start_mark.line][column:].startswith("- "):
                raise _Unusual
        cuts, tail = self._cuts([(item, item) for item in node.value], column, until)
        out: list[str] = []
        for number, (item, (lead, end)) in enumerate(zip(node.value, cuts, strict=True)):
            out += _tidied(self._lines[lead : item.start_mark.line], indent)
            if not _is_block(item):
                out += self._entry(item, item, ("-", indent), end, (*loc, number))
                continue
            if isinstance(item, yaml.SequenceNode):
                raise _Unusual
            out += _dashed(self._block(item, end, indent + _STEP, (*loc, number)), indent)
        return [*out, *_tidied(tail, indent)]

    def _entry(
        self, start: yaml.Node, value: yaml.Node, head: tuple[str, int], end: int, loc: Loc
    ) -> list[str]:
        """A key and its value, or a dash and its item; `head` is what is written before, and how far in."""
        name, indent = head
        margin = " " * indent
        line = start.start_mark.line
        if _is_block(value):
            said = self._lines[line][start.end_mark.column :].lstrip(" ").removeprefix(":")
            if said.strip() and not said.lstrip().startswith("#"):
                raise _Unusual
            first = value.start_mark.line
            between = _tidied(self._lines[line + 1 : first], indent + _STEP)
            body = self._block(value, end, indent + _STEP, loc)
            return [f"{margin}{name}{said}", *between, *body]
        if isinstance(value, yaml.ScalarNode) and value.start_mark.line != value.end_mark.line:
            raise _Unusual
        if self._hides_comment(start, value):
            raise _Unusual
        below = _tidied(self._lines[_last(value) + 1 : end], indent + _STEP)
        after = self._lines[value.end_mark.line][value.end_mark.column :].rstrip()
        return [f"{margin}{name} {self._flow(value, loc)}{after}", *below]

    def _hides_comment(self, start: yaml.Node, value: yaml.Node) -> bool:
        """Whether a value over several lines has something between them that would be lost on one line."""
        first, last = start.start_mark.line, value.end_mark.line
        return last > first and any("#" in line for line in self._lines[first : last + 1])

    def _flow(self, node: yaml.Node, loc: Loc) -> str:
        """A scalar as it is written, or a flow collection with its keys in order."""
        if isinstance(node, yaml.MappingNode):
            inner = {
                key.value: f"{self._source(key)}: {self._flow(value, (*loc, key.value))}"
                for key, value in node.value
            }
            return f"{{{', '.join(inner[key] for key in _sorted(inner, self._order(loc)))}}}"
        if isinstance(node, yaml.SequenceNode):
            items = [self._flow(item, (*loc, number)) for number, item in enumerate(node.value)]
            return f"[{', '.join(items)}]"
        return self._source(node)

    def _source(self, node: yaml.Node) -> str:
        if node.start_mark.line != node.end_mark.line:
            raise _Unusual
        line = self._lines[node.start_mark.line]
        return line[node.start_mark.column : node.end_mark.column]

    def _cuts(
        self, entries: Sequence[tuple[yaml.Node, yaml.Node]], column: int, until: int
    ) -> tuple[list[tuple[int, int]], Sequence[str]]:
        """For each entry (where it starts, what it holds): the first line above it that is about it, and the line
        after its last; then the lines that are left. Comments further in than `column` belong to what is above them."""
        leads = [entries[0][0].start_mark.line]
        for (_, before), (start, _) in pairwise(entries):
            leads.append(self._lead(_last(before) + 1, start.start_mark.line, column))
        end = self._lead(_last(entries[-1][1]) + 1, until, column)
        return list(zip(leads, [*leads[1:], end], strict=True)), self._lines[end:until]

    def _lead(self, first: int, until: int, column: int) -> int:
        inside = [n for n in range(first, until) if _indent(self._lines[n]) > column]
        return inside[-1] + 1 if inside else first


def _is_block(node: yaml.Node) -> bool:
    return isinstance(node, yaml.CollectionNode) and not node.flow_style


def _last(node: yaml.Node) -> int:
    """The last line with content of a node; a block collection's own mark lies beyond its comments."""
    while _is_block(node):
        assert isinstance(node, yaml.CollectionNode)
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    return node.end_mark.line


def _sorted(keys: Iterable[str], order: Sequence[str]) -> list[str]:
    """Known keys in order, then the others as they stood."""
    known = {key: number for number, key in enumerate(order)}
    return sorted(keys, key=lambda key: known.get(key, len(known)))


def _dashed(lines: list[str], indent: int) -> list[str]:
    """The lines of an item with its dash before the first key; comments above that key stand above the dash."""
    first = next(n for n, line in enumerate(lines) if line and not line.lstrip().startswith("#"))
    dash = f"{' ' * indent}- {lines[first][indent + _STEP :]}"
    return [*_tidied(lines[:first], indent), dash, *lines[first + 1 :]]


def _tidied(lines: Sequence[str], indent: int) -> list[str]:
    """Comments at their level, between them blank lines."""
    texts = [line.strip() for line in lines]
    return [f"{' ' * indent}{text}" if text else "" for text in texts]


def _without_holes(lines: list[str]) -> list[str]:
    """No blank line at the ends, and never two together."""
    filled = [number for number, line in enumerate(lines) if line]
    kept = lines[filled[0] : filled[-1] + 1]
    return [line for number, line in enumerate(kept) if line or kept[number - 1]]


def _indent(line: str) -> int:
    """How far in a line begins; a blank one begins nowhere."""
    return len(line) - len(line.lstrip(" ")) if line else -1

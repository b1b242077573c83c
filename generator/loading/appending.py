"""One more item at the end of a list in a file. The one rule: not a character of what stands there changes."""

from __future__ import annotations

from collections.abc import Sequence

import yaml

from generator.loading.plain_yaml import LOADER


def appended(text: str, key: str, item: Sequence[str]) -> str | None:
    """The text with `item` (lines, without indent, its first one begins with a dash) after the last one of `key`.

    None where the file has no such list in block style.
    """
    root = yaml.compose(text, Loader=LOADER)
    values = root.value if isinstance(root, yaml.MappingNode) else []
    found = [value for name, value in values if name.value == key]
    if not found or not isinstance(found[0], yaml.SequenceNode) or found[0].flow_style:
        return None
    lines = text.splitlines(keepends=True)
    at, column = _end(found[0]), found[0].start_mark.column
    while at < len(lines) and _belongs(lines[at], column):
        at += 1
    new = [f"{' ' * column}{line}\n" for line in item]
    before = "".join(lines[:at])
    return (
        f"{before}{'' if before.endswith(chr(10)) else chr(10)}{''.join(new)}{''.join(lines[at:])}"
    )


def _end(node: yaml.Node) -> int:
    """The number of the line after the last one with content of a node."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    mark = node.end_mark
    return mark.line + (1 if mark.column else 0)


def _belongs(line: str, column: int) -> bool:
    """Whether a line below an item is a comment inside it."""
    text = line.lstrip(" ")
    return text.startswith("#") and len(line) - len(text) > column

"""Which keys may stand where in a file, read from the JSON Schema of its shape: for meant keys and misplaced ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from generator.findings import Loc

Node = Mapping[str, Any]
_CLAIMS = ("conflicts", "disputed", "limits")


def keys_at(shape: type[BaseModel], loc: Loc) -> frozenset[str]:
    """The keys that may stand beside the last step of `loc` (as pydantic tells it, union tags included)."""
    nodes = _at(_schema(shape), loc[:-1])
    return frozenset(key for node in nodes for key in node.get("properties", {}))


def all_keys(shape: type[BaseModel]) -> frozenset[str]:
    """Every key a file of this shape may hold, at any depth."""
    return frozenset(key for key, _ in _everywhere(_schema(shape), _schema(shape), "", set()))


def part_at(shape: type[BaseModel], loc: Loc) -> str:
    """The part of the rule that `loc` lies in; empty outside record files."""
    parts = {_part(node) for node in _at(_schema(shape), ("records", 0))} - {""}
    tagged = next((str(step) for step in loc[2:3] if step in parts), "")
    return tagged or (next(iter(parts)) if len(parts) == 1 else "")


def homes(shape: type[BaseModel], key: str) -> dict[str, str]:
    """Where a key may stand: part (empty outside record files) → the key it stands under."""
    root = _schema(shape)
    records = [node for node in _at(root, ("records", 0)) if _part(node)]
    found: dict[str, str] = {}
    for node in records or [root]:
        places = [under for name, under in _everywhere(node, root, "", set()) if name == key]
        if places:
            found[_part(node)] = places[0]
    return found


@lru_cache(maxsize=64)
def _schema(shape: type[BaseModel]) -> Node:
    return shape.model_json_schema()


def _at(root: Node, loc: Loc) -> list[Node]:
    nodes = list(_flat(root, root))
    for step in loc:
        nodes = [below for node in nodes for below in _below(node, step, root)]
    return nodes


def _below(node: Node, step: str | int, root: Node) -> Iterator[Node]:
    if isinstance(step, int):
        yield from _flat(node.get("items"), root)
    elif step in node.get("properties", {}):
        yield from _flat(node["properties"][step], root)
    elif _part(node) == step:
        yield node
    else:
        yield from _flat(node.get("additionalProperties"), root)


def _flat(node: object, root: Node) -> Iterator[Node]:
    """The node with references followed and alternatives spread out."""
    if not isinstance(node, Mapping):
        return
    if "$ref" in node:
        yield from _flat(root["$defs"][node["$ref"].rpartition("/")[2]], root)
        return
    yield node
    for kind in ("anyOf", "oneOf"):
        for one in node.get(kind, ()):
            yield from _flat(one, root)


def _part(node: Node) -> str:
    return str(node.get("properties", {}).get("part", {}).get("const", ""))


def _everywhere(node: object, root: Node, under: str, seen: set[int]) -> Iterator[tuple[str, str]]:
    """Each key with the key it stands under; what other sources claim comes last."""
    for flat in _flat(node, root):
        if id(flat) in seen:
            continue
        seen.add(id(flat))
        properties = flat.get("properties", {})
        yield from ((key, under) for key in properties)
        for key in sorted(properties, key=lambda key: key in _CLAIMS):
            yield from _everywhere(properties[key], root, key, seen)
        for inner in ("items", "additionalProperties"):
            yield from _everywhere(flat.get(inner), root, under, seen)

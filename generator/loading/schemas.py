"""JSON Schema for editors, one per file kind, from the very shapes the loader validates with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from generator.loading.book import load_book
from generator.loading.shapes import DocumentsFile, ExceptionsFile, RegionsFile, record_file
from generator.model import Rule, Settings, SharedFields

_SCALARS = ["string", "number", "boolean"]
_NO_DEFAULT = ("default", None)
_KINDS: dict[str, type[BaseModel]] = {
    "book": Settings,
    "fields": SharedFields,
    "rule": Rule,
    "regions": RegionsFile,
    "documents": DocumentsFile,
    "exceptions": ExceptionsFile,
}


def schemas(folder: Path) -> dict[str, str]:
    """File name → text of every schema of the book in `folder`; ValueError where its declarations are broken."""
    book, _ = load_book(folder)
    if book is None:
        raise ValueError("先让 policybook check 通过，再生成 schema")
    shapes = dict(_KINDS)
    shapes |= {f"record-{rule.rule}": record_file(rule, book.shared) for rule in book.rules}
    return {f"{name}.schema.json": _text(shape) for name, shape in shapes.items()}


def _text(shape: type[BaseModel]) -> str:
    whole = _undescribed(shape.model_json_schema())
    inner = {name: _undescribed(part) for name, part in whole.get("$defs", {}).items()}
    schema = {"$schema": "http://json-schema.org/draft-07/schema#", **whole}
    if inner:
        schema["$defs"] = inner
    return json.dumps(_as_written(schema), ensure_ascii=False, indent=1) + "\n"


def _undescribed(schema: dict[str, Any]) -> dict[str, Any]:
    """Without the description written for developers; contributors see the Chinese ones of the fields."""
    return {key: value for key, value in schema.items() if key != "description"}


def _as_written(node: Any) -> Any:
    """No null: a key that may be left out may still not be empty, so editors point at the real fault."""
    if isinstance(node, list):
        return [_as_written(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {key: _as_written(value) for key, value in node.items() if (key, value) != _NO_DEFAULT}
    real = [one for one in kept.get("anyOf", ()) if one != {"type": "null"}]
    if len(real) == 1:
        kept = {**{key: value for key, value in kept.items() if key != "anyOf"}, **real[0]}
    return {**kept, "type": _SCALARS} if _free(kept) else kept


def _free(node: dict[str, Any]) -> bool:
    """Any text: also what an editor takes for a number or a truth, since the loader reads both as text."""
    return node.get("type") == "string" and not node.keys() & {"pattern", "enum", "const"}

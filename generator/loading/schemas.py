"""JSON Schema for editors, one per file kind, from the very shapes the loader validates with."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import BaseModel

from generator.loading.book import load_book
from generator.loading.shapes import DocumentsFile, ExceptionsFile, RegionsFile, record_file
from generator.model import Rule, Settings, SharedFields

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
    schema = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        **_lenient(shape.model_json_schema()),
    }
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _lenient(schema: dict[str, object]) -> dict[str, object]:
    """Descriptions written for developers are left out; contributors see the Chinese ones of the fields."""
    return {key: value for key, value in schema.items() if key != "description"}

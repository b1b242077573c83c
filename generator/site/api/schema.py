"""JSON Schemas of the published files: the envelope from the shapes that fill it, the values from the book's fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from generator.model import Book, Field, Part, Rule
from generator.site.api.index_shapes import IndexFile
from generator.site.api.region_shapes import RegionFile
from generator.site.encoding import CHOICES, ENCODINGS, SPAN, Json, Schema, exactly
from generator.values import SPANNED, WORDS

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_WHOLE = tuple(word for word in WORDS if word != "none")


def index_schema() -> Schema:
    """What index.json keeps to."""
    return _envelope(IndexFile)


def region_schema(book: Book) -> Schema:
    """What every region's file keeps to; a record's values keep to the declarations of its rule and part."""
    schema: Any = _envelope(RegionFile)
    parts = [(rule, part) for rule in book.rules for part in rule.parts]
    for rule, part in parts:
        schema["$defs"] |= _definitions(rule, part, book)
    schema["$defs"]["RecordEntry"]["allOf"] = [
        {
            "if": {"properties": {"rule": {"const": rule.rule}, "part": {"const": part.part}}},
            "then": {"properties": _body(rule, part)},
        }
        for rule, part in parts
    ]
    return schema  # type: ignore[no-any-return]


def condition_schema(field: Field) -> Schema:
    """What stands for a condition: ranges of whole numbers, lists of choices."""
    if field.type == "choice":
        return _choices(field)
    return (SPAN if field.type in SPANNED else ENCODINGS[field.type]).schema


def outcome_schema(field: Field, *, ranged: bool = False) -> Schema:
    """What stands for an outcome, or (`ranged`) for a key of a table: its value or a word."""
    return {"anyOf": [_word("unstated", "none"), _value(field, ranged)]}


def _body(rule: Rule, part: Part) -> Schema:
    when, then = _ref(rule, part, "when"), _ref(rule, part, "then")
    keyed = part.form == "rows"
    claims = _items(when=when, says=_ref(rule, part, "says") if keyed else then)
    answer: Json = {"anyOf": [_word(*_WHOLE), then]}
    limits: list[Json] = [
        {"properties": {"field": {"const": name}, "value": _ref(rule, part, "then", name)}}
        for name in part.fields
    ]
    return {
        "rows": _items(when=_ref(rule, part, "keys") if keyed else when, then=answer),
        "otherwise": answer,
        "limits": {"items": {"properties": {"when": when}, "anyOf": limits}},
        "disputed": claims,
        "conflicts": claims,
    }


def _definitions(rule: Rule, part: Part, book: Book) -> Schema:
    """Of one part: its conditions, its outcomes, and in a keyed table its keys and all a claim may say."""

    def fields(names: tuple[str, ...]) -> Mapping[str, Field]:
        return {name: book.find_field(rule.rule, name) for name in names}

    when = {name: condition_schema(field) for name, field in fields(part.conditions).items()}
    keys = {name: outcome_schema(field, ranged=True) for name, field in fields(part.keys).items()}
    then = {name: outcome_schema(field) for name, field in fields(part.fields).items()}
    of = {"when": when, "then": then}
    if part.form == "rows":
        of |= {"keys": keys, "says": {**keys, **then}}
    return {f"{_name(rule, part)}.{role}": _some(properties) for role, properties in of.items()}


def _ref(rule: Rule, part: Part, role: str, field: str = "") -> Schema:
    return {"$ref": f"#/$defs/{_name(rule, part)}.{role}{field and f'/properties/{field}'}"}


def _name(rule: Rule, part: Part) -> str:
    return f"{rule.rule}.{part.part}"


def _word(*words: str) -> Schema:
    return exactly(word={"enum": [word for word in WORDS if word in words]})


def _value(field: Field, ranged: bool) -> Schema:
    if field.type == "choice":
        return {"enum": list(field.choices)}
    if field.type == "choices":
        return _choices(field)
    spanned = (ranged or field.range) and field.type in SPANNED
    return (SPAN if spanned else ENCODINGS[field.type]).schema


def _choices(field: Field) -> Schema:
    return {**CHOICES.schema, "items": {"enum": list(field.choices)}}


def _some(properties: Mapping[str, Json]) -> Schema:
    """An object of any of these properties."""
    return {"type": "object", "properties": dict(properties), "additionalProperties": False}


def _items(**properties: Json) -> Schema:
    return {"items": {"properties": properties}}


def _envelope(shape: type) -> Schema:
    return {"$schema": _DRAFT, **_closed(TypeAdapter(shape).json_schema())}


def _closed(node: Any) -> Any:
    """No keys but those of the shape, and none of them null; the titles and defaults are Python's own."""
    if isinstance(node, list):
        return [_closed(one) for one in node]
    if not isinstance(node, dict):
        return node
    kept = {key: _closed(value) for key, value in node.items() if key not in ("title", "default")}
    if "properties" in node:
        kept["properties"] = {name: _closed(value) for name, value in node["properties"].items()}
        kept["additionalProperties"] = False
    return _never_null(kept)


def _never_null(schema: Schema) -> Schema:
    either = schema.get("anyOf")
    if not isinstance(either, list):
        return schema
    real = [one for one in either if one != {"type": "null"}]
    rest = {key: value for key, value in schema.items() if key != "anyOf"}
    return (
        {**rest, **real[0]}
        if len(real) == 1 and isinstance(real[0], dict)
        else {**rest, "anyOf": real}
    )

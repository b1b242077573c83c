"""Value types as pydantic sees them: how a written scalar is parsed, and how editors are told about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from generator.findings import did_you_mean
from generator.model import Field
from generator.values import WORDS, Value, Word
from generator.written import form_of

_REMEMBERED = 4096


@dataclass(frozen=True, eq=False)
class Scalar:
    """Annotation: parse a written scalar (or list of scalars) with `parse`; `schema` is what editors check."""

    parse: Callable[[object], object]
    schema: Mapping[str, Any]

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Validate with `parse` alone; its ValueError messages reach the contributor."""
        return core_schema.no_info_plain_validator_function(_remembering(self.parse))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """The editor's view."""
        return dict(self.schema)


@dataclass(frozen=True)
class OrWord:
    """Annotation: the inner model, or one of these words as a bare string."""

    words: tuple[str, ...]
    else_written: str = "「键: 值」"

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """A string is a word; anything else is the inner model's business."""
        inner = handler(source)

        def either(value: object, validate: core_schema.ValidatorFunctionWrapHandler) -> object:
            if not isinstance(value, str):
                return validate(value)
            if value in self.words:
                return Word(value)
            near = did_you_mean(value, self.words)
            told = f"写成{self.else_written}，或 {'、'.join(self.words)} 之一"
            raise ValueError(f"{told}。{near}" if near else told)

        return core_schema.no_info_wrap_validator_function(either, inner)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """The words, or the inner schema."""
        inner = handler(schema["schema"])
        return {"anyOf": [{"enum": list(self.words)}, inner]}


def _remembering(parse: Callable[[object], object]) -> Callable[[object], object]:
    """The same for what was not written before: a book says «3 months» a thousand times, and values never change."""
    known: dict[str, object] = {}

    def read(value: object) -> object:
        if not isinstance(value, str):
            return parse(value)
        if value not in known:
            if len(known) >= _REMEMBERED:
                return parse(value)
            known[value] = parse(value)
        return known[value]

    return read


def text_of(value: object) -> str:
    """The scalar as it is written; ValueError where a list or a mapping stands."""
    if isinstance(value, str):
        return value
    raise ValueError("应为一个值，不是列表或映射")


def written(parse: Callable[[str], object], pattern: str) -> Scalar:
    """A scalar of one written form."""
    return Scalar(lambda value: parse(text_of(value)), _editor(pattern))


def outcome(field: Field, *, ranged: bool = False) -> Scalar:
    """How a field's value is written as an outcome: its type, or `unstated`, or (for amounts) `none`."""
    if field.type in ("choice", "choices"):
        return _chosen(field, words=("unstated",), many=field.type == "choices")
    parse, pattern = form_of(field, ranged=ranged)
    words = ("unstated",) if field.type in ("boolean", "text") else ("unstated", "none")

    def read(value: object) -> Value:
        text = text_of(value)
        return Word(text) if text in words else parse(text)

    return Scalar(read, {"anyOf": [{"enum": list(words)}, _editor(pattern)], **_about(field)})


def condition(field: Field) -> Scalar:
    """How a condition is written in `when`: ranges for whole numbers, one choice or a list of choices."""
    if field.type == "choice":
        return _chosen(field, words=(), many=True)
    parse, pattern = form_of(field, ranged=True)
    return Scalar(lambda value: parse(text_of(value)), {**_editor(pattern), **_about(field)})


def _chosen(field: Field, *, words: tuple[str, ...], many: bool) -> Scalar:
    known = tuple(field.choices)

    def one(text: str) -> str:
        if text in known:
            return text
        raise ValueError(f"应为 {'、'.join((*known, *words))} 之一。{did_you_mean(text, known)}")

    def read(value: object) -> Value:
        if isinstance(value, str) and value in words:
            return Word(value)
        if many:
            items = value if isinstance(value, list) else [value]
            if not items:
                raise ValueError(f"至少写一个：{'、'.join(known)}")
            return tuple(one(text_of(item)) for item in items)
        return one(text_of(value))

    enum = {"enum": [*known, *words]}
    either = {"anyOf": [enum, {"type": "array", "items": enum, "minItems": 1}]} if many else enum
    return Scalar(read, {**either, **_about(field)})


def _editor(pattern: str) -> dict[str, Any]:
    """The written form for editors, which take 3 for a number and true for a truth."""
    read_as = {"number": ("3", "2026", "1.5"), "boolean": ("true",)}
    kinds = [
        kind for kind, texts in read_as.items() if any(re.fullmatch(pattern, t) for t in texts)
    ]
    return {"type": ["string", *kinds], "pattern": f"^({pattern})$"}


def _about(field: Field) -> dict[str, Any]:
    names = "；".join(f"{slug} {label}" for slug, label in field.choices.items())
    return {"description": "。".join(part for part in (field.label, field.help, names) if part)}


WHOLE_WORDS = tuple(slug for slug in WORDS if slug != "none")

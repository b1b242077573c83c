"""How values, conditions and rows are said in Chinese. Every sentence comes from declarations; no text is evaluated."""

from __future__ import annotations

import string
from collections.abc import Mapping
from functools import cache

from generator.model import Field, Part
from generator.tables import Atom, TableCase, written_atom
from generator.values import SPANNED, TYPES, UNITS, WORDS, Duration, Span, Value, Word, show_span
from generator.written import as_written


def show_value(value: Value, field: Field) -> str:
    """The value alone, as a table cell shows it."""
    if isinstance(value, Word):
        return WORDS[value.slug]
    if isinstance(value, bool):
        return field.phrases.get(as_written(value, field), "是" if value else "否")
    if isinstance(value, Duration) and (phrase := _phrase(value, field)):
        return phrase
    if isinstance(value, tuple):
        return "、".join(field.choices[slug] for slug in value)
    if field.type == "choice":
        return field.choices[str(value)]
    if isinstance(value, Span) and field.type in SPANNED:
        return show_span(value, field.unit or UNITS[field.type])
    return TYPES[field.type].show(value)


def say_value(value: Value, field: Field) -> str:
    """The value as a clause of a sentence: its phrase, else its `say` with the value in place."""
    if isinstance(value, Word) and value.slug == "unstated":
        return f"{field.label}文件未写明"
    if (phrase := _phrase(value, field)) is not None:
        return phrase
    if isinstance(value, Word):
        return f"{field.label}：{WORDS[value.slug]}"
    if isinstance(value, bool) and field.say == "{value}":
        return f"{field.label}：{show_value(value, field)}"
    return field.say.replace("{value}", show_value(value, field))


def say_when(when: Mapping[str, Value], fields: Mapping[str, Field]) -> str:
    """A row's conditions in words, in the order declared."""
    ordered = [name for name in fields if name in when]
    return "，".join(_say_condition(when[name], fields[name]) for name in ordered)


def show_case(case: TableCase, fields: Mapping[str, Field]) -> str:
    """A case of a table in words; conditions that do not exist in it are left out."""
    told = {
        name: _as_value(atom) for name, atom in case.items() if atom is not None and _narrow(atom)
    }
    return say_when(
        {name: value for name, value in told.items() if not _implied(name, told, fields)}, fields
    )


def sentence(part: Part, fields: Mapping[str, Field], then: Mapping[str, Value] | Word) -> str:
    """The part's sentence template filled in; a clause whose fields are absent is left out."""
    if isinstance(then, Word):
        return WORDS[then.slug] + "。"
    unstated = [name for name, value in then.items() if value == Word("unstated")]
    stated = {name: value for name, value in then.items() if name not in unstated}
    clauses = [_clause(template, fields, stated) for template in part.sentence]
    told = "；".join(clause for clause in clauses if clause)
    silent = "、".join(fields[name].label for name in fields if name in unstated)
    return "".join(f"{text}。" for text in (told, silent and f"文件未写明：{silent}") if text)


def _clause(template: str, fields: Mapping[str, Field], then: Mapping[str, Value]) -> str:
    pieces: list[str] = []
    for text, name in _pieces(template):
        pieces.append(text)
        if name and name not in then:
            return _only_present(template, fields, then)
        if name:
            pieces.append(say_value(then[name], fields[name]))
    return "".join(pieces)


def _only_present(template: str, fields: Mapping[str, Field], then: Mapping[str, Value]) -> str:
    names = [name for _, name in _pieces(template) if name in then]
    return "，".join(say_value(then[name], fields[name]) for name in names)


@cache
def _pieces(template: str) -> tuple[tuple[str, str], ...]:
    """The texts of a template, each with the field that follows it; empty after the last."""
    return tuple((text, name or "") for text, name, *_ in string.Formatter().parse(template))


def _phrase(value: Value, field: Field) -> str | None:
    return field.phrases.get(as_written(value, field)) if field.phrases else None


def _say_condition(value: Value, field: Field) -> str:
    if isinstance(value, tuple):
        return "或".join(field.choices[slug] for slug in value)
    return say_value(value, field)


def _narrow(atom: Atom) -> bool:
    return not (isinstance(atom, Span) and atom.high is None and atom.low in (None, 0))


def _as_value(atom: Atom) -> Value:
    assert atom is not None
    return (atom,) if isinstance(atom, str) else atom


def _implied(name: str, told: Mapping[str, Value], fields: Mapping[str, Field]) -> bool:
    return any(
        name in fields[other].needs
        and told[name] == _as_value(written_atom(fields[other].needs[name]))
        for other in told
    )

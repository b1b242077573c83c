"""Whether the book's own declarations hold together: fields, parts, rules, insurance types."""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from pydantic import BaseModel

from generator.findings import Finding, Loc, did_you_mean
from generator.model import Field, Part, Rule, Settings, SharedFields
from generator.values import SPANNED, TYPES

Place = tuple[PurePosixPath, Loc]
_TYPES = (*TYPES, "choice", "choices")
_CONDITIONS = ("boolean", "choice", *SPANNED, "month-range", "date-range")
_BOOK, _FIELDS = PurePosixPath("book.yml"), PurePosixPath("fields.yml")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NAME = re.compile(r"[a-z][a-z0-9_]*")


def declared_wrong(
    settings: Settings,
    shared: SharedFields,
    rules: Sequence[Rule],
    *,
    unread: frozenset[str] = frozenset(),
) -> Iterator[Finding]:
    """Names used but not declared, declared twice or badly; `unread` rules have a fault of their own."""
    yield from _listed(settings, rules, unread)
    yield from _shared(shared)
    if not unread:
        yield from _mapped(settings, rules)
    for rule in rules:
        path = PurePosixPath(f"rules/{rule.rule}.yml")
        for name, field in rule.fields.items():
            yield from _field(name, field, (path, ("fields", name)), shared.conditions)
        yield from _names([part.part for part in rule.parts], "part", (path, ("parts",)))
        for number, part in enumerate(rule.parts):
            yield from _part(part, rule, (shared, settings), (path, ("parts", number)))


def placeholders(template: str) -> tuple[str, ...]:
    """The names in braces of a sentence clause; nothing in it is ever evaluated."""
    return tuple(name for _, name, _, _ in string.Formatter().parse(template) if name)


def _listed(settings: Settings, rules: Sequence[Rule], unread: frozenset[str]) -> Iterator[Finding]:
    yield from _names([kind.id for kind in settings.insurance], "insurance", (_BOOK, ()))
    yield from _names([tier.id for tier in settings.tiers], "tiers", (_BOOK, ()))
    yield from _names(settings.rules, "rules", (_BOOK, ()))
    found = {rule.rule for rule in rules}
    for number, slug in enumerate(settings.rules):
        if slug not in found | unread:
            yield _unknown("rules", slug, found, (_BOOK, ("rules", number)))
    for rule in rules:
        if rule.rule not in settings.rules:
            path = PurePosixPath(f"rules/{rule.rule}.yml")
            yield _unknown("rule", rule.rule, settings.rules, (path, ("rule",)))


def _mapped(settings: Settings, rules: Sequence[Rule]) -> Iterator[Finding]:
    """The value the map compares: a field of a part of a rule, for an insurance type of that part."""
    wanted = settings.map
    if wanted is None:
        return
    rule = next((rule for rule in rules if rule.rule == wanted.rule), None)
    parts = {part.part: part for part in rule.parts} if rule else {}
    part = parts.get(wanted.part)
    steps: list[tuple[str, str, Iterable[str]]] = [
        ("rule", wanted.rule, [rule.rule for rule in rules]),
        ("part", wanted.part, parts),
        ("field", wanted.field, part.fields if part else ()),
        ("insurance", wanted.insurance, part.insurance if part else ()),
    ]
    for key, name, known in steps:
        if name not in known:
            yield _unknown(f"map.{key}", name, known, (_BOOK, ("map", key)))
            return


def _names(names: Sequence[str], group: str, place: Place) -> Iterator[Finding]:
    """A list of slugs that is empty, names one twice, or has one that cannot stand in an address."""
    path, loc = place
    here = loc or (group,)
    if not names:
        yield Finding("R008", path, f"{group} 是空的", "至少写一个", "", here)
    for number, name in enumerate(names):
        if not _SLUG.fullmatch(name):
            yield _badly_named(name, "小写字母、数字和连字符", (path, (*here, number)))
        if name in names[:number]:
            yield _twice(group, name, (path, (*here, number)))


def _shared(shared: SharedFields) -> Iterator[Finding]:
    for name, field in shared.conditions.items():
        place = (_FIELDS, ("conditions", name))
        yield from _field(name, field, place, shared.conditions)
        if field.type in _TYPES and field.type not in _CONDITIONS:
            expected = f"应为 {'、'.join(_CONDITIONS)} 之一"
            loc = ("conditions", name, "type")
            yield Finding("R008", _FIELDS, f"{field.type} 不能作条件", expected, "", loc)
        if name in _needed(name, shared.conditions):
            loc = ("conditions", name, "needs")
            message = f"{name} 的 needs 绕回了自己"
            yield Finding("R008", _FIELDS, message, "去掉其中一个", "", loc)
    for name, field in shared.outcomes.items():
        place = (_FIELDS, ("outcomes", name))
        yield from _field(name, field, place, shared.conditions)
        if name in shared.conditions:
            yield _twice("fields.yml", name, place)


def _field(
    name: str, field: Field, place: Place, conditions: Mapping[str, Field]
) -> Iterator[Finding]:
    path, loc = place
    if not _NAME.fullmatch(name) or hasattr(BaseModel, name):
        yield _badly_named(name, "小写字母、数字和下划线，例如 waiting_days", place)
    if field.type not in _TYPES:
        yield _unknown("type", field.type, _TYPES, (path, (*loc, "type")))
    if field.type in ("choice", "choices") and not field.choices:
        message, expected = "choice 没有列出选项", "写上 choices: {slug: 中文}"
        yield Finding("R008", path, message, expected, "", (*loc, "choices"))
    for need, value in field.needs.items():
        here = (path, (*loc, "needs", need))
        if need not in conditions:
            yield _unknown("needs", need, conditions, here)
        elif value not in (known := _values_of(conditions[need])):
            yield _unknown("needs", value, known, here)


def _values_of(field: Field) -> tuple[str, ...]:
    """What `needs` may ask of a condition: one value of a boolean or of a choice."""
    if field.type == "boolean":
        return ("true", "false")
    return tuple(field.choices) if field.type == "choice" else ()


def _needed(name: str, conditions: Mapping[str, Field]) -> set[str]:
    """Every condition that `name` needs, directly or through another."""
    found: set[str] = set()
    pending = list(conditions[name].needs)
    while pending:
        need = pending.pop()
        if need not in found and need in conditions:
            found.add(need)
            pending.extend(conditions[need].needs)
    return found


def _part(
    part: Part, rule: Rule, declared: tuple[SharedFields, Settings], place: Place
) -> Iterator[Finding]:
    shared, settings = declared
    path, loc = place
    outcomes = {**shared.outcomes, **rule.fields}
    groups: dict[str, tuple[Sequence[str], Iterable[str]]] = {
        "conditions": (part.conditions, [n for n in shared.conditions if n not in rule.fields]),
        "fields": (part.fields, outcomes),
        "keys": (part.keys, [*rule.fields, *shared.conditions]),
        "columns": (part.columns, part.fields),
        "insurance": (part.insurance, [kind.id for kind in settings.insurance]),
    }
    for group, (names, known) in groups.items():
        yield from _group(group, names, known, (path, (*loc, group)))
    for number, clause in enumerate(part.sentence):
        yield from _clause(clause, part.fields, (path, (*loc, "sentence", number)))
    for name in part.fields:
        for other in outcomes[name].required_unless if name in outcomes else ():
            if other not in outcomes:
                yield _unknown("required_unless", other, outcomes, (path, (*loc, "fields")))


def _group(
    group: str, names: Sequence[str], known: Iterable[str], place: Place
) -> Iterator[Finding]:
    path, loc = place
    for number, name in enumerate(names):
        if name not in known:
            yield _unknown(group, name, known, (path, (*loc, number)))
    if len(set(names)) < len(names):
        yield _twice(group, "、".join(names), place)
    if not names and group in ("fields", "insurance"):
        yield Finding("R008", path, f"{group} 是空的", "至少写一个", "", loc)


def _clause(clause: str, fields: Sequence[str], place: Place) -> Iterator[Finding]:
    path, loc = place
    try:
        names = placeholders(clause)
    except ValueError:
        yield Finding("R003", path, f"句子 {clause} 的花括号不成对", "形如 {字段名}", "", loc)
        return
    for name in names:
        if name not in fields:
            yield _unknown("sentence", name, fields, place)


def _unknown(group: str, name: str, known: Iterable[str], place: Place) -> Finding:
    path, loc = place
    mend = did_you_mean(name, known)
    return Finding("R008", path, f"{group} 里的 {name} 没有声明", "先声明，再使用", mend, loc)


def _twice(group: str, name: str, place: Place) -> Finding:
    path, loc = place
    return Finding("R008", path, f"{group} 里的 {name} 重复", "每个名字只写一次", "", loc)


def _badly_named(name: str, expected: str, place: Place) -> Finding:
    path, loc = place
    return Finding("R003", path, f"名字 {name} 不能用", expected, "", loc)

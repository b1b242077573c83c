"""What pydantic found, told to a contributor: code, place, what is wrong, what was expected, what was meant."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.findings import Finding, Loc, did_you_mean
from generator.loading.known_keys import all_keys, homes, keys_at, part_at
from generator.loading.strict_yaml import Parsed, Place

Shaped = TypeVar("Shaped", bound=BaseModel)
Told = tuple[str, str, str, str]


def shaped(
    parsed: Parsed, shape: type[Shaped], path: PurePosixPath
) -> tuple[Shaped | None, list[Finding]]:
    """The file as its shape, or None, with everything that does not fit; one place is told once."""
    if parsed.data is None:
        return None, list(parsed.faults)
    try:
        return shape.model_validate(parsed.data), list(parsed.faults)
    except ValidationError as error:
        known = {fault.loc for fault in parsed.faults}
        details = [one for one in error.errors(include_url=False) if not _only_emptied(one)]
        told = [_finding(detail, parsed, shape, path) for detail in details]
        return None, [*parsed.faults, *(finding for finding in told if finding.loc not in known)]


def _only_emptied(detail: ErrorDetails) -> bool:
    """Whether a list is called too short only because its items have faults of their own."""
    return detail["type"] == "too_short" and bool(detail["input"])


def _finding(
    detail: ErrorDetails, parsed: Parsed, shape: type[BaseModel], path: PurePosixPath
) -> Finding:
    loc = real_loc(detail["loc"], parsed)
    code, message, expected, mend = _words(detail, shape, path)
    if isinstance(detail["input"], str) and detail["input"].startswith("TODO") and loc:
        message, mend = f"{loc[-1]} 还是 TODO", ""
    line, column = _key_place(loc, parsed) if code == "R001" else place_of(loc, parsed)
    return Finding(code, path, message, expected, mend, loc, line, column)


def real_loc(loc: Loc, parsed: Parsed) -> Loc:
    """The keys of `loc` that are in the file: union tags are dropped, a missing last key is kept."""
    kept: Loc = ()
    for step in loc:
        if (*kept, step) in parsed.places:
            kept = (*kept, step)
    last = loc[-1] if loc else ""
    return kept if not loc or kept[-1:] == (last,) else (*kept, last)


def place_of(loc: Loc, parsed: Parsed) -> Place:
    """Line and column of the nearest place known for `loc`."""
    while loc and loc not in parsed.places:
        loc = loc[:-1]
    return parsed.places.get(loc, (1, 1))


def _key_place(loc: Loc, parsed: Parsed) -> Place:
    return parsed.keys.get(loc) or place_of(loc, parsed)


def _words(detail: ErrorDetails, shape: type[BaseModel], path: PurePosixPath) -> Told:
    key = str(detail["loc"][-1]) if detail["loc"] else "文件"
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "extra_forbidden":
        return _extra(key, detail["loc"], shape)
    if kind == "missing":
        return "R002", f"缺少键 {key}", f"写上 {key}{_SILENT.get((path.parts[0], key), '')}", ""
    if kind == "value_error":
        return "R003", f"{key} 的值 {_shown(detail['input'])} 不对", str(context["error"]), ""
    if kind in ("union_tag_invalid", "literal_error"):
        return _not_listed(detail, key)
    if kind == "union_tag_not_found":
        return "R002", "缺少键 part", "写上规则文件里声明的 part", ""
    if kind == "string_pattern_mismatch":
        expected = f"形如 {context['pattern']}"
        return "R003", f"{key} 的值 {_shown(detail['input'])} 不对", expected, ""
    expected = _TYPES.get(kind, detail["msg"])
    return "R004", f"{key} 的写法不对：{_shown(detail['input'])}", expected, ""


def _extra(key: str, loc: Loc, shape: type[BaseModel]) -> Told:
    """A key that may not stand here: it belongs to another part, to another place, or nowhere."""
    here = keys_at(shape, loc)
    if key in _FORMS and (form := next((one for one in _FORMS if one in here), "")):
        return "R001", f"这个部分不用 {key}", f"用 {form} 写", ""
    mine, found = part_at(shape, loc), homes(shape, key)
    others = [part for part in found if part != mine]
    if mine and others and mine not in found:
        mend = f"它属于 {'、'.join(others)}"
        return "R001", f"{key} 不属于 {mine} 这个部分", "只用这个部分的字段", mend
    if place := found.get(mine, ""):
        return "R001", f"{key} 写错了地方", "只用这一层的键", f"它写在 {place} 里"
    mend = did_you_mean(key, here) or did_you_mean(key, all_keys(shape))
    return "R001", f"不认识的键 {key}", "只用已声明的键", mend


def _not_listed(detail: ErrorDetails, key: str) -> Told:
    context: dict[str, Any] = detail.get("ctx", {})
    listed = str(context.get("expected_tags") or context.get("expected")).replace("'", "")
    names = [name.strip() for name in listed.replace(" or ", ",").split(",")]
    given = str(context.get("tag") or detail["input"])
    label = "part" if detail["type"] == "union_tag_invalid" else key
    mend = did_you_mean(given, names)
    return "R005", f"{label} 不能是 {_shown(given)}", f"应为 {'、'.join(names)} 之一", mend


def _shown(value: object) -> str:
    """The value as it stands, cut short; a list or a mapping is named, not printed."""
    if isinstance(value, dict):
        return "（映射）"
    if isinstance(value, list | tuple):
        return "（列表）"
    text = str(value)
    return text if len(text) <= 60 else text[:60] + "…"


_SILENT = {
    ("records", "effective_from"): "；文件没写的写 unknown",
    ("records", "effective_to"): "；文件没写的写 unknown",
    ("records", "then"): "；文件没写的写 unstated",
    ("records", "last_verified"): "：拿原文逐字对过的那一天，例如 2026-11-21",
    **{
        ("documents", key): "；没读到的写 unstated"
        for key in ("title", "doc_no", "issuer", "issued", "effective_from")
    },
}
_FORMS = ("decisions", "values", "rows")
_TYPES = {
    "string_type": "这里只写一个值，不是列表或映射",
    "tuple_type": "这里要写成列表（每项以 - 开头，或 [a, b]）",
    "list_type": "这里要写成列表（每项以 - 开头，或 [a, b]）",
    "dict_type": "这里要写成「键: 值」",
    "mapping_type": "这里要写成「键: 值」",
    "model_type": "这里要写成「键: 值」",
    "model_attributes_type": "这里要写成「键: 值」",
    "too_short": "至少写一项",
    "int_parsing": "应为整数",
    "int_type": "应为整数",
    "bool_parsing": "应为 true 或 false",
    "bool_type": "应为 true 或 false",
}

"""The beginning of a record and of a document as text. The one rule: nothing is made up; what is not known yet is TODO."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.findings import Finding
from generator.loading.appending import appended
from generator.loading.strict_yaml import read
from generator.model import Book, Field, Part, Region, Rule

TODO = "TODO"


@dataclass(frozen=True)
class Wanted:
    """What a contributor wants to write down."""

    region: Region
    rule: Rule
    part: Part
    insurance: tuple[str, ...]
    document: str


@dataclass(frozen=True)
class Draft:
    """A file of policies/ as it will be; `added` is what is new in it."""

    path: PurePosixPath
    text: str
    added: str


class CannotAppend(Exception):
    """The file that is there cannot be added to; `findings` are its faults."""

    def __init__(self, message: str, findings: tuple[Finding, ...] = ()) -> None:
        super().__init__(message)
        self.findings = findings


def drafts(wanted: Wanted, book: Book) -> tuple[Draft, ...]:
    """The record's file, and that of its document where nobody has declared it yet."""
    slug = wanted.region.slug
    path = PurePosixPath(f"records/{slug}/{wanted.rule.rule}.yml")
    head = (f"region: {slug}", f"rule: {wanted.rule.rule}")
    record = _draft(book.folder, path, head, ("records", record_lines(wanted, book)))
    if wanted.document in book.documents:
        return (record,)
    path = PurePosixPath(f"documents/{slug}.yml")
    lines = document_lines(wanted.document, book)
    return record, _draft(book.folder, path, head[:1], ("documents", lines))


def record_lines(wanted: Wanted, book: Book) -> tuple[str, ...]:
    """A record of which only the place is known."""
    part = wanted.part
    top = wanted.region.level in ("nation", "province")
    return (
        f"- part: {part.part}",
        f"  insurance: [{', '.join(wanted.insurance)}]",
        *_TIMES[part.timeline],
        *((f"  applies_below: {TODO}  # true 直接约束下级；false 只是框架",) if top else ()),
        *_body(wanted, book),
        f"  source: {{document: {wanted.document}, clause: {TODO}}}  # 没有条款号：clause_missing: 原因",
        f"  last_verified: {TODO}  # 拿原文逐字对过的那一天，写到日",
    )


def document_lines(document: str, book: Book) -> tuple[str, ...]:
    """A document of which only the id is known."""
    tiers = "；".join(f"{tier.id} {tier.about}" for tier in book.settings.tiers)
    hints = {**_DOCUMENT, "tier": tiers, "read": _READ}
    return (f"- id: {document}", *(f"  {key}: {TODO}  # {hint}" for key, hint in hints.items()))


_TIMES = {
    "law": (f"  effective_from: {TODO}  # 文件没写就是 unknown，可加 seen_on",),
    "term": (
        f"  effective_from: {TODO}  # 文件没写就是 unknown",
        f"  effective_to: {TODO}  # 文件没写就是 unknown",
    ),
    "year": (f"  insured_year: {TODO}  # 哪个年度，例如 2030",),
}
_DOCUMENT = {
    "title": "没读到写 unstated，并加 about",
    "doc_no": "没有或没读到，写 unstated",
    "issuer": "没读到写 unstated",
    "issued": "写到文件所写的精度；没读到写 unstated",
    "effective_from": "文件自己写的施行日期；没写就是 unstated",
    "url": "读到它的网址",
}
_READ = "stored-copy 读的是存档副本；live-page 读的是原网页"


def _body(wanted: Wanted, book: Book) -> tuple[str, ...]:
    part = wanted.part
    told = f"  # 可用的字段：{_named(part.fields, wanted, book)}"
    if part.form == "values":
        return (told, f"  values: {TODO}")
    if part.form == "rows":
        return (f"  # 可用的键：{_named(part.keys, wanted, book)}", told, f"  rows: {TODO}")
    return (
        f"  # 可用的条件：{_named(part.conditions, wanted, book)}",
        told,
        "  decisions:",
        f"    - when: {TODO}  # 写成 {{条件: 值, 条件: 值}}；对所有人都一样的写 {{}}",
        f"      then: {TODO}  # 写成 {{字段: 值, 字段: 值}}；文件没写的写 unstated",
        f"  otherwise: {TODO}  # 没有列出的情形文件没说，写 unstated；各行已说全，删去这一行",
    )


def _named(names: Sequence[str], wanted: Wanted, book: Book) -> str:
    fields: list[tuple[str, Field]] = [
        (name, book.find_field(wanted.rule.rule, name)) for name in names
    ]
    return "、".join(f"{name} {field.label}" for name, field in fields)


def _draft(
    folder: Path, path: PurePosixPath, head: Sequence[str], item: tuple[str, Sequence[str]]
) -> Draft:
    """A new file, or the one that is there with an item more."""
    key, lines = item
    file = folder / path
    if not file.exists() and not file.is_symlink():
        text = "\n".join([*head, f"{key}:", *(f"  {line}" for line in lines)]) + "\n"
        return Draft(path, text, text)
    parsed = read(file, path)
    if parsed.faults:
        raise CannotAppend(f"{path} 有问题，先改好再添", parsed.faults)
    text = file.read_bytes().decode("utf-8")
    longer = appended(text, key, lines)
    if longer is None:
        raise CannotAppend(f"{path} 里没有块状写法的 {key} 列表，请自己添")
    return Draft(path, longer, "".join(f"  {line}\n" for line in lines))

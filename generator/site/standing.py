"""What a document says of itself, and whether it stands: in force, ended, replaced, or not said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from generator.dates import PartialDate
from generator.model import Document

_READ = {"stored-copy": "存档副本", "live-page": "原网页"}


def standing_of(document: Document, after: Sequence[Document], as_of: date) -> tuple[str, bool]:
    """Whether the document is in force on `as_of`, in words, and whether nothing speaks against it."""
    start, end = document.effective_from, document.effective_to
    successors = [one.effective_from for one in after]
    if any(first and first.earliest <= as_of for first in successors):
        return "已被后来的文件代替", False
    if end and end.latest < as_of:
        return f"已于{end.chinese}到期", False
    if None in successors:
        return "有后来的文件代替它，没有写明从哪天起", False
    if start and start.earliest > as_of:
        return f"尚未生效：{start.chinese}起施行", False
    said = f"{start.chinese}起施行" if start else "没有写明从哪天起施行"
    if after:
        return f"{said}；将被后来的文件代替", True
    if end:
        return f"{said}，有效期至{end.chinese}", True
    return f"{said}；没有读到失效或被代替的说明", True


def facts_of(document: Document) -> Iterator[tuple[str, str]]:
    """Labels and words; what was not stated or not read is said so."""
    yield "文号", document.doc_no or "没有读到文号"
    yield "发文单位", document.issuer or "没有读到发文单位"
    yield "发文日期", _day(document.issued, "没有读到")
    yield "施行日期", _day(document.effective_from, "没有写明")
    yield "失效日期", _day(document.effective_to, "没有写明")
    if document.title and document.about:
        yield "读到的是", document.about
    if document.page_date:
        yield "网页日期", document.page_date.chinese
    yield "核对的是", _READ[document.read]


def _day(day: PartialDate | None, absent: str) -> str:
    return day.chinese if day else absent

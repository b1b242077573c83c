"""The evidence beside a value: document, number, clause, tier, period, compared on, whose rule it is, where it lies."""

from __future__ import annotations

from dataclasses import dataclass

from generator.dates import PartialDate
from generator.freshness import due_on
from generator.model import Book, Record, Region, Source

_READ = {"stored-copy": "存档副本", "live-page": "原网页"}


@dataclass(frozen=True)
class Evidence:
    """All a reader needs to judge a record, in words."""

    document: str
    page: str
    doc_no: str
    issuer: str
    issued: str
    clause: str
    tier: str
    tier_label: str
    tier_about: str
    period: str
    verified: str
    verified_on: str
    due: str
    read: str
    origin: str
    url: str
    official_url: str
    note: str
    path: str
    line: str


def evidence_of(record: Record, region: Region, book: Book) -> Evidence | None:
    """The evidence of a record as seen from `region`; None where the record has no source of its own."""
    if record.source is None:
        return None
    document = book.documents[record.source.document]
    tier = book.tier_by_id[record.source.tier or document.tier]
    return Evidence(
        document=document.name,
        page=f"documents/{document.id}",
        doc_no=document.doc_no or "没有读到文号",
        issuer=document.issuer or "没有读到发文单位",
        issued=document.issued.chinese if document.issued else "没有读到",
        clause=record.source.clause or f"没有条款号：{record.source.clause_missing}",
        tier=tier.id,
        tier_label=tier.label,
        tier_about=tier.about,
        period=period_of(record),
        verified=_chinese(record),
        verified_on=record.last_verified.isoformat(),
        due=due_on(record, book).isoformat(),
        read=_READ[document.read],
        origin=origin_of(record, region, book),
        url=record.source.url or document.url,
        official_url=document.official_url,
        note=document.note,
        path=f"policies/{record.path}",
        line=str(record.loc[1] + 1) if isinstance(record.loc[1], int) else "",
    )


def period_of(record: Record) -> str:
    """When the record is in force, and what its document does not say about that."""
    if record.insured_year is not None:
        return f"{record.insured_year}年度{_benefit(record)}"
    if record.effective_from and record.effective_from == record.effective_to:
        return f"只在{record.effective_from.chinese}"
    if record.effective_from:
        start = f"{record.effective_from.chinese}起"
    elif record.seen_on:
        start = f"起始日期没有写明，{record.seen_on.chinese}已在执行"
    else:
        start = "起始日期没有写明"
    return f"{start}，至{record.effective_to.chinese}" if record.effective_to else start


def origin_of(record: Record, region: Region, book: Book) -> str:
    """Whose rule it is, seen from a region."""
    if record.region == region.slug:
        return "本地规定"
    name = book.region_by_slug[record.region].name
    if record.applies_below is None:
        return f"{name}规定，没有写明是否适用于本地"
    return (
        f"{name}规定，直接适用于本地" if record.applies_below else f"{name}的框架，具体由下级规定"
    )


def source_words(source: Source, book: Book) -> tuple[str, str]:
    """A source in one line, and its address."""
    document = book.documents[source.document]
    clause = source.clause or source.clause_missing
    tier = book.tier_by_id[source.tier or document.tier].label
    number = f"（{document.doc_no}）" if document.doc_no else ""
    return f"{document.name}{number}，{clause}，{tier}", source.url or document.url


def _benefit(record: Record) -> str:
    ends = [end.chinese if end else None for end in (record.benefit_from, record.benefit_to)]
    if ends == [None, None]:
        return "（待遇起止没有写明）"
    return f"（待遇期{ends[0] or '起始没有写明'}至{ends[1] or '终止没有写明'}）"


def _chinese(record: Record) -> str:
    day = record.last_verified
    return PartialDate(day.year, day.month, day.day).chinese

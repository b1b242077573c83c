"""Records and documents as they are published. Each is written out once and used in every file that names it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.dates import PartialDate
from generator.freshness import due_on
from generator.model import Answer, Book, Claimed, Document, Limit, Record, Source
from generator.resolving import ends, starts
from generator.site.api.record_shapes import (
    AlsoEntry,
    CaseEntry,
    ClaimEntry,
    DocumentEntry,
    InForceEntry,
    LimitEntry,
    RecordEntry,
    RowEntry,
    SourceEntry,
)
from generator.site.encoding import Json, encode
from generator.values import Value, Word


def record_id(record: Record) -> str:
    """`<region slug>/<rule>/<part>/<n>`: the nth record of its file, counted from 1."""
    number = record.loc[1]
    assert isinstance(number, int)
    return f"{record.region}/{record.rule}/{record.part}/{number + 1}"


def ids(records: Iterable[Record]) -> tuple[str, ...] | None:
    """The ids of some records, None of none."""
    return tuple(map(record_id, records)) or None


def record_entry(record: Record, book: Book) -> RecordEntry:
    """All of a record, typed."""
    says = _Says(book, record.rule)
    return RecordEntry(
        region=record.region,
        rule=record.rule,
        part=record.part,
        insurance=record.insurance,
        body=record.body,
        period=_period(record, book),
        last_verified=record.last_verified.isoformat(),
        due=due_on(record, book).isoformat(),
        rows=tuple(RowEntry(says.values(r.when), says.answer(r.then)) for r in record.rows) or None,
        otherwise=None if record.otherwise is None else says.answer(record.otherwise),
        limits=tuple(says.limit(limit) for limit in record.limits) or None,
        applies_below=record.applies_below,
        source=_source(record.source, book) if record.source else None,
        also=tuple(AlsoEntry(label, value) for label, value in record.also) or None,
        note=record.note or None,
        inferred=record.inferred or None,
        searched=record.searched or None,
        differs_from_parent=record.differs_from_parent or None,
        disputed=tuple(says.claim(claim) for claim in record.disputed) or None,
        conflicts=tuple(says.claim(claim) for claim in record.conflicts) or None,
        cases=tuple(CaseEntry(case.given, case.expect) for case in record.cases) or None,
    )


def document_entry(document: Document) -> DocumentEntry:
    """All of a document but where its file lies."""
    return DocumentEntry(
        region=document.region,
        url=document.url,
        tier=document.tier,
        read="live-page" if document.read == "live-page" else "stored-copy",
        title=document.title,
        about=document.about or None,
        doc_no=document.doc_no,
        issuer=document.issuer,
        issued=_stated(document.issued),
        effective_from=_stated(document.effective_from),
        effective_to=_stated(document.effective_to),
        replaces=document.replaces or None,
        official_url=document.official_url or None,
        page_date=_stated(document.page_date),
        note=document.note or None,
    )


def cited(record: Record) -> Iterator[str]:
    """The ids of the documents a record names."""
    if record.source:
        yield record.source.document
    yield from (claim.source.document for claim in (*record.disputed, *record.conflicts))


@dataclass(frozen=True)
class _Says:
    """What a record of one rule says, field by field."""

    book: Book
    rule: str

    def values(self, values: Mapping[str, Value]) -> dict[str, Json]:
        return {
            name: encode(value, self.book.find_field(self.rule, name))
            for name, value in values.items()
        }

    def answer(self, answer: Answer) -> dict[str, Json]:
        return {"word": answer.slug} if isinstance(answer, Word) else self.values(answer)

    def limit(self, limit: Limit) -> LimitEntry:
        value = encode(limit.value, self.book.find_field(self.rule, limit.field))
        return LimitEntry(limit.field, self.values(limit.when), limit.bound, value)

    def claim(self, claim: Claimed) -> ClaimEntry:
        when, says = self.values(claim.when), self.values(claim.says)
        return ClaimEntry(_source(claim.source, self.book), when, says, claim.because or None)


def _source(source: Source, book: Book) -> SourceEntry:
    return SourceEntry(
        document=source.document,
        tier=source.tier or book.documents[source.document].tier,
        clause=source.clause or None,
        clause_missing=source.clause_missing or None,
        url=source.url or None,
    )


def _period(record: Record, book: Book) -> InForceEntry:
    timeline = book.rule_by_slug[record.rule].part(record.part).timeline
    start, end = starts(record), ends(record)
    return InForceEntry(
        effective_from=_known(record.effective_from, asked=timeline != "year"),
        effective_to=_known(record.effective_to, asked=timeline == "term"),
        seen_on=_stated(record.seen_on),
        insured_year=record.insured_year,
        benefit_from=_stated(record.benefit_from),
        benefit_to=_stated(record.benefit_to),
        earliest=None if start == date.min else start.isoformat(),
        latest=end.isoformat() if end else None,
    )


def _known(day: PartialDate | None, *, asked: bool) -> str | None:
    return "unknown" if day is None and asked else _stated(day)


def _stated(day: PartialDate | None) -> str | None:
    return str(day) if day else None

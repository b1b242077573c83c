"""S: every record stands on a document and a clause, or says why there is none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.findings import Finding, Loc, did_you_mean
from generator.model import Book, Document, Record, Source


def source_faults(book: Book, today: date) -> Iterator[Finding]:
    """Sources that name no document or no clause, documents that are broken or cited by nobody."""
    for record in book.records:
        yield from _needed(record)
        for source, loc in _sources(record):
            yield from _source(source, record, loc, book)
    cited = {source.document for record in book.records for source, _ in _sources(record)}
    for document in book.documents.values():
        yield from _document(document, book, document.id in cited)


def _sources(record: Record) -> Iterator[tuple[Source, Loc]]:
    if record.source:
        yield record.source, (*record.loc, "source")
    for key, claims in (("disputed", record.disputed), ("conflicts", record.conflicts)):
        for number, claim in enumerate(claims):
            yield claim.source, (*record.loc, key, number, "source")


def _needed(record: Record) -> Iterator[Finding]:
    needs = record.body in ("table", "inherits")
    if needs and record.source is None:
        expected = "source: {document: …, clause: …}；没有条款号写 clause_missing: 原因"
        yield Finding("S009", record.path, "没有出处", expected, "", record.loc)
    if not needs and record.source is not None:
        message = "none_found 和 disputed 的记录不写 source"
        yield Finding(
            "S009",
            record.path,
            message,
            "出处写在 conflicts 或 disputed 里",
            "",
            (*record.loc, "source"),
        )


def _source(source: Source, record: Record, loc: Loc, book: Book) -> Iterator[Finding]:
    if source.document not in book.documents:
        mend = did_you_mean(source.document, book.documents)
        message = f"没有 {source.document} 这个文件"
        yield Finding(
            "S001", record.path, message, "documents/ 里声明过的 id", mend, (*loc, "document")
        )
    if bool(source.clause) == bool(source.clause_missing):
        message = "clause 和 clause_missing 要正好写一个"
        yield Finding("S002", record.path, message, "条款号，或没有条款号的原因", "", loc)
    if source.tier and source.tier not in book.tier_by_id:
        yield _tier(source.tier, book, record.path, (*loc, "tier"))


def _document(document: Document, book: Book, cited: bool) -> Iterator[Finding]:
    loc = document.loc
    if document.tier not in book.tier_by_id:
        yield _tier(document.tier, book, document.path, (*loc, "tier"))
    if document.title is None and not document.about:
        message = f"{document.id} 没有标题，也没有说明"
        yield Finding("S006", document.path, message, "about: 读到的是什么页面", "", loc)
    for replaced in document.replaces:
        if replaced not in book.documents:
            mend = did_you_mean(replaced, book.documents)
            message = f"replaces 里的 {replaced} 没有声明"
            yield Finding(
                "S001", document.path, message, "documents/ 里声明过的 id", mend, (*loc, "replaces")
            )
    if not cited:
        message = f"没有记录引用 {document.id}"
        yield Finding("S005", document.path, message, "引用它，或删去它", "", (*loc, "id"))


def _tier(tier: str, book: Book, path: object, loc: Loc) -> Finding:
    mend = did_you_mean(tier, book.tier_by_id)
    expected = f"应为 {'、'.join(book.tier_by_id)} 之一"
    return Finding("S004", path, f"没有 {tier} 这个来源级别", expected, mend, loc)  # type: ignore[arg-type]

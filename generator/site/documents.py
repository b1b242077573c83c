"""The page of a document: what it is, whether it stands, every record that rests on it and every one that cites it
as another saying. The index names all documents under their regions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model import Book, Document, Record, Region, Source, Tier
from generator.resolving import Cell, Resolved
from generator.site.evidence import period_of
from generator.site.standing import facts_of, standing_of
from generator.site.statements import Dissent, Statements, insurance_words


@dataclass(frozen=True)
class Resting:
    """A record that stands on the document, or that it contradicts; `anchor` is empty where the region's page shows none."""

    region: Region
    title: str
    insurance: str
    clause: str
    period: str
    anchor: str
    says: tuple[Dissent, ...] = ()


@dataclass(frozen=True)
class DocumentPage:
    """All a document's page says. `before` are the documents it replaces, `after` those that replace it."""

    document: Document
    region: Region
    tier: Tier
    standing: str
    stands: bool
    facts: tuple[tuple[str, str], ...]
    before: tuple[Document, ...]
    after: tuple[Document, ...]
    records: tuple[Resting, ...]
    cited: tuple[Resting, ...]

    @property
    def about(self) -> tuple[str, ...]:
        """What the index says beside the name."""
        document, region = self.document, self.region
        place = region.short if "/" in region.slug else ""
        day = document.issued.chinese if document.issued else ""
        rests = f"{len(self.records)} 条记录" if self.records else "只作别的说法"
        return tuple(words for words in (place, document.doc_no, day, rests) if words)

    @property
    def shelf(self) -> str:
        """The province under which the index lists it."""
        return self.region.slug.partition("/")[0]


@dataclass(frozen=True)
class Shelf:
    """A province's documents and those of the regions below it."""

    region: Region
    pages: tuple[DocumentPage, ...]


class DocumentPages:
    """The views of all documents; who cites what is looked up once."""

    def __init__(self, resolved: Resolved, book: Book, statements: Statements | None = None) -> None:
        self._cells, self._book, self._as_of = resolved.cells, book, resolved.as_of
        self._statements = statements or Statements(book)
        self._resting: defaultdict[str, list[Record]] = defaultdict(list)
        self._citing: defaultdict[str, list[Record]] = defaultdict(list)
        self._after: defaultdict[str, list[Document]] = defaultdict(list)
        for record in book.records:
            if record.source:
                self._resting[record.source.document].append(record)
            for document in dict.fromkeys(_claimed(record)):
                self._citing[document].append(record)
        for later in book.documents.values():
            for replaced in later.replaces:
                self._after[replaced].append(later)

    def of(self, document: Document) -> DocumentPage:
        """The view of one document."""
        known, after = self._book.documents, tuple(self._after[document.id])
        standing, stands = standing_of(document, after, self._as_of)
        return DocumentPage(
            document=document,
            region=self._book.region_by_slug[document.region],
            tier=self._book.tier_by_id[document.tier],
            standing=standing,
            stands=stands,
            facts=tuple(facts_of(document)),
            before=tuple(known[one] for one in document.replaces),
            after=after,
            records=tuple(self._rests(record) for record in self._resting[document.id]),
            cited=tuple(self._cites(record, document) for record in self._citing[document.id]),
        )

    def _rests(self, record: Record) -> Resting:
        assert record.source is not None
        return self._resting_on(record, record.source)

    def _cites(self, record: Record, document: Document) -> Resting:
        region = self._book.region_by_slug[record.region]
        claims = (*record.disputed, *record.conflicts)
        told = zip(claims, self._statements.of(record, region).dissents, strict=True)
        found = [(claim, says) for claim, says in told if claim.source.document == document.id]
        return self._resting_on(record, found[0][0].source, tuple(says for _, says in found))

    def _resting_on(
        self, record: Record, source: Source, says: tuple[Dissent, ...] = ()
    ) -> Resting:
        rule = self._book.rule_by_slug[record.rule]
        part = rule.part(record.part).title
        return Resting(
            region=self._book.region_by_slug[record.region],
            title=rule.title if len(rule.parts) == 1 else f"{rule.title}：{part}",
            insurance=insurance_words(record, self._book),
            clause=source.clause or f"没有条款号：{source.clause_missing}",
            period=period_of(record),
            anchor=anchor_of(record, self._cells),
            says=says,
        )


def shelves_of(pages: Sequence[DocumentPage], book: Book) -> Iterator[Shelf]:
    """Documents by province, in the order of the tree; the nation's own come first."""
    found: defaultdict[str, list[DocumentPage]] = defaultdict(list)
    for page in pages:
        found[page.region.slug].append(page)
    shelves: defaultdict[str, list[DocumentPage]] = defaultdict(list)
    for region in book.regions:
        shelves[region.slug.partition("/")[0]].extend(found[region.slug])
    for slug, shelf in shelves.items():
        if shelf:
            yield Shelf(book.region_by_slug[slug], tuple(shelf))


def anchor_of(record: Record, cells: Mapping[tuple[str, str, str, str], Cell]) -> str:
    """Where the region's own page shows the record; empty where it has nothing to show there."""
    cell = cells[(record.region, record.insurance[0], record.rule, record.part)]
    shown = cell.chain or cell.frames or cell.past or cell.upcoming
    return f"{record.insurance[0]}-{record.rule}-{record.part}" if shown else ""


def _claimed(record: Record) -> Iterator[str]:
    yield from (one.source.document for one in (*record.disputed, *record.conflicts))

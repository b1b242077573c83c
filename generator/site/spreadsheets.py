"""Every comparison table as CSV (RFC 4180, UTF-8 with a mark that Excel needs), with the evidence of each line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from functools import partial

from generator.model import Book
from generator.site.evidence import period_of
from generator.site.rules import Comparison, Entry, RulePage
from generator.site.texts import Texts

_MARK = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_BEFORE = ("地区代码", "省份", "地区")
_AFTER = ("状态", "来源级别", "有效期", "文件", "文号", "条款", "网址", "核对日期")


def address_of(rule: str, part: str) -> str:
    """Where the table of a rule's part lies in the site."""
    return f"rules/{rule}/{part}.csv"


def spreadsheets(pages: Sequence[RulePage], book: Book) -> Texts:
    """Address → text of each table of these rules; a part without any entry has none."""
    return Texts(
        {
            address_of(page.rule.rule, one.part.part): partial(csv_of, one, book)
            for page in pages
            for one in page.comparisons
            if one.entries
        }
    )


def csv_of(comparison: Comparison, book: Book) -> str:
    """A head in Chinese, then a line per case of a region's record."""
    told = io.StringIO()
    writer = csv.writer(told, lineterminator="\r\n")
    writer.writerow((*_BEFORE, book.settings.insurance_label, "情形", *comparison.heads, *_AFTER))
    for entry in comparison.entries:
        writer.writerow([guarded(cell) for cell in _line(entry, book)])
    return _MARK + told.getvalue()


def guarded(cell: str) -> str:
    """The cell as text: a spreadsheet would run what begins like a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _line(entry: Entry, book: Book) -> Iterator[str]:
    record, source = entry.record, entry.record.source
    yield from (entry.region.code, book.region_by_slug[entry.province].short, entry.place)
    yield from (entry.insurance_label, entry.case)
    yield from (datum.text for datum in entry.data)
    yield from (entry.badge.label, entry.tier_label, period_of(record))
    if source is None:
        yield from ("没有出处", "", "", "")
    else:
        document = book.documents[source.document]
        clause = source.clause or f"没有条款号：{source.clause_missing}"
        yield from (document.name, document.doc_no or "没有读到文号", clause)
        yield source.url or document.url
    yield record.last_verified.isoformat()

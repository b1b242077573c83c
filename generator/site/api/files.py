"""The data under api/v1: an index, one file for each region, and the schemas they keep to (docs/api.md).

The one rule: a region's file holds all that is needed to answer for that region on any day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model import Book, Region
from generator.resolving import Resolved
from generator.site.api.cells import Cells
from generator.site.api.index import index_file, region_entry
from generator.site.api.json_text import json_text, list_text, member, object_text
from generator.site.api.records import cited, document_entry, record_entry, record_id
from generator.site.api.region_shapes import SCHEMA
from generator.site.api.schema import index_schema, region_schema

ROOT = "api/v1"


@dataclass(frozen=True)
class Written:
    """A record as JSON under its id, and the documents it cites."""

    member: str
    cites: tuple[str, ...]


def api_files(book: Book, resolved: Resolved, *, scripts: bool) -> Iterator[tuple[str, str]]:
    """Path and text of every file; `scripts` adds the index and the regions as scripts for file://."""
    index = json_text(index_file(book, resolved))
    yield f"{ROOT}/index.json", f"{index}\n"
    yield f"{ROOT}/index.schema.json", f"{json_text(index_schema())}\n"
    yield f"{ROOT}/region.schema.json", f"{json_text(region_schema(book))}\n"
    if scripts:
        yield f"{ROOT}/index.js", f"self.policybookIndex={index};\n"
    regions = RegionFiles(book, resolved)
    for region in book.regions:
        text = regions.text(region)
        yield f"{ROOT}/regions/{region.slug}.json", f"{text}\n"
        if scripts:
            yield f"{ROOT}/regions/{region.slug}.js", region_script(region.slug, text)


def region_script(slug: str, text: str) -> str:
    """A region's data as a classic script, for pages that cannot fetch."""
    return f"(self.policybookData=self.policybookData||{{}})[{json_text(slug)}]={text};\n"


class RegionFiles:
    """Region files are put together from texts made once: a national record stands in every one of them."""

    def __init__(self, book: Book, resolved: Resolved) -> None:
        self._book, self._resolved = book, resolved
        self._cells = Cells(book)
        self._records = _by_region(book)
        self._documents = {
            document.id: member(document.id, json_text(document_entry(document)))
            for document in book.documents.values()
        }

    def text(self, region: Region) -> str:
        """The JSON of one region."""
        above = tuple(other.slug for other in self._book.above(region.slug))
        lineage = () if region.not_applicable else (region.slug, *above)
        cells = self._resolved.by_region[region.slug] if lineage else ()
        records = [record for slug in lineage for record in self._records.get(slug, ())]
        cites = {document for record in records for document in record.cites}
        parts = {
            "above": json_text(above),
            "as_of": json_text(self._resolved.as_of.isoformat()),
            "cells": list_text(self._cells.text(cell, lineage) for cell in cells),
            "documents": object_text(self._documents[document] for document in cites),
            "records": object_text(record.member for record in records),
            "region": json_text(region_entry(region)),
            "schema": json_text(SCHEMA),
        }
        return object_text(member(key, text) for key, text in parts.items())


def _by_region(book: Book) -> Mapping[str, list[Written]]:
    found: defaultdict[str, list[Written]] = defaultdict(list)
    for record in book.records:
        text = json_text(record_entry(record, book))
        found[record.region].append(Written(member(record_id(record), text), tuple(cited(record))))
    return found

"""The data under api/v1: an index, one file for each region, and the schemas they keep to (docs/api.md).

The one rule: a region's file holds all that is needed to answer for that region on any day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from generator.model import Book, Record, Region
from generator.resolving import Resolved
from generator.site.api.cells import Cells
from generator.site.api.index import index_file, region_entry
from generator.site.api.json_text import json_text, list_text, member, object_text
from generator.site.api.records import cited, document_entry, record_entry, record_id
from generator.site.api.region_shapes import SCHEMA
from generator.site.api.schema import index_schema, region_schema
from generator.site.texts import Texts

ROOT = "api/v1"


@dataclass(frozen=True)
class Written:
    """A record as JSON under its id, and the documents it cites."""

    member: str
    cites: tuple[str, ...]


def api_files(book: Book, resolved: Resolved, *, scripts: bool) -> Texts:
    """Address → text of every file; `scripts` adds the index and the regions as scripts for file://."""
    index = partial(_index, book, resolved)
    regions = RegionFiles(book, resolved)
    files = {
        f"{ROOT}/index.json": lambda: f"{index()}\n",
        f"{ROOT}/index.schema.json": lambda: f"{json_text(index_schema())}\n",
        f"{ROOT}/region.schema.json": lambda: f"{json_text(region_schema(book))}\n",
    }
    if scripts:
        files[f"{ROOT}/index.js"] = lambda: f"self.policybookIndex={index()};\n"
    for region in book.regions:
        files[f"{ROOT}/regions/{region.slug}.json"] = partial(_region_file, region, regions)
        if scripts:
            files[f"{ROOT}/regions/{region.slug}.js"] = partial(_region_script, region, regions)
    return Texts(files)


def region_script(slug: str, text: str) -> str:
    """A region's data as a classic script, for pages that cannot fetch."""
    return f"(self.policybookData=self.policybookData||{{}})[{json_text(slug)}]={text};\n"


def _index(book: Book, resolved: Resolved) -> str:
    return json_text(index_file(book, resolved))


def _region_file(region: Region, regions: RegionFiles) -> str:
    return f"{regions.text(region)}\n"


def _region_script(region: Region, regions: RegionFiles) -> str:
    return region_script(region.slug, regions.text(region))


class RegionFiles:
    """Region files are put together from texts made once: a national record stands in every one of them."""

    def __init__(self, book: Book, resolved: Resolved) -> None:
        self._book, self._resolved = book, resolved
        self._cells = Cells(book)
        self._records = _by_region(book)
        self._above = {region.parent for region in book.regions}
        self._kept: dict[str, Sequence[Written]] = {}
        self._documents = {
            document.id: member(document.id, json_text(document_entry(document)))
            for document in book.documents.values()
        }

    def text(self, region: Region) -> str:
        """The JSON of one region."""
        above = tuple(other.slug for other in self._book.above(region.slug))
        lineage = () if region.not_applicable else (region.slug, *above)
        cells = self._resolved.by_region[region.slug] if lineage else ()
        records = [record for slug in lineage for record in self._written(slug)]
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

    def _written(self, slug: str) -> Sequence[Written]:
        """The records of a region; those of a region above others are written once for them all."""
        if slug in self._kept:
            return self._kept[slug]
        made = [_written(record, self._book) for record in self._records.get(slug, ())]
        if slug in self._above:
            self._kept[slug] = made
        return made


def _written(record: Record, book: Book) -> Written:
    text = json_text(record_entry(record, book))
    return Written(member(record_id(record), text), tuple(cited(record)))


def _by_region(book: Book) -> Mapping[str, Sequence[Record]]:
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for record in book.records:
        found[record.region].append(record)
    return found

"""What the tests of the published data share: a small book's files, and the reading of one."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

from generator.model import Book
from generator.resolving import resolve
from generator.site.api import api_files
from tests.builders import RECORD, day

AS_OF = date(2031, 6, 1)
LINHE = replace(RECORD, effective_from=day("2030-02"))
ABOVE = replace(LINHE, region="anzhou", applies_below=True)
NATION = replace(LINHE, region="china", applies_below=False)


def published(book: Book, *, scripts: bool = False) -> dict[str, str]:
    """Every file of a book."""
    return dict(api_files(book, resolve(book, AS_OF), scripts=scripts))


def region_file(book: Book, slug: str = "anzhou/linhe") -> Any:
    """What one region's file says."""
    return json.loads(published(book)[f"api/v1/regions/{slug}.json"])

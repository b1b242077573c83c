"""The published data of the real book, and the calculator's door over them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from generator.book import checked
from generator.resolving import resolve
from generator.site.api import api_files
from tests.calculator import ROOT, Door, opened

DAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def api(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder api/v1 as a build of this day writes it."""
    book, findings = checked(ROOT / "policies", DAY)
    assert book is not None and findings == ()
    folder = tmp_path_factory.mktemp("api")
    for path, text in api_files(book, resolve(book, DAY), scripts=False).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder / "api/v1"


@pytest.fixture(scope="session")
def door(api: Path) -> Iterator[Door]:
    """The calculator, open for the whole run."""
    with opened(api) as door:
        yield door

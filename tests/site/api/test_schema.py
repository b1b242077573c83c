"""Every file keeps to the schema published beside it, and the schema knows what each part may say."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from generator.loading import load_book
from generator.model import Claimed, Limit, Record, Row
from generator.resolving import resolve
from generator.site.api import api_files
from generator.values import Duration, Word
from tests.builders import SOURCE, make_book
from tests.site.api import LINHE, published

PROJECT = Path(__file__).parent.parent.parent.parent


WRONG = (
    replace(LINHE, rows=(Row({}, {"rhythm": "monthly"}),)),
    replace(LINHE, rows=(Row({}, Word("none")),)),
    replace(LINHE, rows=(Row({"waiting": Duration(3, "months")}, {}),)),
    replace(LINHE, otherwise={"starts": "never"}),
    replace(LINHE, limits=(Limit("benefit", {}, "at_most", Word("set-below")),)),
    replace(LINHE, limits=(Limit("lapse_months", {}, "at_most", Decimal(3)),)),
    replace(LINHE, conflicts=(Claimed(SOURCE, {}, {"rhythm": "monthly"}, "二手"),)),
    replace(LINHE, conflicts=(Claimed(SOURCE, {"rhythm": ("weekly",)}, {}, "二手"),)),
)


@pytest.fixture(scope="module")
def real() -> dict[str, str]:
    """Every file of the real book."""
    book, _ = load_book(PROJECT / "policies")
    assert book is not None
    return dict(api_files(book, resolve(book, date(2026, 11, 22)), scripts=False))


@pytest.mark.parametrize("record", WRONG)
def test_the_schema_knows_what_a_part_may_say(record: Record) -> None:
    assert faults(published(make_book(LINHE))) == []
    assert faults(published(make_book(record))) != []


def test_every_file_of_the_real_book_keeps_to_its_schema(real: Mapping[str, str]) -> None:
    assert faults(real) == []


def test_every_record_and_document_that_is_named_is_there(real: Mapping[str, str]) -> None:
    for path, text in real.items():
        if "/regions/" not in path:
            continue
        file = json.loads(text)
        lists = [
            *(
                cell.get(key, ())
                for cell in file["cells"]
                for key in ("chain", "frames", "past", "upcoming")
            ),
            *(one["records"] for cell in file["cells"] for one in cell.get("lineage", ())),
        ]
        assert {record for named in lists for record in named} == set(file["records"]), path
        assert {
            record["source"]["document"]
            for record in file["records"].values()
            if "source" in record
        } <= set(file["documents"]), path


def faults(files: Mapping[str, str]) -> list[str]:
    """What breaks the schemas; what stands alike in many files is looked at once."""
    found: list[str] = []
    seen: set[str] = set()
    for path, text in files.items():
        if path.endswith(".json") and not path.endswith(".schema.json"):
            kind = "region" if "/regions/" in path else "index"
            checks = _validator(files[f"api/v1/{kind}.schema.json"]).iter_errors(_new(text, seen))
            found += [f"{path}: {error.json_path}: {error.message}" for error in checks]
    return found


def _new(text: str, seen: set[str]) -> Any:
    """A file without the cells, records and documents that were seen before."""

    def first(one: object) -> bool:
        before = len(seen)
        seen.add(json.dumps(one))
        return len(seen) > before

    file = json.loads(text)
    for name in file.keys() & {"cells", "records", "documents"}:
        held = file[name]
        file[name] = (
            [one for one in held if first(one)]
            if isinstance(held, list)
            else {key: one for key, one in held.items() if first(one)}
        )
    return file


@cache
def _validator(schema: str) -> jsonschema.Draft202012Validator:
    jsonschema.Draft202012Validator.check_schema(json.loads(schema))
    return jsonschema.Draft202012Validator(json.loads(schema))

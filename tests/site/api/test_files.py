"""The files: whose they are, alike in every build, and the same in a script."""

from __future__ import annotations

import json
from dataclasses import replace

from generator.model import Book
from tests.builders import DOCUMENT, REGIONS, make_book
from tests.site.api import ABOVE, LINHE, NATION, published, region_file


def test_a_file_says_whose_it_is_and_of_which_day() -> None:
    file = region_file(make_book())
    assert {key: file[key] for key in ("schema", "as_of", "above", "region")} == {
        "schema": 1,
        "as_of": "2031-06-01",
        "above": ["anzhou", "china"],
        "region": {
            "code": "010100",
            "slug": "anzhou/linhe",
            "name": "林河市",
            "short": "林河",
            "aliases": ["老林河"],
            "level": "prefecture",
            "parent": "anzhou",
        },
    }
    assert (file["records"], file["documents"]) == ({}, {})
    assert {cell["origin"] for cell in file["cells"]} == {"missing"}


def test_a_region_without_this_insurance_has_no_cells() -> None:
    gone = without(make_book(NATION), "baizhou", "另有制度")
    file = region_file(gone, "baizhou")
    assert (file["cells"], file["records"], file["documents"]) == ([], {}, {})
    assert file["region"]["not_applicable"] == "另有制度"


def without(book: Book, slug: str, reason: str) -> Book:
    """The book with one region that has none of its rules."""
    regions = tuple(
        region.model_copy(update={"not_applicable": reason}) if region.slug == slug else region
        for region in REGIONS
    )
    return replace(book, regions=regions)


def test_a_script_holds_the_same_as_the_file() -> None:
    hostile = make_book(LINHE, documents=(replace(DOCUMENT, title='"];alert(1)</script>'),))
    files = published(hostile, scripts=True)
    start = '(self.policybookData=self.policybookData||{})["anzhou/linhe"]='
    script = files["api/v1/regions/anzhou/linhe.js"]
    assert script == f"{start}{files['api/v1/regions/anzhou/linhe.json'].rstrip()};\n"
    assert files["api/v1/index.js"] == (
        f"self.policybookIndex={files['api/v1/index.json'].rstrip()};\n"
    )
    assert not any(path.endswith(".js") for path in published(hostile))


def test_the_order_of_the_records_in_memory_leaves_no_trace() -> None:
    records = (LINHE, ABOVE, NATION, replace(LINHE, insurance=("flexible",), loc=("records", 1)))
    assert published(make_book(*records)) == published(make_book(*reversed(records)))


def test_the_files_have_no_spaces_and_their_keys_in_order() -> None:
    for text in published(make_book(LINHE, NATION)).values():
        again = json.dumps(
            json.loads(text), ensure_ascii=False, separators=(",", ":"), sort_keys=True
        )
        assert text == f"{again}\n"

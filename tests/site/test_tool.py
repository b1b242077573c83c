"""A book may have a tool: a hand-written page that works on its data. The generator knows its folder and its name, nothing more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.model import Book, Tool
from generator.site.pages import make_output
from tests.builders import RECORD, SETTINGS, make_book

DAY = date(2031, 6, 1)
TOOL = Tool(path="sums", label="算一算", about="按自己的情况")


def book(tool: Tool | None) -> Book:
    return replace(make_book(RECORD), settings=SETTINGS.model_copy(update={"tool": tool}))


def html(path: str, tool: Tool | None, *, directories: bool = True) -> str:
    pages = make_output(book(tool), DAY, DAY, directories=directories).pages
    return next(page.html for page in pages if page.path == path)


def test_a_book_without_a_tool_leads_to_none() -> None:
    assert "pb-tool" not in html("", None)
    assert "pb-tool" not in html("regions/anzhou/linhe", None)


@pytest.mark.parametrize(("directories", "link"), [(True, "sums/"), (False, "sums/index.html")])
def test_the_first_page_leads_to_the_tool(directories: bool, link: str) -> None:
    page = html("", TOOL, directories=directories)
    assert f'<a class="md-button md-button--primary" href="{link}">算一算</a>' in page
    assert "按自己的情况" in page


@pytest.mark.parametrize(
    ("directories", "link"), [(True, "../../../sums/"), (False, "../../sums/index.html")]
)
def test_every_insurance_of_a_region_leads_to_the_tool_with_both_filled_in(
    directories: bool, link: str
) -> None:
    page = html("regions/anzhou/linhe", TOOL, directories=directories)
    for kind in ("employee", "flexible", "resident"):
        assert f'href="{link}#region=anzhou/linhe&amp;insurance={kind}"' in page

"""Links are relative and lead where they say, whether folders have pages (the web) or not (a copy on disk)."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site.links import Links
from tests.builders import steady

names = st.sampled_from(["regions", "rules", "anzhou", "linhe", "waiting"])
pages = st.lists(names, max_size=4).map("/".join)
files = st.tuples(pages, st.sampled_from(["x.js", "search-data.js"])).map("/".join)


def address(page: str, directories: bool) -> str:
    """Where the browser finds a page."""
    if directories:
        return f"{page}/" if page else ""
    return f"{page}.html" if page else "index.html"


@pytest.mark.parametrize(
    "home", ["https://example.org/", "https://example.org/book/", "file:///x/"]
)
@steady
@given(pages, pages, st.booleans())
def test_a_link_leads_to_its_page_wherever_the_site_lies(
    home: str, page: str, target: str, directories: bool
) -> None:
    link = Links(page, directories).to(target)
    assert urljoin(home + address(page, directories), link) == home + address(target, directories)


@steady
@given(pages, files, st.booleans())
def test_a_link_leads_to_its_file(page: str, target: str, directories: bool) -> None:
    target, home = target.removeprefix("/"), "https://example.org/book/"
    link = Links(page, directories).to(target)
    assert urljoin(home + address(page, directories), link) == home + target


@steady
@given(pages, pages.filter(bool), st.booleans())
def test_a_link_leads_to_the_index_of_a_folder(page: str, target: str, directories: bool) -> None:
    home = "https://example.org/book/"
    link = Links(page, directories).to(f"{target}/")
    index = f"{target}/" if directories else f"{target}/index.html"
    assert urljoin(home + address(page, directories), link) == home + index


@pytest.mark.parametrize(
    ("page", "target", "anchor", "link"),
    [
        ("", "regions/anzhou", "", "regions/anzhou/"),
        ("", "", "", "./"),
        ("regions/anzhou", "", "", "../../"),
        ("regions/anzhou", "regions/anzhou", "", "./"),
        ("regions/anzhou", "regions/anzhou/linhe", "top", "linhe/#top"),
        ("regions/anzhou/linhe", "rules/waiting", "resume", "../../../rules/waiting/#resume"),
        ("rules/waiting", "assets/x.js", "", "../../assets/x.js"),
    ],
)
def test_a_link_on_the_web_names_a_folder(page: str, target: str, anchor: str, link: str) -> None:
    assert Links(page).to(target, anchor) == link


@pytest.mark.parametrize(
    ("page", "target", "anchor", "link"),
    [
        ("", "regions/anzhou", "", "regions/anzhou.html"),
        ("", "", "", "index.html"),
        ("regions/anzhou", "", "", "../index.html"),
        ("regions/anzhou", "regions/anzhou", "", "anzhou.html"),
        ("regions/anzhou", "regions/anzhou/linhe", "top", "anzhou/linhe.html#top"),
        ("regions/anzhou/linhe", "rules/waiting", "resume", "../../rules/waiting.html#resume"),
        ("rules/waiting", "assets/x.js", "", "../assets/x.js"),
    ],
)
def test_a_link_on_disk_names_a_file(page: str, target: str, anchor: str, link: str) -> None:
    assert Links(page, directories=False).to(target, anchor) == link


@steady
@given(pages, pages, st.booleans())
def test_pages_of_one_depth_in_one_folder_have_the_same_links(
    folder: str, target: str, directories: bool
) -> None:
    first, second = (f"{folder}/{name}".strip("/") for name in ("aaa", "bbb"))
    assert Links(first, directories).depth == Links(second, directories).depth
    target = f"elsewhere/{target}".rstrip("/")
    assert Links(first, directories).to(target) == Links(second, directories).to(target)


@pytest.mark.parametrize(
    ("page", "web", "disk"), [("", 0, 0), ("rules", 1, 0), ("regions/anzhou/linhe", 3, 2)]
)
def test_the_depth_is_the_number_of_folders_above_a_page(page: str, web: int, disk: int) -> None:
    assert Links(page).depth == web
    assert Links(page, directories=False).depth == disk


@steady
@given(pages, st.booleans())
def test_the_root_of_a_page_leads_to_the_root_of_the_site(page: str, directories: bool) -> None:
    home = "https://example.org/book/"
    assert urljoin(home + address(page, directories), Links(page, directories).root) == home


def test_the_root_of_the_first_page_is_its_own_folder() -> None:
    assert Links("").root == "./"
    assert Links("regions/anzhou").root == "../../"
    assert Links("regions/anzhou", directories=False).root == "../"

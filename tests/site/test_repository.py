"""Links to where a record is edited and an error reported: only where an address is set, and only http(s)."""

from __future__ import annotations

import pytest

from generator.site.pages import make_output
from generator.site.repository import NOWHERE, NoRepository, Repository, parse_repository
from tests.builders import RECORD, make_book
from tests.folders import TODAY

PATH = "policies/records/anzhou/linhe/waiting.yml"


def city(repository: str) -> str:
    output = make_output(make_book(RECORD), TODAY, TODAY, repository=repository)
    return next(page.html for page in output.pages if page.path == "regions/anzhou/linhe")


def test_a_record_is_edited_and_reported_where_the_repository_is() -> None:
    html = city("https://example.org/team/book/")
    assert f'href="https://example.org/team/book/edit/main/{PATH}"' in html
    title = "%5B%E6%95%B0%E6%8D%AE%E6%9C%89%E8%AF%AF%5D%20policies%2Frecords%2Fanzhou%2Flinhe%2Fwaiting.yml%20%E7%AC%AC%201%20%E6%9D%A1"
    address = "https://example.org/team/book/issues/new?template=1-data-error.yml&amp;title="
    assert f'href="{address}{title}"' in html
    assert f"<code>{PATH}</code> 第 1 条" in html


def test_without_a_repository_the_path_is_all_there_is() -> None:
    html = city("")
    assert f"<code>{PATH}</code> 第 1 条" in html
    assert '<a href="#report">报告错误</a>' in html
    assert "/edit/main/" not in html


@pytest.mark.parametrize("address", ["", "  ", "/"])
def test_nothing_is_nowhere(address: str) -> None:
    assert parse_repository(address) == NOWHERE


def test_a_closing_slash_does_not_count() -> None:
    assert parse_repository("http://x.org/a//") == Repository("http://x.org/a")


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "ftp://x.org/a", "x.org/a", "https://", "//x.org"]
)
def test_other_addresses_are_refused(address: str) -> None:
    with pytest.raises(NoRepository, match="要写 http 或 https 地址"):
        parse_repository(address)

"""The menu leaves out what a book does not have."""

from __future__ import annotations

from generator.site.navigation import Entry, known_only

NAV: list[Entry] = [
    {"首页": "index.md"},
    {"更多": [{"地图": "map.md"}, {"文件": "documents.md"}]},
    {"外面": "https://example.org/"},
    "about.md",
]


def test_pages_that_are_there_are_kept() -> None:
    assert known_only(NAV, {"index.md", "map.md", "documents.md", "about.md"}) == NAV


def test_pages_that_are_not_there_are_left_out() -> None:
    assert known_only(NAV, {"index.md", "documents.md"}) == [
        {"首页": "index.md"},
        {"更多": [{"文件": "documents.md"}]},
        {"外面": "https://example.org/"},
    ]


def test_a_group_without_pages_is_left_out() -> None:
    assert known_only(NAV, {"index.md"}) == [{"首页": "index.md"}, {"外面": "https://example.org/"}]

"""The changelog page: the project's own words, with a place for each release."""

from __future__ import annotations

from generator.site.changelog import changelog_page
from generator.site.rendering import Heading

TEXT = """# 更新记录

## 未发布

## 2030-02-01 第二版

- 改正了**一处**

## 2030-01-01 首个版本

新的
"""


def test_each_release_can_be_linked_to() -> None:
    page = changelog_page(TEXT)
    assert page.headings == (
        Heading("release-2030-02-01", "2030-02-01 第二版"),
        Heading("release-2030-01-01", "2030-01-01 首个版本"),
    )
    assert '<h2 id="release-2030-02-01">2030-02-01 第二版</h2>' in page.html
    assert "<li>改正了<strong>一处</strong></li>" in page.html


def test_nothing_unreleased_is_not_announced() -> None:
    assert "未发布" not in changelog_page(TEXT).html


def test_something_unreleased_is_announced() -> None:
    text = TEXT.replace("## 未发布\n", "## 未发布\n\n- 一条\n")
    assert changelog_page(text).headings[0] == Heading("release-1", "未发布")

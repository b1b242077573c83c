"""The project's CHANGELOG.md as a page: its Markdown, with a place to link to for each release."""

from __future__ import annotations

import re

from markdown import Markdown

from generator.site.rendering import Content, Heading

_RELEASE = re.compile(r"<h2>(.*?)</h2>")
_UNRELEASED = re.compile(r"^## 未发布\s*(?=^## |\Z)", re.MULTILINE)


def changelog_page(text: str) -> Content:
    """The page; a heading 未发布 with nothing under it is left out."""
    html = Markdown(output_format="html").convert(_UNRELEASED.sub("", text))
    headings: list[Heading] = []

    def anchored(match: re.Match[str]) -> str:
        day = re.search(r"\d{4}-\d\d-\d\d", match[1])
        anchor = f"release-{day[0] if day else len(headings) + 1}"
        headings.append(Heading(anchor, match[1]))
        return f'<h2 id="{anchor}">{match[1]}</h2>'

    html = _RELEASE.sub(anchored, html)
    html = re.sub("<h1>(.*?)</h1>", r'<h1 id="top">\1</h1>', html, count=1)
    about = "规定变了什么，我们改正了什么，每次更新的日期"
    return Content(about, html, tuple(headings))

"""The page's own security policy: every inline script by its hash, and nothing from elsewhere."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

from generator.loading import load_book
from generator.security import seal
from generator.site.pages import make_output
from tests.folders import TODAY, small_book

REST = (
    "style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; form-action 'self'"
)


def policy_of(html: str) -> str:
    found = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', html)
    assert len(found) == 1
    return str(found[0])


def hashed(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def test_a_page_without_scripts_allows_only_its_own_files() -> None:
    sealed = seal('<head><meta charset="utf-8"><title>题</title></head>')
    assert policy_of(sealed) == f"default-src 'none'; script-src 'self'; {REST}"


def test_the_policy_stands_right_behind_the_charset_before_anything_it_governs() -> None:
    sealed = seal('<head><meta charset="utf-8"><script>a()</script></head>')
    assert sealed.index("charset") < sealed.index("Content-Security-Policy") < sealed.index("a()")


def test_every_inline_script_is_named_by_its_hash_once() -> None:
    sealed = seal(
        '<meta charset="utf-8"><script>甲()</script><script id="x">b()</script><script>b()</script>'
    )
    wanted = sorted([hashed("甲()"), hashed("b()")])
    assert policy_of(sealed) == f"default-src 'none'; script-src 'self' {' '.join(wanted)}; {REST}"


def test_scripts_with_an_address_and_data_need_no_hash() -> None:
    sealed = seal(
        '<meta charset="utf-8"><script src="assets/a.js" defer></script>'
        '<script type="application/json">{"a": 1}</script>'
    )
    assert policy_of(sealed) == f"default-src 'none'; script-src 'self'; {REST}"


HOSTILE = (
    "<script>alert(1)</script>",
    "{{ 7*7 }}",
    "{% raw %}",
    '"><img src=x onerror=alert(1)>',
    "${7*7}",
)


def test_html_and_templates_in_a_text_are_shown_as_text(tmp_path: Path) -> None:
    book = small_book(tmp_path)
    words = " ".join(text.replace("7", "二") for text in HOSTILE).replace("1", "一")
    quoted = words.replace("'", "''")
    book.change("records/anzhou/linhe/resume.yml", "note: 等候期从缴费算起", f"note: '{quoted}'")
    book.change("documents/anzhou/linhe.yml", "title: 停用公告", f"title: '{quoted}'")
    book.change("regions.yml", "name: 临河市", f"name: '{quoted}'")
    book.change("book.yml", "tagline: 借书证停了怎么办", f"tagline: '{quoted}'")
    book.change("rules/resume.yml", "question: 多久能再借书？", f"question: '{quoted}'")
    assert book.check().told == []
    loaded, _ = load_book(book.policies)
    assert loaded is not None
    output = make_output(loaded, TODAY, TODAY)
    pages = {page.path: page.html for page in output.pages}
    shown = (
        words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&#34;")
    )
    for path in ("", "regions/anzhou/linhe", "rules/resume"):
        assert shown in pages[path]
    for html in pages.values():
        assert "<script>alert" not in html
        assert "<img src=x" not in html
    assert "<script>" not in output.files["assets/search-data.js"]

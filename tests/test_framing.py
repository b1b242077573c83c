"""A page put into a frame is the page that main.html would have made."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from jinja2 import DictLoader, Environment

from generator.framing import TEMPLATE, Frames
from generator.site.rendering import Heading, Page
from generator.theme import toc_of

MAIN = """\
{% import "partials/language.html" as lang with context %}<title>{{ page.meta.title TITLE }}</title>
<meta content="{{ page.meta.description }}">{% if page.canonical_url %}<link href="{{ page.canonical_url }}">{% endif %}
<a href="{{ base_url }}/up/">{{ lang.t("up") }}</a>
{% if page.toc | first is defined %}<a href="{{ (page.toc | first).url }}">skip</a>{% endif %}
{% include "partials/toc.html" %}
<article>{{ page.content }}</article>{{ page.meta.title TITLE }}
"""
TOC = "<ul>{% for one in page.toc %}<li><a href='{{ one.url }}'>{{ lang.t(one.title) }}</a></li>{% endfor %}</ul>"
LANGUAGE = "{% macro t(key) %}[{{ key }}]{% endmacro %}"


def environment(title: str = "") -> Environment:
    """A theme in three templates; `title` is a filter that the real one does not have."""
    main = MAIN.replace(" TITLE", title)
    return Environment(  # noqa: S701 (MkDocs does not escape either)
        loader=DictLoader(
            {"main.html": main, "partials/toc.html": TOC, "partials/language.html": LANGUAGE}
        )
    )


def page(name: str, *headings: str, folder: str = "regions", address: str = "") -> SimpleNamespace:
    """A page as MkDocs would hand it over."""
    below = tuple(Heading(f"h-{heading}", heading) for heading in headings)
    return SimpleNamespace(
        meta={"title": f"{name} <&'\">", "description": f"about {name}", "template": TEMPLATE},
        content=f"<h1>{name}</h1> body of {name}",
        toc=toc_of(Page("", "", "", "", below)),
        canonical_url=address,
        url=f"{folder}/{name}/",
    )


PAGES = (
    page("one", "a", "b"),
    page("two", "c"),
    page("three"),
    page("four"),
    page("five", "d", address="https://example.org/five/"),
    page("six", "e", address="https://example.org/six/"),
    page("deep", "f", folder="regions/one"),
    page("deeper", "g", folder="regions/two"),
)


@pytest.mark.parametrize("title", ["", " | upper", " | e"])
def test_a_framed_page_is_what_main_makes_of_it(title: str) -> None:
    made = environment(title)
    plain = environment(title)
    Frames(made).install()
    for one in PAGES:
        variables = {"page": one, "nav": SimpleNamespace(pages=[]), "base_url": "../.."}
        whole = plain.get_template("main.html").render(variables)
        assert made.get_template(TEMPLATE).render(variables) == whole, one.url


def test_a_page_of_the_menu_is_never_framed() -> None:
    made = environment()
    frames = Frames(made)
    for one in PAGES[:2]:
        frames.page({"page": one, "nav": SimpleNamespace(pages=list(PAGES)), "base_url": ".."})
    assert frames._frames == {}

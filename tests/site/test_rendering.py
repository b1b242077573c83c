"""What a template puts out is escaped as Jinja would do it."""

from __future__ import annotations

import pytest
from jinja2 import Environment
from markupsafe import Markup

from generator.site.rendering import _environment

TEXT = "{% macro m(x) %}[{{ x }}]{% endmacro %}{{ x }}{{ m(x) }}{{ x ~ '<' }}{% set y %}{{ x }}{% endset %}{{ y }}"


@pytest.mark.parametrize(
    "value", ["医保", "a < b & \"c\" 'd'", Markup("<b>bold</b>"), 3, None, ("<", "x")]
)
def test_a_value_is_escaped_as_ever(value: object) -> None:
    plain = Environment(autoescape=True)
    assert _environment().from_string(TEXT).render(x=value) == plain.from_string(TEXT).render(
        x=value
    )

"""Data files are made when they are asked for."""

from __future__ import annotations

from generator.site.texts import Texts


def test_a_text_is_made_when_it_is_asked_for_and_not_before() -> None:
    made: list[str] = []

    def make() -> str:
        made.append("a")
        return "text of a"

    texts = Texts({"a.json": make}) | Texts({"b.json": lambda: "text of b"})
    assert (list(texts), len(texts), made) == (["a.json", "b.json"], 2, [])
    assert dict(texts) == {"a.json": "text of a", "b.json": "text of b"}
    assert texts.get("c.json") is None
    assert made == ["a"]

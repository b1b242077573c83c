"""At every edge of every table, a month to either side: an answer, or exactly what is missing. Counts: python -m tests.calculator.grid."""

from __future__ import annotations

from tests.calculator import Door
from tests.calculator.grid import edges, kind_of, points


def test_every_edge_answers_or_says_what_is_missing(door: Door) -> None:
    silent = []
    for point in points(door):
        told = door.ask("lapse", point.given)
        kind = kind_of(told)
        if told["faults"] or kind.startswith("nothing"):
            silent.append((point, kind))
        assert told["outcome"]["gap_months"] == point.gap
    assert silent == []


def test_edges_are_those_of_the_rows_and_their_neighbours() -> None:
    row = {"when": {"lapse_months": {"low": 4, "high": None}}, "then": {"word": "unstated"}}
    own = {"rule": "waiting-period", "rows": [row]}
    reset = {"rule": "continuous-years", "rows": [{"when": {}, "then": {"reset_after_months": 9}}]}
    other = {"rule": "maternity", "rows": [{"when": {"lapse_months": {"low": 60, "high": 70}}}]}
    assert edges({"a": own, "b": reset, "c": other}) == {0, 1, 3, 4, 5, 8, 9, 10}

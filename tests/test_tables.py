"""Decision tables, held against a plain count over persons: whoever the table speaks of, it speaks of once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations, product
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import month_index
from generator.model import Field, Row
from generator.tables import (
    MAX_CASES,
    Contradiction,
    TableCase,
    TableTooLarge,
    build_table,
    gaps,
    holes,
    matches,
    matches_all,
    overlaps,
    unreachable,
    with_needs,
)
from generator.values import Span, Value, parse_span
from tests.builders import CONDITIONS, row, steady

Person: TypeAlias = Mapping[str, bool | int | str]

MOST = 5
"""No drawn row has an edge beyond this, so persons up to it are all there is to tell apart."""

THEN = {"waiting": "3 months"}


def persons() -> list[Person]:
    """Everyone: who enrols first has no lapse, who paid nothing back has no month of doing so."""
    lapsed = list(product(range(MOST + 2), [*range(MOST + 2), None]))
    found: list[dict[str, bool | int | str]] = [{"first_enrolment": True}]
    for lapse, repaid in lapsed:
        one: dict[str, bool | int | str] = {"first_enrolment": False, "lapse_months": lapse}
        back = {"back_paid": repaid is not None}
        found.append({**one, **back, **({} if repaid is None else {"repaid_after": repaid})})
    rhythms: list[dict[str, bool | int | str]] = [{"rhythm": "monthly"}]
    rhythms += [{"rhythm": "quarterly", "quarter_month": month} for month in (1, 2, 3)]
    return [{**one, **rhythm} for one in found for rhythm in rhythms]


EVERYONE = persons()


def holds(when: Mapping[str, Value], person: Person) -> bool:
    """Whether a row speaks of a person, said without the algebra under test."""
    return all(name in person and _is(value, person[name]) for name, value in when.items())


def _is(value: Value, fact: bool | int | str) -> bool:
    if isinstance(value, Span):
        return isinstance(fact, int) and (value.low or 0) <= fact <= _high(value)
    return fact in value if isinstance(value, tuple) else fact is value


def _high(value: Span) -> int:
    return 10**6 if value.high is None else value.high


def case_of(person: Person, cases: Sequence[TableCase]) -> TableCase:
    """The one case a person lies in."""
    [found] = [case for case in cases if all(_lies(person, *item) for item in case.items())]
    return found


def _lies(person: Person, name: str, atom: bool | str | Span | None) -> bool:
    if atom is None or name not in person:
        return atom is None and name not in person
    return _is(atom if isinstance(atom, bool | Span) else (atom,), person[name])


spans = st.one_of(
    st.tuples(st.integers(0, MOST), st.integers(0, MOST)).map(sorted).map(lambda e: Span(*e)),
    st.integers(0, MOST).map(lambda low: Span(low, None)),
)
VALUES: Mapping[str, st.SearchStrategy[Value]] = {
    "first_enrolment": st.booleans(),
    "lapse_months": spans,
    "back_paid": st.booleans(),
    "repaid_after": spans,
    "rhythm": st.lists(st.sampled_from(["monthly", "quarterly"]), min_size=1, unique=True).map(
        tuple
    ),
    "quarter_month": st.integers(1, 3).map(lambda month: Span(month, month)),
}


def _sound(when: Mapping[str, Value]) -> bool:
    try:
        with_needs(when, CONDITIONS)
    except Contradiction:
        return False
    return True


whens = st.dictionaries(st.sampled_from(list(VALUES)), st.none(), max_size=3).flatmap(
    lambda names: st.fixed_dictionaries({name: VALUES[name] for name in names})
)
rows = whens.filter(_sound).map(lambda when: Row(when, {}))
tables = st.lists(rows, max_size=4)


@steady
@given(tables)
def test_everyone_lies_in_one_case_and_is_told_what_the_rows_say(drawn: list[Row]) -> None:
    table = build_table(drawn, CONDITIONS)
    cases = list(table.cases())
    for person in EVERYONE:
        said = [number for number, one in enumerate(drawn) if holds(one.when, person)]
        assert table.matching(case_of(person, cases)) == said


@steady
@given(tables)
def test_two_rows_overlap_exactly_where_someone_is_told_both(drawn: list[Row]) -> None:
    both = {
        pair
        for person in EVERYONE
        for pair in combinations([n for n, one in enumerate(drawn) if holds(one.when, person)], 2)
    }
    found = list(overlaps(build_table(drawn, CONDITIONS)))
    assert {(first, second) for first, second, _ in found} == both
    assert len(found) == len(both)


@steady
@given(tables)
def test_the_order_of_rows_changes_no_overlap_and_no_gap(drawn: list[Row]) -> None:
    table, turned = build_table(drawn, CONDITIONS), build_table(drawn[::-1], CONDITIONS)
    last = len(drawn) - 1
    mirrored = {(last - second, last - first) for first, second, _ in overlaps(turned)}
    assert {(first, second) for first, second, _ in overlaps(table)} == mirrored
    assert list(gaps(table)) == list(gaps(turned))


@steady
@given(tables)
def test_every_case_is_either_matched_or_a_gap(drawn: list[Row]) -> None:
    table = build_table(drawn, CONDITIONS)
    open_cases = list(gaps(table))
    for case in table.cases():
        assert (case in open_cases) == (not table.matching(case))


@steady
@given(tables.filter(bool), st.integers(0, 10**6))
def test_a_row_added_for_a_gap_closes_that_gap_and_no_other(drawn: list[Row], pick: int) -> None:
    before = list(gaps(build_table(drawn, CONDITIONS)))
    if not before:
        return
    filled = before[pick % len(before)]
    after = build_table([*drawn, Row(_when(filled), {})], CONDITIONS)
    assert list(gaps(after)) == [case for case in before if case != filled]
    assert not [pair for pair in overlaps(after) if pair[1] == len(drawn)]


def _when(case: TableCase) -> dict[str, Value]:
    return {
        name: (atom,) if isinstance(atom, str) else atom
        for name, atom in case.items()
        if atom is not None
    }


@steady
@given(tables)
def test_a_row_is_unreachable_exactly_when_it_speaks_of_nobody(drawn: list[Row]) -> None:
    nobody = [
        number
        for number, one in enumerate(drawn)
        if not any(holds(one.when, person) for person in EVERYONE)
    ]
    assert list(unreachable(build_table(drawn, CONDITIONS))) == nobody


@steady
@given(st.lists(spans, min_size=1, max_size=4))
def test_a_hole_is_unanswered_and_lies_between_two_answers(drawn: list[Span]) -> None:
    table = build_table([Row({"lapse_months": one}, {}) for one in drawn], CONDITIONS)
    answered = {month for month in range(MOST + 2) for one in drawn if _is(one, month)}
    unanswered = {
        month
        for month in range(MOST + 2)
        if min(answered) < month < max(answered) and month not in answered
    }
    found = [hole for name, hole in holes(table) if name == "lapse_months"]
    assert {month for month in range(MOST + 2) for hole in found if _is(hole, month)} == unanswered


@steady
@given(whens.filter(_sound), whens.filter(_sound))
def test_a_row_inside_another_speaks_only_of_the_others_persons(
    inner: dict[str, Value], outer: dict[str, Value]
) -> None:
    full, around = with_needs(inner, CONDITIONS), with_needs(outer, CONDITIONS)
    if matches_all(full, around):
        assert all(holds(outer, person) for person in EVERYONE if holds(inner, person))


@steady
@given(whens.filter(_sound))
def test_every_row_lies_inside_itself(when: dict[str, Value]) -> None:
    full = with_needs(when, CONDITIONS)
    assert matches_all(full, full)
    assert matches_all(full, {})


def test_rows_are_cut_at_every_edge_they_name() -> None:
    table = build_table(
        [row({"lapse_months": "0-3"}, THEN), row({"lapse_months": "5+"}, THEN)], CONDITIONS
    )
    assert table.atoms == {
        "first_enrolment": (True, False),
        "lapse_months": (Span(0, 3), Span(4, 4), Span(5, None)),
    }


def test_who_enrols_first_has_no_lapse() -> None:
    table = build_table([row({"lapse_months": "0+"}, THEN)], CONDITIONS)
    assert list(table.cases()) == [
        {"first_enrolment": True, "lapse_months": None},
        {"first_enrolment": False, "lapse_months": Span(0, None)},
    ]
    assert list(gaps(table)) == [{"first_enrolment": True, "lapse_months": None}]


def test_what_a_need_needs_does_not_exist_either() -> None:
    table = build_table([row({"repaid_after": "0-3"}, THEN)], CONDITIONS)
    assert list(table.cases()) == [
        {"first_enrolment": True, "back_paid": None, "repaid_after": None},
        {"first_enrolment": False, "back_paid": True, "repaid_after": Span(0, 3)},
        {"first_enrolment": False, "back_paid": True, "repaid_after": Span(4, None)},
        {"first_enrolment": False, "back_paid": False, "repaid_after": None},
    ]


def test_a_row_implies_what_its_conditions_need() -> None:
    assert with_needs({"repaid_after": parse_span("0-3")}, CONDITIONS) == {
        "repaid_after": Span(0, 3),
        "back_paid": True,
        "first_enrolment": False,
    }


def test_a_row_implies_the_choice_its_condition_needs() -> None:
    assert with_needs({"quarter_month": parse_span("2")}, CONDITIONS) == {
        "quarter_month": Span(2, 2),
        "rhythm": ("quarterly",),
    }


@pytest.mark.parametrize(
    ("when", "need"),
    [
        ({"repaid_after": "0-3", "back_paid": "false"}, "back_paid"),
        ({"first_enrolment": "true", "lapse_months": "4+"}, "first_enrolment"),
        ({"first_enrolment": "true", "repaid_after": "4+"}, "first_enrolment"),
        ({"quarter_month": "1", "rhythm": "monthly"}, "rhythm"),
    ],
)
def test_a_row_that_denies_what_it_needs_is_a_contradiction(
    when: dict[str, str], need: str
) -> None:
    with pytest.raises(Contradiction, match=f"^{need}$"):
        build_table([row(when, THEN)], CONDITIONS)


def test_a_row_may_name_more_choices_than_its_condition_needs() -> None:
    table = build_table(
        [row({"quarter_month": "1", "rhythm": "monthly,quarterly"}, THEN)], CONDITIONS
    )
    matched = [case for case in table.cases() if table.matching(case)]
    assert matched == [{"rhythm": "quarterly", "quarter_month": Span(1, 1)}]


def test_three_rows_for_one_case_overlap_in_three_pairs() -> None:
    three = [row({"back_paid": "true"}, THEN), row({}, THEN), row({"back_paid": "true"}, THEN)]
    found = [pair[:2] for pair in overlaps(build_table(three, CONDITIONS))]
    assert found == [(0, 1), (0, 2), (1, 2)]


def test_an_overlap_comes_with_a_case_that_shows_it() -> None:
    two = [row({"lapse_months": "0-3"}, THEN), row({"lapse_months": "3+"}, THEN)]
    assert list(overlaps(build_table(two, CONDITIONS))) == [
        (0, 1, {"first_enrolment": False, "lapse_months": Span(3, 3)})
    ]


def test_a_typing_error_between_two_ranges_is_a_hole() -> None:
    two = [row({"lapse_months": "0-3"}, THEN), row({"lapse_months": "5+"}, THEN)]
    assert list(holes(build_table(two, CONDITIONS))) == [("lapse_months", Span(4, 4))]


def test_a_range_nobody_answers_at_either_end_is_no_hole() -> None:
    middle = [row({"lapse_months": "2-3"}, THEN)]
    assert list(holes(build_table(middle, CONDITIONS))) == []


def test_a_hole_is_told_once_however_many_cases_it_lies_in() -> None:
    four = [
        row({"lapse_months": months, "back_paid": paid}, THEN)
        for months in ("0-3", "5+")
        for paid in ("true", "false")
    ]
    assert list(holes(build_table(four, CONDITIONS))) == [("lapse_months", Span(4, 4))]


def test_ranges_answered_for_different_people_leave_no_hole_between_them() -> None:
    two = [
        row({"lapse_months": "0-3", "back_paid": "true"}, THEN),
        row({"lapse_months": "5+", "back_paid": "false"}, THEN),
    ]
    assert list(holes(build_table(two, CONDITIONS))) == []


def test_a_range_of_months_is_open_at_both_ends() -> None:
    table = build_table([row({"retires": "2027"}, THEN)], CONDITIONS)
    first, last = month_index(2027, 1), month_index(2027, 12)
    assert table.atoms["retires"] == (
        Span(None, first - 1),
        Span(first, last),
        Span(last + 1, None),
    )
    assert list(gaps(table)) == [
        {"retires": Span(None, first - 1)},
        {"retires": Span(last + 1, None)},
    ]


def test_two_months_that_meet_leave_nothing_between_them() -> None:
    two = [row({"retires": "..2026-12"}, THEN), row({"retires": "2027-01.."}, THEN)]
    table = build_table(two, CONDITIONS)
    assert list(gaps(table)) == []
    assert list(overlaps(table)) == []


def test_a_table_of_one_word_has_one_case() -> None:
    table = build_table([row({}, "unstated")], CONDITIONS)
    assert list(table.cases()) == [{}]
    assert table.matching({}) == [0]


def test_a_table_of_no_rows_leaves_everything_open() -> None:
    assert list(gaps(build_table([], CONDITIONS))) == [{}]


def test_a_table_beyond_what_people_could_follow_is_refused() -> None:
    fields = {f"months_{number}": Field(type="months", label="月") for number in range(7)}
    rows_of = [Row({name: parse_span(text) for name in fields}, {}) for text in ("1", "3")]
    assert 5**6 < MAX_CASES < 5**7
    with pytest.raises(TableTooLarge):
        build_table(rows_of, fields)


def test_a_condition_the_case_does_not_know_is_never_met() -> None:
    assert not matches({"lapse_months": Span(0, 3)}, {"first_enrolment": True})
    assert not matches({"lapse_months": Span(0, 3)}, {"lapse_months": None})


@pytest.mark.parametrize(
    ("inner", "outer", "inside"),
    [
        ({"lapse_months": "1-2"}, {"lapse_months": "0-3"}, True),
        ({"lapse_months": "1-4"}, {"lapse_months": "0-3"}, False),
        ({"lapse_months": "4+"}, {"lapse_months": "4-9"}, False),
        ({"lapse_months": "4-9"}, {"lapse_months": "4+"}, True),
        ({"retires": "..2027"}, {"retires": "2026.."}, False),
        ({"retires": "2027.."}, {"retires": "2026.."}, True),
        ({"rhythm": "monthly"}, {"rhythm": "monthly,quarterly"}, True),
        ({"rhythm": "monthly,quarterly"}, {"rhythm": "monthly"}, False),
        ({"back_paid": "true"}, {"back_paid": "true"}, True),
        ({"back_paid": "true"}, {"back_paid": "false"}, False),
        ({"back_paid": "true"}, {"lapse_months": "0+"}, False),
        ({"back_paid": "true", "lapse_months": "3"}, {"back_paid": "true"}, True),
        ({"repaid_after": "3"}, {"back_paid": "true"}, True),
    ],
)
def test_a_row_is_inside_another_where_each_of_its_conditions_is(
    inner: dict[str, str], outer: dict[str, str], inside: bool
) -> None:
    full = with_needs(row(inner, THEN).when, CONDITIONS)
    assert matches_all(full, with_needs(row(outer, THEN).when, CONDITIONS)) == inside


def test_conditions_of_different_kinds_are_never_inside_each_other() -> None:
    assert not matches_all({"x": "monthly"}, {"x": "monthly"})
    assert not matches_all({"x": Span(1, 1)}, {"x": ("monthly",)})

"""Stricter or looser than the frame above: said only where the local case lies wholly inside the frame's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model import Record, Row
from generator.site.strictness import against_frames
from generator.values import Duration
from tests.builders import PREMIUM, RECORD, WAITING, make_book, row

BOOK = make_book()
RESUME = WAITING.part("resume")


def local(*rows: Row) -> Record:
    """A record of the prefecture."""
    return replace(RECORD, rows=rows)


def above(*rows: Row) -> Record:
    """A frame of the province."""
    return replace(RECORD, region="anzhou", applies_below=False, rows=rows)


@pytest.mark.parametrize(
    ("here", "there", "marks"),
    [
        ({"waiting": "3 months"}, {"waiting": "6 months"}, {(0, "waiting"): "宽于"}),
        ({"waiting": "6 months"}, {"waiting": "3 months"}, {(0, "waiting"): "严于"}),
        ({"waiting": "3 months"}, {"waiting": "3 months"}, {}),
        ({"waiting": "90 days"}, {"waiting": "6 months"}, {}),
        ({"waiting": "unstated"}, {"waiting": "6 months"}, {}),
        ({"waiting": "3 months"}, {"waiting": "unstated"}, {}),
        ({"waiting": "3 months"}, {"benefit": "50%"}, {}),
        ({"benefit": "50%"}, {"benefit": "0%"}, {(0, "benefit"): "宽于"}),
        ({"benefit": "0%"}, {"benefit": "50%"}, {(0, "benefit"): "严于"}),
        ({"starts": "payment"}, {"starts": "next"}, {}),
        (
            {"waiting": "1 month", "benefit": "0%"},
            {"waiting": "2 months", "benefit": "10%"},
            {(0, "waiting"): "宽于", (0, "benefit"): "严于"},
        ),
    ],
)
def test_a_value_is_looser_where_it_is_better_for_the_person(
    here: dict[str, str], there: dict[str, str], marks: dict[tuple[int, str], str]
) -> None:
    record, frame = local(row({}, here)), above(row({}, there))
    assert against_frames(record, [frame], RESUME, BOOK) == marks


@pytest.mark.parametrize(
    ("here", "there", "compared"),
    [
        ({"lapse_months": "1-2"}, {"lapse_months": "0-3"}, True),
        ({"lapse_months": "0-3"}, {"lapse_months": "0-3"}, True),
        ({"lapse_months": "2-4"}, {"lapse_months": "0-3"}, False),
        ({}, {"lapse_months": "0-3"}, False),
        ({"lapse_months": "0-3"}, {}, True),
        ({"repaid_after": "0-3"}, {"back_paid": "true"}, True),
        ({"back_paid": "false"}, {"back_paid": "true"}, False),
        ({"rhythm": "monthly"}, {"rhythm": "monthly,quarterly"}, True),
    ],
)
def test_a_case_that_reaches_beyond_the_frames_is_not_compared(
    here: dict[str, str], there: dict[str, str], compared: bool
) -> None:
    record = local(row(here, {"waiting": "3 months"}))
    frame = above(row(there, {"waiting": "6 months"}))
    marks = {(0, "waiting"): "宽于"} if compared else {}
    assert against_frames(record, [frame], RESUME, BOOK) == marks


def test_each_row_is_held_against_the_frames_row_for_its_own_case() -> None:
    record = local(
        row({"lapse_months": "0-3"}, {"waiting": "2 months"}),
        row({"lapse_months": "4+"}, {"waiting": "5 months"}),
    )
    frame = above(
        row({"lapse_months": "0-3"}, {"waiting": "1 month"}),
        row({"lapse_months": "4+"}, {"waiting": "6 months"}),
    )
    assert against_frames(record, [frame], RESUME, BOOK) == {
        (0, "waiting"): "严于",
        (1, "waiting"): "宽于",
    }


def test_rows_of_one_word_are_not_compared() -> None:
    frame = above(row({}, {"waiting": "6 months"}))
    assert against_frames(local(row({}, "unstated")), [frame], RESUME, BOOK) == {}
    record = local(row({}, {"waiting": "3 months"}))
    assert against_frames(record, [above(row({}, "set-below"))], RESUME, BOOK) == {}


def test_a_contradictory_row_is_not_compared() -> None:
    record = local(row({"first_enrolment": "true", "lapse_months": "3"}, {"waiting": "3 months"}))
    assert against_frames(record, [above(row({}, {"waiting": "6 months"}))], RESUME, BOOK) == {}


def test_without_a_frame_nothing_is_compared() -> None:
    assert against_frames(RECORD, [], RESUME, BOOK) == {}


def test_a_field_without_a_better_side_is_not_compared() -> None:
    part = RESUME.model_copy(update={"columns": ("kept",)})
    record = replace(local(Row({}, {"kept": True})), rule="premium")
    frame = replace(above(Row({}, {"kept": False})), rule="premium")
    assert against_frames(record, [frame], part, BOOK) == {}
    assert PREMIUM.fields["kept"].better is None


def test_a_length_of_time_and_a_number_are_not_compared() -> None:
    record = local(Row({}, {"waiting": Duration(3, "months")}))
    frame = above(Row({}, {"waiting": "3"}))
    assert against_frames(record, [frame], RESUME, BOOK) == {}

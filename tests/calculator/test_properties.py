"""What holds for everybody: time runs one way, paying back never hurts, calendars are right, and nonsense is refused kindly."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.dates import last_day, month_index
from tests.builders import steady
from tests.calculator import Door, Told
from tests.calculator.grid import alike, month_text, points

# Regions whose own table lets a person who pays back wait longer. Each is true of its document.
LONGER_WHEN_PAID_BACK: frozenset[str] = frozenset()
# Regions whose own table lets a person who stopped earlier resume earlier.
EARLIER_AFTER_A_LONGER_GAP: frozenset[str] = frozenset()

# What most people would say who lost a job and stayed where they were.
EVERYDAY = {"transferred": "no", "gap_cause": "person"}

patient = settings(
    steady, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
months = st.integers(month_index(1995, 1), month_index(2060, 12))
insurances = st.sampled_from(["employee", "flexible"])
yes_no = st.sampled_from(["yes", "no"])


@pytest.fixture(scope="module")
def place(door: Door) -> tuple[Door, list[str]]:
    """One region of each kind whose own or whose province's records tell of waiting: there the answers are."""
    return door, sorted(code for code in alike(door) if _tells(door, code))


def _tells(door: Door, code: str) -> bool:
    region = json.loads(door.regions[code].read_text("utf-8"))
    waiting = [one for one in region["records"].values() if one["rule"] == "waiting-period"]
    return any(one["region"] not in region["above"][-1:] for one in waiting)


def lapse(door: Door, code: str, insurance: str, last: int, resume: int, **more: str) -> Told:
    given = {"region": code, "insurance": insurance, "last_paid": month_text(last)}
    return door.ask("lapse", {**given, "resume": month_text(resume), **more})


def span(told: Told) -> tuple[str, str] | None:
    """The first and the last day on which full benefits may begin, where the person has said all that decides."""
    outcome = told["outcome"]
    if told["missing"]:
        return None
    if told["answered"] == "yes" and "benefits_from" in outcome:
        return str(outcome["benefits_from"]), str(outcome["benefits_from"])
    if told["answered"] == "partly" and "benefits_earliest" in outcome:
        return str(outcome["benefits_earliest"]), str(outcome["benefits_latest"])
    return None


def test_paying_back_never_waits_longer(place: tuple[Door, list[str]]) -> None:
    door, codes = place
    longer, compared = set(), 0
    for point in points(door):
        if point.back_paid or point.gap == 0 or point.code not in codes:
            continue
        unpaid = span(door.ask("lapse", {**point.given, **EVERYDAY}))
        paid = span(door.ask("lapse", {**point.given, **EVERYDAY, "back_paid": "yes"}))
        if unpaid and paid:
            compared += 1
            if paid[0] > unpaid[0] or paid[1] > unpaid[1]:
                longer.add(point.code)
    assert longer == LONGER_WHEN_PAID_BACK
    assert compared > 100


@patient
@given(data=st.data(), insurance=insurances, resume=months, back_paid=yes_no)
def test_with_one_resumption_an_earlier_stop_never_resumes_earlier(
    data: st.DataObject, insurance: str, resume: int, back_paid: str, place: tuple[Door, list[str]]
) -> None:
    door, codes = place
    code = data.draw(st.sampled_from(codes), label="region")
    short, more = data.draw(st.integers(1, 24)), data.draw(st.integers(1, 24))
    answers = [
        span(
            lapse(door, code, insurance, resume - gap - 1, resume, back_paid=back_paid, **EVERYDAY)
        )
        for gap in (short, short + more)
    ]
    later, earlier = answers  # by the month of the stop
    if later and earlier and code not in EARLIER_AFTER_A_LONGER_GAP:
        assert earlier[0] >= later[0] and earlier[1] >= later[1]


@patient
@given(data=st.data(), insurance=insurances, resume=months, gap=st.integers(1, 30))
def test_dates_are_those_of_the_calendar(
    data: st.DataObject, insurance: str, resume: int, gap: int, place: tuple[Door, list[str]]
) -> None:
    door, codes = place
    back = data.draw(yes_no, label="back_paid")
    code = data.draw(st.sampled_from(codes), label="region")
    day = data.draw(st.integers(1, last_day(resume // 12, resume % 12 + 1)))
    paid_on = date(resume // 12, resume % 12 + 1, day)
    last = resume - gap - 1
    told = lapse(door, code, insurance, last, resume, back_paid=back, paid_on=paid_on.isoformat())
    outcome = told["outcome"]
    assert outcome["gap_months"] == gap
    if "covered_until" in outcome:
        ends = {first_of(last + 1) - timedelta(1), first_of(last + 2) - timedelta(1)}
        assert date.fromisoformat(str(outcome["covered_until"])) in ends
        assert date.fromisoformat(str(outcome["stops_on"])) - timedelta(1) in ends
    waits = [key for key in ("waiting_months", "waiting_days") if key in outcome]
    if "benefits_from" in outcome and waits and "counts_from" in outcome:
        start = begins(str(outcome["counts_from"]), resume, paid_on)
        if start is not None:
            wait = int(str(outcome[waits[0]]))
            ends_on = after(start, wait) if waits == ["waiting_months"] else start + timedelta(wait)
            assert outcome["benefits_from"] == ends_on.isoformat()


def first_of(month: int) -> date:
    """The first day of a month."""
    return date(month // 12, month % 12 + 1, 1)


def begins(counts_from: str, resume: int, paid_on: date) -> date | None:
    """The first day of a wait, as the guide for records tells it; None where it depends on more."""
    return {
        "unbroken": first_of(resume),
        "payment-month": first_of(resume),
        "month-after-payment": first_of(resume + 1),
        "payment-day": paid_on,
        "day-after-payment": paid_on + timedelta(1),
        "year-start": date(resume // 12, 1, 1),
    }.get(counts_from)


def after(start: date, count: int) -> date:
    """The same day some months later; where there is none, the first of the month after."""
    month = month_index(start.year, start.month) + count
    year, number = month // 12, month % 12 + 1
    if start.day <= last_day(year, number):
        return date(year, number, start.day)
    return first_of(month + 1)


@patient
@given(last=months, back=st.integers(0, 40), insurance=insurances)
def test_a_resumption_that_is_not_after_the_last_month_is_a_fault(
    last: int, back: int, insurance: str, door: Door
) -> None:
    told = lapse(door, "350000", insurance, last, last - back)
    assert [(fault["field"], fault["key"]) for fault in told["faults"]] == [
        ("resume", "not-after-last-paid")
    ]
    assert (told["answered"], told["outcome"], told["steps"]) == ("no", {}, [])


GOOD = {
    "lapse": {"insurance": "employee", "last_paid": "2023-12", "resume": "2024-06"},
    "resident": {"last_insured_year": "2023", "enrol_year": "2025", "paid_on": "2024-11-15"},
    "cost": {"insurance": "employee", "base": "5000", "months": "3"},
    "retirement": {"sex": "male", "retire": "2027-05"},
}
NONSENSE = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["2024-00", "2024-13", "2023-02-29", "0000-01", "9999-12", "-1", "1e9", "٣", "０", "NaN"]
    ),
    st.integers(-(10**9), 10**9).map(str),
)


@patient
@given(data=st.data())
def test_absurd_values_are_faults_of_their_field_in_chinese(
    data: st.DataObject, door: Door
) -> None:
    question = data.draw(st.sampled_from(sorted(GOOD)))
    described = door.request(describe=True)["questions"]
    assert isinstance(described, list)
    inputs = next(one for one in described if isinstance(one, dict) and one["question"] == question)
    names = [one["name"] for one in inputs["inputs"]]  # type: ignore[index, union-attr, call-overload]
    field = data.draw(st.sampled_from([*names, "nobody"]))
    text = data.draw(NONSENSE)
    told = door.ask(question, {"region": "350000", **GOOD[question], field: text})
    for fault in told["faults"]:
        assert fault["text"].endswith("。") and any("一" <= sign <= "鿿" for sign in fault["text"])
    if told["faults"]:
        assert (told["answered"], told["outcome"], told["steps"]) == ("no", {}, [])
    else:
        assert told["answered"] in ("yes", "partly", "no")
    if field == "nobody":
        assert [fault["key"] for fault in told["faults"]] == ["unknown-input"]


@pytest.mark.parametrize(
    ("question", "wrong", "keys"),
    [
        ("lapse", {"last_paid": "2024-13"}, {"last_paid": "not-month"}),
        ("lapse", {"last_paid": "1023-12"}, {"last_paid": "not-month"}),
        ("lapse", {"paid_on": "2023-02-29"}, {"paid_on": "not-day"}),
        ("lapse", {"insurance": "resident"}, {"insurance": "not-choice"}),
        ("lapse", {"back_paid": "maybe"}, {"back_paid": "not-boolean"}),
        ("resident", {"last_insured_year": "2025"}, {"enrol_year": "not-after-last-insured"}),
        ("resident", {"paid_on": "2031-01-01"}, {"paid_on": "too-late"}),
        ("resident", {"repaired_years": "99"}, {"repaired_years": "not-count"}),
        ("cost", {"months": "0"}, {"months": "not-count"}),
        ("cost", {"base": "-5"}, {"base": "not-money"}),
        ("cost", {"employee_rate": "200%"}, {"employee_rate": "not-ratio"}),
        ("retirement", {"years_total": "22.4"}, {"years_total": "not-years"}),
        ("retirement", {"sex": "x"}, {"sex": "not-choice"}),
    ],
)
def test_a_wrong_value_is_named_at_its_field(
    question: str, wrong: dict[str, str], keys: dict[str, str], door: Door
) -> None:
    told = door.ask(question, {"region": "350000", **GOOD[question], **wrong})
    assert {fault["field"]: fault["key"] for fault in told["faults"]} == keys

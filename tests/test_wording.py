"""Values, conditions and rows in Chinese: every word comes from a declaration."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.dates import PartialDate, month_index
from generator.model import Field
from generator.tables import TableCase, build_table, gaps
from generator.values import Duration, Span, Value, Window, Word
from generator.wording import say_value, say_when, sentence, show_case, show_value
from tests.builders import CONDITIONS, OUTCOMES, PREMIUM, WAITING, read_answer, row

RESUME = WAITING.part("resume")
ACCOUNT = PREMIUM.part("account")
YES_NO = Field(type="boolean", label="可提现")
AGE = PREMIUM.fields["age"]


@pytest.mark.parametrize(
    ("value", "field", "shown"),
    [
        (Word("unstated"), OUTCOMES["waiting"], "文件未写明"),
        (Word("set-below"), OUTCOMES["waiting"], "由下级规定"),
        (Word("not-possible"), OUTCOMES["waiting"], "不能办理"),
        (Word("none"), PREMIUM.fields["personal_cny"], "无"),
        (True, YES_NO, "是"),
        (False, YES_NO, "否"),
        (True, PREMIUM.fields["kept"], "年限保留"),
        (False, PREMIUM.fields["kept"], "否"),
        (Duration(3, "months"), OUTCOMES["waiting"], "3个月"),
        (Duration(0, "months"), OUTCOMES["waiting"], "不设等待期"),
        (Duration(0, "days"), OUTCOMES["waiting"], "0天"),
        ("payment", OUTCOMES["starts"], "缴费当月"),
        (("usable", "frozen"), PREMIUM.fields["on_lapse"], "可用、冻结"),
        (Decimal("0.5"), OUTCOMES["benefit"], "50%"),
        (Decimal("400"), PREMIUM.fields["personal_cny"], "400元/年"),
        (Span(0, 17), AGE, "不超过17周岁"),
        (Span(60, None), AGE, "60周岁及以上"),
        (Span(4, 6), CONDITIONS["lapse_months"], "4–6个月"),
        (Span(month_index(2027, 1), None), CONDITIONS["retires"], "2027年1月及以后"),
        (PartialDate(2026, 1), PREMIUM.fields["since"], "2026年1月"),
        (
            Window(False, (9, 1), (12, 31)),
            Field(type="window", label="时段"),
            "当年9月1日至12月31日",
        ),
        ("上年度平均工资", Field(type="text", label="基数"), "上年度平均工资"),
    ],
)
def test_a_table_cell_shows_the_value_alone(value: Value, field: Field, shown: str) -> None:
    assert show_value(value, field) == shown


@pytest.mark.parametrize(
    ("value", "field", "said"),
    [
        (Duration(3, "months"), OUTCOMES["waiting"], "等待期3个月"),
        (Duration(0, "months"), OUTCOMES["waiting"], "不设等待期"),
        (Word("unstated"), OUTCOMES["waiting"], "等待期文件未写明"),
        (Word("none"), OUTCOMES["waiting"], "等待期：无"),
        (Decimal("0.5"), OUTCOMES["benefit"], "报销50%"),
        (True, PREMIUM.fields["kept"], "年限保留"),
        (Decimal(400), PREMIUM.fields["personal_cny"], "个人缴400元/年"),
    ],
)
def test_a_sentence_says_the_value_with_its_words(value: Value, field: Field, said: str) -> None:
    assert say_value(value, field) == said


def test_conditions_are_said_in_the_order_declared() -> None:
    when = row({"rhythm": "monthly", "back_paid": "true", "lapse_months": "0-3"}, {}).when
    assert say_when(when, CONDITIONS) == "断缴不超过3个月，已补缴，按月缴"


def test_several_choices_are_said_with_or() -> None:
    assert say_when(row({"rhythm": "monthly,quarterly"}, {}).when, CONDITIONS) == "按月缴或按季缴"


def test_a_row_without_conditions_says_nothing() -> None:
    assert say_when({}, CONDITIONS) == ""


@pytest.mark.parametrize(
    ("case", "said"),
    [
        ({"first_enrolment": True, "lapse_months": None}, "首次参保"),
        ({"first_enrolment": False, "lapse_months": Span(4, 4)}, "断缴4个月"),
        ({"first_enrolment": False, "lapse_months": Span(0, None)}, "参过保"),
        ({"first_enrolment": False, "back_paid": False, "repaid_after": None}, "没有补缴"),
        (
            {"first_enrolment": False, "back_paid": True, "repaid_after": Span(0, 3)},
            "补缴时已欠不超过3个月",
        ),
        ({"rhythm": "quarterly", "quarter_month": Span(2, 2)}, "季内第2个月"),
        ({"rhythm": "monthly", "quarter_month": None}, "按月缴"),
        ({"retires": Span(None, None)}, ""),
    ],
)
def test_a_case_leaves_out_what_does_not_exist_or_goes_without_saying(
    case: TableCase, said: str
) -> None:
    assert show_case(case, CONDITIONS) == said


def test_a_gap_of_a_table_is_said_in_words() -> None:
    two = [row({"lapse_months": "0-3"}, {}), row({"lapse_months": "5+"}, {})]
    told = [show_case(case, CONDITIONS) for case in gaps(build_table(two, CONDITIONS))]
    assert told == ["首次参保", "断缴4个月"]


@pytest.mark.parametrize(
    ("then", "said"),
    [
        ({"waiting": "3 months", "starts": "payment"}, "等待期3个月；从缴费当月起算。"),
        ({"waiting": "0 months"}, "不设等待期。"),
        ({"benefit": "50%", "waiting": "3 months"}, "等待期3个月；报销50%。"),
        ({"waiting": "3 months", "starts": "unstated"}, "等待期3个月。文件未写明：起算。"),
        (
            {"starts": "unstated", "waiting": "unstated", "benefit": "unstated"},
            "文件未写明：等待期、起算、等待期待遇。",
        ),
        ({}, ""),
        ("unstated", "文件未写明。"),
        ("set-below", "由下级规定。"),
        ("not-possible", "不能办理。"),
    ],
)
def test_a_row_is_said_by_the_sentence_of_its_part(then: dict[str, str] | str, said: str) -> None:
    assert sentence(RESUME, OUTCOMES, read_answer(then)) == said


@pytest.mark.parametrize(
    ("then", "said"),
    [
        ({"kept": True, "on_lapse": ("usable",)}, "年限保留，可用。"),
        ({"kept": True}, "年限保留。"),
        ({"on_lapse": ("usable", "frozen"), "since": PartialDate(2030)}, "可用、冻结；2030年。"),
        ({"kept": True, "on_lapse": Word("unstated")}, "年限保留。文件未写明：断缴后。"),
    ],
)
def test_a_clause_of_two_fields_says_the_one_it_has(then: dict[str, Value], said: str) -> None:
    assert sentence(ACCOUNT, PREMIUM.fields, then) == said


def test_braces_in_a_value_are_never_filled_in() -> None:
    part = ACCOUNT.model_copy(update={"fields": ("note",), "sentence": ("{note}",)})
    fields = {"note": Field(type="text", label="说明")}
    assert sentence(part, fields, {"note": "见{note}"}) == "见{note}。"

"""`policybook calc` on the real book: the same data as the site publishes, and an answer that can be checked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.book import checked
from generator.commands.calc import published
from generator.model import Book
from tests.calculator import ROOT, Door
from tests.calculator.conftest import DAY
from tests.folders import Ran, policybook

FUJIAN = (
    "region=350000",
    "insurance=employee",
    "last_paid=2023-12",
    "resume=2024-06",
    "back_paid=no",
)
STEP = {"rule", "part", "origin", "record", "document", "document_title", "tier"}
STEP |= {"last_verified", "text"}


@pytest.fixture(scope="module")
def book() -> Book:
    found, _ = checked(ROOT / "policies", DAY)
    assert found is not None
    return found


def calc(*words: str) -> Ran:
    return policybook("calc", *words, folder=ROOT)


@pytest.mark.parametrize("slug", ["china", "fujian", "shandong/qingdao", "guangdong/shenzhen"])
def test_the_command_calculates_with_what_the_site_publishes(
    slug: str, book: Book, api: Path
) -> None:
    data = published(book, book.region_by_slug[slug], DAY)
    assert data.region == (api / f"regions/{slug}.json").read_text("utf-8").rstrip("\n")
    own = json.loads(data.listing)
    site = json.loads((api / "index.json").read_text("utf-8"))
    lineage = [region["slug"] for region in own["regions"]]
    assert own.pop("regions") == [one for one in site.pop("regions") if one["slug"] in lineage]
    assert own == site


def test_json_holds_the_answer_with_its_sources(door: Door) -> None:
    ran = calc("lapse", *FUJIAN, "--json")
    assert (ran.status, ran.err) == (0, "")
    told = json.loads(ran.out)
    assert (told["question"], told["answered"]) == ("lapse", "yes")
    assert told["outcome"]["benefits_from"] == "2024-12-01"
    assert all(step.keys() >= STEP for step in told["steps"])
    assert all(("clause" in step) != ("clause_missing" in step) for step in told["steps"])
    assert "faults" not in told and "plain" not in told
    given = dict(word.split("=") for word in FUJIAN)
    asked = door.ask("lapse", given)
    assert (told["outcome"], told["questions"]) == (asked["outcome"], asked["questions"])


def test_an_answer_says_what_was_compared_too_long_ago() -> None:
    told = json.loads(calc("lapse", *FUJIAN, "--json").out)  # the command's day is years later here
    assert {"overdue"} == {warning["key"] for warning in told["warnings"]}
    assert "上次核对是2026年11月21日，已过复核期限。" in told["steps"][0]["text"]


def test_people_get_the_same_as_text() -> None:
    ran = calc("lapse", *FUJIAN)
    assert (ran.status, ran.err) == (0, "")
    for said in (
        "断缴5个月，要等6个月，2024年12月1日起恢复正常报销；等待期内按正常待遇的50%报销。",
        "您断缴5个月（2024年1月至5月），2024年6月恢复缴费。",
        "《职工医保断缴了,怎么办?》（问答，无条款号），官方文本；本地规定；核对于2026年11月21日",
        "我在福建省参加职工医保（单位参保），最后缴到2023年12月",
        "本站不是政府网站",
    ):
        assert said in ran.out


def test_every_fault_of_an_input_is_told_at_once() -> None:
    ran = calc("lapse", "region=福建", "insurance=staff", "last_paid=2024-13", "resume=2024-01")
    assert (ran.status, ran.out) == (2, "")
    assert [
        line.split("：")[0] for line in ran.err.removeprefix("policybook calc: ").splitlines()
    ] == [
        "insurance",
        "last_paid",
    ]


def test_the_questions_and_their_inputs_are_described_in_words(door: Door) -> None:
    questions = door.request(describe=True)["questions"]
    assert isinstance(questions, list)
    names = [one["question"] for one in questions if isinstance(one, dict)]
    assert names == ["lapse", "resident", "cost", "retirement"]
    for question in questions:
        assert isinstance(question, dict) and isinstance(question["inputs"], list)
        for one in question["inputs"]:
            assert isinstance(one, dict)
            assert one["label"] != one["name"], f"{one['name']} has no label"
            assert one["example"] or one["choices"] or one["hint"], f"{one['name']} has no hint"

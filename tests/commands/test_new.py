"""`policybook new`: the right place, only the questions that are needed, and nothing made up."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from tests.folders import CITY, DOCUMENTS, Folder, Ran, policybook, small_book

ANSWERS = ("临河市", "resume", "linhe-rules-2030")
RECORD = """\
  - part: card
    insurance: [adult]
    effective_from: TODO  # 文件没写就是 unknown，可加 seen_on
    # 可用的条件：newcomer 是否新读者、gap_months 停用月数、paid_back 是否补缴、way 办理方式、parcels 包裹数、desk_no 柜台号
    # 可用的字段：wait 等候期、wait_share 等候期可借比例
    decisions:
      - when: TODO  # 写成 {条件: 值, 条件: 值}；对所有人都一样的写 {}
        then: TODO  # 写成 {字段: 值, 字段: 值}；文件没写的写 unstated
    otherwise: TODO  # 没有列出的情形文件没说，写 unstated；各行已说全，删去这一行
    source: {document: linhe-rules-2030, clause: TODO}  # 没有条款号：clause_missing: 原因
    last_verified: TODO  # 拿原文逐字对过的那一天，写到日
"""
DOCUMENT = """\
  - id: linhe-rules-2030
    title: TODO  # 没读到写 unstated，并加 about
    doc_no: TODO  # 没有或没读到，写 unstated
    issuer: TODO  # 没读到写 unstated
    issued: TODO  # 写到文件所写的精度；没读到写 unstated
    effective_from: TODO  # 文件自己写的施行日期；没写就是 unstated
    url: TODO  # 读到它的网址
    tier: TODO  # official 馆方文本；secondary 转述
    read: TODO  # stored-copy 读的是存档副本；live-page 读的是原网页
"""
WHOLE = ("--region", "临河", "--rule", "resume", "--document", "linhe-rules-2030")


@pytest.fixture
def book(tmp_path: Path) -> Folder:
    return small_book(tmp_path)


def new(book: Folder, *options: str) -> Ran:
    return policybook("new", *options, folder=book.root)


def answering(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def text(book: Folder, name: str) -> str:
    return (book.policies / name).read_text(encoding="utf-8")


def test_options_alone_are_enough_and_existing_text_stays(book: Folder) -> None:
    ran = new(book, *WHOLE)
    assert (ran.status, ran.out) == (
        0,
        "policies/records/anzhou/linhe/resume.yml\npolicies/documents/anzhou/linhe.yml\n",
    )
    assert text(book, "records/anzhou/linhe/resume.yml") == CITY + RECORD
    before = DOCUMENTS.format(region="anzhou/linhe", id="linhe-notice-2029", title="停用公告")
    assert text(book, "documents/anzhou/linhe.yml") == before + DOCUMENT


def test_every_todo_is_a_finding_with_its_place(book: Folder) -> None:
    new(book, *WHOLE)
    ran = book.check()
    name = "policies/records/anzhou/linhe/resume.yml"
    told = [
        tuple(line.removeprefix(f"{name}:").split(" ")[:2]) for line in ran.told if name in line
    ]
    assert told == [
        ("22:21:", "R003"),
        ("26:15:", "R004"),
        ("27:15:", "R003"),
        ("28:16:", "R003"),
        ("29:50:", "R003"),
        ("30:20:", "R003"),
    ]
    assert ran.status == 1


def test_print_writes_no_file(book: Folder) -> None:
    ran = new(book, *WHOLE, "--print")
    assert ran.out == (
        f"# policies/records/anzhou/linhe/resume.yml\n{RECORD}"
        f"# policies/documents/anzhou/linhe.yml\n{DOCUMENT}"
    )
    assert text(book, "records/anzhou/linhe/resume.yml") == CITY


def test_a_declared_document_is_not_declared_again(book: Folder) -> None:
    ran = new(book, *WHOLE[:4], "--document", "linhe-notice-2029")
    assert ran.out == "policies/records/anzhou/linhe/resume.yml\n"


def test_a_new_file_says_whose_it_is(book: Folder) -> None:
    options = ("--rule", "费用", "--part", "yearly", "--insurance", "成人,child")
    new(book, "--region", "010000", *options, "--document", "anland-act-2029")
    assert text(book, "records/anzhou/fees.yml") == (
        "region: anzhou\nrule: fees\nrecords:\n"
        "  - part: yearly\n    insurance: [adult, child]\n"
        "    insured_year: TODO  # 哪个年度，例如 2030\n"
        "    applies_below: TODO  # true 直接约束下级；false 只是框架\n"
        "    # 可用的键：age 年龄\n    # 可用的字段：fee_cny 年费\n    rows: TODO\n"
        "    source: {document: anland-act-2029, clause: TODO}  # 没有条款号：clause_missing: 原因\n"
        "    last_verified: TODO  # 拿原文逐字对过的那一天，写到日\n"
    )


def test_it_asks_only_what_has_more_than_one_answer(
    book: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, *ANSWERS)
    ran = new(book)
    assert ran.status == 0
    asked = [
        question
        for question in ("地区（", "规则：", "部分：", "读者，", "出处的文件 id")
        if question in ran.err
    ]
    assert asked == ["地区（", "规则：", "出处的文件 id"]


def test_a_wrong_answer_is_asked_again(book: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, "临和市", "临河市", "resum", "resume", "大写 ID", "linhe-rules-2030")
    ran = new(book)
    assert ran.status == 0
    for told in (
        "没有“临和市”这个地区。是不是想写 临河市",
        "是不是想写 resume？",
        "“大写 ID”不能作 id",
    ):
        assert told in ran.err


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--region", "临和市"), "没有“临和市”这个地区。是不是想写 临河市"),
        (("--region", "海岛省"), "海岛省：没有图书馆，这里不写记录"),
        ((*WHOLE[:2], "--rule", "fee"), "没有“fee”这个规则。是不是想写 fees？"),
        ((*WHOLE, "--insurance", "child"), "没有“child”这个读者。"),
        ((*WHOLE[:4], "--document", "../x"), "“../x”不能作 id：只用小写字母、数字和连字符"),
    ],
)
def test_a_wrong_option_ends_it(book: Folder, options: tuple[str, ...], told: str) -> None:
    ran = new(book, *options)
    assert ran.status == 1
    assert ran.err.startswith(f"policybook new: {told}")


def test_nobody_to_ask_is_told_without_a_traceback(
    book: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch)
    ran = new(book)
    assert ran.status == 1
    assert "没有回答；不想一问一答，就把选项写全" in ran.err


def test_interrupting_writes_nothing(book: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    class Interrupted(io.StringIO):
        def readline(self, *_: object) -> str:  # type: ignore[override]
            raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", Interrupted())
    ran = new(book)
    assert (ran.status, ran.out) == (130, "")
    assert "没有写任何文件" in ran.err


def test_a_file_with_faults_is_left_alone(book: Folder) -> None:
    book.add("records/anzhou/linhe/resume.yml", "\tx: 1\n")
    ran = new(book, *WHOLE)
    assert ran.status == 1
    assert "policies/records/anzhou/linhe/resume.yml:20:1: Y003 有制表符（Tab）" in ran.err
    assert "linhe-rules-2030" not in text(book, "documents/anzhou/linhe.yml")


def test_a_list_in_flow_style_is_left_to_its_author(book: Folder) -> None:
    record = "{part: card, insurance: [adult]}"
    book.write(
        "records/anzhou/linhe/resume.yml",
        f"region: anzhou/linhe\nrule: resume\nrecords: [{record}]\n",
    )
    ran = new(book, *WHOLE)
    assert ran.status == 1
    assert "里没有块状写法的 records 列表，请自己添" in ran.err

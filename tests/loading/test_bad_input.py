"""Bad input through `policybook check`: each fault is told where it stands, and none ends in a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.loading.strict_yaml import MAX_BYTES
from tests.folders import CITY, CITY_FEES, EPOCH, Folder, Ran, small_book

LAW = "records/anland/resume.yml"
CITY_FILE = "records/anzhou/linhe/resume.yml"
FEES_FILE = "records/anzhou/linhe/fees.yml"
LAW_SOURCE = "documents/anland.yml"
REST = "    otherwise: unstated\n"
REFUNDS = "  - part: refunds\n" + CITY_FEES.partition("  - part: refunds\n")[2]


@pytest.fixture
def book(tmp_path: Path) -> Folder:
    return small_book(tmp_path)


def only(ran: Ran) -> str:
    """The one finding of a run, with its advice, on one line."""
    assert (ran.status, len(ran.told)) == (1, 1), ran.out
    return " | ".join(line.strip() for line in ran.out.splitlines())


# The file as text


def test_a_duplicate_key_is_told_at_the_second_one(book: Folder) -> None:
    book.change(CITY_FILE, REST, REST * 2)
    assert only(book.check()) == (
        f"policies/{CITY_FILE}:15:5: Y010 键 otherwise 重复 | 应为：每个键只写一次，删去其中一个"
    )


def test_an_unquoted_number_with_leading_zeros_is_told(book: Folder) -> None:
    book.change("regions.yml", '"000000"', "000000")
    assert only(book.check()) == (
        "policies/regions.yml:2:12: Y009 以 0 开头的数字 000000 没有引号"
        ' | 应为：写作 "000000"，加引号：别的工具会把它读成数字'
    )


def test_a_tab_is_told_where_it_stands(book: Folder) -> None:
    book.change(CITY_FILE, "    otherwise", "  \totherwise")
    assert only(book.check()) == (
        f"policies/{CITY_FILE}:14:3: Y003 有制表符（Tab） | 应为：缩进和间隔都用空格"
    )


def test_an_alias_bomb_is_refused_at_its_first_anchor(book: Folder) -> None:
    levels = "".join(f"b{n}: &b{n} [{', '.join([f'*b{n - 1}'] * 9)}]\n" for n in range(1, 10))
    book.write(CITY_FILE, "b0: &b0 [x]\n" + levels)
    assert only(book.check()) == (
        f"policies/{CITY_FILE}:1:5: Y004 用了锚点（&）或别名（*） | 应为：把内容写出来，不要引用"
    )


def test_a_tag_is_refused_and_nothing_is_run(book: Folder) -> None:
    book.write(CITY_FILE, "note: !!python/object/apply:os.mkdir [ran]\n")
    assert only(book.check()) == (
        f"policies/{CITY_FILE}:1:7: Y004 用了标签 tag:yaml.org,2002:python/object/apply:os.mkdir"
        " | 应为：去掉以 ! 开头的标签"
    )
    assert not (book.root / "ran").exists()


def test_another_encoding_is_told_at_the_first_wrong_byte(book: Folder) -> None:
    book.write(CITY_FILE, CITY.encode("gb18030"))
    assert only(book.check()) == (
        f"policies/{CITY_FILE}:15:51: Y002 不是 UTF-8 编码的文本 | 应为：把文件另存为 UTF-8"
    )


def test_a_byte_order_mark_is_told(book: Folder) -> None:
    book.write(CITY_FILE, CITY.encode("utf-8-sig"))
    assert only(book.check()) == (
        f"policies/{CITY_FILE}:1:1: Y002 文件开头有 BOM | 应为：另存为不带 BOM 的 UTF-8"
    )


@pytest.mark.parametrize("text", ["", "\n\n", "# 只有注释\n"], ids=["none", "lines", "comment"])
def test_an_empty_file_is_told(book: Folder, text: str) -> None:
    book.write(CITY_FILE, text)
    assert only(book.check()) == (f"policies/{CITY_FILE}:1:1: Y005 文件是空的 | 应为：至少写一个键")


def test_a_file_of_ten_megabytes_is_not_even_read(book: Folder) -> None:
    book.write(CITY_FILE, "#" * 10_000_000)
    assert only(book.check()) == (
        f"policies/{CITY_FILE}:1:1: Y006 文件有 10000000 字节，太大了"
        f" | 应为：不超过 {MAX_BYTES} 字节；请拆成几个文件"
    )


@pytest.mark.parametrize(
    ("text", "place"),
    [("a: " + "[" * 10_000 + "]" * 10_000, "1:19"), ("{a: " * 10_000 + "}" * 10_000, "1:65")],
    ids=["lists", "mappings"],
)
def test_ten_thousand_levels_are_refused_at_the_seventeenth(
    book: Folder, text: str, place: str
) -> None:
    book.write(CITY_FILE, text)
    assert only(book.check()) == (
        f"policies/{CITY_FILE}:{place}: Y007 嵌套超过 16 层 | 应为：记录最多几层，检查括号和缩进"
    )


@pytest.mark.parametrize("empty", ["", " ~", " null", " ''"], ids=["none", "~", "null", "quotes"])
def test_a_value_left_empty_is_told_once(book: Folder, empty: str) -> None:
    book.change(CITY_FILE, "note: 等候期从缴费算起", f"note:{empty}")
    found = only(book.check()).replace("16:10:", "16:11:")  # nothing stands right behind the colon
    assert found == (
        f"policies/{CITY_FILE}:16:11: Y008 空值 | 应为：不适用就删去这个键；文件没写就写 unstated"
    )


def test_a_second_document_in_the_stream_is_told(book: Folder) -> None:
    book.add(CITY_FILE, "---\nregion: anzhou\n")
    assert only(book.check()) == (
        f"policies/{CITY_FILE}:20:1: Y001 一个文件里有不止一份 YAML | 应为：去掉 --- 之后的部分"
    )


def test_a_character_that_turns_the_line_around_is_told(book: Folder) -> None:
    book.change(CITY_FILE, "等候期从", "等候\u202e期从")
    assert only(book.check()) == (
        f"policies/{CITY_FILE}:16:13: Y001 有看不见的字符 U+202E | 应为：删去它"
    )


def test_a_bracket_without_its_pair_is_told(book: Folder) -> None:
    book.change(CITY_FILE, "[adult]", "[adult")
    assert only(book.check()) == (
        f"policies/{CITY_FILE}:6:19: Y001 YAML 写法有误：方括号没有配对"
        " | 应为：检查这一行和上一行的缩进、冒号和引号"
    )


def test_a_colon_in_a_value_without_quotes_is_told(book: Folder) -> None:
    book.change(CITY_FILE, "等候期从", "等候期: 从")
    assert only(book.check()) == (
        f"policies/{CITY_FILE}:16:14: Y001 YAML 写法有误：这里多了一个冒号；值里有冒号就给值加引号"
        " | 应为：检查这一行和上一行的缩进、冒号和引号"
    )


@pytest.mark.parametrize(
    ("typed", "place", "sign"),
    [
        ("    otherwise：unstated\n", "14:14", "："),
        ("    otherwise: {wait: 1 month，wait_share: 0%}\n", "14:30", "，"),
        ("    otherwise: ｛wait: 1 month｝\n", "14:16", "｛"),
    ],
)
def test_a_sign_of_full_width_is_told_where_it_stands(
    book: Folder, typed: str, place: str, sign: str
) -> None:
    book.change(CITY_FILE, REST, typed)
    assert only(book.check()) == (
        f"policies/{CITY_FILE}:{place}: Y001 YAML 写法有误：“{sign}”是全角的"
        " | 应为：换成半角；冒号、逗号后面空一格"
    )


def test_a_colon_without_its_space_is_told_where_it_stands(book: Folder) -> None:
    book.change(CITY_FILE, REST, "    otherwise:unstated\n")
    assert only(book.check()) == (
        f"policies/{CITY_FILE}:14:14: Y001 YAML 写法有误：冒号后面没有空格 | 应为：冒号后面空一格"
    )


def test_what_new_leaves_is_told_with_the_words_for_what_is_not_known(book: Folder) -> None:
    book.change(CITY_FILE, "effective_from: 2029-03-01", "effective_from: TODO")
    assert only(book.check()) == (
        f"policies/{CITY_FILE}:6:21: R003 effective_from 还是 TODO"
        " | 应为：日期写作 2026-01-31、2026-01 或 2026；文件没写的写 unknown"
    )


def test_a_level_left_open_is_told_with_the_other_faults(book: Folder) -> None:
    book.change(LAW_SOURCE, "tier: official", "tier: TODO")
    assert only(book.check()) == (
        f"policies/{LAW_SOURCE}:10:11: R003 tier 还是 TODO | 应为：把 TODO 换成文件里写的"
    )


def test_a_word_that_is_no_answer_is_told_with_both_forms(book: Folder) -> None:
    book.change(CITY_FILE, REST, "    otherwise: unknown\n")
    assert only(book.check()) == (
        f"policies/{CITY_FILE}:14:16: R003 otherwise 的值 unknown 不对"
        " | 应为：写成「键: 值」，或 unstated、set-below、not-possible 之一"
    )


def test_a_body_of_another_form_is_told_the_form(book: Folder) -> None:
    book.change(CITY_FILE, REST, f"{REST}    values: {{wait: 1 month}}\n")
    assert only(book.check()) == (
        f"policies/{CITY_FILE}:15:5: R001 这个部分不用 values | 应为：用 decisions 写"
    )


def test_a_region_without_its_province_is_told_whole(book: Folder) -> None:
    book.change(CITY_FILE, "region: anzhou/linhe", "region: linhe")
    assert "是不是想写 anzhou/linhe？" in book.check().out


# The file in its folder


def test_a_folder_named_like_a_file_is_told(book: Folder) -> None:
    (book.policies / "records/anzhou/resume.yml").mkdir()
    assert only(book.check()) == (
        "policies/records/anzhou/resume.yml:1:1: Y011 这不是文件 | 应为：扩展名 .yml 只给文件用"
    )


def test_a_folder_that_is_a_dangling_symlink_is_told(book: Folder) -> None:
    (book.policies / "records/haidao").symlink_to("nowhere")
    assert only(book.check()) == (
        "policies/records/haidao:1:1: Y011 haidao 不会被读取"
        " | 应为：只放文件夹和扩展名为 .yml 的文件，不放符号链接"
    )


def test_a_symlink_out_of_the_book_is_not_followed(book: Folder) -> None:
    (book.root / "secret").write_text("password", encoding="utf-8")
    (book.policies / "records/anzhou/resume.yml").symlink_to(book.root / "secret")
    assert only(book.check()) == (
        "policies/records/anzhou/resume.yml:1:1: Y011 这是符号链接，不会被读取 | 应为：放真正的文件"
    )


def test_a_file_that_would_be_overlooked_is_told(book: Folder) -> None:
    book.write("records/anzhou/resume.yaml", CITY)
    assert only(book.check()) == (
        "policies/records/anzhou/resume.yaml:1:1: Y011 resume.yaml 不会被读取"
        " | 应为：只放文件夹和扩展名为 .yml 的文件，不放符号链接"
    )


def test_a_file_in_the_wrong_place_is_told(book: Folder) -> None:
    book.remove(CITY_FILE)
    book.write("records/anzhou/resume.yml", CITY)
    assert only(book.check()) == (
        "policies/records/anzhou/resume.yml:1:9: R015 文件放错了地方，或 region 写错了"
        f" | 应为：policies/{CITY_FILE}"
    )


def test_a_missing_book_file_is_told(book: Folder) -> None:
    book.remove("book.yml")
    assert only(book.check()) == (
        "policies/book.yml:1:1: R002 找不到文件 book.yml | 应为：在 policies/ 里放一个 book.yml"
    )


def test_a_folder_without_a_book_tells_what_is_missing(tmp_path: Path) -> None:
    ran = Folder(tmp_path).check()
    assert (ran.status, ran.told) == (
        1,
        [
            f"policies/{name}.yml:1:1: R002 找不到文件 {name}.yml"
            for name in ("book", "fields", "regions")
        ],
    )


def test_a_broken_rule_file_is_told_and_its_records_are_left_alone(book: Folder) -> None:
    book.change("rules/fees.yml", "    timeline: year\n", "")
    assert only(book.check()) == (
        "policies/rules/fees.yml:11:5: R002 缺少键 timeline | 应为：写上 timeline"
    )


def test_a_rule_file_under_another_name_is_told(book: Folder) -> None:
    (book.policies / "rules/fees.yml").rename(book.policies / "rules/fee.yml")
    assert only(book.check()) == (
        "policies/rules/fee.yml:1:7: R015 文件放错了地方，或 rule 写错了"
        " | 应为：policies/rules/fees.yml"
    )


# Keys and values


def test_an_unknown_key_is_told_at_the_key_with_the_one_that_was_meant(book: Folder) -> None:
    book.change(CITY_FILE, "wait: 2 months", "wiat: 2 months")
    assert only(book.check()) == (
        f"policies/{CITY_FILE}:13:16: R001 不认识的键 wiat"
        " | 应为：只用已声明的键 | 是不是想写 wait？"
    )


def test_a_key_of_another_part_is_told_with_its_part(book: Folder) -> None:
    book.change(FEES_FILE, "rate: 10%", "fee_cny: 10")
    assert only(book.check()) == (
        f"policies/{FEES_FILE}:16:28: R001 fee_cny 不属于 refunds 这个部分"
        " | 应为：只用这个部分的字段 | 它属于 yearly"
    )


def test_a_key_on_the_wrong_level_is_told_with_its_place(book: Folder) -> None:
    book.change(CITY_FILE, REST, REST + "    wait: 3 months\n")
    assert only(book.check()) == (
        f"policies/{CITY_FILE}:15:5: R001 wait 写错了地方 | 应为：只用这一层的键 | 它写在 then 里"
    )


def test_a_value_without_its_unit_is_told_with_the_written_form(book: Folder) -> None:
    book.change(CITY_FILE, "wait: 2 months", "wait: 2")
    assert only(book.check()) == (
        f"policies/{CITY_FILE}:13:22: R003 wait 的值 2 不对"
        " | 应为：时长写作 3 months、90 days 或 1 year，单位不能省"
    )


def test_a_value_where_a_list_belongs_is_told(book: Folder) -> None:
    book.change(CITY_FILE, "insurance: [adult]", "insurance: adult")
    assert only(book.check()) == (
        f"policies/{CITY_FILE}:5:16: R004 insurance 的写法不对：adult"
        " | 应为：这里要写成列表（每项以 - 开头，或 [a, b]）"
    )


def test_a_list_where_a_value_belongs_is_told(book: Folder) -> None:
    book.change(CITY_FILE, "note: 等候期从缴费算起", "note: [等候期]")
    assert only(book.check()) == (
        f"policies/{CITY_FILE}:16:11: R003 note 的值 （列表） 不对 | 应为：一个值，不是列表或映射"
    )


def test_a_list_in_place_of_the_whole_file_is_told(book: Folder) -> None:
    book.write(CITY_FILE, "- a\n- b\n")
    assert only(book.check()) == (
        f"policies/{CITY_FILE}:1:1: R004 文件 的写法不对：（列表） | 应为：这里要写成「键: 值」"
    )


def test_a_missing_key_is_told_where_its_mapping_begins(book: Folder) -> None:
    book.change(CITY_FILE, "    last_verified: 2030-05-01\n", "")
    assert only(book.check()) == (
        f"policies/{CITY_FILE}:4:5: R002 缺少键 last_verified"
        " | 应为：写上 last_verified：拿原文逐字对过的那一天，例如 2026-11-21"
    )


@pytest.mark.parametrize("address", ["javascript:alert(1)", "ftp://example.org/x", "//example.org"])
def test_an_address_that_is_not_http_is_told(book: Folder, address: str) -> None:
    book.change(LAW_SOURCE, "https://example.org/anland-act-2029", address)
    assert only(book.check()) == (
        f"policies/{LAW_SOURCE}:9:10: R003 url 的值 {address} 不对"
        " | 应为：http:// 或 https:// 开头的网址"
    )


# Names


def test_an_unknown_region_is_told_with_the_slug_of_its_name(book: Folder) -> None:
    book.change(CITY_FILE, "region: anzhou/linhe", "region: 临河市")
    assert only(book.check()) == (
        f"policies/{CITY_FILE}:1:9: G001 没有 临河市 这个地区"
        " | 应为：regions.yml 里的 slug | 是不是想写 anzhou/linhe？"
    )


def test_an_unknown_rule_is_told_with_the_one_that_was_meant(book: Folder) -> None:
    book.remove(CITY_FILE)
    book.write("records/anzhou/linhe/resum.yml", CITY)
    assert only(book.check()) == (
        "policies/records/anzhou/linhe/resum.yml:1:1: R006 没有 resum 这条规则"
        " | 应为：文件名是 rules/ 里的一条规则 | 是不是想写 resume？"
    )


def test_an_unknown_document_is_told_with_the_one_that_was_meant(book: Folder) -> None:
    book.change(CITY_FILE, "linhe-notice-2029", "linhe-notice-2028")
    assert only(book.check()) == (
        f"policies/{CITY_FILE}:15:24: S001 没有 linhe-notice-2028 这个文件"
        " | 应为：documents/ 里声明过的 id | 是不是想写 linhe-notice-2029？"
    )


def test_an_unknown_insurance_is_told_with_the_one_that_was_meant(book: Folder) -> None:
    book.change(CITY_FILE, "insurance: [adult]", "insurance: [adlut]")
    assert only(book.check()) == (
        f"policies/{CITY_FILE}:5:16: R007 没有 adlut 这个读者"
        " | 应为：adult、child 之一 | 是不是想写 adult？"
    )


# Sources


def test_a_record_without_a_source_is_told(book: Folder) -> None:
    book.change(CITY_FILE, "    source: {document: linhe-notice-2029, clause: 第二条}\n", "")
    assert only(book.check()) == (
        f"policies/{CITY_FILE}:4:5: S009 没有出处"
        " | 应为：source: {document: …, clause: …}；没有条款号写 clause_missing: 原因"
    )


@pytest.mark.parametrize(
    "clause", ["", ", clause: 第二条, clause_missing: 无"], ids=["none", "both"]
)
def test_a_source_names_a_clause_or_why_there_is_none(book: Folder, clause: str) -> None:
    book.change(CITY_FILE, ", clause: 第二条", clause)
    assert only(book.check()) == (
        f"policies/{CITY_FILE}:15:13: S002 clause 和 clause_missing 要正好写一个"
        " | 应为：条款号，或没有条款号的原因"
    )


# Days


def test_a_comparison_in_the_future_is_told(book: Folder) -> None:
    book.change(CITY_FILE, "last_verified: 2030-05-01", "last_verified: 2030-06-02")
    assert only(book.check()) == (
        f"policies/{CITY_FILE}:19:20: R013 last_verified 2030-06-02 在今天（2030-06-01）之后"
        " | 应为：与来源比对的那一天"
    )


def test_an_end_before_the_start_is_told(book: Folder) -> None:
    start = "effective_from: 2029-03-01"
    book.change(CITY_FILE, start, f"{start}\n    effective_to: 2029-02")
    assert only(book.check()) == (
        f"policies/{CITY_FILE}:7:19: P001 effective_to 2029-02 早于起始 2029-03-01"
        " | 应为：止期不早于起期"
    )


def test_two_records_that_start_on_one_day_are_told(book: Folder) -> None:
    book.add(CITY_FILE, CITY.partition("records:\n")[2])
    assert book.check().told == [
        f"policies/{CITY_FILE}:20:5: P002 与第 1 条记录同一天起始（2029年3月1日）"
    ]


def test_two_records_with_unknown_starts_that_nothing_orders_are_told(book: Folder) -> None:
    book.add(FEES_FILE, REFUNDS)
    assert book.check().told == [
        f"policies/{FEES_FILE}:19:5: P003 与第 2 条记录同一天起始（起始不明，2029年1月1日已见）"
    ]


# Tables


def test_two_rows_that_meet_are_told_with_a_person_both_answer(book: Folder) -> None:
    book.change(CITY_FILE, "gap_months: 4+, paid_back", "gap_months: 3+, paid_back")
    assert only(book.check()) == (
        f"policies/{CITY_FILE}:12:9: T001 第 2 行和第 3 行重叠：停用3个月，补缴了"
        " | 应为：每种情形只归一行"
    )


def test_a_table_that_leaves_someone_without_an_answer_is_told(book: Folder) -> None:
    book.change(CITY_FILE, REST, "")
    assert only(book.check()) == (
        f"policies/{CITY_FILE}:8:7: T002 有情形没有一行能答：停用4个月及以上，没有补缴"
        " | 应为：补上这一行，或写 otherwise: unstated"
    )


def test_a_hole_between_two_answered_ranges_is_told(book: Folder) -> None:
    book.change(CITY_FILE, "gap_months: 4+, paid_back: true", "gap_months: 6+")
    assert only(book.check()) == (
        f"policies/{CITY_FILE}:8:7: T005 两段已答的停用月数之间漏了4–5个月"
        " | 应为：核对边界词（含、不满、超过）；文件确实没写就单列一行 then: unstated"
    )


def test_a_row_against_what_its_condition_needs_is_told(book: Folder) -> None:
    book.change(CITY_FILE, "gap_months: 4+, paid_back: true", "gap_months: 4+, newcomer: true")
    assert only(book.check()) == (
        f"policies/{CITY_FILE}:12:9: T004 第 3 行的条件自相矛盾：是否新读者 | 应为：去掉矛盾的条件"
    )


def test_an_otherwise_that_nobody_reaches_is_told(book: Folder) -> None:
    book.change(CITY_FILE, "gap_months: 4+, paid_back: true", "gap_months: 4+")
    assert only(book.check()) == (
        f"policies/{CITY_FILE}:14:16: T006 otherwise 永远用不到：各行已覆盖全部情形"
        " | 应为：删去 otherwise"
    )


# Limits, examples and exceptions


def test_a_value_beyond_the_limit_above_is_told(book: Folder) -> None:
    book.change(CITY_FILE, "wait: 2 months", "wait: 7 months")
    assert only(book.check()) == (
        f"policies/{CITY_FILE}:13:22: L001 等候期7个月 超出安国的界限（不超过6个月）"
        " | 应为：核对两边原文；确有冲突就在 exceptions.yml 写明原因"
    )


def test_a_value_in_another_unit_than_the_limit_is_told_and_never_converted(book: Folder) -> None:
    book.change(CITY_FILE, "wait: 2 months", "wait: 10 days")
    assert only(book.check()) == (
        f"policies/{CITY_FILE}:13:22: L002 等候期10天 的单位与安国的界限（不超过6个月）不同，无法比较"
        " | 应为：在 exceptions.yml 写明"
    )


def test_an_example_with_a_misspelt_condition_is_told(book: Folder) -> None:
    book.change(CITY_FILE, "given: {gap_months: 2}", "given: {gap_month: 2}")
    assert only(book.check()) == (
        f"policies/{CITY_FILE}:18:29: R019 given 里的 gap_month 不是这部分的条件"
        " | 应为：已声明的条件 | 是不是想写 gap_months？"
    )


def test_an_example_may_name_what_the_calculator_asks(book: Folder) -> None:
    book.change(CITY_FILE, "given: {gap_months: 2}", "given: {last_paid: 2029-12, resume: 2030-03}")
    assert book.check() == Ran(0, "", "policybook check: 4 条记录，没有问题\n")


def test_an_exception_that_accepts_nothing_is_told(book: Folder) -> None:
    old = f"exceptions:\n  - {{code: L001, path: {CITY_FILE}, reason: 以前有}}\n"
    book.write("exceptions.yml", old)
    assert only(book.check()) == (
        f"policies/exceptions.yml:2:5: X001 例外 L001 {CITY_FILE} 已经没有对应的问题"
        " | 应为：删去这条例外"
    )


def test_an_exception_accepts_the_finding_it_names(book: Folder) -> None:
    book.change(CITY_FILE, "wait: 2 months", "wait: 7 months")
    accepted = (
        f"exceptions:\n  - {{code: L001, path: {CITY_FILE}, says: 7个月, reason: 确实如此}}\n"
    )
    book.write("exceptions.yml", accepted)
    assert book.check() == Ran(0, "", "policybook check: 4 条记录，没有问题\n")


# Everything in one run


def test_all_faults_of_all_files_are_told_in_one_run_in_file_order(book: Folder) -> None:
    book.change(LAW_SOURCE, "https://example.org/anland-act-2029", "ftp://example.org/x")
    book.change(FEES_FILE, "refund: half", "refund: hlaf")
    book.change(FEES_FILE, "fee_cny: 50", "fee_cny: 50.001")
    book.change(CITY_FILE, "wait: 1 month, wait_share: 0%", "wait: 1 month")
    book.change(CITY_FILE, "wait: 2 months", "wait: 7 months")
    ran = book.check()
    assert (ran.status, ran.told, ran.err) == (
        1,
        [
            f"policies/{LAW_SOURCE}:9:10: R003 url 的值 ftp://example.org/x 不对",
            f"policies/{FEES_FILE}:9:29: R003 fee_cny 的值 50.001 不对",
            f"policies/{FEES_FILE}:16:22: R003 refund 的值 hlaf 不对",
            f"policies/{CITY_FILE}:10:9: R011 写了 wait 却没写 wait_share（等候期可借比例）",
            f"policies/{CITY_FILE}:13:22: L001 等候期7个月 超出安国的界限（不超过6个月）",
        ],
        "policybook check: 5 个问题\n",
    )


def test_a_record_file_with_a_fault_does_not_make_its_document_uncited(book: Folder) -> None:
    book.change(LAW, "at_most: 6 months", "at_most: 6 months, at_lest: 1 month")
    assert [line.split()[1] for line in book.check().told] == ["R001"]


def test_a_document_file_with_a_fault_does_not_make_its_documents_unknown(book: Folder) -> None:
    book.change(LAW_SOURCE, "tier: official\n    read: live-page", "tier: official")
    assert [line.split()[1] for line in book.check().told] == ["R002"]


def test_the_installed_command_tells_the_same_and_ends_with_one(book: Folder) -> None:
    book.change(CITY_FILE, REST, REST * 2)
    ran = subprocess.run(
        [str(Path(sys.executable).with_name("policybook")), "check"],
        cwd=book.root,
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (
        1,
        f"policies/{CITY_FILE}:15:5: Y010 键 otherwise 重复\n    应为：每个键只写一次，删去其中一个\n",
        "policybook check: 1 个问题\n",
    )

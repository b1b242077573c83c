"""The book's own files: names that clash, are missing, or would break later, are told at the declaration."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.folders import FILES, small_book

RESUME = "rules/resume.yml"
FEES = "rules/fees.yml"

WRONG = {
    "a rule listed without a file": (
        ("book.yml", "rules: [resume, fees]", "rules: [resume, fees, fine]"),
        "book.yml:8:23: R008 rules 里的 fine 没有声明",
    ),
    "a rule with a file that is not listed": (
        ("book.yml", "rules: [resume, fees]", "rules: [resume]"),
        "rules/fees.yml:1:7: R008 rule 里的 fees 没有声明",
    ),
    "a rule listed twice": (
        ("book.yml", "rules: [resume, fees]", "rules: [resume, fees, fees]"),
        "book.yml:8:23: R008 rules 里的 fees 重复",
    ),
    "an insurance twice": (
        ("book.yml", "id: child", "id: adult"),
        "book.yml:7:5: R008 insurance 里的 adult 重复",
    ),
    "an insurance that cannot stand in an address": (
        ("book.yml", "id: child", "id: 儿童"),
        "book.yml:7:5: R003 名字 儿童 不能用",
    ),
    "no tiers": (
        (
            "book.yml",
            "tiers:\n  - {id: official, label: 官方文本, about: 馆方文本, review_months: 12}\n"
            "  - {id: secondary, label: 二手, about: 转述, review_months: 3}\n",
            "tiers: []\n",
        ),
        "book.yml:9:8: R008 tiers 是空的",
    ),
    "an unknown type": (
        ("fields.yml", "wait: {type: duration", "wait: {type: durations"),
        "fields.yml:9:16: R008 type 里的 durations 没有声明",
    ),
    "a choice without choices": (
        ("fields.yml", ", choices: {desk: 柜台, post: 邮寄}", ", choices: {}"),
        "fields.yml:5:45: R008 choice 没有列出选项",
    ),
    "a need that is no condition": (
        ("fields.yml", "needs: {way: post}", "needs: {ways: post}"),
        "fields.yml:6:71: R008 needs 里的 ways 没有声明",
    ),
    "a need for a value that does not exist": (
        ("fields.yml", "needs: {way: post}", "needs: {way: posts}"),
        "fields.yml:6:70: R008 needs 里的 posts 没有声明",
    ),
    "needs that lead back": (
        ("fields.yml", "label: 是否新读者,", "label: 是否新读者, needs: {paid_back: true},"),
        "fields.yml:2:50: R008 newcomer 的 needs 绕回了自己",
    ),
    "a condition that no table can hold": (
        ("fields.yml", "gap_months: {type: months", "gap_months: {type: cny"),
        "fields.yml:3:22: R008 cny 不能作条件",
    ),
    "a field that is both condition and outcome": (
        ("fields.yml", "  wait_share: {", "  way: {type: text, label: x}\n  wait_share: {"),
        "fields.yml:10:8: R008 fields.yml 里的 way 重复",
    ),
    "a name that Python keeps for itself": (
        (FEES, "  rate: {type: ratio, label: 费率}", "  model_dump: {type: ratio, label: 费率}"),
        f"{FEES}:9:15: R003 名字 model_dump 不能用",
    ),
    "a field named with a capital": (
        (FEES, "  rate: {type: ratio, label: 费率}", "  Rate: {type: ratio, label: 费率}"),
        f"{FEES}:9:9: R003 名字 Rate 不能用",
    ),
    "a part twice": (
        (FEES, "part: refunds", "part: yearly"),
        f"{FEES}:20:5: R008 part 里的 yearly 重复",
    ),
    "no parts": (
        (FEES, FILES[FEES][FILES[FEES].index("parts:") :], "parts: []\n"),
        f"{FEES}:10:8: R008 part 是空的",
    ),
    "an unknown field": (
        (FEES, "fields: [refund, rate]", "fields: [refund, rate, rates]"),
        f"{FEES}:25:28: R008 fields 里的 rates 没有声明",
    ),
    "an unknown condition": (
        (RESUME, "[newcomer, gap_months,", "[newcomer, gap_month,"),
        f"{RESUME}:11:28: R008 conditions 里的 gap_month 没有声明",
    ),
    "a part for an unknown insurance": (
        (RESUME, "insurance: [adult]", "insurance: [adults]"),
        f"{RESUME}:10:17: R008 insurance 里的 adults 没有声明",
    ),
    "a part for nobody": (
        (RESUME, "insurance: [adult]", "insurance: []"),
        f"{RESUME}:10:16: R008 insurance 是空的",
    ),
    "a sentence about a field of another part": (
        (RESUME, "'{wait_share}'", "'{refund}'"),
        f"{RESUME}:14:26: R008 sentence 里的 refund 没有声明",
    ),
    "a sentence with an open brace": (
        (RESUME, "'{wait_share}'", "'{wait_share'"),
        f"{RESUME}:14:26: R003 句子 {{wait_share 的花括号不成对",
    ),
    "a requirement that names no field": (
        ("fields.yml", "required_unless: {wait:", "required_unless: {weit:"),
        f"{RESUME}:12:13: R008 required_unless 里的 weit 没有声明",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_declaration_with_a_fault_is_told(case: str, tmp_path: Path) -> None:
    edit, place = WRONG[case]
    book = small_book(tmp_path)
    book.change(*edit)
    told = book.check().told
    assert f"policies/{place}" in told
    assert {line.split()[1] for line in told} <= {"R003", "R008"}


TREES = {
    "a parent that is not listed": (
        ("parent: anzhou, aliases", "parent: anzou, aliases"),
        ["4:91: G002 临河市 的上级 anzou 在它前面没有列出"],
    ),
    "two nations": (
        ("level: province, parent: anland, not_applicable: 没有图书馆}", "level: nation}"),
        ["2:3: G002 有 2 个 nation 级地区"],
    ),
    "a region that is its own parent": (
        ("parent: anzhou, aliases", "parent: anzhou/linhe, aliases"),
        ["4:91: G002 临河市 的上级 anzhou/linhe 在它前面没有列出"],
    ),
    "a slug outside its parent": (
        ("level: province, parent: anland, not", "level: prefecture, parent: anzhou, not"),
        ["5:28: G002 海岛省 的 slug haidao 不在上级之下"],
    ),
    "a slug that climbs out of the site": (
        ("slug: haidao", "slug: ../../haidao"),
        ["5:28: R003 slug 的值 ../../haidao 不对"],
    ),
    "a code of five digits": (
        ('"020000"', '"20000"'),
        ["5:12: R003 code 的值 20000 不对"],
    ),
}


@pytest.mark.parametrize("case", TREES)
def test_a_tree_with_a_fault_is_told_and_nothing_walks_it(case: str, tmp_path: Path) -> None:
    edit, places = TREES[case]
    book = small_book(tmp_path)
    book.change("regions.yml", *edit)
    assert book.check().told == [f"policies/regions.yml:{place}" for place in places]


# Nodes of the declaring files, each replaced by each of these: whatever is wrong is told, nothing raises.
STRANGE = ("'{x'", "[]", "{x: x}")


@pytest.mark.parametrize("name", ["book.yml", "fields.yml", "rules/resume.yml", "rules/fees.yml"])
def test_no_strange_declaration_ends_in_a_traceback(name: str, tmp_path: Path) -> None:
    book = small_book(tmp_path)
    lines = FILES[name].splitlines()
    for number, line in enumerate(lines):
        key, colon, value = line.partition(": ")
        for strange in STRANGE if colon and value else ():
            changed = [*lines[:number], f"{key}: {strange}", *lines[number + 1 :]]
            book.write(name, "\n".join(changed) + "\n")
            ran = book.check()
            assert ran.status == (1 if ran.told else 0)

"""Every code in a pair of tests: what it finds, and the nearest thing it must be quiet about."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.codes import CODES
from tests.folders import CITY, CITY_FEES, DOCUMENTS, Folder, small_book

LAW = "records/anland/resume.yml"
CITY_FILE = "records/anzhou/linhe/resume.yml"
FEES_FILE = "records/anzhou/linhe/fees.yml"
LAW_SOURCE = "documents/anland.yml"
CITY_SOURCE = "documents/anzhou/linhe.yml"
REST = "    otherwise: unstated\n"
SOURCE = "    source: {document: linhe-notice-2029, clause: 第二条}\n"
REFUND_BODY = "    values: {refund: half, rate: 10%}\n"
REFUND_SOURCE = "    source: {document: linhe-notice-2029, clause_missing: 公告，无条款号}\n"
REFUNDS = "  - part: refunds\n" + CITY_FEES.partition("  - part: refunds\n")[2]
LIMITS = "    limits:\n      - {field: wait, at_most: 6 months}\n"
LAW_BODY = "    values: {refund: full}\n"
CLAIM = "      - {source: {document: anland-act-2029, clause_missing: 无}, says: {refund: full}}\n"

Edit = Callable[[Folder], None]


def change(name: str, old: str, new: str) -> Edit:
    return lambda book: book.change(name, old, new)


def write(name: str, text: str | bytes) -> Edit:
    return lambda book: book.write(name, text)


def add(name: str, text: str) -> Edit:
    return lambda book: book.add(name, text)


def link(name: str, target: str) -> Edit:
    return lambda book: (book.policies / name).symlink_to(target)


def both(*edits: Edit) -> Edit:
    def run(book: Folder) -> None:
        for edit in edits:
            edit(book)

    return run


@dataclass(frozen=True)
class Pair:
    """An edit that the code finds at `place`, and one that nothing is said about."""

    wrong: Edit
    place: str
    right: Edit


def crowded(conditions: int, edges: int) -> Edit:
    """A table cut at many edges of several conditions."""
    names = [f"count_{n}" for n in range(conditions)]
    declared = "".join(f"  {name}: {{type: count, label: {name}}}\n" for name in names)
    rows = "".join(
        f"      - {{when: {{{', '.join(f'{name}: {edge}' for name in names)}}}, "
        "then: {wait: 0 months}}\n"
        for edge in range(1, 2 * edges, 2)
    )
    conditions_now = "conditions: [newcomer, gap_months, paid_back, way, parcels, desk_no"
    body = CITY[CITY.index("      - when: {newcomer") : CITY.index(REST)]
    return both(
        change("fields.yml", "outcomes:\n", declared + "outcomes:\n"),
        change("rules/resume.yml", conditions_now, f"{conditions_now}, {', '.join(names)}"),
        change(CITY_FILE, body, rows),
        change(
            CITY_FILE, "    cases:\n      - {given: {gap_months: 2}, expect: {wait: 1 month}}\n", ""
        ),
    )


def refunds_of(region: str, body: str, source: str = "anland-act-2029") -> str:
    """A fees file of one record about refunds."""
    cited = f"    source: {{document: {source}, clause: 第五条}}\n" if source else ""
    return (
        f"region: {region}\nrule: fees\nrecords:\n  - part: refunds\n    insurance: [adult]\n"
        f"    effective_from: 2029-01-01\n{body}{cited}    last_verified: 2030-05-01\n"
    )


LAW_WAIT = (
    "    decisions:\n"
    "      - {when: {newcomer: true}, then: {wait: 3 months, wait_share: 0%}}\n"
    "    otherwise: unstated\n"
)


def own_limit(limit: str) -> Edit:
    """The nation states three months, the city caps."""
    return both(
        change(LAW, LIMITS, LAW_WAIT),
        change(CITY_FILE, REST, f"{REST}    limits:\n      - {{field: wait, {limit}}}\n"),
    )


UNSTATED_TITLE = "title: 借阅法\n"
PAIRS: Mapping[str, Pair] = {
    "Y001": Pair(
        change(CITY_FILE, "note: 等候期从", "note: 等候期: 从"),
        f"{CITY_FILE}:16:14",
        change(CITY_FILE, "note: 等候期从", "note: 等候期:从"),
    ),
    "Y002": Pair(
        write(
            LAW_SOURCE,
            (DOCUMENTS.format(region="anland", id="anland-act-2029", title="法")).encode("gbk"),
        ),
        f"{LAW_SOURCE}:4:12",
        change(LAW_SOURCE, UNSTATED_TITLE, "title: 𠮷野家\n"),
    ),
    "Y003": Pair(
        change(CITY_FILE, "adult]", "adult]\t# 成人"),
        f"{CITY_FILE}:5:23",
        change(CITY_FILE, "adult]", "adult]  # 成人"),
    ),
    "Y004": Pair(
        change(CITY_FILE, "note: 等", "note: &a 等"),
        f"{CITY_FILE}:16:11",
        change(CITY_FILE, "note: 等", "note: a & b * c ! 等"),
    ),
    "Y005": Pair(write(CITY_FILE, "# 还没写\n"), f"{CITY_FILE}:1:1", add(CITY_FILE, "# 写好了\n")),
    "Y006": Pair(
        add(CITY_FILE, "#" * 1_048_577), f"{CITY_FILE}:1:1", add(CITY_FILE, "#" * 1_000_000)
    ),
    "Y007": Pair(
        change(CITY_FILE, "note: 等", "note: " + "[" * 17 + "]" * 17 + " # 等"),
        f"{CITY_FILE}:16:24",
        change(CITY_FILE, "note: 等", "note: '" + "[" * 17 + "]" * 17 + "' # 等"),
    ),
    "Y008": Pair(
        change(CITY_FILE, "note: 等候期从缴费算起", "note: null"),
        f"{CITY_FILE}:16:11",
        change(CITY_FILE, "note: 等候期从缴费算起", "note: 'null'"),
    ),
    "Y009": Pair(
        change("book.yml", "'00000'", "00000"),
        "book.yml:12:10",
        change("book.yml", "'00000'", "0-0"),
    ),
    "Y010": Pair(
        change(CITY_FILE, "{wait: 2 months", "{wait: 2 months, wait: 2 months"),
        f"{CITY_FILE}:13:32",
        change(CITY_FILE, "{wait: 2 months", "{wait: 3 months"),
    ),
    "Y011": Pair(
        link("records/anzhou/fees.yml", "/etc/hosts"),
        "records/anzhou/fees.yml:1:1",
        write("records/anzhou/.keep", ""),
    ),
    "R001": Pair(
        change(CITY_FILE, "note:", "notes:"),
        f"{CITY_FILE}:16:5",
        change(CITY_FILE, "note:", "inferred:"),
    ),
    "R002": Pair(
        change(FEES_FILE, "    insured_year: 2030\n", ""),
        f"{FEES_FILE}:4:5",
        change(FEES_FILE, "    seen_on: 2029-01-01\n", ""),
    ),
    "R003": Pair(
        change(CITY_FILE, "effective_from: 2029-03-01", "effective_from: 2029-02-29"),
        f"{CITY_FILE}:6:21",
        change(CITY_FILE, "effective_from: 2029-03-01", "effective_from: 2029-03"),
    ),
    "R004": Pair(
        change(FEES_FILE, "insurance: [adult]\n", "insurance: adult\n"),
        f"{FEES_FILE}:5:16",
        change(FEES_FILE, "insurance: [adult]\n", "insurance: [adult, child]\n"),
    ),
    "R005": Pair(
        change(FEES_FILE, "part: yearly", "part: yearli"),
        f"{FEES_FILE}:4:5",
        change(FEES_FILE, "part: yearly", "part: 'yearly'"),
    ),
    "R006": Pair(
        write("records/anzhou/fee.yml", "x: y\n"),
        "records/anzhou/fee.yml:1:1",
        write(
            "records/anzhou/fees.yml", refunds_of("anzhou", f"    applies_below: true\n{LAW_BODY}")
        ),
    ),
    "R007": Pair(
        change(FEES_FILE, "insurance: [adult, child]", "insurance: [adult, adult]"),
        f"{FEES_FILE}:13:16",
        change(FEES_FILE, "insurance: [adult, child]", "insurance: [child, adult]"),
    ),
    "R008": Pair(
        change("rules/fees.yml", "columns: [refund]", "columns: [refunds]"),
        "rules/fees.yml:26:15",
        change("rules/fees.yml", "columns: [refund]", "columns: [rate]"),
    ),
    "R009": Pair(
        change(FEES_FILE, REFUND_BODY, "    inherits: true\n" + REFUND_BODY),
        f"{FEES_FILE}:12:5",
        both(
            change(FEES_FILE, REFUND_BODY, "    none_found: 查了公告\n"),
            change(FEES_FILE, REFUND_SOURCE, ""),
        ),
    ),
    "R010": Pair(
        change(LAW, "    applies_below: false\n", ""),
        f"{LAW}:4:5",
        change(LAW, "applies_below: false", "applies_below: true"),
    ),
    "R011": Pair(
        change(CITY_FILE, ", wait_share: 50%", ""),
        f"{CITY_FILE}:12:9",
        change(CITY_FILE, "wait: 2 months, wait_share: 50%", "wait: unstated"),
    ),
    "R012": Pair(
        change(CITY_FILE, "note: 等", "note: 9 天内等"),
        f"{CITY_FILE}:16:11",
        change(CITY_FILE, "note: 等", "note: 2029年3月起等"),
    ),
    "R013": Pair(
        change(CITY_FILE, "last_verified: 2030-05-01", "last_verified: 2030-06-02"),
        f"{CITY_FILE}:19:20",
        change(CITY_FILE, "last_verified: 2030-05-01", "last_verified: 2030-06-01"),
    ),
    "R014": Pair(
        change(CITY_FILE, "insurance: [adult]", "insurance: [child]"),
        f"{CITY_FILE}:5:16",
        change(FEES_FILE, "insurance: [adult]\n", "insurance: [child]\n"),
    ),
    "R015": Pair(
        write(
            "records/anzhou/fees.yml", refunds_of("anland", f"    applies_below: true\n{LAW_BODY}")
        ),
        "records/anzhou/fees.yml:1:9",
        write(
            "records/anland/fees.yml", refunds_of("anland", f"    applies_below: true\n{LAW_BODY}")
        ),
    ),
    "R019": Pair(
        change(CITY_FILE, "expect: {wait:", "expect: {waits:"),
        f"{CITY_FILE}:18:50",
        change(CITY_FILE, "expect: {wait: 1 month", "expect: {benefits_from: 2030-03-01"),
    ),
    "R020": Pair(
        change(CITY_FILE, "expect: {wait: 1 month", "expect: {wait: 2 months"),
        f"{CITY_FILE}:18:49",
        change(CITY_FILE, "expect: {wait: 1 month", "expect: {wait: 1 months"),
    ),
    "G001": Pair(
        change(CITY_FILE, "region: anzhou/linhe", "region: 河城"),
        f"{CITY_FILE}:1:9",
        change("regions.yml", "aliases: [河城]", "aliases: [linhe]"),
    ),
    "G002": Pair(
        change("regions.yml", '"020000"', '"010000"'),
        "regions.yml:5:5",
        change("regions.yml", '"020000"', '"01XXXX"'),
    ),
    "G003": Pair(
        write(
            "records/haidao/fees.yml", refunds_of("haidao", f"    applies_below: true\n{LAW_BODY}")
        ),
        "records/haidao/fees.yml:4:5",
        write(
            "records/anzhou/fees.yml", refunds_of("anzhou", f"    applies_below: true\n{LAW_BODY}")
        ),
    ),
    "S001": Pair(
        change(CITY_SOURCE, "    url:", "    replaces: [linhe-notice-2020]\n    url:"),
        f"{CITY_SOURCE}:9:15",
        change(CITY_SOURCE, "    url:", "    replaces: [anland-act-2029]\n    url:"),
    ),
    "S002": Pair(
        change(CITY_FILE, ", clause: 第二条", ", clause: 第二条, clause_missing: 无"),
        f"{CITY_FILE}:15:13",
        change(CITY_FILE, ", clause: 第二条", ", clause_missing: 公告，无条款号"),
    ),
    "S003": Pair(
        add(
            CITY_SOURCE,
            DOCUMENTS.format(region="", id="anland-act-2029", title="又一份").partition(
                "documents:\n"
            )[2],
        ),
        f"{CITY_SOURCE}:12:9",
        change(CITY_SOURCE, "title: 停用公告", "title: 借阅法"),
    ),
    "S004": Pair(
        change(CITY_FILE, "clause: 第二条", "clause: 第二条, tier: offical"),
        f"{CITY_FILE}:15:62",
        change(CITY_FILE, "clause: 第二条", "clause: 第二条, tier: secondary"),
    ),
    "S005": Pair(
        add(
            CITY_SOURCE,
            DOCUMENTS.format(region="", id="linhe-old", title="旧").partition("documents:\n")[2],
        ),
        f"{CITY_SOURCE}:12:9",
        both(
            add(
                CITY_SOURCE,
                DOCUMENTS.format(region="", id="linhe-old", title="旧").partition("documents:\n")[
                    2
                ],
            ),
            add(FEES_FILE, "    conflicts:\n" + CLAIM.replace("anland-act-2029", "linhe-old")),
        ),
    ),
    "S006": Pair(
        change(LAW_SOURCE, UNSTATED_TITLE, "title: unstated\n"),
        f"{LAW_SOURCE}:3:5",
        change(LAW_SOURCE, UNSTATED_TITLE, "title: unstated\n    about: 馆网问答\n"),
    ),
    "S009": Pair(
        change(FEES_FILE, REFUND_BODY, "    none_found: 查了公告\n"),
        f"{FEES_FILE}:17:13",
        change(FEES_FILE, REFUND_BODY + REFUND_SOURCE, "    none_found: 查了公告\n"),
    ),
    "T001": Pair(
        change(CITY_FILE, "gap_months: 0-3", "gap_months: 0-4"),
        f"{CITY_FILE}:12:9",
        change(CITY_FILE, "gap_months: 0-3", "gap_months: 0-3, way: post"),
    ),
    "T002": Pair(
        change(CITY_FILE, REST, ""),
        f"{CITY_FILE}:8:7",
        both(
            change(CITY_FILE, "gap_months: 4+, paid_back: true", "gap_months: 4+"),
            change(CITY_FILE, REST, ""),
        ),
    ),
    "T003": Pair(
        change(CITY_FILE, "gap_months: 4+,", "way: [desk, post], parcels: 1, desk_no: 1,"),
        f"{CITY_FILE}:12:9",
        change(CITY_FILE, "gap_months: 4+,", "gap_months: 4+, way: [desk, post], parcels: 1,"),
    ),
    "T004": Pair(
        change(CITY_FILE, "gap_months: 4+,", "gap_months: 4+, way: desk, parcels: 1,"),
        f"{CITY_FILE}:12:9",
        change(CITY_FILE, "gap_months: 4+,", "gap_months: 4+, way: post, parcels: 1,"),
    ),
    "T005": Pair(
        change(CITY_FILE, "gap_months: 4+, paid_back: true", "gap_months: 5+"),
        f"{CITY_FILE}:8:7",
        change(CITY_FILE, "gap_months: 4+, paid_back: true", "gap_months: 4-9"),
    ),
    "T006": Pair(
        change(CITY_FILE, "gap_months: 4+, paid_back: true", "gap_months: 4+"),
        f"{CITY_FILE}:14:16",
        change(CITY_FILE, "gap_months: 4+, paid_back: true", "gap_months: 4+, paid_back: false"),
    ),
    "T007": Pair(
        change(FEES_FILE, "age: 0-59", "age: 0-60"),
        f"{FEES_FILE}:9:9",
        change(FEES_FILE, "age: 0-59", "age: 18-59"),
    ),
    "T008": Pair(crowded(4, 8), f"{CITY_FILE}:4:5", crowded(2, 2)),
    "P001": Pair(
        change(
            FEES_FILE,
            "insured_year: 2030\n",
            "insured_year: 2030\n    benefit_from: 2030-03\n    benefit_to: 2030-02\n",
        ),
        f"{FEES_FILE}:8:17",
        change(
            FEES_FILE,
            "insured_year: 2030\n",
            "insured_year: 2030\n    benefit_from: 2030-03\n    benefit_to: 2030-03-01\n",
        ),
    ),
    "P002": Pair(
        add(CITY_FILE, CITY.partition("records:\n")[2]),
        f"{CITY_FILE}:20:5",
        add(CITY_FILE, CITY.partition("records:\n")[2].replace("2029-03-01", "2029-04-01")),
    ),
    "P003": Pair(
        add(FEES_FILE, REFUNDS),
        f"{FEES_FILE}:19:5",
        add(FEES_FILE, REFUNDS.replace("seen_on: 2029-01-01", "seen_on: 2029-02-01")),
    ),
    "L001": Pair(
        change(CITY_FILE, "wait: 2 months", "wait: 7 months"),
        f"{CITY_FILE}:13:22",
        change(CITY_FILE, "wait: 2 months", "wait: 6 months"),
    ),
    "L002": Pair(
        change(CITY_FILE, "wait: 2 months", "wait: 60 days"),
        f"{CITY_FILE}:13:22",
        change(CITY_FILE, "wait: 2 months, wait_share: 50%", "wait: 0 days, wait_share: 50%"),
    ),
    "L003": Pair(
        own_limit("at_most: 2 months"), f"{CITY_FILE}:16:9", own_limit("at_most: 3 months")
    ),
    "X001": Pair(
        write(
            "exceptions.yml", f"exceptions:\n  - {{code: L001, path: {CITY_FILE}, reason: 旧}}\n"
        ),
        "exceptions.yml:2:5",
        both(
            change(CITY_FILE, "wait: 2 months", "wait: 7 months"),
            write(
                "exceptions.yml",
                f"exceptions:\n  - {{code: L001, path: {CITY_FILE}, reason: 真}}\n",
            ),
        ),
    ),
}


@pytest.mark.parametrize("code", PAIRS)
def test_the_code_is_raised_where_the_fault_is(code: str, tmp_path: Path) -> None:
    book = small_book(tmp_path)
    PAIRS[code].wrong(book)
    ran = book.check()
    assert [" ".join(line.split()[:2]) for line in ran.told] == [
        f"policies/{PAIRS[code].place}: {code}"
    ]
    assert ran.status == 1


@pytest.mark.parametrize("code", PAIRS)
def test_the_code_is_quiet_about_the_nearest_right_thing(code: str, tmp_path: Path) -> None:
    book = small_book(tmp_path)
    PAIRS[code].right(book)
    ran = book.check()
    assert (ran.out, ran.status) == ("", 0)


def test_every_code_of_the_table_has_its_pair() -> None:
    assert list(PAIRS) == list(CODES)


def test_the_codes_the_program_raises_are_those_of_the_table() -> None:
    sources = Path("generator").resolve().rglob("*.py")
    texts = [file.read_text(encoding="utf-8") for file in sources if file.name != "codes.py"]
    raised = {code for text in texts for code in re.findall(r'"([A-Z]\d{3})"', text)}
    assert sorted(raised) == sorted(CODES)


@pytest.mark.parametrize(
    ("limit", "told"),
    [
        ("at_most: 2 months", "（不超过2个月）与安国的数值 3个月"),
        ("at_least: 4 months", "（不少于4个月）与安国的数值 3个月"),
    ],
    ids=["cap below", "floor above"],
)
def test_a_limit_excludes_a_value_above_from_either_side(
    limit: str, told: str, tmp_path: Path
) -> None:
    book = small_book(tmp_path)
    own_limit(limit)(book)
    assert book.check().told == [f"policies/{CITY_FILE}:16:9: L003 等候期的界限{told} 相冲突"]


@pytest.mark.parametrize("limit", ["at_most: 4 months", "at_least: 2 months", "at_most: 2 years"])
def test_a_limit_that_leaves_room_for_the_value_above_is_fine(limit: str, tmp_path: Path) -> None:
    book = small_book(tmp_path)
    own_limit(limit)(book)
    assert book.check().told == []


def test_a_floor_above_the_cap_of_the_region_above_is_told(tmp_path: Path) -> None:
    book = small_book(tmp_path)
    book.change(
        CITY_FILE, REST, f"{REST}    limits:\n      - {{field: wait, at_least: 8 months}}\n"
    )
    assert book.check().told == [
        f"policies/{CITY_FILE}:16:9: L003 等候期的界限（不少于8个月）与安国的界限（不超过6个月） 相冲突"
    ]

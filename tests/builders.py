"""Small values for tests: an invented country with two provinces, one rule of each form, and records to `replace`.

The one rule: nothing here is read from policies/, so a test says all that its result depends on.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path, PurePosixPath

from hypothesis import settings

from generator.dates import PartialDate, parse_partial
from generator.model import (
    Answer,
    Book,
    Choice,
    Document,
    Field,
    Limit,
    Notices,
    Part,
    Record,
    Region,
    Report,
    Row,
    Rule,
    Settings,
    SharedFields,
    Source,
    Tier,
)
from generator.values import WORDS, Duration, Value, Word
from generator.written import form_of

steady = settings(deadline=None, derandomize=True, database=None)
"""Properties draw the same examples on every machine and are never too slow."""

CONDITIONS: Mapping[str, Field] = {
    "first_enrolment": Field(
        type="boolean", label="首次参保", phrases={"true": "首次参保", "false": "参过保"}
    ),
    "lapse_months": Field(
        type="months", label="断缴月数", say="断缴{value}", needs={"first_enrolment": "false"}
    ),
    "back_paid": Field(
        type="boolean",
        label="是否补缴",
        phrases={"true": "已补缴", "false": "没有补缴"},
        needs={"first_enrolment": "false"},
    ),
    "repaid_after": Field(
        type="months", label="补缴时已欠月数", say="补缴时已欠{value}", needs={"back_paid": "true"}
    ),
    "rhythm": Field(
        type="choice", label="缴费方式", choices={"monthly": "按月缴", "quarterly": "按季缴"}
    ),
    "quarter_month": Field(
        type="months", label="季内月份", say="季内第{value}", needs={"rhythm": "quarterly"}
    ),
    "retires": Field(type="month-range", label="退休时间", say="{value}退休"),
    "paid_on": Field(type="date-range", label="缴费日期", say="{value}缴费"),
}

OUTCOMES: Mapping[str, Field] = {
    "waiting": Field(
        type="duration",
        label="等待期",
        say="等待期{value}",
        phrases={"0 months": "不设等待期"},
        better="less",
    ),
    "starts": Field(
        type="choice", label="起算", choices={"payment": "缴费当月", "next": "缴费次月"}
    ),
    "benefit": Field(type="ratio", label="等待期待遇", say="报销{value}", better="more"),
}

WAITING = Rule(
    rule="waiting",
    title="等待期",
    question="要等多久？",
    event="resume",
    parts=(
        Part(
            part="resume",
            title="恢复待遇",
            form="decisions",
            timeline="law",
            insurance=("employee", "flexible"),
            conditions=tuple(CONDITIONS),
            fields=("waiting", "starts", "benefit"),
            columns=("waiting", "benefit"),
            sentence=("{waiting}", "从{starts}起算", "{benefit}"),
            ask=("要等几个月？",),
        ),
    ),
)

PREMIUM = Rule(
    rule="premium",
    title="缴费",
    question="缴多少？",
    event="insured-year",
    review_months=6,
    fields={
        "who": Field(type="choice", label="人群", choices={"adult": "成年人", "child": "儿童"}),
        "age": Field(type="years", label="年龄", unit="周岁", range=True),
        "personal_cny": Field(
            type="cny-year", label="个人缴费", say="个人缴{value}", better="less"
        ),
        "on_lapse": Field(
            type="choices", label="断缴后", choices={"usable": "可用", "frozen": "冻结"}
        ),
        "kept": Field(type="boolean", label="保留年限", phrases={"true": "年限保留"}),
        "since": Field(type="date", label="起始"),
    },
    parts=(
        Part(
            part="amount",
            title="缴费标准",
            form="rows",
            timeline="year",
            insurance=("resident",),
            keys=("who", "age"),
            fields=("personal_cny",),
            columns=("personal_cny",),
            sentence=("{personal_cny}",),
        ),
        Part(
            part="account",
            title="个人账户",
            form="values",
            timeline="law",
            insurance=("employee",),
            fields=("kept", "on_lapse", "since"),
            columns=("kept", "since"),
            sentence=("{kept}，{on_lapse}", "{since}"),
            ask=("余额还能用吗？",),
        ),
    ),
)

REGIONS = (
    Region(code="000000", slug="china", name="全国", short="全国", level="nation"),
    Region(
        code="010000",
        slug="anzhou",
        name="安州省",
        short="安州",
        level="province",
        parent="china",
        aliases=("安",),
    ),
    Region(
        code="010100",
        slug="anzhou/linhe",
        name="林河市",
        short="林河",
        level="prefecture",
        parent="anzhou",
        aliases=("老林河",),
    ),
    Region(
        code="010101",
        slug="anzhou/linhe/dongqu",
        name="东区",
        short="东区",
        level="county",
        parent="anzhou/linhe",
    ),
    Region(
        code="020000", slug="baizhou", name="白州省", short="白州", level="province", parent="china"
    ),
)

SETTINGS = Settings(
    title="断缴政策库",
    tagline="有出处的规定",
    subject="断缴",
    insurance_label="险种",
    insurance=(
        Choice(id="employee", label="职工医保", short="职工"),
        Choice(id="flexible", label="灵活就业医保", short="灵活"),
        Choice(id="resident", label="居民医保", short="居民"),
    ),
    rules=("waiting", "premium"),
    tiers=(
        Tier(id="official", label="官方文本", about="政府网站", review_months=12),
        Tier(id="media", label="媒体转述", about="新闻", review_months=3),
    ),
    hotline="12393",
    ask_authority="医保局",
    choose_region="先选参保地",
    choose_region_hint="选参保的地方",
    search_example="安州 断缴",
    notices=Notices(not_government="非官方", authority_decides="以答复为准", stored_copy="存档"),
    report=Report(title="报错", text="告诉我们"),
    synonyms=(("断缴", "断保"),),
)

DOCUMENT = Document(
    id="rules-2030",
    region="anzhou",
    title="断缴办法",
    about="",
    doc_no="安医保〔2030〕1号",
    issuer="安州省医保局",
    issued=PartialDate(2030, 1, 5),
    effective_from=PartialDate(2030, 2, 1),
    effective_to=None,
    replaces=(),
    url="https://example.org/rules",
    official_url="https://example.org/",
    page_date=None,
    tier="official",
    read="stored-copy",
    note="",
    path=PurePosixPath("documents/anzhou.yml"),
    loc=("documents", 0),
)

SOURCE = Source(document="rules-2030", clause="第三条", clause_missing="", url="", tier="")

RECORD = Record(
    region="anzhou/linhe",
    rule="waiting",
    part="resume",
    insurance=("employee",),
    body="table",
    rows=(Row({}, {"waiting": Duration(3, "months")}),),
    otherwise=None,
    limits=(),
    effective_from=None,
    seen_on=None,
    effective_to=None,
    insured_year=None,
    benefit_from=None,
    benefit_to=None,
    applies_below=None,
    source=SOURCE,
    also=(),
    note="",
    inferred="",
    searched="",
    differs_from_parent="",
    disputed=(),
    conflicts=(),
    cases=(),
    last_verified=date(2031, 1, 31),
    path=PurePosixPath("records/anzhou/linhe/waiting.yml"),
    loc=("records", 0),
)
"""A record of the prefecture whose start is unknown; tests `replace` what they are about."""

CAP = Limit("waiting", {}, "at_most", Duration(6, "months"))


def day(written: str) -> PartialDate | None:
    """`2030-01-31`, `2030-01` or `2030`; None for an empty text."""
    return parse_partial(written) if written else None


def row(when: Mapping[str, str], then: Mapping[str, str] | str) -> Row:
    """A row of a decision table as YAML writes it; a list of choices is parted by commas."""
    conditions = {name: read_condition(text, CONDITIONS[name]) for name, text in when.items()}
    return Row(conditions, read_answer(then))


def read_answer(then: Mapping[str, str] | str) -> Answer:
    """Outcomes as YAML writes them, or a word for all of them."""
    if isinstance(then, str):
        return Word(then)
    return {name: read_outcome(text, OUTCOMES[name]) for name, text in then.items()}


def read_condition(text: str, field: Field) -> Value:
    """A condition as a row holds it: spans for whole numbers, a tuple of choices."""
    if field.type == "choice":
        return tuple(text.split(","))
    return form_of(field, ranged=True)[0](text)


def read_outcome(text: str, field: Field) -> Value:
    """An outcome as a row holds it."""
    if text in WORDS:
        return Word(text)
    return text if field.type == "choice" else form_of(field, ranged=False)[0](text)


def make_book(*records: Record, documents: tuple[Document, ...] = (DOCUMENT,)) -> Book:
    """A book of these records in the invented country."""
    return Book(
        folder=Path("book"),
        settings=SETTINGS,
        shared=SharedFields(conditions=CONDITIONS, outcomes=OUTCOMES),
        rules=(WAITING, PREMIUM),
        regions=REGIONS,
        documents={document.id: document for document in documents},
        records=records,
    )

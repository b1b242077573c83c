"""A small made-up book as YAML files in a folder of the test's own, and the command run on it.

The book is about library cards. It has no finding; a test changes one thing and says what is told.
"""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.cli import main

TODAY = date(2030, 6, 1)
EPOCH = "1906502400"  # 2030-06-01 in China

BOOK = """\
title: 借书证规则库
tagline: 借书证停了怎么办
subject: 借书证停用
insurance_label: 读者
insurance:
  - {id: adult, label: 成人读者, short: 成人}
  - {id: child, label: 儿童读者, short: 儿童}
rules: [resume, fees]
tiers:
  - {id: official, label: 官方文本, about: 馆方文本, review_months: 12}
  - {id: secondary, label: 二手, about: 转述, review_months: 3}
hotline: '00000'
ask_authority: 图书馆
choose_region: 先选图书馆
choose_region_hint: 选办证的地方
search_example: 安州 补办
notices: {not_government: 不是官网。, authority_decides: 以馆方为准。, stored_copy: 核对的是副本。}
report: {title: 报告错误, text: 写信给我们。}
synonyms: [[停用, 过期]]
"""
FIELDS = """\
conditions:
  newcomer: {type: boolean, label: 是否新读者, phrases: {'true': 新读者, 'false': 老读者}}
  gap_months: {type: months, label: 停用月数, say: '停用{value}', needs: {newcomer: false}}
  paid_back: {type: boolean, label: 是否补缴, phrases: {'true': 补缴了, 'false': 没有补缴}, needs: {newcomer: false}}
  way: {type: choice, label: 办理方式, choices: {desk: 柜台, post: 邮寄}}
  parcels: {type: count, label: 包裹数, say: '{value}个包裹', needs: {way: post}}
  desk_no: {type: count, label: 柜台号, say: '{value}号柜台', needs: {way: desk}}
outcomes:
  wait: {type: duration, label: 等候期, say: '等候{value}', phrases: {'0 months': 不用等}}
  wait_share: {type: ratio, label: 等候期可借比例, say: '可借{value}', required_unless: {wait: [0 months]}}
"""
REGIONS = """\
regions:
  - {code: "000000", slug: anland, name: 安国, short: 安国, level: nation}
  - {code: "010000", slug: anzhou, name: 安州省, short: 安州, level: province, parent: anland}
  - {code: "010100", slug: anzhou/linhe, name: 临河市, short: 临河, level: prefecture, parent: anzhou, aliases: [河城]}
  - {code: "020000", slug: haidao, name: 海岛省, short: 海岛, level: province, parent: anland, not_applicable: 没有图书馆}
"""
RESUME = """\
rule: resume
title: 恢复借书
question: 多久能再借书？
event: resume
parts:
  - part: card
    title: 恢复借书
    form: decisions
    timeline: law
    insurance: [adult]
    conditions: [newcomer, gap_months, paid_back, way, parcels, desk_no]
    fields: [wait, wait_share]
    columns: [wait]
    sentence: ['{wait}', '{wait_share}']
"""
FEES = """\
rule: fees
title: 费用
question: 要缴多少？
event: payment
fields:
  age: {type: years, label: 年龄, range: true, unit: 岁}
  fee_cny: {type: cny-year, label: 年费, say: '年费{value}'}
  refund: {type: choice, label: 退费, choices: {full: 全退, half: 退一半}}
  rate: {type: ratio, label: 费率}
parts:
  - part: yearly
    title: 年费
    form: rows
    timeline: year
    insurance: [adult, child]
    keys: [age]
    fields: [fee_cny]
    columns: [fee_cny]
    sentence: ['{fee_cny}']
  - part: refunds
    title: 退费
    form: values
    timeline: law
    insurance: [adult, child]
    fields: [refund, rate]
    columns: [refund]
    sentence: ['{refund}，{rate}']
"""
DOCUMENTS = """\
region: {region}
documents:
  - id: {id}
    title: {title}
    doc_no: unstated
    issuer: 图书馆
    issued: 2029-01-01
    effective_from: unstated
    url: https://example.org/{id}
    tier: official
    read: live-page
"""
NATION = """\
region: anland
rule: resume
records:
  - part: card
    insurance: [adult]
    effective_from: 2029-01-01
    applies_below: false
    limits:
      - {field: wait, at_most: 6 months}
    source: {document: anland-act-2029, clause: 第一条}
    last_verified: 2030-05-01
"""
CITY = """\
region: anzhou/linhe
rule: resume
records:
  - part: card
    insurance: [adult]
    effective_from: 2029-03-01
    decisions:
      - when: {newcomer: true}
        then: {wait: 0 months}
      - when: {gap_months: 0-3}
        then: {wait: 1 month, wait_share: 0%}
      - when: {gap_months: 4+, paid_back: true}
        then: {wait: 2 months, wait_share: 50%}
    otherwise: unstated
    source: {document: linhe-notice-2029, clause: 第二条}
    note: 等候期从缴费算起
    cases:
      - {given: {gap_months: 2}, expect: {wait: 1 month}}
    last_verified: 2030-05-01
"""
CITY_FEES = """\
region: anzhou/linhe
rule: fees
records:
  - part: yearly
    insurance: [adult]
    insured_year: 2030
    rows:
      - {age: 0-59, fee_cny: 100}
      - {age: 60+, fee_cny: 50}
    source: {document: linhe-notice-2029, clause: 第三条}
    last_verified: 2030-05-01
  - part: refunds
    insurance: [adult, child]
    effective_from: unknown
    seen_on: 2029-01-01
    values: {refund: half, rate: 10%}
    source: {document: linhe-notice-2029, clause_missing: 公告，无条款号}
    last_verified: 2030-05-01
"""
FILES: Mapping[str, str] = {
    "book.yml": BOOK,
    "fields.yml": FIELDS,
    "regions.yml": REGIONS,
    "rules/resume.yml": RESUME,
    "rules/fees.yml": FEES,
    "documents/anland.yml": DOCUMENTS.format(region="anland", id="anland-act-2029", title="借阅法"),
    "documents/anzhou/linhe.yml": DOCUMENTS.format(
        region="anzhou/linhe", id="linhe-notice-2029", title="停用公告"
    ),
    "records/anland/resume.yml": NATION,
    "records/anzhou/linhe/resume.yml": CITY,
    "records/anzhou/linhe/fees.yml": CITY_FEES,
}


@dataclass(frozen=True)
class Ran:
    """How a command ended and what it wrote."""

    status: int
    out: str
    err: str

    @property
    def told(self) -> list[str]:
        """`file:line:column: CODE message` of every finding, without the advice below it."""
        return [line for line in self.out.splitlines() if not line.startswith(" ")]


@dataclass(frozen=True)
class Folder:
    """A book on disk; `root` is the project, its records lie in policies/."""

    root: Path

    @property
    def policies(self) -> Path:
        """The folder that holds book.yml."""
        return self.root / "policies"

    def write(self, name: str, text: str | bytes) -> None:
        """Put a file below policies/, in place of the one there."""
        file = self.policies / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def change(self, name: str, old: str, new: str) -> None:
        """Replace a text that occurs once in a file."""
        text = (self.policies / name).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} occurs {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))

    def add(self, name: str, text: str) -> None:
        """Append to a file."""
        self.write(name, (self.policies / name).read_text(encoding="utf-8") + text)

    def remove(self, name: str) -> None:
        """Delete a file."""
        (self.policies / name).unlink()

    def check(self, *options: str) -> Ran:
        """`policybook check` as a contributor runs it here."""
        return policybook("check", *options, folder=self.root)


def small_book(root: Path) -> Folder:
    """The book about library cards, without a finding."""
    folder = Folder(root)
    for name, text in FILES.items():
        folder.write(name, text)
    return folder


def policybook(*arguments: str, folder: Path) -> Ran:
    """Run the command inside `folder` on the fixed day."""
    out, err = io.StringIO(), io.StringIO()
    with (
        contextlib.chdir(folder),
        fixed_day(),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        status = main(arguments)
    return Ran(status, out.getvalue(), err.getvalue())


@contextlib.contextmanager
def fixed_day() -> Iterator[None]:
    """Today is TODAY, as SOURCE_DATE_EPOCH says."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = EPOCH
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before

"""The table of finding codes. A code is never reused; its page is printed by `policybook explain CODE`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Code:
    """One kind of finding: what it finds, why it matters, an example, and what to write instead."""

    title: str
    why: str
    example: str
    instead: str


CODES: Mapping[str, Code] = {
    "Y001": Code(
        "YAML 写法有误", "写法不对的文件没法读。", "part: resume: x", "检查缩进、冒号后的空格和引号"
    ),
    "Y002": Code(
        "不是 UTF-8，或带 BOM", "别的编码会变成乱码。", "GBK 编码的文件", "另存为不带 BOM 的 UTF-8"
    ),
    "Y003": Code("有制表符", "Tab 在不同编辑器里宽度不同，缩进就乱了。", "用 Tab 缩进", "用空格"),
    "Y004": Code(
        "锚点、别名或标签",
        "引用让一处改动悄悄影响别处，标签可能执行代码。",
        "note: *same",
        "把内容写出来",
    ),
    "Y005": Code("空文件", "空文件没有意义，多半是没保存。", "（空）", "写内容，或删去文件"),
    "Y006": Code(
        "文件太大",
        "一个文件只写一个地区的一条规则，用不到这么大。",
        "10 MB 的文件",
        "拆开，或查一查是不是放错了文件",
    ),
    "Y007": Code("嵌套太深", "记录最多几层，更深的必是写错。", "[[[[[[…", "检查括号和缩进"),
    "Y008": Code(
        "空值",
        "空着看不出是不适用、没写还是忘了。",
        "note:",
        "不适用就删去键；文件没写就写 unstated",
    ),
    "Y009": Code(
        "以 0 开头的数字没有引号", "别的工具会把 000000 读成 0。", "code: 000000", 'code: "000000"'
    ),
    "Y010": Code("键重复", "后一个会悄悄盖掉前一个。", "part: a 写了两次", "只留一个"),
    "Y011": Code(
        "读不到的文件",
        "不被读取的文件会让人以为已经收录。",
        "符号链接、扩展名 .yaml、没有权限的文件",
        "放真正的 .yml 文件",
    ),
    "R001": Code(
        "不认识的键", "多半是拼错；拼错的键不会起作用。", "wating: 3 months", "waiting: 3 months"
    ),
    "R002": Code(
        "缺少键",
        "少了它，读者就不知道这条记录从何而来、何时有效。",
        "没有 last_verified",
        "补上；文件没说的写 unstated 或 unknown",
    ),
    "R003": Code("值不合类型", "类型错的值没法比较和计算。", "waiting: 3", "waiting: 3 months"),
    "R004": Code(
        "写法不对",
        "该是列表的写成了一个值，或者反过来。",
        "insurance: employee",
        "insurance: [employee]",
    ),
    "R005": Code("不在可选项里", "只有声明过的取值才有中文标签。", "part: resumee", "part: resume"),
    "R006": Code(
        "没有这条规则",
        "记录的文件名就是规则名。",
        "records/china/wait.yml",
        "records/china/waiting-period.yml",
    ),
    "R007": Code(
        "没有这个参加类型",
        "类型（例如险种）在 book.yml 里声明。",
        "insurance: [staff]",
        "insurance: [employee]",
    ),
    "R008": Code(
        "名字没有声明，或声明有误",
        "字段、条件、类型先声明一次，处处相同；不能重名，不能是空的。",
        "columns: [wait]",
        "columns: [waiting]",
    ),
    "R009": Code(
        "正文不对",
        "一条记录只有一种正文，也不能没有正文。",
        "values 和 none_found 同时写",
        "只留一种",
    ),
    "R010": Code(
        "没说是否约束下级",
        "省级规定是直接适用还是只是框架，读者的答案完全不同。",
        "缺 applies_below",
        "applies_below: false",
    ),
    "R011": Code(
        "缺少成对的字段",
        "有等待期却不说等待期内报多少，读者会以为照常报销。",
        "只写 waiting: 3 months",
        "再写 waiting_benefit: 0%",
    ),
    "R012": Code(
        "说明里有记录之外的数字",
        "没有出处的数字不该出现在页面上。",
        "note: 通常 5 个工作日",
        "写成 also，或删去数字",
    ),
    "R013": Code(
        "核对日期在将来",
        "还没到的日子不可能核对过。",
        "last_verified: 2099-01-01",
        "真正核对的那一天",
    ),
    "R014": Code(
        "这个部分不用于这个类型",
        "一种人的规定不能写到另一种人头上。",
        "resume 写 [resident]",
        "写到 lapse-penalty-resident",
    ),
    "R015": Code(
        "文件放错地方",
        "一个地区一条规则一个文件，路径就是它的地址。",
        "records/a/b.yml 里写 region: c",
        "移动文件或改 region",
    ),
    "R019": Code(
        "例子里的名字没有声明",
        "例子要能当测试跑。",
        "expect: {wait: 3 months}",
        "expect: {waiting: 3 months}",
    ),
    "R020": Code(
        "例子与表不符", "手算的例子和表必有一个错。", "表里 3 个月，例子写 6 个月", "重新核对原文"
    ),
    "G001": Code(
        "没有这个地区", "地区用 regions.yml 里的 slug。", "region: suzhou", "region: jiangsu/suzhou"
    ),
    "G002": Code("地区树有误", "代码是地区的身份，不能重复。", "两个地区同一代码", "核对区划代码"),
    "G003": Code(
        "这里不适用", "有的地区不实行这一制度，写了会误导读者。", "records/hongkong/…", "删去"
    ),
    "S001": Code(
        "没有这个文件",
        "记录必须指向声明过的文件。",
        "document: fujian-q-2024",
        "document: fujian-qa-2024",
    ),
    "S002": Code(
        "条款要正好一个说法",
        "读者要能翻到那一条；没有条款号也要说为什么。",
        "clause 和 clause_missing 都没写",
        "clause_missing: 问答，无条款号",
    ),
    "S003": Code(
        "文件 id 重复",
        "同一个 id 指两个文件，引用就乱了。",
        "两处都叫 tianjin-2025",
        "加上题目区分",
    ),
    "S004": Code("没有这个来源级别", "级别决定读者信到什么程度。", "tier: gov", "tier: official"),
    "S005": Code(
        "没有记录引用这个文件",
        "没人引用的文件多半是漏写了记录。",
        "孤立的 documents 条目",
        "引用它，或删去",
    ),
    "S006": Code(
        "文件没有标题也没有说明",
        "读者要知道读的是什么。",
        "title: unstated",
        "加 about: 某局网站上的问答",
    ),
    "S009": Code(
        "没有出处，或不该有出处",
        "没有出处的数字不能上页面。",
        "缺 source",
        "source: {document: …, clause: …}",
    ),
    "T001": Code("两行重叠", "同一个人会得到两个答案。", "0-3 和 3+", "0-2 和 3+，或 0-3 和 4+"),
    "T002": Code(
        "有情形没人答",
        "没答的情形会被当成没有限制。",
        "只写 back_paid: true",
        "补一行，或 otherwise: unstated",
    ),
    "T003": Code("永远用不到的行", "用不到的行必是写错条件。", "条件互相排斥", "改条件"),
    "T004": Code(
        "条件自相矛盾",
        "首次参保的人没有断缴月数。",
        "first_enrolment: true 加 lapse_months",
        "去掉一个",
    ),
    "T005": Code(
        "两段之间有漏洞",
        "0-3 和 5+ 之间的 4 被 otherwise 盖住了，多半是边界词读错。",
        "0-3、5+",
        "0-3、4+；确实没写就单列一行 unstated",
    ),
    "T006": Code(
        "otherwise 用不到", "各行已经覆盖全部情形。", "true 与 false 都有行", "删去 otherwise"
    ),
    "T007": Code("行表的键重叠", "同一人群两行，不知信哪行。", "60-69 和 65+", "核对年龄段"),
    "T008": Code("表太大", "没有人读得懂的表，也没人核对得了。", "十几个条件", "拆开"),
    "P001": Code("止期早于起期", "日期写反了。", "from 2026 to 2025", "核对原文"),
    "P002": Code(
        "两条记录同一天开始", "不知道哪条有效。", "两条都从 2026-01-01 起", "合并，或核对日期"
    ),
    "P003": Code(
        "两条起始不明的记录分不出先后",
        "起始不明时用 seen_on 排先后。",
        "都没有 seen_on",
        "写上各自最早看到的日期",
    ),
    "L001": Code(
        "超出上级的界限",
        "下级规定和上级框架冲突，读者应当知道。",
        "上级不超过 6 个月，本地 12 个月",
        "核对；确有冲突写入 exceptions.yml",
    ),
    "L002": Code(
        "单位不同，无法与界限比较",
        "90 天不是 3 个月。",
        "90 days 与 3 months",
        "写入 exceptions.yml 说明",
    ),
    "L003": Code(
        "界限与上级的数值冲突",
        "下级设的上限容不下上级给的数。",
        "省里不超过 2 个月，国家固定 3 个月",
        "写入 exceptions.yml 说明",
    ),
    "X001": Code("过时的例外", "例外对应的问题已经没有了。", "exceptions.yml 里的旧条目", "删去"),
}


def page(code: str) -> str:
    """The page of a code as plain text; KeyError for an unknown one."""
    entry = CODES[code]
    lines = (
        f"{code} {entry.title}",
        "",
        f"为什么    {entry.why}",
        f"例如      {entry.example}",
        f"应当写    {entry.instead}",
    )
    return "\n".join(lines) + "\n"

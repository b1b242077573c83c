"""R019–R020: worked examples must use declared names and agree with the table they stand beside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from generator.findings import Finding, Loc, did_you_mean
from generator.model import Answer, Book, Case, Field, Part, Record, Row
from generator.tables import Atom, Contradiction, TableTooLarge, build_table, matches, written_atom
from generator.values import Value, Word
from generator.written import as_written, parse_fact, same_written

CALCULATED = frozenset(
    {
        *("benefits_from", "benefits_earliest", "benefits_latest", "covered_until"),
        *("gap_months", "waiting_months", "waiting_days", "back_payment_allowed"),
        *("required_years", "shortfall_years"),
    }
)
ASKED = frozenset(
    {
        *("last_paid", "resume", "paid_on", "back_paid_month", "months_before"),
        *("last_insured_year", "insured_year", "enrol_year", "years_repaid", "repaired_years"),
        *("retire", "sex", "years_total", "years_actual"),
    }
)


def case_faults(book: Book, today: date) -> Iterator[Finding]:
    """Examples that use undeclared names, or expect what the row does not say."""
    for record in book.records:
        part = book.rule_by_slug[record.rule].part(record.part)
        for number, case in enumerate(record.cases):
            loc = (*record.loc, "cases", number)
            yield from _names(case, part, record, loc)
            if part.form == "decisions" and all(name in part.conditions for name in case.given):
                yield from _worked(case, record, book, loc)


def _names(case: Case, part: Part, record: Record, loc: Loc) -> Iterator[Finding]:
    """`given` holds the part's conditions or what the calculator asks, `expect` fields or results."""
    groups = {
        "given": (case.given, (*part.conditions, *part.keys), ASKED, "条件"),
        "expect": (case.expect, part.fields, CALCULATED, "字段"),
    }
    for key, (names, declared, others, noun) in groups.items():
        here = (*loc, key)
        if not names:
            yield Finding("R019", record.path, f"{key} 是空的", "至少写一个", "", here)
        for name in names:
            if name not in declared and name not in others:
                mend = did_you_mean(name, (*declared, *sorted(others)))
                message = f"{key} 里的 {name} 不是这部分的{noun}"
                yield Finding("R019", record.path, message, f"已声明的{noun}", mend, (*here, name))


def _worked(case: Case, record: Record, book: Book, loc: Loc) -> Iterator[Finding]:
    conditions = book.shared.conditions
    facts: dict[str, Atom] = {}
    for name, text in case.given.items():
        try:
            facts[name] = parse_fact(text, conditions[name])
        except ValueError as error:
            message = f"given 里的 {name} 写得不对：{text}"
            yield Finding("R019", record.path, message, str(error), "", (*loc, "given", name))
    if len(facts) < len(case.given):
        return
    then = answer(record.rows, record.otherwise, conditions, facts)
    if then is not None:
        yield from _compared(case, then, record, (book, loc))


def _compared(
    case: Case, then: Answer, record: Record, place: tuple[Book, Loc]
) -> Iterator[Finding]:
    book, loc = place
    fields = book.rule_by_slug[record.rule].part(record.part).fields
    for name, expected in case.expect.items():
        if name not in fields:
            continue
        field = book.find_field(record.rule, name)
        value = then if isinstance(then, Word) else then.get(name, Word("unstated"))
        if not same_written(expected, value, field):
            message = f"例子要 {name} = {expected}，表里是 {as_written(value, field)}"
            here = (*loc, "expect", name)
            yield Finding("R020", record.path, message, "重新手算，改例子或改表", "", here)


def answer(
    rows: tuple[Row, ...],
    otherwise: Answer | None,
    fields: Mapping[str, Field],
    facts: Mapping[str, Atom],
) -> Answer | None:
    """What the table says of the given conditions; None where they do not fix one row."""
    try:
        table = build_table(rows, fields)
    except (Contradiction, TableTooLarge):
        return None
    full = _with_implied(facts, fields)
    possible = [number for number, when in enumerate(table.rows) if _possible(when, full)]
    fixed = [number for number in possible if table.rows[number].keys() <= full.keys()]
    if fixed:
        return rows[fixed[0]].then
    return None if possible else otherwise


def _possible(when: Mapping[str, Value], facts: Mapping[str, Atom]) -> bool:
    return matches({name: value for name, value in when.items() if name in facts}, facts)


def _with_implied(facts: Mapping[str, Atom], fields: Mapping[str, Field]) -> dict[str, Atom]:
    """The facts and all that follows from them: who has a lapse is no first enrolment."""
    full = dict(facts)
    pending = list(facts)
    while pending:
        for need, written in fields[pending.pop()].needs.items():
            if need not in full:
                full[need] = written_atom(written)
                pending.append(need)
    return full

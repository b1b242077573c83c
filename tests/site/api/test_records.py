"""A record is published whole, typed, and with nothing that its document does not say."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from generator.model import Case, Claimed, Limit, Row
from generator.values import Duration, Span, Word
from tests.builders import RECORD, SOURCE, day, make_book, row
from tests.site.api import LINHE, region_file


def test_a_record_is_written_out_whole() -> None:
    claim = Claimed(replace(SOURCE, tier="media"), {}, {"waiting": Duration(6, "months")}, "二手")
    record = replace(
        LINHE,
        insurance=("employee", "flexible"),
        rows=(
            row(
                {"lapse_months": "4+", "rhythm": "monthly"},
                {"waiting": "90 days", "benefit": "50%"},
            ),
        ),
        otherwise=Word("unstated"),
        limits=(Limit("waiting", {}, "at_most", Duration(6, "months")),),
        effective_to=day("2035"),
        also=(("办理时限", "5 个工作日"),),
        note="一句话",
        conflicts=(claim,),
        cases=(Case({"lapse_months": "5"}, {"waiting": "90 days"}),),
    )
    file = region_file(make_book(record))
    assert file["records"] == {
        "anzhou/linhe/waiting/resume/1": {
            "region": "anzhou/linhe",
            "rule": "waiting",
            "part": "resume",
            "insurance": ["employee", "flexible"],
            "body": "table",
            "rows": [
                {
                    "when": {"lapse_months": {"low": 4, "high": None}, "rhythm": ["monthly"]},
                    "then": {"waiting": {"amount": 90, "unit": "days"}, "benefit": "0.5"},
                }
            ],
            "otherwise": {"word": "unstated"},
            "limits": [
                {
                    "field": "waiting",
                    "when": {},
                    "bound": "at_most",
                    "value": {"amount": 6, "unit": "months"},
                }
            ],
            "period": {
                "effective_from": "2030-02",
                "effective_to": "2035",
                "earliest": "2030-02-01",
                "latest": "2035-12-31",
            },
            "source": {"document": "rules-2030", "clause": "第三条", "tier": "official"},
            "also": [{"label": "办理时限", "value": "5 个工作日"}],
            "note": "一句话",
            "conflicts": [
                {
                    "source": {"document": "rules-2030", "clause": "第三条", "tier": "media"},
                    "when": {},
                    "says": {"waiting": {"amount": 6, "unit": "months"}},
                    "because": "二手",
                }
            ],
            "cases": [{"given": {"lapse_months": "5"}, "expect": {"waiting": "90 days"}}],
            "last_verified": "2031-01-31",
            "due": "2032-01-31",
        }
    }
    assert file["documents"] == {
        "rules-2030": {
            "region": "anzhou",
            "title": "断缴办法",
            "doc_no": "安医保〔2030〕1号",
            "issuer": "安州省医保局",
            "issued": "2030-01-05",
            "effective_from": "2030-02-01",
            "url": "https://example.org/rules",
            "official_url": "https://example.org/",
            "tier": "official",
            "read": "stored-copy",
        }
    }


def test_an_unknown_start_is_said_and_never_filled_in() -> None:
    record = replace(RECORD, seen_on=day("2029-03"))
    period = region_file(make_book(record))["records"]["anzhou/linhe/waiting/resume/1"]["period"]
    assert period == {"effective_from": "unknown", "seen_on": "2029-03"}


def test_a_yearly_record_is_in_force_for_its_year() -> None:
    rows = (Row({"who": "adult", "age": Span(18, None)}, {"personal_cny": Decimal(400)}),)
    record = replace(
        RECORD, rule="premium", part="amount", insurance=("resident",), rows=rows, insured_year=2031
    )
    found = region_file(make_book(record))["records"]["anzhou/linhe/premium/amount/1"]
    assert found["period"] == {
        "insured_year": 2031,
        "earliest": "2031-01-01",
        "latest": "2031-12-31",
    }
    assert found["rows"] == [
        {
            "when": {"who": "adult", "age": {"low": 18, "high": None}},
            "then": {"personal_cny": "400"},
        }
    ]

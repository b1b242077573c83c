"""The index leads to every region and declares what the values mean."""

from __future__ import annotations

import json

from tests.builders import REGIONS, make_book
from tests.site.api import LINHE, published


def test_the_index_leads_to_every_region_and_counts_its_cells() -> None:
    files = published(make_book(LINHE))
    index = json.loads(files["api/v1/index.json"])
    assert [one["url"] for one in index["regions"]] == [
        f"regions/{region.slug}.json" for region in REGIONS
    ]
    assert all(f"api/v1/{one['url']}" in files for one in index["regions"])
    assert index["regions"][2]["origins"] == {"own": 1, "missing": 3}


def test_the_index_declares_what_the_values_mean() -> None:
    index = json.loads(published(make_book())["api/v1/index.json"])
    assert index["conditions"]["rhythm"] == {
        "type": "choice",
        "label": "缴费方式",
        "say": "{value}",
        "choices": [{"id": "monthly", "label": "按月缴"}, {"id": "quarterly", "label": "按季缴"}],
    }
    assert index["conditions"]["repaid_after"]["needs"] == {"back_paid": True}
    assert index["conditions"]["quarter_month"]["needs"] == {"rhythm": "quarterly"}
    assert index["outcomes"]["waiting"]["phrases"] == {"0 months": "不设等待期"}
    assert index["rules"][0]["parts"][0]["sentence"] == ["{waiting}", "从{starts}起算", "{benefit}"]
    assert index["words"]["unstated"] == "文件未写明"
    assert index["tiers"][1] == {
        "id": "media",
        "label": "媒体转述",
        "about": "新闻",
        "review_months": 3,
    }

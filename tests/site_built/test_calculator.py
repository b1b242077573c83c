"""The calculator in a real browser: by keyboard alone, from a shared link, on paper, within its policy and its bytes."""

from __future__ import annotations

import gzip
import re
import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from generator.site.api.files import region_script
from tests.conftest import OpenPage

pytestmark = pytest.mark.browser

KNOWN = "/calculator/#lapse?region=fujian&insurance=employee&last_paid=2025-12&resume=2026-06&back_paid=no"
UNKNOWN = "/calculator/#lapse?region=anhui/chuzhou&insurance=flexible&last_paid=2026-01&resume=2026-06&back_paid=no"
OPEN = "/calculator/#lapse?region=fujian&insurance=employee&last_paid=2025-12&resume=2026-06"
RESIDENT = "/calculator/#resident?region=shandong/qingdao&last_insured_year=2023&enrol_year=2025&paid_on=2024-11-15"
COST = "/calculator/#cost?region=fujian&insurance=employee&base=5000&months=5&employer_rate=8%25&employee_rate=2%25"
RETIREMENT = "/calculator/#retirement?region=guangdong/dongguan&sex=male&retire=2027-05"
RESULTS = {
    "known": KNOWN,
    "unknown": UNKNOWN,
    "open": OPEN,
    "resident": RESIDENT,
    "cost": COST,
    "retirement": RETIREMENT,
}
FIRST_VISIT_BYTES = 150_000


def result(page: Page) -> str:
    """The text of the result, once it is all there."""
    page.locator(".pb-calc-head").wait_for()
    page.locator(".pb-calc-printed").wait_for(state="attached")
    return page.inner_text("[data-slot=result]")


def tab_to(page: Page, selector: str) -> None:
    """Press the tab key until the focus is there."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            return
    pytest.fail(f"the tab key does not lead to {selector}")


def type_region(page: Page, text: str) -> None:
    """Choose the first region that fits, as a keyboard does."""
    tab_to(page, "#calc-region")
    page.keyboard.type(text)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def type_date(page: Page, field: str, *parts: str) -> None:
    """Choose year, month and day in a field's selects by typing."""
    tab_to(page, f"[data-field={field}] select")
    for number, part in enumerate(parts):
        if number:
            page.keyboard.press("Tab")
        page.keyboard.type(part)


def test_a_lapse_is_answered_by_keyboard_alone(open_page: OpenPage) -> None:
    opened = open_page("/calculator/", width=1280)
    page = opened.page
    page.locator("#calc-region").wait_for()
    type_region(page, "福建")
    tab_to(page, "[data-field=insurance] input")
    page.keyboard.press("Space")
    type_date(page, "last_paid", "2025", "12")
    type_date(page, "resume", "2026", "6")
    tab_to(page, "[data-field=back_paid] input")
    page.keyboard.press("ArrowUp")
    tab_to(page, ".pb-calc-form [type=submit]")
    page.keyboard.press("Enter")
    assert "2026年12月1日" in result(page)
    assert page.evaluate("document.activeElement.id") == "calc-result"
    assert opened.problems() == []


def test_a_resident_is_answered_by_keyboard_alone(open_page: OpenPage) -> None:
    page = open_page("/calculator/#resident", width=1280).page
    page.locator("#calc-region").wait_for()
    type_region(page, "青岛")
    type_date(page, "last_insured_year", "2023")
    type_date(page, "enrol_year", "2025")
    type_date(page, "paid_on", "2024", "11", "15")
    assert "2025年4月1日" in result(page)


def test_a_cost_is_answered_by_keyboard_alone(open_page: OpenPage) -> None:
    page = open_page("/calculator/#cost", width=1280).page
    page.locator("#calc-region").wait_for()
    type_region(page, "福建")
    tab_to(page, "[data-field=insurance] input")
    page.keyboard.press("Space")
    tab_to(page, "#calc-base")
    page.keyboard.type("5000")
    tab_to(page, "#calc-months")
    page.keyboard.type("5")
    tab_to(page, "#calc-employer_rate")
    page.keyboard.type("8%")
    tab_to(page, "#calc-employee_rate")
    page.keyboard.type("2%")
    page.keyboard.press("Enter")
    expect(page.locator(".pb-calc-title")).to_have_text(re.compile("2,500元"))


def test_a_retirement_is_answered_by_keyboard_alone(open_page: OpenPage) -> None:
    page = open_page("/calculator/#retirement", width=1280).page
    page.locator("#calc-region").wait_for()
    type_region(page, "东莞")
    tab_to(page, "[data-field=sex] input")
    page.keyboard.press("Space")
    type_date(page, "retire", "2027", "5")
    assert "实际缴费" in result(page)


@pytest.mark.parametrize("address", RESULTS.values(), ids=RESULTS.keys())
def test_a_shared_link_restores_form_and_result(open_page: OpenPage, address: str) -> None:
    opened = open_page(address)
    first = result(opened.page)
    opened.page.reload()
    assert result(opened.page) == first
    assert opened.page.url.endswith(address)
    assert opened.problems() == []


@pytest.mark.parametrize(("width", "dark"), [(390, False), (1280, True)])
@pytest.mark.parametrize("address", RESULTS.values(), ids=RESULTS.keys())
def test_axe_finds_nothing_in_a_result(
    open_page: OpenPage, address: str, width: int, dark: bool
) -> None:
    page = open_page(f"{address}&compare=paid", width=width, dark=dark).page
    result(page)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    page.wait_for_timeout(200)
    found = Axe().run(page).response["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found] == []


@pytest.mark.parametrize("width", [320, 768])
def test_nothing_is_wider_than_the_screen(open_page: OpenPage, width: int) -> None:
    for address in RESULTS.values():
        page = open_page(f"{address}&compare=guangdong/shenzhen", width=width).page
        result(page)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_cannot_tell_says_why_and_what_to_ask(open_page: OpenPage) -> None:
    page = open_page(UNKNOWN).page
    text = result(page)
    assert text.startswith("无法判断")
    assert "滁州市" in page.inner_text(".pb-calc-why")
    assert page.locator(".pb-calc-ask[open] li").count() > 3
    assert page.get_attribute(".pb-calc-head a", "href") == "tel:12393"


def test_every_step_opens_to_its_evidence(open_page: OpenPage) -> None:
    page = open_page(KNOWN).page
    result(page)
    card = page.locator(".pb-calc-group details.pb-evidence").first
    card.locator("summary").click()
    assert "断缴5个月" in card.inner_text()
    card.locator("a", has_text="地区页").click()
    anchor = page.url.partition("#")[2]
    assert page.locator(f"[id='{anchor}']").count() == 1


def test_what_is_missing_is_asked_for_and_then_settles_it(open_page: OpenPage) -> None:
    page = open_page(OPEN).page
    assert "如果" in result(page)
    page.click(".pb-calc-lacks[data-change=back_paid]")
    page.keyboard.press("ArrowUp")
    expect(page.locator(".pb-calc-title")).to_have_text(re.compile("^2026年12月1日起"))
    expect(page).to_have_url(re.compile("back_paid=no$"))


def test_an_error_stands_beside_its_field_and_takes_the_focus(open_page: OpenPage) -> None:
    page = open_page("/calculator/").page
    page.click(".pb-calc-form [type=submit]")
    assert page.evaluate("document.activeElement.id") == "calc-region"
    assert "还没有选参保地区" in page.inner_text("#calc-region-error")
    assert page.get_attribute("#calc-region", "aria-invalid") == "true"
    backwards = KNOWN.replace("resume=2026-06", "resume=2025-06")
    page = open_page(backwards).page
    expect(page.locator("#calc-resume-error")).not_to_be_empty()


def test_back_returns_to_the_question_before(open_page: OpenPage) -> None:
    page = open_page(KNOWN).page
    before = result(page)
    page.click("[data-question=cost]")
    expect(page.locator("[data-question=cost]")).to_have_attribute("aria-current", "page")
    assert "region=fujian" in page.url
    page.go_back()
    expect(page.locator("[data-question=lapse]")).to_have_attribute("aria-current", "page")
    assert result(page) == before


def test_change_leads_to_the_field(open_page: OpenPage) -> None:
    page = open_page(KNOWN).page
    result(page)
    page.click("[data-change=resume]")
    assert page.evaluate("document.activeElement.closest('[data-field]').dataset.field") == "resume"


def test_other_gaps_and_another_region_stand_beside(open_page: OpenPage) -> None:
    opened = open_page(f"{KNOWN}&compare=guangdong/shenzhen", width=1280)
    page = opened.page
    result(page)
    page.click("[data-fold=gaps] summary")
    rows = page.locator("[data-slot=gaps] tbody tr")
    expect(rows).to_have_count(12)
    assert page.locator(".pb-calc-turn").count() > 0
    expect(page.locator("[data-slot=compare] th", has_text="深圳市")).to_have_count(1)
    assert opened.problems() == []


def test_deadlines_are_kept_as_a_calendar_file(open_page: OpenPage) -> None:
    opened = open_page(KNOWN)
    result(opened.page)
    with opened.page.expect_download() as download:
        opened.page.click("[data-do=calendar]")
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert "DTSTART;VALUE=DATE:20261201" in text
    assert opened.problems() == []


@pytest.mark.parametrize(
    "address", [KNOWN, UNKNOWN, RESIDENT], ids=["known", "unknown", "resident"]
)
def test_the_answer_prints_on_one_sheet(open_page: OpenPage, address: str) -> None:
    page = open_page(address).page
    result(page)
    page.emulate_media(media="print")
    assert "按2026年" in page.inner_text(".pb-calc-printed")
    assert not page.locator(".pb-calc-form").is_visible()
    assert len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(format="A4"))) == 1


def test_without_javascript_the_page_tells_how_to_count(open_page: OpenPage) -> None:
    page = open_page("/calculator/", javascript=False).page
    text = page.inner_text("main")
    assert "数断了几个月" in text
    assert not page.locator("#pb-calc").is_visible()
    page.click("main a[href*='waiting-period']")
    assert "/rules/waiting-period/" in page.url


def test_a_region_page_leads_here_with_its_name_filled_in(open_page: OpenPage) -> None:
    page = open_page("/regions/anhui/chuzhou/").page
    page.locator(".pb-tool a").last.click()
    page.locator("#calc-region").wait_for()
    assert page.input_value("#calc-region") == "安徽省 滁州市"
    expect(page.locator("[data-question=resident]")).to_have_attribute("aria-current", "page")


def test_a_region_where_nothing_applies_is_said_to_be_so(open_page: OpenPage) -> None:
    page = open_page("/calculator/#lapse?region=hongkong").page
    expect(page.locator("[data-slot=result]")).to_contain_text("不实行内地的基本医疗保险")


@pytest.fixture
def on_disk(built_site: Path, tmp_path: Path) -> Path:
    """The calculator's page in a folder as the edition for file:// has it: its data are scripts."""
    for name in ("assets", "calculator"):
        shutil.copytree(built_site / name, tmp_path / name)
    data = tmp_path / "api/v1/regions/fujian.js"
    data.parent.mkdir(parents=True)
    index, region = (
        (built_site / "api/v1" / name).read_text(encoding="utf-8")
        for name in ("index.json", "regions/fujian.json")
    )
    (tmp_path / "api/v1/index.js").write_text(f"self.policybookIndex={index};", encoding="utf-8")
    data.write_text(region_script("fujian", region), encoding="utf-8")
    return tmp_path / "calculator/index.html"


def test_it_works_from_a_folder_on_disk(open_page: OpenPage, on_disk: Path) -> None:
    opened = open_page(on_disk.as_uri() + KNOWN.partition("/calculator/")[2])
    assert "2026年12月1日" in result(opened.page)
    opened.page.select_option("[data-field=resume] select >> nth=1", "07")
    expect(opened.page.locator(".pb-calc-title")).to_have_text(re.compile("2027年1月1日"))
    expect(opened.page).to_have_url(re.compile("resume=2026-07"))
    assert opened.problems() == []


def test_data_that_did_not_come_are_asked_for_again(open_page: OpenPage) -> None:
    page = open_page("/calculator/").page
    page.route("**/regions/fujian.json", lambda route: route.abort())
    page.evaluate("address => { location.hash = address }", KNOWN.partition("#")[2])
    page.locator("[data-slot=result] [role=alert]").wait_for()
    page.unroute("**/regions/fujian.json")
    page.click("[data-slot=result] [role=alert] button")
    assert "2026年12月1日" in result(page)


def test_a_first_visit_is_light(built_site: Path) -> None:
    ours = [
        "calculator/index.html",
        "calculator/calculator.js",
        "calculator/calculator.css",
        "assets/policybook.css",
        "assets/chrome.css",
        "assets/tables.js",
        "assets/ages.js",
        "api/v1/index.json",
        "api/v1/regions/guangdong/shenzhen.json",
    ]
    sizes = {path: len(gzip.compress((built_site / path).read_bytes())) for path in ours}
    assert sum(sizes.values()) <= FIRST_VISIT_BYTES, sizes


def test_the_script_is_no_newer_than_2020_and_sets_html_in_one_place(built_site: Path) -> None:
    script = (built_site / "calculator/calculator.js").read_text(encoding="utf-8")
    assert re.findall(r"\?\?=|\|\|=|&&=|\.at\(|replaceAll|structuredClone|hasOwn\(", script) == []
    assert script.count("innerHTML") == len(
        re.findall(r"element\.innerHTML = markup\.text", script)
    ) + len(re.findall(r"^// .*innerHTML", script, re.MULTILINE))

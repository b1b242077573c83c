"""Another subject with the same generator: it knows no medical insurance, only what a book declares."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.folders import fixed_day, policybook

BOOK = Path(__file__).parent / "housing-fund"
PAGES = {
    "index.html",
    "404.html",
    "about/index.html",
    "regions/index.html",
    "regions/yunlan/index.html",
    "regions/qingyu/index.html",
    "regions/tingzhou/index.html",
    "rules/index.html",
    "rules/withdrawal/index.html",
    "rules/loan/index.html",
    "search/index.html",
}
SUBJECT_OF_THE_OTHER_BOOK = (
    "医保",
    "医疗",
    "断缴",
    "断交",
    "险种",
    "参保",
    "报销",
    "等待期",
    "苏州",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("housing-fund")
    ran = policybook("build", "--book", str(BOOK), "--site", "site", folder=folder)
    assert (ran.status, ran.out) == (0, ""), ran.err
    yield folder / "site"


def texts(site: Path) -> Iterator[tuple[str, str]]:
    """Every page and every script of ours (the theme's own are not about any subject)."""
    for file in sorted(site.rglob("*")):
        ours = file.suffix in (".html", ".xml") or (
            file.suffix == ".js" and "javascripts" not in file.parts
        )
        if ours and "vendor" not in file.parts:
            yield file.relative_to(site).as_posix(), file.read_text(encoding="utf-8")


def test_the_other_book_has_no_finding(tmp_path: Path) -> None:
    ran = policybook("check", "--book", str(BOOK), folder=tmp_path)
    assert (ran.status, ran.out, ran.err) == (0, "", "policybook check: 5 条记录，没有问题\n")


def test_it_builds_a_page_for_each_region_and_rule(site: Path) -> None:
    built = {path for path, _ in texts(site)}
    assert sorted(PAGES - built) == []


def test_its_pages_carry_its_own_words(site: Path) -> None:
    page = (site / "regions/qingyu/index.html").read_text(encoding="utf-8")
    said = (
        "青屿州住房公积金停缴怎么办",
        "缴存类型",
        "单位缴存",
        "封存6个月及以上",
        "可提取余额的50%",
        "须连续缴存12个月",
    )
    assert [words for words in said if words not in page] == []


@pytest.mark.parametrize("word", SUBJECT_OF_THE_OTHER_BOOK)
def test_no_word_of_the_first_book_is_in_its_site(site: Path, word: str) -> None:
    assert [path for path, text in texts(site) if word in without_comments(path, text)] == []


def without_comments(path: str, text: str) -> str:
    """A script without its comment lines: readers never see them."""
    if not path.endswith(".js"):
        return text
    lines = text.splitlines()
    return "\n".join(line for line in lines if not line.lstrip().startswith(("//", "*", "/*")))


def test_its_counts_are_its_own(tmp_path: Path) -> None:
    with fixed_day():
        ran = policybook("stats", "--book", str(BOOK), "--json", folder=tmp_path)
    assert ran.status == 0
    assert '"by_rule": {\n  "withdrawal": 2,\n  "loan": 3\n }' in ran.out


def test_a_book_without_tiles_has_no_map_and_its_menu_names_none(site: Path) -> None:
    assert not (site / "map").exists()
    assert [path for path, text in texts(site) if "map/" in text and path.endswith(".html")] == []
    assert (site / "freshness/index.html").is_file()
    assert (site / "documents/index.html").is_file()

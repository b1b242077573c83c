"""A project shown while it is edited: the page as its files are now, and findings on the page instead of an end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.book import checked
from generator.serving import Session
from generator.site.pages import make_output
from generator.theme import ThemeBroken
from tests.folders import CITY, TODAY, Folder, fixed_day, small_book

CITY_FILE = "records/anzhou/linhe/resume.yml"
CITY_PAGE = "regions/anzhou/linhe"
SETTINGS = """\
site_name: x
theme: {name: material, font: false}
plugins: [policybook]
nav: [index.md, about.md, nothing.md]
"""


@pytest.fixture
def book(tmp_path: Path) -> Folder:
    folder = small_book(tmp_path)
    (tmp_path / "content").mkdir()
    (tmp_path / "content/about.md").write_text("# 关于\n\n第一版\n", encoding="utf-8")
    (tmp_path / "content/data.txt").write_text("x", encoding="utf-8")
    return folder


@pytest.fixture
def session(book: Folder) -> Iterator[Session]:
    with fixed_day():
        yield Session(book.root)


def page(session: Session, path: str = CITY_PAGE) -> str:
    found = session.page(path)
    assert found is not None
    return found


def test_an_edited_record_shows_at_once(book: Folder, session: Session) -> None:
    assert "等候2个月" in page(session)
    book.change(CITY_FILE, "wait: 2 months", "wait: 5 months")
    assert "等候5个月" in page(session)
    assert "等候2个月" not in page(session)


def test_a_page_holds_what_the_whole_output_holds(book: Folder, session: Session) -> None:
    known, findings = checked(book.policies, TODAY)
    assert known and not findings
    output = make_output(known, TODAY, TODAY)
    for made in output.pages:
        assert made.html in page(session, made.path), made.path
        assert f'content="{made.description}"' in page(session, made.path)
    for path, text in output.files.items():
        assert session.file(path) == text.encode()


def test_a_new_and_a_removed_record_are_noticed(book: Folder, session: Session) -> None:
    assert "年费100元" not in page(session, "regions/anzhou")
    fees = (book.policies / "records/anzhou/linhe/fees.yml").read_text(encoding="utf-8")
    higher = fees.partition("  - part: refunds")[0].replace("anzhou/linhe", "anzhou")
    higher = higher.replace("    rows:", "    applies_below: true\n    rows:")
    book.write("records/anzhou/fees.yml", higher)
    assert "100" in page(session, "regions/anzhou")
    book.remove("records/anzhou/fees.yml")
    assert "没有收录到安州省自己的规定" in page(session, "regions/anzhou")


def test_findings_stand_above_the_last_good_page(book: Folder, session: Session) -> None:
    page(session)
    book.change(CITY_FILE, "wait: 2 months", "wait: 2")
    for path in (CITY_PAGE, "", "about"):
        shown = page(session, path)
        assert "记录有 1 个问题" in shown
        assert f"{book.policies}/{CITY_FILE}:13:22</code> <b>R003</b> wait 的值 2 不对" in shown
        assert "下面还是改动之前的页面" in shown
    assert "等候2个月" in page(session)
    book.change(CITY_FILE, "wait: 2,", "wait: 3 months,")
    assert "记录有" not in page(session)
    assert "等候3个月" in page(session)


def test_a_book_that_never_was_good_shows_its_findings_everywhere(
    book: Folder, session: Session
) -> None:
    book.change(CITY_FILE, "wait: 2 months", "wait: 2")
    book.write("book.yml", "title: x\n")
    for path in (CITY_PAGE, ""):
        assert "改好、保存以后，这里就会显示页面。" in page(session, path)
    assert session.file("assets/search-data.js") is None


def test_a_hand_written_page_shows_at_once(book: Folder, session: Session) -> None:
    assert "第一版" in page(session, "about")
    (book.root / "content/about.md").write_text("# 关于\n\n第二版\n", encoding="utf-8")
    (book.root / "content/more.md").write_text("# 又一页\n", encoding="utf-8")
    assert "第二版" in page(session, "about")
    assert "又一页" in page(session, "more")


def test_the_menu_names_only_what_there_is(book: Folder, session: Session) -> None:
    (book.root / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    assert "nothing" not in page(session, "about")
    assert "关于" in page(session, "")


def test_files_of_the_theme_and_of_content_are_served(session: Session) -> None:
    assert session.file("data.txt") == b"x"
    assert session.file("assets/tables.js") is not None
    assert session.file("../policies/book.yml") is None
    assert session.file("about.md") is None


def test_an_address_without_a_page_has_none(session: Session) -> None:
    assert [session.page(path) for path in ("nothing", "regions/nothing", "rules/x")] == [None] * 3
    assert "没有这个页面" in session.missing()


def test_the_version_grows_only_with_a_change(book: Folder, session: Session) -> None:
    page(session)
    first = session.version
    page(session)
    session.look()
    assert session.version == first
    book.change(CITY_FILE, "wait: 2 months", "wait: 4 months")
    session.look()
    assert session.version == first + 1


def test_an_address_that_is_none_is_refused(book: Folder) -> None:
    (book.root / "mkdocs.yml").write_text(
        f"{SETTINGS}extra: {{repository: 'ftp://x'}}\n", encoding="utf-8"
    )
    with pytest.raises(ThemeBroken, match=r"extra\.repository 要写 http 或 https 地址"):
        Session(book.root)


def test_the_repository_is_linked(book: Folder) -> None:
    text = f"{SETTINGS}extra: {{repository: 'https://example.org/team/book/'}}\n"
    (book.root / "mkdocs.yml").write_text(text, encoding="utf-8")
    with fixed_day():
        shown = page(Session(book.root))
    assert f'href="https://example.org/team/book/edit/main/policies/{CITY_FILE}"' in shown


def test_saving_the_same_text_again_changes_nothing(book: Folder, session: Session) -> None:
    before = page(session)
    book.write(CITY_FILE, CITY)
    assert page(session) == before


def test_a_script_of_modules_is_served_as_it_is_now(book: Folder) -> None:
    bundled = "plugins: [{policybook: {scripts: {tool/tool.js: tool/main.js}}}]"
    text = SETTINGS.replace("plugins: [policybook]", bundled)
    (book.root / "mkdocs.yml").write_text(text, encoding="utf-8")
    main = book.root / "content/tool/main.js"
    main.parent.mkdir()
    main.write_text("export const a = 1;\n", encoding="utf-8")
    with fixed_day():
        session = Session(book.root)
        assert b"const a = 1;" in (session.file("tool/tool.js") or b"")
        assert session.file("tool/main.js") is None
        main.write_text("export const a = 2;\n", encoding="utf-8")
        assert b"const a = 2;" in (session.file("tool/tool.js") or b"")
        main.write_text("export default 2;\n", encoding="utf-8")
        with pytest.raises(ThemeBroken) as error:
            session.file("tool/tool.js")
    assert str(error.value).startswith("content/tool/main.js:1: 只能写 export function")

"""A small book on disk and the very pages it makes. `python -m tests.golden` makes them anew: read the diff."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.book import checked
from generator.site.pages import Heading, Page, make_output

BOOKS = tuple(
    sorted(file.parent.parent for file in Path(__file__).parent.glob("*/policies/book.yml"))
)
AS_OF = date(2030, 6, 1)


def produced(book: Path) -> dict[str, str]:
    """File name → text of every page and data file of the book in a folder."""
    loaded, findings = checked(book / "policies", AS_OF)
    assert loaded is not None
    assert findings == ()
    output = make_output(loaded, AS_OF, AS_OF)
    pages = {f"{page.path or 'index'}.html": page.html for page in output.pages}
    files = {
        path: text.replace("\r\n", "\n") for path, text in output.files.items()
    }  # as git keeps them
    return {**pages, **files, "contents.txt": "".join(map(_told, output.pages))}


def expected(book: Path) -> dict[str, str]:
    """The same as it is kept beside the records."""
    folder = book / "expected"
    files = [file for file in sorted(folder.rglob("*")) if file.is_file()]
    return {file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8") for file in files}


def _told(page: Page) -> str:
    return f"/{page.path}\n  {page.title}\n  {page.description}\n{_headings(page.headings, 1)}"


def _headings(headings: tuple[Heading, ...], depth: int) -> str:
    return "".join(
        f"{'  ' * depth}- {one.title} #{one.anchor}\n{_headings(one.below, depth + 1)}"
        for one in headings
    )

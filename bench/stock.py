"""The same pages for stock Material: ordinary Markdown, its own search, nothing of ours."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

from bench.markdown import to_markdown
from generator.book import checked
from generator.site.pages import make_output

# The menu is as small as ours; one of all pages would cost stock far more.
_SETTINGS = """\
site_name: stock
docs_dir: docs
theme:
  name: material
  language: zh
  font: false
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
      toggle: { icon: material/weather-sunny, name: dark }
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      toggle: { icon: material/weather-night, name: light }
  features: [navigation.top, toc.follow]
plugins: [search]
markdown_extensions: [attr_list, tables]
nav:
  - index.md
  - regions.md
  - rules.md
validation: { nav: { omitted_files: ignore } }
"""


def write(book_folder: Path, folder: Path, today: date) -> dict[str, int]:
    """A stock MkDocs project in `folder`; how many pages and bytes of Markdown it holds."""
    book, findings = checked(book_folder / "policies", today)
    if book is None or findings:
        raise SystemExit(f"{len(findings)} findings in {book_folder}")
    pages = [(page.path or "index", page.html) for page in make_output(book, today, today).pages]
    written = sum(_page(folder / "docs", path, html) for path, html in pages)
    for file in (book_folder / "content").rglob("*.md"):
        target = folder / "docs" / file.relative_to(book_folder / "content")
        target.write_bytes(file.read_bytes())
    (folder / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")
    return {"pages": len(pages), "bytes": written}


def _page(docs: Path, path: str, html: str) -> int:
    file = docs / f"{path}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    return file.write_bytes(to_markdown(html, path if path != "index" else "").encode("utf-8"))


if __name__ == "__main__":
    told = write(Path(sys.argv[1]), Path(sys.argv[2]), date.fromisoformat(sys.argv[3]))
    sys.stdout.write(json.dumps(told) + "\n")

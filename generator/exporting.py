"""The site as plain files for another site generator: Markdown with the finished HTML in it, and a config that Zensical builds."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from generator.book import checked
from generator.building import BuildFailed
from generator.bundling import NotBundled
from generator.dates import PartialDate
from generator.model import Settings
from generator.site.navigation import Entry, known_only
from generator.site.pages import make_output
from generator.site.rendering import Page, render
from generator.theme import bundles_of, configured, is_module, repository_of

MARK = "mkdocs.yml"


@dataclass(frozen=True)
class Exported:
    """What was written where."""

    folder: Path
    pages: int


def export_site(project: Path, target: Path, as_of: date, today: date) -> Exported:
    """Check the book and write all of it below `target`; BuildFailed leaves `target` untouched."""
    folder = project / "policies"
    if target.exists() and any(target.iterdir()) and not (target / MARK).is_file():
        raise BuildFailed(f"{target} 里有别的东西，不是上次导出的；换一个目录，或先清空它", folder)
    book, findings = checked(folder, today)
    if book is None or findings:
        raise BuildFailed(f"{len(findings)} 个问题，没有导出", folder, findings)
    config = configured(project, target / "site")
    output = make_output(book, as_of, today, repository=repository_of(config))
    scripts = _bundled(config, folder)
    docs = target / "docs"
    moved = {f"{draft.path}.md": f"{draft.path}/index.md" for draft in output.drafts if draft.path}
    shutil.rmtree(docs, ignore_errors=True)
    _copied(project, config, docs)
    for file in docs.rglob("*.md"):
        up = "../" * (len(file.relative_to(docs).parts) - 1)
        _write(file, _relinked(file.read_text(encoding="utf-8"), moved, up))
    for page in output.pages:
        # A source as deep as its address: then no generator has a reason to rewrite its links.
        _write(docs / page.path / "index.md", _markdown(page, book.settings, as_of))
    _without_modules(docs, scripts)
    for path, text in {**output.files, **scripts}.items():
        _write(docs / path, text)
    sources = {file.relative_to(docs).as_posix() for file in docs.rglob("*.md")}
    menu = known_only(_moved(config.nav or [], moved), sources)
    _write(target / MARK, _settings(config, book.settings, menu))
    return Exported(target, len(output.drafts))


def _bundled(config: MkDocsConfig, folder: Path) -> Mapping[str, str]:
    """The scripts that are made of modules."""
    try:
        return bundles_of(config)
    except NotBundled as error:
        raise BuildFailed(f"content/{error}", folder) from error


def _copied(project: Path, config: MkDocsConfig, docs: Path) -> None:
    """Hand-written pages, and the site's own styles and scripts."""
    shutil.copytree(project / "content", docs, dirs_exist_ok=True)
    custom = config.theme.custom_dir
    if custom and (Path(custom) / "assets").is_dir():
        shutil.copytree(Path(custom) / "assets", docs / "assets", dirs_exist_ok=True)


def _markdown(page: Page, settings: Settings, as_of: date) -> str:
    """Front matter as JSON, which is YAML; then one raw block that Markdown leaves alone."""
    day = PartialDate(as_of.year, as_of.month, as_of.day).chinese
    return render(
        "export.md",
        title=json.dumps(page.title, ensure_ascii=False),
        description=json.dumps(page.description, ensure_ascii=False),
        html=page.html,
        book=settings,
        as_of=day,
    )


def _without_modules(docs: Path, scripts: Mapping[str, str]) -> None:
    """What the scripts are made of is not published, and leaves no empty folder."""
    for file in list(docs.rglob("*.js")):
        if is_module(file.relative_to(docs).as_posix(), scripts):
            file.unlink()
            if not any(file.parent.iterdir()):
                file.parent.rmdir()


def _relinked(markdown: str, moved: Mapping[str, str], up: str) -> str:
    """A hand-written page, `up` from it the top, whose links lead to the generated pages where they lie here."""

    def led(link: re.Match[str]) -> str:
        target = moved.get(link[1].removeprefix(up)) if link[1].startswith(up) else None
        return f"]({up}{target}" if target else link[0]

    return re.sub(r"\]\(([^)#\s]+)", led, markdown)


def _moved(nav: Sequence[Entry], moved: Mapping[str, str]) -> list[Entry]:
    return [_entry_moved(entry, moved) for entry in nav]


def _entry_moved(entry: Entry, moved: Mapping[str, str]) -> Entry:
    if isinstance(entry, str):
        return moved.get(entry, entry)
    if isinstance(entry, Mapping):
        return {title: _entry_moved(below, moved) for title, below in entry.items()}
    return _moved(entry, moved)


def _settings(config: MkDocsConfig, book: Settings, menu: Sequence[Entry]) -> str:
    told = {
        "site_name": book.title,
        "site_description": book.tagline,
        "docs_dir": "docs",
        "site_dir": "site",
        "use_directory_urls": True,
        "theme": {"name": "material", "language": "zh", "font": False, "features": ["toc.follow"]},
        "plugins": [],
        "nav": menu,
        "markdown_extensions": ["attr_list", "md_in_html"],
        "extra_css": [str(path) for path in config.extra_css],
        "extra_javascript": [
            {"path": str(getattr(script, "path", script)), "defer": True}
            for script in config.extra_javascript
        ],
    }
    address = {"site_url": config.site_url} if config.site_url else {}
    return json.dumps({**told, **address}, ensure_ascii=False, indent=2) + "\n"


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")

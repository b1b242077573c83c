"""The theme around the pages: MkDocs' settings for a book, and one page at a time put into Material's templates."""

from __future__ import annotations

import logging
import os
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from pathlib import Path

from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import File, get_files
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page as MkPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.bundling import NotBundled, bundle
from generator.dates import PartialDate
from generator.model import Book
from generator.security import seal
from generator.site.navigation import known_only
from generator.site.rendering import Draft, Heading, Page
from generator.site.repository import NoRepository, parse_repository


class ThemeBroken(Exception):
    """mkdocs.yml or a template cannot be used; the message says why."""


class Theme:
    """Settings, navigation and templates of one project, loaded once; a change of them needs another Theme.

    `generated` are the addresses of pages that are not hand-written: the menu names only what there is.
    """

    def __init__(self, project: Path, generated: Iterable[str] = ()) -> None:
        try:
            self._config = configured(project, project / "site")
            parse_repository(self.repository)
        except (MkDocsException, NoRepository) as error:
            raise ThemeBroken(f"mkdocs.yml：{error}") from error
        self._environment = self._config.theme.get_env()
        self._files = get_files(self._config)
        self._files.add_files_from_theme(self._environment, self._config)
        for path in generated:
            self._files.append(_generated(self._config, f"{path or 'index'}.md"))
        if self._config.nav:
            self._config.nav = known_only(self._config.nav, set(self._files.src_uris))
        self._nav = get_navigation(self._files, self._config)

    @property
    def repository(self) -> str:
        """The address that mkdocs.yml sets, or nothing."""
        return repository_of(self._config)

    def introduce(self, book: Book, as_of: date, built: date) -> None:
        """From now on the templates show what this book says of itself."""
        introduce(self._config, book, as_of, built)

    def dressed(self, made: Page, above: str = "") -> str:
        """A generated page as readers get it, with `above` before its content."""
        page = self._page(source_of(made))
        page.meta = {"title": made.title, "description": made.description}
        page.content, page.toc = above + made.html, toc_of(made)
        return self._finished(page)

    def written(self, path: str, above: str = "") -> str | None:
        """A hand-written page as readers get it; None where content/ has none of this address."""
        file = self._files.get_file_from_path(f"{path or 'index'}.md")
        if file is None or file.generated_by is not None or not file.abs_src_path:
            return None
        page = self._page(file.src_uri)
        page.read_source(self._config)
        page.render(self._config, self._files)
        page.content = above + (page.content or "")
        return self._finished(page)

    def asset(self, path: str) -> bytes | None:
        """A file of the theme or of content/ that is no page, or a script put together from modules."""
        try:
            scripts = bundles_of(self._config) if path.endswith(".js") else {}
        except NotBundled as error:
            raise ThemeBroken(f"content/{error}") from error
        if path in scripts:
            return scripts[path].encode()
        if is_module(path, scripts):
            return None
        file = self._files.get_file_from_path(path)
        return None if file is None or file.is_documentation_page() else file.content_bytes

    def template(self, name: str) -> str:
        """A page that is a template of the theme itself, such as 404.html."""
        context = get_context(self._nav, self._files, self._config, base_url="/")
        return seal(self._environment.get_template(name).render(context))

    def _page(self, source: str) -> MkPage:
        known = self._files.get_file_from_path(source)
        if known is not None and known.page is not None:
            return known.page
        return MkPage(None, known or _generated(self._config, source), self._config)

    def _finished(self, page: MkPage) -> str:
        page.active = True
        try:
            context = get_context(self._nav, [], self._config, page)
            return seal(self._environment.get_template("main.html").render(context))
        finally:
            page.active = False


def configured(project: Path, site: Path, *, directories: bool = True) -> MkDocsConfig:
    """MkDocs' settings for a book: from its own mkdocs.yml, or else from ours."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    settings = project / "mkdocs.yml"
    home = Path(__file__).parent.parent / "mkdocs.yml"
    return load_config(
        config_file=str(settings if settings.is_file() else home),
        site_dir=str(site),
        docs_dir=str(project / "content"),
        use_directory_urls=directories,
    )


def repository_of(config: MkDocsConfig) -> str:
    """The repository's address as mkdocs.yml sets it; empty where it sets none."""
    return str(config.extra.get("repository") or "")


def bundles_of(config: MkDocsConfig) -> Mapping[str, str]:
    """The scripts that mkdocs.yml wants made of modules: path in the site → text. What a book does not have is left out."""
    wanted: Mapping[str, str] = config.plugins["policybook"].config["scripts"]
    root = Path(config.docs_dir)
    found = {path: root / entry for path, entry in wanted.items()}
    return {path: bundle(entry, root) for path, entry in found.items() if entry.is_file()}


def is_module(path: str, bundles: Collection[str]) -> bool:
    """Whether a file is one of the modules: beside or below a script that is made, and not the script."""
    folders = [script.rpartition("/")[0] for script in bundles]
    below = any(path.startswith(f"{folder}/") for folder in folders)
    return below and path.endswith(".js") and path not in bundles


def introduce(config: MkDocsConfig, book: Book, as_of: date, built: date) -> None:
    """Tell the theme's templates what the book says of itself."""
    settings = book.settings.model_dump()
    settings["as_of"] = PartialDate(as_of.year, as_of.month, as_of.day).chinese
    settings["built"] = built.isoformat()
    config.extra["policybook"] = settings
    config.site_name = book.settings.title


def source_of(page: Page | Draft) -> str:
    """The file that a generated page seems to come from."""
    return f"{page.path or 'index'}.md"


def toc_of(page: Page) -> TableOfContents:
    """The headings as MkDocs knows them."""
    return TableOfContents([_anchor(heading, 2) for heading in page.headings])


def _anchor(heading: Heading, level: int) -> AnchorLink:
    link = AnchorLink(heading.title, heading.anchor, level)
    link.children = [_anchor(child, level + 1) for child in heading.below]
    return link


def _generated(config: MkDocsConfig, source: str) -> File:
    """A file that stands nowhere; MkDocs wants to know which plugin made it."""
    config.plugins._current_plugin = "policybook"
    return File.generated(config, source, content="")

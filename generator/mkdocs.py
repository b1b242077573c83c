"""The only module that knows MkDocs: finished pages go in, the theme goes around them, a strict policy seals them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.config_options import DictOfItems, Optional, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkPage
from mkdocs.utils.templates import TemplateContext

from generator.book import LiveBook, checked
from generator.bundling import NotBundled
from generator.clock import today
from generator.commands.check import report
from generator.drafts import data_file, emptied, hand_over, put_in
from generator.folders import shown
from generator.framing import TEMPLATE, Frames
from generator.helper import Helper
from generator.model import Book
from generator.security import seal
from generator.site.findings import FINDINGS_ONLY, banner
from generator.site.navigation import known_only
from generator.site.pages import Output, make_output
from generator.site.repository import NoRepository
from generator.theme import bundles_of, introduce, is_module, repository_of, source_of


class Options(Config):  # type: ignore[no-untyped-call]
    """The plugin's options in mkdocs.yml."""

    policies = Type(str, default="policies")
    as_of = Optional(Type(str))
    scripts = DictOfItems(Type(str), default={})


class PolicybookPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Puts the generator's pages into a MkDocs build. `output` may be set beforehand to skip loading the book, `helper` to let it work.

    Under `mkdocs serve` findings do not stop anything: the last good pages come again, each with the findings on top.
    """

    output: Output | None = None
    helper: Helper | None = None
    _live: LiveBook | None = None
    _serving = False
    _banner = ""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Having this method, the plugin outlives one build: so it can remember the last good book."""
        self._serving = command == "serve"

    def on_shutdown(self) -> None:
        """Forget everything: the next command of the process begins anew."""
        self.output, self.helper, self._live = None, None, None
        self._serving, self._banner = False, ""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check the book first: a fault in a record must stop the build before anything is written."""
        if self._serving:
            self._look_again(config)
        elif self.output is None:
            book, findings = checked(self._folder(config), today())
            if book is None or findings:
                raise PluginError("\n" + report(findings, self._folder(config)))
            self.output = _made(book, config)
        if self.output:
            introduce(config, self.output.book, self.output.as_of, today())
        return config

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Records and templates are watched beside the hand-written pages."""
        server.watch(str(self._folder(config)))
        server.watch(str(Path(__file__).parent / "templates"))
        return server

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated pages and data files beside the hand-written ones."""
        drafts = self.output.drafts if self.output else (FINDINGS_ONLY,)
        texts = self.output.files if self.output else {}
        for draft in drafts:
            files.append(File.generated(config, source_of(draft), content=""))
        for path in texts:
            files.append(data_file(config, path, partial(texts.__getitem__, path)))
        _bundle(files, config)
        self._drafts = {source_of(draft): draft for draft in drafts}
        if config.nav:
            config.nav = known_only(config.nav, set(files.src_uris))
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """The theme around generated pages is rendered once for many. All is known now that a helper must know."""
        Frames(env).install()
        if self.helper:
            hand_over(files, self.helper)
        return env

    def on_page_markdown(
        self, markdown: str, *, page: MkPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Give a generated page its title; the rest of it is made when it is written."""
        if draft := self._drafts.get(page.file.src_uri):
            page.meta["title"], page.meta["template"] = draft.title, TEMPLATE
            page.render = partial(_finished, page)  # type: ignore[method-assign]
        return markdown

    def on_page_content(
        self, html: str, *, page: MkPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Findings stand on the hand-written pages, too."""
        return html if page.file.src_uri in self._drafts else self._banner + html

    def on_page_context(
        self, context: TemplateContext, *, page: MkPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Hand Material the finished HTML and the headings."""
        if draft := self._drafts.get(page.file.src_uri):
            put_in(page, draft, self._banner)
        return context

    def on_post_page(self, output: str, *, page: MkPage, config: MkDocsConfig) -> str:
        """Seal the page: no script but the site's own, no request to another host."""
        if page.file.src_uri in self._drafts:
            emptied(page)
        return seal(output)

    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """The 404 page is a template of its own."""
        return seal(output_content) if template_name.endswith(".html") else output_content

    def _look_again(self, config: MkDocsConfig) -> None:
        """The book as it is now if it is good, else the findings and the last good one."""
        folder = self._folder(config)
        if self._live is None or self._live.folder != folder:
            self._live = LiveBook(folder)
        book, findings = self._live.checked(today())
        if book and not findings:
            self.output = _made(book, config)
        good = self.output is not None
        self._banner = banner(findings, shown(folder), good=good) if findings else ""

    def _folder(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path).parent / self.config.policies


def _bundle(files: Files, config: MkDocsConfig) -> None:
    """Scripts made of modules take the place of the modules."""
    try:
        scripts = bundles_of(config)
    except NotBundled as error:
        raise PluginError(f"content/{error}") from error
    for file in [one for one in files if is_module(one.src_uri, scripts)]:
        files.remove(file)
    for path, text in scripts.items():
        files.append(File.generated(config, path, content=text))


def _finished(page: MkPage, *_: object) -> None:
    """Instead of reading Markdown: there is none, and a reader made for every page costs more than the page."""
    page.content = ""


def _made(book: Book, config: MkDocsConfig) -> Output:
    try:
        return make_output(
            book,
            today(),
            today(),
            directories=config.use_directory_urls,
            repository=repository_of(config),
        )
    except NoRepository as error:
        raise PluginError(str(error)) from error

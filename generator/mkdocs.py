"""The only module that knows MkDocs: finished pages go in, the theme goes around them, a strict policy seals them."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.base import Config
from mkdocs.config.config_options import Optional, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.book import checked
from generator.clock import today
from generator.commands.check import report
from generator.dates import PartialDate
from generator.security import seal
from generator.site.pages import Heading, Output, Page, make_output


class Options(Config):  # type: ignore[no-untyped-call]
    """The plugin's options in mkdocs.yml."""

    policies = Type(str, default="policies")
    as_of = Optional(Type(str))


class PolicybookPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Puts the generator's pages into a MkDocs build. `output` may be set beforehand to skip loading the book."""

    output: Output | None = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Make all pages first: a fault in a record must stop the build before anything is written."""
        if self.output is None:
            folder = Path(config.config_file_path).parent / self.config.policies
            self.output = _produced(folder, config.use_directory_urls)
        day = self.output.as_of
        settings = self.output.book.settings.model_dump()
        settings["as_of"] = PartialDate(day.year, day.month, day.day).chinese
        config.extra["policybook"] = settings
        config.site_name = self.output.book.settings.title
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated pages and data files beside the hand-written ones."""
        for page in self._output.pages:
            files.append(File.generated(config, _source(page), content=""))
        for path, text in self._output.files.items():
            files.append(File.generated(config, path, content=text))
        self._pages = {_source(page): page for page in self._output.pages}
        return files

    def on_page_markdown(
        self, markdown: str, *, page: MkPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Give a generated page its title and description."""
        if made := self._pages.get(page.file.src_uri):
            page.meta["title"], page.meta["description"] = made.title, made.description
        return markdown

    def on_page_content(
        self, html: str, *, page: MkPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Hand Material the finished HTML and the headings."""
        made = self._pages.get(page.file.src_uri)
        if made is None:
            return html
        page.toc = TableOfContents([_anchor(heading, 2) for heading in made.headings])
        return made.html

    def on_post_page(self, output: str, *, page: MkPage, config: MkDocsConfig) -> str:
        """Seal the page: no script but the site's own, no request to another host."""
        return seal(output)

    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """The 404 page is a template of its own."""
        return seal(output_content) if template_name.endswith(".html") else output_content

    @property
    def _output(self) -> Output:
        assert self.output is not None
        return self.output


def _produced(folder: Path, directories: bool) -> Output:
    book, findings = checked(folder, today())
    if book is None or findings:
        raise PluginError("\n" + report(findings, folder))
    return make_output(book, today(), today(), directories=directories)


def _source(page: Page) -> str:
    return f"{page.path or 'index'}.md"


def _anchor(heading: Heading, level: int) -> AnchorLink:
    link = AnchorLink(heading.title, heading.anchor, level)
    link.children = [_anchor(child, level + 1) for child in heading.below]
    return link

"""Build beside, then swap: a build that fails or is killed leaves the last good site where it was."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError, MkDocsException

from generator.book import checked
from generator.bundling import NotBundled
from generator.findings import Finding
from generator.garbage import passed_over, uncollected
from generator.helper import Helper, HelperFailed
from generator.model import Book
from generator.site.pages import Output, make_output
from generator.site.repository import NoRepository
from generator.theme import bundles_of, configured, repository_of


class BuildFailed(Exception):
    """Why there is no new site; `findings` are the faults of the records."""

    def __init__(self, message: str, folder: Path, findings: tuple[Finding, ...] = ()) -> None:
        super().__init__(message)
        self.folder, self.findings = folder, findings


@dataclass(frozen=True)
class Built:
    """What was built, and where it stands now."""

    site: Path
    pages: int
    megabytes: float


@dataclass(frozen=True)
class Edition:
    """Which site to build: the law as of a day, for a server or (without folder addresses) for file://."""

    as_of: date
    today: date
    directories: bool = True


def build_site(project: Path, site: Path, edition: Edition) -> Built:
    """Check the book in `project`, build its pages into `site`; BuildFailed leaves `site` untouched."""
    folder = project / "policies"
    site = site.resolve()
    beside, previous = _beside(site, "building"), _beside(site, "previous")
    _recover(site, previous)
    if reason := _unsafe(site, project.resolve()):
        raise BuildFailed(f"{site} {reason}", folder)
    book, findings = checked(folder, edition.today)
    if book is None or findings:
        raise BuildFailed(f"{len(findings)} 个问题，没有生成", folder, findings)
    shutil.rmtree(beside, ignore_errors=True)
    try:
        config = configured(project, beside, directories=edition.directories)
        bundles_of(config)  # told here, a fault keeps its place; MkDocs would only log it
        output = _made(book, edition, repository_of(config))
        with passed_over():
            _mkdocs(config, output)
        _swap(beside, site, previous)
    except (Abort, BuildError, MkDocsException) as error:
        raise BuildFailed(f"MkDocs 没有完成：{error}", folder) from error
    except HelperFailed as error:
        raise BuildFailed(str(error), folder) from error
    except NotBundled as error:
        raise BuildFailed(f"content/{error}", folder) from error
    except NoRepository as error:
        raise BuildFailed(str(error), folder) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    size = sum(file.stat().st_size for file in site.rglob("*") if file.is_file())
    return Built(site, len(output.drafts), size / 1_000_000)


def _made(book: Book, edition: Edition, repository: str) -> Output:
    with uncollected():
        return make_output(
            book,
            edition.as_of,
            edition.today,
            directories=edition.directories,
            repository=repository,
        )


def _unsafe(site: Path, project: Path) -> str:
    """Why `site` must not be replaced: only a site that was built before may be; empty if it may."""
    if project.is_relative_to(site):
        return "里有这本书自己"
    if not site.exists():
        return ""
    if not site.is_dir():
        return "不是文件夹"
    built = (site / "404.html").is_file() or not any(site.iterdir())
    return "" if built else "里有别的东西，不是上次生成的网站；换一个目录，或先清空它"


def _beside(site: Path, suffix: str) -> Path:
    return site.with_name(f".{site.name}.{suffix}")


def _recover(site: Path, previous: Path) -> None:
    """Finish a swap that was killed between its two steps."""
    if previous.exists() and not site.exists():
        previous.rename(site)
    shutil.rmtree(previous, ignore_errors=True)


def _swap(beside: Path, site: Path, previous: Path) -> None:
    if site.exists():
        site.rename(previous)
    beside.rename(site)
    shutil.rmtree(previous, ignore_errors=True)


def _mkdocs(config: MkDocsConfig, output: Output) -> None:
    plugin = config.plugins["policybook"]
    helper = Helper()
    plugin.output, plugin.helper = output, helper  # type: ignore[attr-defined]
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
        helper.finish()
    finally:
        helper.stop()
        config.plugins.on_shutdown()

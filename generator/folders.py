"""Where things lie: a project folder holds policies/, content/ and mkdocs.yml; `--book` may name it or its policies/."""

from __future__ import annotations

from pathlib import Path


def policies_of(book: Path) -> Path:
    """The folder that holds book.yml."""
    return book if (book / "book.yml").is_file() else book / "policies"


def project_of(book: Path) -> Path:
    """The folder above policies/."""
    return policies_of(book).resolve().parent


def shown(folder: Path) -> str:
    """The folder as seen from here, with a slash: what editors and CI can open."""
    whole = folder.resolve()
    here = Path.cwd()
    name = whole.relative_to(here) if whole.is_relative_to(here) else whole
    return "" if name == Path() else f"{name.as_posix()}/"

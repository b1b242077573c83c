"""Where things lie: a project folder holds policies/, content/ and mkdocs.yml; `--book` may name it or its policies/."""

from __future__ import annotations

from pathlib import Path


def policies_of(book: Path) -> Path:
    """The folder that holds book.yml."""
    return book if (book / "book.yml").is_file() else book / "policies"


def project_of(book: Path) -> Path:
    """The folder above policies/."""
    return policies_of(book).resolve().parent

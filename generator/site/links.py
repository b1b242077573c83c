"""Addresses inside the site. Every link is relative, so that the pages also work from a folder on disk."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass


@dataclass(frozen=True)
class Links:
    """Relative links from one page. `directories` is False in the edition for file://, which has no folder pages."""

    page: str
    directories: bool = True

    def to(self, target: str, anchor: str = "") -> str:
        """The link to a page (regions/beijing) or, with an ending, to a file (assets/x.js)."""
        address = target if "." in posixpath.basename(target) else self._address(target)
        start = (
            posixpath.dirname(self._address(self.page)) if not self.directories else self._folder()
        )
        relative = posixpath.relpath(address or ".", start or ".")
        if address.endswith("/") or not address:
            relative += "/"
        return relative + (f"#{anchor}" if anchor else "")

    @property
    def root(self) -> str:
        """The way from the page to the root of the site, ending in a slash."""
        return "../" * self.depth or "./"

    @property
    def depth(self) -> int:
        """How many folders the page lies below the root; links of pages of one depth are alike."""
        return self._address(self.page).count("/")

    def _folder(self) -> str:
        return self.page.rstrip("/")

    def _address(self, target: str) -> str:
        if self.directories:
            return f"{target}/" if target else ""
        return f"{target}.html" if target else "index.html"

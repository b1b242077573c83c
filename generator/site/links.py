"""Addresses inside the site. Every link is relative, so that the pages also work from a folder on disk."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True)
class Links:
    """Relative links from one page. `directories` is False in the edition for file://, which has no folder pages."""

    page: str
    directories: bool = True

    def to(self, target: str, anchor: str = "") -> str:
        """The link to a page (regions/beijing), to one that is a folder's index (tool/) or to a file (assets/x.js)."""
        address = target if "." in target.rpartition("/")[2] else self._address(target)
        relative = _way(self._folder(), address)
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
        return self.page if self.directories else self._address(self.page).rpartition("/")[0]

    def _address(self, target: str) -> str:
        if target.endswith("/"):
            return target if self.directories else f"{target}index.html"
        if self.directories:
            return f"{target}/" if target else ""
        return f"{target}.html" if target else "index.html"


def _way(start: str, target: str) -> str:
    """posixpath.relpath for the plain addresses of a site: no dots, no look at the working folder."""
    here, there = _steps(start), _steps(target)
    shared = 0
    for one, other in zip(here, there, strict=False):
        if one != other:
            break
        shared += 1
    up = "../" * (len(here) - shared) + "/".join(there[shared:])
    return up.rstrip("/") or "."


@lru_cache(maxsize=4096)
def _steps(address: str) -> tuple[str, ...]:
    return tuple(step for step in address.split("/") if step)

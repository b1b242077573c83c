"""Where the records are kept and errors reported. The one rule: without an address there is no link, and only http(s) is one."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit

_TEMPLATE, _TITLE, _BRANCH = "1-data-error.yml", "[数据有误] ", "main"


class NoRepository(ValueError):
    """What is set as the repository's address is not one."""


@dataclass(frozen=True)
class Repository:
    """The repository's address without a closing slash; empty where none is set."""

    address: str = ""

    def edit(self, path: str) -> str:
        """Where a file of the repository is edited."""
        return f"{self.address}/edit/{_BRANCH}/{quote(path)}"

    def report(self, path: str, number: str) -> str:
        """Where an error in a record is reported; the title says which record."""
        title = f"{_TITLE}{path} 第 {number} 条"
        asked = urlencode({"template": _TEMPLATE, "title": title}, quote_via=quote)
        return f"{self.address}/issues/new?{asked}"


NOWHERE = Repository()


def parse_repository(address: str) -> Repository:
    """The repository at an address; NoRepository for anything but http(s) or nothing."""
    text = address.strip().rstrip("/")
    parts = urlsplit(text)
    if text and not (parts.scheme in ("http", "https") and parts.netloc):
        raise NoRepository(f"extra.repository 要写 http 或 https 地址，不能是 {address}")
    return Repository(text)

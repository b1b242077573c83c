"""Content-Security-Policy: only the site's own files, and the inline scripts the theme itself wrote into this page."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator

_INLINE = re.compile(r"<script(?![^>]*\bsrc=)([^>]*)>(.*?)</script>", re.DOTALL)
_CHARSET = re.compile(r"<meta charset=[^>]*>")
_DATA = ("application/json", "application/ld+json")
_REST = (
    "style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; form-action 'self'"
)


def seal(html: str) -> str:
    """The page with a policy that names the hash of every inline script in it."""
    hashes = "".join(f" '{found}'" for found in sorted(set(_hashes(html))))
    policy = f"default-src 'none'; script-src 'self'{hashes}; {_REST}"
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return _CHARSET.sub(lambda match: match.group(0) + meta, html, count=1)


def _hashes(html: str) -> list[str]:
    scripts = [
        body for attributes, body in _scripts(html) if not any(kind in attributes for kind in _DATA)
    ]
    return [_hash(body) for body in scripts]


def _scripts(html: str) -> Iterator[tuple[str, str]]:
    """Attributes and body of every inline script; a plain search for their beginnings is quicker than a pattern's."""
    start = html.find("<script")
    while start >= 0:
        found = _INLINE.match(html, start)
        if found:
            yield found[1], found[2]
        start = html.find("<script", found.end() if found else start + 1)


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"

"""Write what the small books make now into their expected/ folders."""

from __future__ import annotations

import shutil
import sys

from tests.golden import BOOKS, produced

for book in BOOKS:
    made = produced(book)
    shutil.rmtree(book / "expected", ignore_errors=True)
    for name, text in made.items():
        file = book / "expected" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    sys.stdout.write(f"{book.name}: {len(made)} files\n")

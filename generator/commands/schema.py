"""`policybook schema`: a JSON Schema per file kind, from the same definitions the loader uses."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator.folders import policies_of, project_of
from generator.loading.schemas import schemas

EXAMPLES = "例子：\n  policybook schema            写入 schemas/\n  policybook schema --check    只看是不是最新\n"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `schema`."""
    parser.add_argument("--check", action="store_true", help="不写文件；过时就以状态 1 结束")


def run(options: argparse.Namespace) -> int:
    """Write or compare the schemas; 1 where they are out of date or cannot be made."""
    try:
        wanted = schemas(policies_of(options.book))
    except ValueError as error:
        sys.stderr.write(f"policybook schema: {error}\n")
        return 1
    folder = project_of(options.book) / "schemas"
    stale = [name for name, text in wanted.items() if _present(folder / name) != text]
    extra = [file for file in folder.glob("*.schema.json") if file.name not in wanted]
    if options.check:
        for name in [*stale, *(file.name for file in extra)]:
            sys.stderr.write(f"schemas/{name} 已过时：运行 policybook schema\n")
        return 1 if stale or extra else 0
    folder.mkdir(parents=True, exist_ok=True)
    for name in stale:
        (folder / name).write_text(wanted[name], encoding="utf-8")
    for file in extra:
        file.unlink()
    sys.stderr.write(f"schemas/：{len(wanted)} 个，更新 {len(stale)} 个\n")
    return 0


def _present(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.is_file() else ""

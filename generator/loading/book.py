"""A folder of YAML to a Book. Every fault of every file is collected; nothing stops at the first."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from pydantic import BaseModel

from generator.findings import Finding, did_you_mean
from generator.loading.convert import limit_faults, to_document, to_record
from generator.loading.declared import declared_wrong
from generator.loading.faults import place_of
from generator.loading.memory import Memory
from generator.loading.shapes import DocumentsFile, ExceptionsFile, RegionsFile, fields_of
from generator.loading.strict_yaml import Parsed, read
from generator.model import Book, Document, Exemption, Record, Region, Rule, Settings, SharedFields

Shaped = TypeVar("Shaped", bound=BaseModel)


def load_book(
    folder: Path, memory: Memory | None = None
) -> tuple[Book | None, tuple[Finding, ...]]:
    """The book in `folder` (which holds book.yml) and its faults; None where its own files are broken.

    What `memory` holds of an earlier loading is not read again.
    """
    loader = _Loader(folder, memory or Memory())
    settings = loader.one("book.yml", Settings)
    shared = loader.one("fields.yml", SharedFields)
    regions = loader.one("regions.yml", RegionsFile)
    rules = loader.rules(settings)
    if settings is None or shared is None or regions is None:
        return None, tuple(loader.findings)
    wrong = tuple(declared_wrong(settings, shared, rules, unread=loader.unread_rules()))
    if wrong:
        return None, (*loader.findings, *wrong)
    by_slug = {region.slug: region for region in regions.regions}
    documents = loader.documents(by_slug)
    records = loader.records(by_slug, rules, shared)
    exemptions = loader.exemptions()
    book = Book(
        folder,
        settings,
        shared,
        rules,
        tuple(regions.regions),
        documents,
        records,
        exemptions,
        changelog=_changelog(folder),
    )
    return book, tuple(loader.findings)


def _changelog(folder: Path) -> str:
    """What the project tells its readers in CHANGELOG.md beside the folder, if it has one."""
    file = folder.resolve().parent / "CHANGELOG.md"
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def located(folder: Path, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings with line and column; their files are read again, once each."""
    files: dict[PurePosixPath, Parsed] = {}
    for finding in findings:
        if finding.line:
            yield finding
            continue
        if finding.path not in files:
            files[finding.path] = read(folder / finding.path, finding.path)
        line, column = place_of(finding.loc, files[finding.path])
        yield replace(finding, line=line, column=column)


def _documents(file: DocumentsFile, path: PurePosixPath) -> tuple[Document, ...]:
    numbered = enumerate(file.documents)
    return tuple(to_document(one, file.region, path, ("documents", n)) for n, one in numbered)


def _records(
    file: Any, rule: Rule, shared: SharedFields, path: PurePosixPath
) -> tuple[tuple[Record, ...], tuple[Finding, ...]]:
    """The records of one file, and the limits in it that fit no field (their records are left out)."""
    records: list[Record] = []
    faults: list[Finding] = []
    for number, shape in enumerate(file.records):
        part = rule.part(shape.part)
        fields = fields_of(part.fields, rule, shared)
        found = list(limit_faults(shape, fields, path, ("records", number)))
        faults.extend(found)
        if not found:  # without its limit a record would say something else
            records.append(to_record(shape, part, fields, (file.region, path, number)))
    return tuple(records), tuple(faults)


class _Loader:
    """The findings grow while files are read."""

    def __init__(self, folder: Path, memory: Memory) -> None:
        self.folder, self.memory = folder, memory
        self.findings: list[Finding] = []
        self.unread: set[PurePosixPath] = set()

    def one(self, name: str, shape: type[Shaped]) -> Shaped | None:
        path = self.memory.path(name)
        file = self.folder / path
        if not file.exists() and not file.is_symlink():
            expected = f"在 {self.folder.name}/ 里放一个 {name}"
            self._tell("R002", path, f"找不到文件 {name}", expected)
            return None
        return self._shaped(path, shape)

    def _shaped(self, path: PurePosixPath, shape: type[Shaped]) -> Shaped | None:
        value, faults = self.memory.shaped(self.folder, path, shape)
        self.findings.extend(faults)
        if value is None:
            self.unread.add(path)
        return value

    def rules(self, settings: Settings | None) -> tuple[Rule, ...]:
        rules: dict[str, Rule] = {}
        for path in self._files("rules"):
            rule = self._shaped(path, Rule)
            if rule is None:
                continue
            if self._path_fits(path, f"rules/{rule.rule}.yml", "rule"):
                rules[rule.rule] = rule
            else:
                self.unread |= {path, PurePosixPath(f"rules/{rule.rule}.yml")}
        order = settings.rules if settings else ()
        listed = [rules[slug] for slug in dict.fromkeys(order) if slug in rules]
        return (*listed, *(rule for slug, rule in rules.items() if slug not in order))

    def unread_rules(self) -> frozenset[str]:
        """The rules whose own files could not be read: nothing else is said about them."""
        return frozenset(path.stem for path in self.unread if path.parts[0] == "rules")

    def documents(self, regions: Mapping[str, Region]) -> dict[str, Document]:
        documents: dict[str, Document] = {}
        for path in self._files("documents"):
            file = self._shaped(path, DocumentsFile)
            if file is None or not self._region_known(file.region, regions, path):
                continue
            self._path_fits(path, f"documents/{file.region}.yml", "region")
            for one in self.memory.made(path, file, partial(_documents, file, path)):
                if one.id in documents:
                    message = f"文件 id {one.id} 已在 {documents[one.id].path} 用过"
                    self._tell("S003", path, message, "全库唯一的 id", loc=(*one.loc, "id"))
                documents[one.id] = one
        return documents

    def records(
        self, regions: Mapping[str, Region], rules: Sequence[Rule], shared: SharedFields
    ) -> tuple[Record, ...]:
        shapes = {rule.rule: (rule, self.memory.record_shape(rule, shared)) for rule in rules}
        records: list[Record] = []
        for path in self._files("records"):
            if path.stem not in shapes:
                self._rule_unknown(path, shapes)
                continue
            rule, shape = shapes[path.stem]
            file: Any = self._shaped(path, shape)
            if file is None or not self._region_known(file.region, regions, path):
                continue
            self._path_fits(path, f"records/{file.region}/{rule.rule}.yml", "region")
            made, faults = self.memory.made(path, file, partial(_records, file, rule, shared, path))
            records.extend(made)
            self.findings.extend(faults)
        return tuple(records)

    def exemptions(self) -> tuple[Exemption, ...]:
        file = self.folder / "exceptions.yml"
        if not file.exists() and not file.is_symlink():
            return ()
        found = self.one("exceptions.yml", ExceptionsFile)
        return found.exceptions if found else ()

    def _files(self, folder: str) -> list[PurePosixPath]:
        """The YAML files below a folder; what else lies there is told, or it would be overlooked."""
        found: list[PurePosixPath] = []
        home = os.fspath(self.folder)
        for place, folders, files in os.walk(self.folder / folder):
            below = place.removeprefix(home).replace(os.sep, "/").lstrip("/")
            for name in (*folders, *files):
                path = self.memory.path(f"{below}/{name}")
                if name.endswith(".yml"):
                    found.append(path)
                elif not self._passed_over(path, name in folders):
                    expected = "只放文件夹和扩展名为 .yml 的文件，不放符号链接"
                    self._tell("Y011", path, f"{name} 不会被读取", expected)
        return sorted(found)

    def _passed_over(self, path: PurePosixPath, is_folder: bool) -> bool:
        """Folders and hidden files say nothing; a link of any kind looks as if it did."""
        quiet = is_folder or path.name.startswith(".")
        return quiet and not (self.folder / path).is_symlink()

    def _rule_unknown(self, path: PurePosixPath, rules: Iterable[str]) -> None:
        if path.stem not in self.unread_rules():
            mend = did_you_mean(path.stem, rules)
            expected = "文件名是 rules/ 里的一条规则"
            self._tell("R006", path, f"没有 {path.stem} 这条规则", expected, mend=mend)

    def _region_known(self, slug: str, regions: Mapping[str, Region], path: PurePosixPath) -> bool:
        if slug in regions:
            return True
        called = regions.values()
        names = {name: r.slug for r in called for name in (r.code, r.name, r.short, *r.aliases)}
        meant = [names[slug]] if slug in names else [r for r in regions if r.endswith(f"/{slug}")]
        near = f"是不是想写 {'、'.join(meant)}？" if meant else did_you_mean(slug, regions)
        message = f"没有 {slug} 这个地区"
        self._tell("G001", path, message, "regions.yml 里的 slug", mend=near, loc=("region",))
        return False

    def _path_fits(self, path: PurePosixPath, expected: str, key: str) -> bool:
        if str(path) == expected:
            return True
        message = f"文件放错了地方，或 {key} 写错了"
        self._tell("R015", path, message, f"{self.folder.name}/{expected}", loc=(key,))
        return False

    def _tell(  # noqa: PLR0913
        self,
        code: str,
        path: PurePosixPath,
        message: str,
        expected: str,
        *,
        mend: str = "",
        loc: tuple[str | int, ...] = (),
    ) -> None:
        self.findings.append(Finding(code, path, message, expected, mend, loc))

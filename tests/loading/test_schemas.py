"""The editor's schemas: up to date, kind to every real file, and strict with a broken one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from tests.folders import CITY, CITY_FEES, policybook, small_book

PROJECT = Path(__file__).parent.parent.parent
POLICIES = PROJECT / "policies"


class EditorLoader(yaml.CSafeLoader):
    """YAML as editors read it (core schema): numbers and true/false have types, dates are text."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012


EditorLoader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf")
)
EditorLoader.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile("^[-+]?[0-9]+$"), list("-+0123456789")
)
EditorLoader.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"^[-+]?[0-9]+\.[0-9]+$"), list("-+0123456789")
)


def as_editor(text: str) -> Any:
    return yaml.load(text, Loader=EditorLoader)


@cache
def validator(name: str, folder: Path = PROJECT / "schemas") -> jsonschema.Draft7Validator:
    schema = json.loads((folder / f"{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def schema_of(file: Path) -> str:
    """Which schema .vscode/settings.json gives a file."""
    folder = file.relative_to(POLICIES).parts[0]
    if folder == "records":
        return f"record-{file.stem}"
    return {"rules": "rule", "documents": "documents"}.get(folder, file.stem)


def faults(name: str, text: str, folder: Path) -> list[str]:
    return sorted(
        "/".join(str(step) for step in error.absolute_path)
        for error in validator(name, folder).iter_errors(as_editor(text))
    )


def real_files() -> Iterator[Path]:
    yield from sorted(POLICIES.rglob("*.yml"))


@pytest.fixture
def schemas(tmp_path: Path) -> Path:
    """The schemas of the small book, written by the command."""
    ran = policybook("schema", folder=small_book(tmp_path).root)
    assert (ran.status, ran.err) == (0, "schemas/：8 个，更新 8 个\n")
    return tmp_path / "schemas"


def test_the_schemas_of_the_real_book_are_up_to_date() -> None:
    ran = policybook("schema", "--check", folder=PROJECT)
    assert (ran.status, ran.err) == (0, "")


def test_every_real_file_passes_its_schema_in_an_editor() -> None:
    wrong = {
        f"{file.relative_to(POLICIES)}: {error.json_path} {error.message[:80]}"
        for file in real_files()
        for error in validator(schema_of(file)).iter_errors(as_editor(file.read_text("utf-8")))
    }
    assert sorted(wrong) == []


def test_the_editor_is_told_which_schema_belongs_to_every_rule() -> None:
    settings = json.loads((PROJECT / ".vscode/settings.json").read_text(encoding="utf-8"))
    written = {f"./schemas/{file.name}" for file in (PROJECT / "schemas").glob("*.schema.json")}
    assert set(settings["yaml.schemas"]) == written


def test_the_small_book_passes_its_own_schemas(schemas: Path) -> None:
    assert faults("record-resume", CITY, schemas) == []
    assert faults("record-fees", CITY_FEES, schemas) == []


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("wait: 2 months", "wait: 2", "records/0/decisions/2/then"),
        ("wait: 2 months", "wiat: 2 months", "records/0/decisions/2/then"),
        ("effective_from: 2029-03-01", "effective_from: soon", "records/0/effective_from"),
        ("insurance: [adult]", "insurance: adult", "records/0/insurance"),
        ("    last_verified: 2030-05-01\n", "", "records/0"),
        ("part: card", "part: cards", "records/0/part"),
        ("gap_months: 0-3", "gap_months: three", "records/0/decisions/1/when/gap_months"),
        ("newcomer: true", "newcomer: maybe", "records/0/decisions/0/when/newcomer"),
    ],
)
def test_the_editor_underlines_a_broken_record(
    schemas: Path, old: str, new: str, place: str
) -> None:
    assert CITY.count(old) == 1
    assert faults("record-resume", CITY.replace(old, new), schemas) == [place]


def test_what_contributors_hover_over_is_written_for_them(schemas: Path) -> None:
    text = (schemas / "record-resume.schema.json").read_text(encoding="utf-8")
    described = set(re.findall(r'"description": "([^"]*)"', text))
    assert described == {
        "是否新读者", "停用月数", "是否补缴", "办理方式。desk 柜台；post 邮寄", "包裹数", "柜台号",
        "等候期", "等候期可借比例",
    }  # fmt: skip


def test_schemas_that_are_out_of_date_are_named(schemas: Path) -> None:
    (schemas / "record-resume.schema.json").write_text("{}\n", encoding="utf-8")
    (schemas / "record-gone.schema.json").write_text("{}\n", encoding="utf-8")
    ran = policybook("schema", "--check", folder=schemas.parent)
    assert (ran.status, ran.err) == (
        1,
        "schemas/record-resume.schema.json 已过时：运行 policybook schema\n"
        "schemas/record-gone.schema.json 已过时：运行 policybook schema\n",
    )


def test_a_schema_of_a_rule_that_is_gone_is_removed(schemas: Path) -> None:
    (schemas / "record-gone.schema.json").write_text("{}\n", encoding="utf-8")
    ran = policybook("schema", folder=schemas.parent)
    assert (ran.status, ran.err) == (0, "schemas/：8 个，更新 0 个\n")
    assert not (schemas / "record-gone.schema.json").exists()


def test_a_book_that_cannot_be_read_gets_no_schemas(tmp_path: Path) -> None:
    book = small_book(tmp_path)
    book.remove("fields.yml")
    ran = policybook("schema", folder=tmp_path)
    assert (ran.status, ran.err) == (
        1,
        "policybook schema: 先让 policybook check 通过，再生成 schema\n",
    )
    assert not (tmp_path / "schemas").exists()

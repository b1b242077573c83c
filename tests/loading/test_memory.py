"""What was read before is not read again while its file stays the same."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.loading import load_book
from generator.loading.memory import Memory
from generator.model import Record
from tests.folders import Folder, small_book

CITY_FILE = "records/anzhou/linhe/resume.yml"


@pytest.fixture
def book(tmp_path: Path) -> Folder:
    return small_book(tmp_path)


def records(book: Folder, memory: Memory) -> dict[str, Record]:
    found, _ = load_book(book.policies, memory)
    assert found is not None
    return {f"{record.path} {record.part}": record for record in found.records}


def test_only_the_changed_file_gives_new_records(book: Folder) -> None:
    memory = Memory()
    before = records(book, memory)
    book.change(CITY_FILE, "wait: 2 months", "wait: 3 months")
    after = records(book, memory)
    new = [name for name in after if after[name] is not before[name]]
    assert new == [f"{CITY_FILE} card"]


def test_a_file_written_anew_with_the_same_text_gives_the_same_records(book: Folder) -> None:
    memory = Memory()
    before = records(book, memory)
    book.write(CITY_FILE, (book.policies / CITY_FILE).read_bytes())
    assert all(one is before[name] for name, one in records(book, memory).items())


def test_a_change_with_the_old_size_and_time_is_seen(book: Folder) -> None:
    memory = Memory()
    file = book.policies / CITY_FILE
    records(book, memory)
    told = file.stat()
    book.change(CITY_FILE, "wait: 2 months", "wait: 4 months")
    os.utime(file, ns=(told.st_atime_ns, told.st_mtime_ns))
    assert file.stat().st_size == told.st_size
    assert "4" in str(records(book, memory)[f"{CITY_FILE} card"].rows)


def test_a_changed_declaration_reads_the_records_again(book: Folder) -> None:
    memory = Memory()
    before = records(book, memory)
    book.change("rules/resume.yml", "title: 恢复借书\nquestion", "title: 再借书\nquestion")
    after = records(book, memory)
    same = {name.rpartition("/")[2] for name in after if after[name] is before[name]}
    assert same == {"fees.yml yearly", "fees.yml refunds"}


def test_a_file_that_is_gone_or_new_is_noticed(book: Folder) -> None:
    memory = Memory()
    assert len(records(book, memory)) == 4
    text = (book.policies / CITY_FILE).read_bytes()
    book.remove(CITY_FILE)
    assert len(records(book, memory)) == 3
    book.write(CITY_FILE, text)
    assert len(records(book, memory)) == 4

"""Where a book lies: its project folder and its policies folder name the same book."""

from __future__ import annotations

from pathlib import Path

from generator.folders import policies_of, project_of


def test_a_project_and_its_policies_are_the_same_book(tmp_path: Path) -> None:
    policies = tmp_path / "policies"
    policies.mkdir()
    (policies / "book.yml").write_text("title: 书\n", encoding="utf-8")
    assert policies_of(tmp_path) == policies
    assert policies_of(policies) == policies
    assert project_of(tmp_path) == project_of(policies) == tmp_path.resolve()


def test_a_folder_without_a_book_is_taken_for_a_project(tmp_path: Path) -> None:
    assert policies_of(tmp_path) == tmp_path / "policies"

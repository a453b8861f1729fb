"""A folder is written whole or not at all, and nothing is written over."""

from __future__ import annotations

from pathlib import Path

import pytest

from sla_dsl.faces.starting.placing import in_the_way, place

FILES = {"one.txt": "1\n", "two.txt": "2\n"}


def everything(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()}


def test_a_new_folder(tmp_path: Path) -> None:
    place(str(tmp_path / "a" / "b"), FILES)
    assert everything(tmp_path) == {"a/b/one.txt": "1\n", "a/b/two.txt": "2\n"}
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b"]


def test_a_folder_that_is_there_keeps_what_is_in_it(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    assert in_the_way(str(tmp_path), FILES) == ""
    place(str(tmp_path), FILES)
    assert everything(tmp_path) == {"mine.txt": "mine", **FILES}


def test_what_is_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "two.txt").symlink_to("nowhere")
    assert in_the_way(str(tmp_path), FILES) == str(tmp_path / "two.txt")
    file = tmp_path / "file"
    file.write_text("", "utf-8")
    assert in_the_way(str(file), FILES) == str(file)
    assert in_the_way(str(tmp_path / "new"), FILES) == ""


def test_what_cannot_be_finished_leaves_nothing(tmp_path: Path) -> None:
    """The second file has come into being in the meantime."""
    (tmp_path / "two.txt").write_text("mine", "utf-8")
    with pytest.raises(FileExistsError):
        place(str(tmp_path), FILES)
    assert everything(tmp_path) == {"two.txt": "mine"}


def test_a_new_folder_that_cannot_be_finished_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="no/such"):
        place(str(tmp_path / "new"), {**FILES, "no/such/file": "3"})
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_ends_in_a_slash(tmp_path: Path) -> None:
    place(f"{tmp_path}/new/", FILES)
    assert everything(tmp_path / "new") == FILES

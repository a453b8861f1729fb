"""Files are written whole or not at all; what is no file is written to as it is."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from sla_dsl.faces.saving import Output, save


def test_a_new_file_and_one_in_the_place_of_an_old_one(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    for text in ("first\n", "second §\n"):
        save(str(path), text)
        assert path.read_bytes() == text.encode("utf-8")
        assert list(tmp_path.iterdir()) == [path]


def test_the_permissions_of_the_old_file_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_text("old", "utf-8")
    path.chmod(0o640)
    save(str(path), "new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("old", "utf-8")
    (tmp_path / "link.txt").symlink_to("real.txt")
    save(str(tmp_path / "link.txt"), "new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text("utf-8") == "new"


@pytest.mark.parametrize("error", [None, ValueError, KeyboardInterrupt])
def test_what_is_not_kept_leaves_no_trace(tmp_path: Path, error: type[BaseException] | None) -> None:
    path = tmp_path / "out.txt"
    path.write_text("old", "utf-8")
    try:
        with Output(str(path)) as output:
            output.write("half")
            if error:
                output.keep()
                raise error
    except (ValueError, KeyboardInterrupt):
        pass
    assert path.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(number: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "out.txt"
    path.write_text("old", "utf-8")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        save(str(path), "new")
    assert path.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_told_by_the_name_that_was_given(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        save(str(tmp_path / "no" / "out.txt"), "new")
    assert caught.value.filename == str(tmp_path / "no" / "out.txt")


def test_devices_and_pipes_are_not_replaced(tmp_path: Path) -> None:
    save(os.devnull, "nothing")
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    save(str(pipe), "through")
    assert os.read(reading, 100) == b"through"
    os.close(reading)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        save(str(tmp_path), "new")

"""Bytes from the file system: bounded, from ordinary files only, and every failure a finding."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sla_dsl.evidence.files import is_folder, names_in, open_file, read_file
from sla_dsl.findings.finding import Finding
from tests.evidence.making import check_words


def code(result: object) -> str:
    assert isinstance(result, Finding), result
    check_words(result)
    return result.code


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"abc")
    assert read_file(str(path)) == b"abc"
    assert read_file(str(path), 3) == b"abc"


def test_c01_a_file_that_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"abc")
    result = read_file(str(path), 2)
    assert code(result) == "too-large"
    assert isinstance(result, Finding)
    assert result.source == str(path)


@pytest.mark.parametrize("path", ["", "nowhere", "nowhere/a", "a\0b", "x" * 5000, "\ud800", "/dev/null/x"])
def test_c01_a_file_that_there_is_not(path: str) -> None:
    assert code(read_file(path)) in ("no-such-file", "cannot-read")
    assert not is_folder(path)


def test_c02_a_file_may_be_called_like_an_option(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("--help").write_bytes(b"abc")
    assert read_file("--help") == b"abc"


def test_c01_a_folder_is_no_file(tmp_path: Path) -> None:
    assert code(read_file(str(tmp_path))) == "not-a-file"
    assert is_folder(str(tmp_path))


def test_c01_a_pipe_does_not_make_it_wait(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    assert code(read_file(str(path))) == "not-a-file"


@pytest.mark.parametrize("path", ["/dev/zero", "/dev/null", "/dev/tty"])
def test_c01_a_device_that_never_ends(path: str) -> None:
    assert code(read_file(path)) in ("not-a-file", "cannot-read")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_c01_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"abc")
    path.chmod(0)
    assert code(read_file(str(path))) == "cannot-read"


def test_c01_a_link_that_goes_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert code(read_file(str(tmp_path / "a"))) == "cannot-read"


class Broken:
    """A file that fails while it is read."""

    def __enter__(self) -> Broken:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def read(self, size: int) -> bytes:
        raise OSError("the disk is gone")


def test_a_file_that_fails_while_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sla_dsl.evidence.files.open_file", lambda path: Broken())
    assert code(read_file("a")) == "cannot-read"


def test_no_file_stays_open(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"abc")
    before = len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0
    for name in (path, tmp_path, tmp_path / "nowhere"):
        read_file(str(name))
    opened = open_file(str(path))
    assert not isinstance(opened, Finding)
    opened.close()
    after = len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0
    assert before == after


def test_names_in_a_folder_are_sorted(tmp_path: Path) -> None:
    for name in ("b", "a", ".c"):
        (tmp_path / name).touch()
    assert names_in(str(tmp_path)) == [".c", "a", "b"]
    assert code(names_in(str(tmp_path / "nowhere"))) == "cannot-read"

"""Writing a file whole or not at all: into a new file next to it, which then takes its place in one step."""

from __future__ import annotations

import os
import stat
import sys
from typing import TextIO

from sla_dsl.faces import streams


class Output:
    """Where a command writes.  A file gets its name at the end, when `keep` was called; without it nothing changes.

    Standard output (`-`), pipes and devices are written to as they are.
    """

    def __init__(self, path: str) -> None:
        self._asked = path
        self._path = "" if path == "-" else os.path.realpath(path)
        self._part = ""
        self._keep = False
        self._stream: TextIO = sys.stdout

    def __enter__(self) -> Output:
        if self._path:
            try:
                self._open()
            except OSError as error:
                self._part, error.filename = "", self._asked
                raise
        return self

    def _open(self) -> None:
        self._part = _part_of(self._path)
        new = os.O_CREAT | os.O_EXCL if self._part else 0
        number = os.open(self._part or self._path, os.O_WRONLY | new, 0o666)
        self._stream = os.fdopen(number, "w", encoding="utf-8", errors="backslashreplace", newline="\n")

    def write(self, text: str) -> None:
        """Writes a piece."""
        if self._path:
            self._stream.write(text)
        else:
            streams.write(text)

    def write_bytes(self, data: bytes) -> None:
        """Writes a piece that is no text, or a text that is encoded already."""
        self._stream.flush()
        self._stream.buffer.write(data)

    def keep(self) -> None:
        """Says that what was written is whole."""
        self._keep = True

    def __exit__(self, kind: type[BaseException] | None, *further: object) -> None:
        if not self._path:
            return
        try:
            self._close()
            if self._part and self._keep and kind is None:
                _take_place(self._part, self._path)
                self._part = ""
        finally:
            if self._part:
                os.unlink(self._part)

    def _close(self) -> None:
        """Closes the new file, with everything handed to the disk."""
        with self._stream:
            self._stream.flush()
            if self._part:
                os.fsync(self._stream.fileno())


def _part_of(path: str) -> str:
    """The name of the new file, or empty if the path names something that must not be replaced, such as a pipe."""
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        mode = stat.S_IFREG
    if not stat.S_ISREG(mode):
        return ""
    folder, name = os.path.split(path)
    return os.path.join(folder, f".{name}.{os.getpid()}.part")


def _take_place(part: str, path: str) -> None:
    """Gives the new file the permissions and the name of the old one."""
    if os.path.exists(path):
        os.chmod(part, stat.S_IMODE(os.stat(path).st_mode))
    os.replace(part, path)
    if os.name == "posix":
        folder = os.open(os.path.dirname(path), os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)


def save(path: str, text: str) -> None:
    """Writes a whole file."""
    with Output(path) as output:
        output.write(text)
        output.keep()


def save_bytes(path: str, data: bytes) -> None:
    """The same for a file that is no text."""
    with Output(path) as output:
        output.write_bytes(data)
        output.keep()

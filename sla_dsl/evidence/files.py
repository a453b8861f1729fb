"""Bytes from the file system: bounded, only from ordinary files, and every failure told as a finding."""

from __future__ import annotations

import os
import stat
from typing import BinaryIO

from sla_dsl.evidence import file_mistakes as mistakes
from sla_dsl.evidence import limits
from sla_dsl.evidence.json_mistakes import too_large
from sla_dsl.findings.finding import Finding

# A pipe is opened without waiting for somebody to write into it, and then refused.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def open_file(path: str) -> BinaryIO | Finding:
    """The file, to be read and closed by the caller, or why it cannot be."""
    try:
        number = os.open(path, _FLAGS)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return mistakes.no_such_file(path)
    except OSError:
        return mistakes.cannot_read(path)
    if stat.S_ISREG(os.fstat(number).st_mode):
        return os.fdopen(number, "rb")
    os.close(number)
    return mistakes.not_a_file(path)


def read_file(path: str, size_limit: int = limits.FILE_BYTES) -> bytes | Finding:
    """The content of a file of at most `size_limit` bytes, or why there is none."""
    opened = open_file(path)
    if isinstance(opened, Finding):
        return opened
    with opened:
        try:
            data = opened.read(size_limit + 1)
        except OSError:
            return mistakes.cannot_read(path)
    return data if len(data) <= size_limit else too_large(size_limit)._replace(source=path)


def is_folder(path: str) -> bool:
    """Whether the path names a folder."""
    try:
        return stat.S_ISDIR(os.stat(path).st_mode)
    except (OSError, ValueError):
        return False


def names_in(path: str) -> list[str] | Finding:
    """The names in a folder, sorted, or why they cannot be had."""
    try:
        return sorted(os.listdir(path))
    except OSError:
        return mistakes.cannot_read(path)

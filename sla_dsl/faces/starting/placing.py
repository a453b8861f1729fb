"""Writing a folder whole or not at all, and never over anything that is there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping


def in_the_way(folder: str, names: Mapping[str, str]) -> str:
    """What is there already and would have to make place: a path, or empty if nothing is."""
    if os.path.lexists(folder) and not os.path.isdir(folder):
        return folder
    return next((path for path in (os.path.join(folder, name) for name in names) if os.path.lexists(path)), "")


def place(folder: str, files: Mapping[str, str]) -> None:
    """Writes the files into the folder; one that is not there yet gets its name when everything is in it."""
    if os.path.isdir(folder):
        _add(folder, files)
        return
    parent, name = os.path.split(os.path.abspath(folder))
    os.makedirs(parent, exist_ok=True)
    part = os.path.join(parent, f".{name}.{os.getpid()}.part")
    os.mkdir(part)
    try:
        _add(part, files)
        os.rename(part, folder)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise


def _add(folder: str, files: Mapping[str, str]) -> None:
    """Writes new files; if one cannot be written, those before it are taken away again."""
    written: list[str] = []
    try:
        for name, text in files.items():
            path = os.path.join(folder, name)
            with open(path, "x", encoding="utf-8", newline="\n") as file:
                written.append(path)
                file.write(text)
    except BaseException:
        for path in written:
            os.unlink(path)
        raise

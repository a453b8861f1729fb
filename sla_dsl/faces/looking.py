"""Files that somebody is working on: each time that one of them has changed.

They are looked at about twice a second: the time of their last change, their size, and which file it is, for editors
save by writing another one and giving it the name.  Between the two the name may stand for nothing, or for half a
text; so what is found must stay the same for a moment before it counts.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from time import sleep

INTERVAL = 0.5
"""Seconds between two looks."""

MOMENT = 0.05
"""Seconds for which a file must stay as it is."""

MOST_MOMENTS = 40
"""So often a file that is away, or still being written, is looked at again; then it counts as it is."""

State = tuple[tuple[str, int, int, int], ...]
"""Of each file its name, the time of its last change, its size, and its number in the file system."""


def each_change(paths: Sequence[str]) -> Iterator[None]:
    """At once, and then whenever a file has changed, or a table in a folder; without an end."""
    seen: State | None = None
    while True:
        if state_of(paths) != seen:
            seen = state_of(paths) if seen is None else _settled(paths)
            yield
        sleep(INTERVAL)


def _settled(paths: Sequence[str]) -> State:
    """The state of the files once it stays the same and all of them are there, or after a while."""
    state = state_of(paths)
    for _ in range(MOST_MOMENTS):
        sleep(MOMENT)
        earlier, state = state, state_of(paths)
        if state == earlier and all(map(os.path.lexists, paths)):
            break
    return state


def state_of(paths: Sequence[str]) -> State:
    """How the files are now; one that is not there is left out."""
    return tuple([found for path in paths for name in _files(path) for found in _file(name)])


def _files(path: str) -> list[str]:
    """A file, or a folder with the tables in it."""
    try:
        return [path, *sorted(os.path.join(path, name) for name in os.listdir(path) if name.endswith(".csv"))]
    except OSError:
        return [path]


def _file(path: str) -> Iterator[tuple[str, int, int, int]]:
    try:
        found = os.stat(path)
    except OSError:
        return
    folder = os.path.isdir(path)
    yield path, 0 if folder else found.st_mtime_ns, 0 if folder else found.st_size, found.st_ino

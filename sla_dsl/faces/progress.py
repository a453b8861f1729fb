"""How far a long run has come, on the terminal, while it lasts.

Only where standard error is a terminal, and only after a second: most runs never show it.  It is rubbed out before
anything else is written, and at the end; nothing of it stays.  Where the output goes into another program there is
none: that may be a pager, which has the terminal to itself.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO, TypeVar

from sla_dsl.faces.streams import begin_writing_by, end_writing_by

if TYPE_CHECKING:
    from threading import Timer

    from rich.progress import Progress

Item = TypeVar("Item")

PATIENCE = 1
"""Seconds without a bar."""


def counted(items: Iterable[Item], words: str, total: int | None = None) -> Iterator[Item]:
    """The items as they are, and a bar while going through them takes long; it moves when the next one is asked for."""
    with _bar(words, total, counts=total != 1) as bar:
        for item in items:
            yield item
            if bar:
                bar.step()


@contextmanager
def working(words: str) -> Iterator[None]:
    """The same for work that cannot be counted."""
    with _bar(words, None, counts=False):
        yield


@contextmanager
def _bar(words: str, total: int | None, *, counts: bool) -> Iterator[Bar | None]:
    """A bar, if there is a terminal to show it on."""
    if sys.stderr.closed or not sys.stderr.isatty() or not _can_be_shown():
        yield None
        return
    bar = Bar(words, total, counts=counts)
    begin_writing_by(bar.write)
    try:
        yield bar
    finally:
        end_writing_by(bar.write)
        bar.close()


def _can_be_shown() -> bool:
    from sla_dsl.faces.colours import obeys

    return obeys(sys.stderr, os.environ) and not _is_pipe(sys.stdout)


def _is_pipe(stream: TextIO) -> bool:
    try:
        return stat.S_ISFIFO(os.fstat(stream.fileno()).st_mode)
    except (OSError, ValueError):
        return False


class Bar:
    """A line on the terminal that says what is being done and how far it has come.

    It is shown from another thread, so that it comes up in the midst of long work; `_lock` keeps the two apart.
    """

    def __init__(self, words: str, total: int | None, *, counts: bool) -> None:
        from threading import RLock

        self._words, self._total, self._done = words, total, 0
        self._counts = counts
        self._lock = RLock()
        self._shown: Progress | None = None
        self._wait()

    def step(self) -> None:
        """One more is done."""
        with self._lock:
            self._done += 1
            if self._shown:
                self._shown.update(self._shown.task_ids[0], completed=self._done)

    def write(self, stream: TextIO, text: str) -> None:
        """Writes with the line rubbed out; it comes back if nothing more is written for a while."""
        with self._lock:
            self._waiting.cancel()
            self._hide()
            stream.write(text)
            if stream is sys.stderr:
                stream.flush()
            self._wait()

    def close(self) -> None:
        """Rubs the line out for good."""
        with self._lock:
            self._waiting.cancel()
            self._hide()

    def _wait(self) -> None:
        from threading import Timer

        waiting = Timer(PATIENCE, lambda: self._wait_no_longer(waiting))
        waiting.daemon = True
        self._waiting = waiting
        waiting.start()

    def _wait_no_longer(self, waiting: Timer) -> None:
        with self._lock:
            if waiting is self._waiting and not waiting.finished.is_set():
                self._shown = _progress(self._total, counts=self._counts)
                self._shown.add_task(self._words, total=self._total, completed=self._done)
                self._shown.start()

    def _hide(self) -> None:
        if self._shown:
            self._shown.stop()
            self._shown = None


def _progress(total: int | None, *, counts: bool) -> Progress:
    """A bar where the number is known, a turning sign where it is not; in the terminal's own colours."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, SpinnerColumn, TextColumn

    shape: list[ProgressColumn] = [TextColumn("{task.description}", markup=False)]
    if total and counts:
        shape += [BarColumn(style="dim", complete_style="cyan", finished_style="green"), MofNCompleteColumn()]
    else:
        shape.insert(0, SpinnerColumn("line", style="cyan"))
        shape += [TextColumn("{task.completed:,}", markup=False)] if counts else []
    from sla_dsl.faces.colours import has_colours

    colour = has_colours(sys.stderr, os.environ)
    console = Console(file=sys.stderr, force_terminal=True, no_color=not colour, highlight=False)
    return Progress(*shape, console=console, transient=True, redirect_stdout=False, redirect_stderr=False)

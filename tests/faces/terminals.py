"""A terminal for tests: a pair of devices of the system, with the command on the one side and the test on the other."""

from __future__ import annotations

import codecs
import contextlib
import os
import re
import select
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

ROOT = Path(__file__).parents[2]
PROGRAM = "from sla_dsl.faces.main import main; main()"
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
PATIENCE = 60
"""Seconds after which a test gives up."""


def plain(text: str) -> str:
    """The text as it would be without a terminal."""
    return ESCAPES.sub("", text).replace("\r\n", "\n")


class Terminal:
    """A command that runs on a terminal of its own, on which everything that it writes comes together.

    `program` is what Python runs in place of the command; streams named in `elsewhere` do not go to the terminal.
    """

    def __init__(
        self,
        *words: str,
        folder: Path,
        columns: int = 80,
        environment: Mapping[str, str] | None = None,
        program: str = PROGRAM,
        **elsewhere: int,
    ) -> None:
        import fcntl
        import pty
        import termios

        self.shown = ""
        self._leading, following = pty.openpty()
        fcntl.ioctl(following, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        settings = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "TERM": "xterm", **(environment or {})}
        streams: dict[str, Any] = {"stdin": subprocess.DEVNULL, "stdout": following, "stderr": following, **elsewhere}
        self.process = subprocess.Popen(
            [sys.executable, "-c", program, *words], cwd=folder, env=settings, start_new_session=True, **streams
        )
        os.close(following)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self._leading)

    def wait_for(self, words: str) -> str:
        """Everything shown since the last time, once these words are in it."""
        return self._read_until(lambda: words in plain(self.shown))

    def wait_for_end(self) -> str:
        """Everything shown since the last time, until the command has ended."""
        return self._read_until(lambda: False)

    def interrupt(self) -> None:
        """Ctrl-C."""
        self.process.send_signal(signal.SIGINT)

    def _read_until(self, enough: object) -> str:
        end = time.monotonic() + PATIENCE
        assert callable(enough)
        for piece in self._pieces(end):
            self.shown += piece
            if enough():
                break
        else:
            assert enough() or self.process.wait(PATIENCE) is not None
        shown, self.shown = self.shown, ""
        return shown

    def _pieces(self, end: float) -> Iterator[str]:
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        while True:
            ready, _, _ = select.select([self._leading], [], [], max(end - time.monotonic(), 0))
            assert ready, f"nothing more is shown; up to here: {self.shown!r}"
            data = b""
            with contextlib.suppress(OSError):
                data = os.read(self._leading, 65_536)
            if not data:
                return
            yield decoder.decode(data)


def shown_on_a_terminal(*words: str, folder: Path, columns: int = 80, **environment: str) -> str:
    """Everything that a command shows until it ends."""
    with Terminal(*words, folder=folder, columns=columns, environment=environment) as terminal:
        return terminal.wait_for_end()

"""Standard output and standard error: always UTF-8, and never a character that a terminal would obey."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterable
from typing import TextIO

from sla_dsl.faces.escaping import shown

NARROWEST = 40
WIDEST = 100
"""Lines on a terminal are as wide as it is, but not wider than is comfortable to read."""

Writing = Callable[[TextIO, str], None]


def _write_plainly(stream: TextIO, text: str) -> None:
    stream.write(text)


_writing: list[Writing] = [_write_plainly]
"""How a text gets to a stream: the last one, which a bar that stands on the terminal adds for its time."""


def begin_writing_by(writing: Writing) -> None:
    """From now on texts are written like this."""
    _writing.append(writing)


def end_writing_by(writing: Writing) -> None:
    """No longer."""
    if writing in _writing:
        _writing.remove(writing)


def prepare_streams() -> None:
    """Sets the streams to UTF-8 with plain line ends, whatever the machine's language settings say."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # It was closed by whoever started the program.
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def say(lines: Iterable[str]) -> None:
    """Writes lines to standard output."""
    write(as_text(lines))


def write(text: str) -> None:
    """Writes a text that is data, or safe already, as it is."""
    _writing[-1](sys.stdout, text)


def complain(lines: Iterable[str]) -> None:
    """Writes lines to standard error."""
    complain_text(as_text(lines))


def complain_text(text: str) -> None:
    """Writes a text that is safe already to standard error."""
    _writing[-1](sys.stderr, text)


def as_text(lines: Iterable[str]) -> str:
    """The lines as one text, each made safe to show."""
    return "".join(f"{shown(line)}\n" for line in lines)


def output_width() -> int | None:
    """How wide lines may be on standard output: None where it is no terminal, so that nothing is wrapped."""
    return _width(sys.stdout)


def complaint_width() -> int | None:
    """The same for standard error."""
    return _width(sys.stderr)


def _width(stream: TextIO) -> int | None:
    try:
        columns = os.get_terminal_size(stream.fileno()).columns if stream.isatty() else 0
    except (OSError, ValueError, AttributeError):
        return None
    return min(max(columns, NARROWEST), WIDEST) if columns else None


def flush_streams() -> None:
    """Hands everything written to the system; a reader that has gone away is told here, by an error."""
    sys.stdout.flush()
    sys.stderr.flush()


def silence_streams() -> None:
    """Throws away what could not be written, so that leaving does not complain of it again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            os.dup2(nowhere, stream.fileno())
        except (OSError, ValueError):
            continue
    os.close(nowhere)

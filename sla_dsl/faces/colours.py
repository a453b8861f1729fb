"""Which colours things have on a terminal, and whether there are any.

Colour says nothing that the words do not say.  It is put on after the text was made safe to show, by place and never
by what stands in the text; on a pipe, in a file and wherever somebody does without there is none.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, TextIO

from sla_dsl.faces.layout import Paint, Row, Tone, plain

if TYPE_CHECKING:
    from rich.style import Style

STYLES: Mapping[Tone, str] = {
    "title": "bold",
    "strong": "bold",
    "faint": "dim",
    "bad": "bold red",
    "good": "green",
    "open": "magenta",
    "aside": "cyan",
    "error": "bold red",
    "warning": "bold magenta",
    "note": "cyan",
}
"""Named colours only: each terminal has its own of these, which can be read on its ground, light or dark."""


def paint_for(stream: TextIO) -> Paint:
    """How rows are written to a stream."""
    return _painted if has_colours(stream, os.environ) else plain


def has_colours(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether there is colour: NO_COLOR takes it away, FORCE_COLOR brings it, otherwise a terminal that can has it."""
    if environment.get("NO_COLOR"):
        return False
    return bool(environment.get("FORCE_COLOR")) or obeys(stream, environment)


def obeys(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether it goes to a terminal that knows more than lines, so that it can be coloured and rubbed out."""
    try:
        terminal = stream.isatty() and environment.get("TERM") != "dumb"
    except ValueError:  # It was closed.
        return False
    return terminal and (os.name != "nt" or _is_modern())


def _is_modern() -> bool:
    """Whether the console of Windows knows colours as other terminals do."""
    from rich.console import detect_legacy_windows

    return not detect_legacy_windows()


def _painted(row: Row) -> str:
    parts: list[str] = []
    at = 0
    for start, end, tone in row.tints:
        parts += (row.text[at:start], _in_colour(row.text[start:end], tone))
        at = end
    return "".join((*parts, row.text[at:]))


def _in_colour(text: str, tone: Tone) -> str:
    from rich.color import ColorSystem

    return _style(tone).render(text, color_system=ColorSystem.STANDARD) if text else ""


@cache
def _style(tone: Tone) -> Style:
    from rich.style import Style

    return Style.parse(STYLES[tone])

"""Lines on their way out: wrapped and coloured where they go to a terminal, plain everywhere else."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TextIO

from sla_dsl.faces.layout import Line, Paint, as_painted, plain, rows
from sla_dsl.faces.options import STANDARD_INPUT
from sla_dsl.faces.streams import complain_text, complaint_width, output_width, write


def tell(lines: Iterable[Line]) -> None:
    """Writes lines to standard output."""
    write(told_text(lines))


def tell_of_mistakes(lines: Iterable[Line]) -> None:
    """Writes lines to standard error."""
    complain_text(as_painted(rows(lines, complaint_width()), _paint_for(sys.stderr)))


def told_text(lines: Iterable[Line], output: str = STANDARD_INPUT) -> str:
    """Lines as the text that is written to an output: what goes into a file is neither wrapped nor coloured."""
    if output != STANDARD_INPUT:
        return as_painted(rows(lines, None), plain)
    return as_painted(rows(lines, output_width()), _paint_for(sys.stdout))


def _paint_for(stream: TextIO) -> Paint:
    """How rows are written to a stream; what goes to no terminal pays nothing for colours."""
    if not os.environ.get("FORCE_COLOR") and (stream.closed or not stream.isatty()):
        return plain
    from sla_dsl.faces.colours import paint_for

    return paint_for(stream)

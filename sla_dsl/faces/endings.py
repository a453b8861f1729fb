"""What is said at the end of a command that did not do its work: it was used wrongly, or the program is at fault."""

from __future__ import annotations

import traceback
from collections.abc import Sequence

import click

from sla_dsl.evidence.wording import NEAR
from sla_dsl.findings.nearness import most_like

LISTED = "\n\t"
"""Before each of the choices that there are, where a word is missing."""


def misuse_lines(wrong: click.ClickException | OSError) -> list[str]:
    """Usage and help where there is any, and one sentence."""
    if isinstance(wrong, OSError):
        return [f"sla: {_system_words(wrong)}"]
    context = wrong.ctx if isinstance(wrong, click.UsageError) else None
    lines = context.get_usage().splitlines() if context else []
    if context:
        lines += [f"Try '{context.command_path} --help'.", ""]
    return [*lines, f"sla: {wrong.format_message().replace(LISTED, ' ')}"]


def _system_words(wrong: OSError) -> str:
    reason = wrong.strerror or "the system does not let it be read or written"
    return f"{wrong.filename}: {reason}" if wrong.filename else f"The output cannot be written: {reason}"


def unknown_command(name: str, known: Sequence[str]) -> str:
    """There is no such command, but perhaps one that is nearly called so."""
    near = most_like(name, known, NEAR)
    return f"There is no command {name!r}. " + (f"Did you mean {near!r}?" if near else f"There are {', '.join(known)}.")


def defect_line(defect: BaseException) -> str:
    """One line: that it is a defect, where it came up, and what to do."""
    said = str(defect).splitlines()
    words = f"{type(defect).__name__}: {said[0]}" if said and said[0] else type(defect).__name__
    return (
        f"sla: this is a defect of the program, not of your files ({words}{_place(defect)}). "
        "Please report it to the maintainers of sla-dsl, with this line, the command and its files."
    )


def _place(defect: BaseException) -> str:
    """The last place in the program on the way to the defect, without the folder that it is installed in."""
    frames = [frame for frame in traceback.extract_tb(defect.__traceback__) if "sla_dsl" in frame.filename]
    if not frames:
        return ""
    module = frames[-1].filename.replace("\\", "/").rpartition("sla_dsl/")[2]
    return f", {module}, line {frames[-1].lineno}"

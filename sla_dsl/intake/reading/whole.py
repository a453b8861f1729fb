"""Whether a file was cut off, where its form does not show it: a last line without its end may be half a line."""

from __future__ import annotations

from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.answers.questions import Choice, Question
from sla_dsl.intake.sources import SourceFile


def ask_last_line(file: SourceFile, asking: Asking) -> None:
    """Asks whether the last line is whole, if it has no line end."""
    text = file.text()
    if isinstance(text, str) and text and not text.endswith(("\n", "\r")):
        words = f"The last line of {file.name} has no line end. Is it whole?"
        choices = (Choice("whole", "nothing of it is missing; if something is, export the file again"),)
        asking.one(Question(("last_line", file.name), words, "choice", choices))

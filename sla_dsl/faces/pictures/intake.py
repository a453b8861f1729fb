"""What an import came to, and what it asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sla_dsl.faces.layout import BLANK, Line, indented
from sla_dsl.faces.options import STANDARD_INPUT
from sla_dsl.intake.answers.mapping import name_of
from sla_dsl.intake.answers.questions import Question
from sla_dsl.intake.importing import Imported
from sla_dsl.intake.sources import SourceFile

MOST_ASKED = 20
"""Open questions that are told one by one; all of them stand in the mapping file."""


def imported_lines(imported: Imported, files: Sequence[SourceFile], output: str) -> Iterator[Line]:
    """How many records of the export became what, and where the timeline is."""
    names = " and ".join(file.name for file in files)
    for number, line in enumerate(imported.tally.lines() if imported.tally else ()):
        depth = len(line) - len(line.lstrip())
        yield indented(line.strip() + ("" if number else f" from {names}"), depth, 2)
    if imported.timeline is None:
        yield Line("No timeline was written.")
    elif output != STANDARD_INPUT:
        yield Line(f"Written to {output}.")


def open_lines(questions: Sequence[Question], path: str, command: str) -> Iterator[Line]:
    """The open questions, and where they can be answered; `command` runs the import again."""
    number = f"{len(questions):,} questions are" if len(questions) > 1 else "1 question is"
    yield Line(f"{number} open: the export does not say, and nothing is guessed.")
    yield BLANK
    for question in questions[:MOST_ASKED]:
        about = f" ({question.about})" if question.about else ""
        yield indented(f"{name_of(question.key)}: {question.words}{about}", 2, 4)
    if len(questions) > MOST_ASKED:
        yield indented(f"and {len(questions) - MOST_ASKED:,} more", 2)
    yield BLANK
    yield Line(f"Answer them in {path}, a line each with its reason, and run:")
    yield indented(command, 2)

"""What a timeline says of itself: whose it is, how far it goes, what it was made from, the answers that it rests on."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from sla_dsl.evidence.timeline import FORMAT
from sla_dsl.findings.wording import counted
from sla_dsl.intake import mistakes
from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.answers.mapping import Mapped
from sla_dsl.intake.answers.questions import Choice, Question
from sla_dsl.intake.reader import Reader
from sla_dsl.intake.sources import SourceFile
from sla_dsl.intake.stated import Export
from sla_dsl.intake.timelines.tallying import Tally

CLOSED = "closed"
UNKNOWN_NUMBER = "not known"

_ACCOUNT = Question(
    ("account",),
    "Whose account is this timeline about?",
    "text",
    free="the name or number of the customer's account",
)
_RECORDS = Question(
    ("records",),
    "How many records does the export hold? A file of this form that was cut off between two records looks whole.",
    "number",
    (Choice(UNKNOWN_NUMBER, "the timeline then says that nobody knows whether the file is whole"),),
    "their number; in a table it is that of the rows below the names of the columns",
)


def heading(export: Export, asking: Asking, files: Sequence[SourceFile], mapped: Mapped) -> dict[str, Any]:
    """The head of the timeline; asks for the account, for how far the export goes, for its number of records."""
    account = asking.volunteered(_ACCOUNT) or export.account or asking.one(_ACCOUNT) or ""
    until = asking.one(_until(export))
    if export.cut_off_unseen:
        _check_number(export, asking, files, mapped)
    head = {"format": FORMAT, "account": account}
    return head if until is None or until == CLOSED else {**head, "as_of": until}


def _until(export: Export) -> Question:
    words = "Up to when does the export tell everything that happened?"
    hint = f" ({export.until})" if export.until else ""
    choices = (Choice(CLOSED, "it is complete; what it does not hold did not happen"),)
    return Question(
        ("as_of",), words + hint, "instant", choices, "a time with its offset, such as 2026-04-01T00:00:00Z"
    )


def _check_number(export: Export, asking: Asking, files: Sequence[SourceFile], mapped: Mapped) -> None:
    answer = asking.one(_RECORDS)
    if answer not in (None, UNKNOWN_NUMBER, str(export.read)):
        names = " and ".join(file.name for file in files)
        span = mapped.answers[_RECORDS.key].span
        asking.findings[_RECORDS.key] = mistakes.other_number(names, export.read, int(answer), span, mapped.name)


def notes_of(export: Export, counts: Tally, asking: Asking, files: Sequence[SourceFile], reader: Reader) -> list[str]:
    """The notes of the timeline, which every result repeats: sources, counts, what the reader says, the answers."""
    sources = [f"{file.name} (sha256:{hashlib.sha256(file.data).hexdigest()})" for file in files]
    notes = [f"Made from {' and '.join(sources)}, read as {reader.title}.", counts.sentence()]
    notes += [f"Set aside: {counted(number, 'record')}: {reason}." for reason, number in counts.aside.items()]
    notes += export.notes
    for settled in asking.settled.values():
        given = " and ".join(f'"{answer}"' for answer in settled.answer.given)
        record = f" ({settled.question.about})" if settled.question.key[0] == "record" else ""
        notes.append(f"{settled.question.words}{record} {given}, because {settled.answer.because}")
    return notes

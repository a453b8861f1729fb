"""The steps of tickets in columns of times: what stands there, and what it means where nothing does."""

from __future__ import annotations

from collections.abc import Sequence

from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.answers.questions import Choice, Question
from sla_dsl.intake.reading.raw import Clock, Raw
from sla_dsl.intake.stated import Stamp
from sla_dsl.intake.wording import first_at

_TOGETHER = "What does an empty cell mean in each of these columns?"
HAS_NOT, UNKNOWN = "it has not happened", "not known"
_EMPTY = (
    Choice(HAS_NOT, "up to the time until which the export tells everything"),
    Choice(UNKNOWN, "it may have happened, and nobody wrote it down"),
)


def empties(raws: Sequence[Raw], steps: Sequence[str], asking: Asking) -> list[str]:
    """The steps that have not happened where the cell is empty; asked for each column that has empty cells."""
    return [name for name in steps if _is_open(name, [raw for raw in raws if not raw.has(name)], asking)]


def _is_open(name: str, raws: Sequence[Raw], asking: Asking) -> bool:
    """Whether an empty cell in a column says that it has not happened."""
    if not raws:
        return False
    words = f'What does an empty cell mean in the column "{name}"?'
    about = first_at(len(raws), "rows", raws[0].origin.words())
    return asking.one(Question(("empty", name), words, "choice", _EMPTY, "", about, _TOGETHER)) == HAS_NOT


def steps_of(raw: Raw, names: Sequence[str], clock: Clock, open_steps: Sequence[str]) -> list[tuple[str, Stamp | None]]:
    """The steps of a ticket: their times, and None for those that have not happened."""
    found: list[tuple[str, Stamp | None]] = []
    for name in names:
        found += [(said.name, said.stamp) for said in raw.time(name, clock)]
        found += [(name, None)] if not raw.has(name) and name in open_steps else []
    return found

"""Questions that a reader has to ask where it cannot read on without the answer, and that otherwise the room asks."""

from __future__ import annotations

from collections.abc import Sequence

from sla_dsl.intake.answers.about import about
from sla_dsl.intake.answers.questions import LEAVE_OUT, Choice, Question
from sla_dsl.intake.stated import StatedTicket

STEP = "the name under which the policy has the step recorded, such as responded"
_STEPS = "Which step of the policy is each of these?"
_NO_STEP = (Choice(LEAVE_OUT, "not a step of this agreement"),)


def zone_question(hint: str, which: str, what: str = "times that have no offset") -> Question:
    """The question after the zone of local times; a reader that works with them before it is done asks it itself."""
    words = f"In which time zone are the {what}?" + (f" (the export speaks of {hint})" if hint else "")
    return Question(("zone",), words, "zone", (), "a zone such as Europe/Brussels or UTC", which)


def step_question(name: str, tickets: Sequence[StatedTicket], weak: str = "") -> Question:
    """Which step of the policy a column of times is; a reader may ask it first, with why it may not be one."""
    words = f'Which step of the policy is "{name}"?'
    told = f"{about(tickets)}; {weak}" if weak else about(tickets)
    return Question(("step", name), words, "text", _NO_STEP, STEP, told, _STEPS)

"""What has to be known before samples become outages: what each status means, and the rule for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.answers.questions import LEAVE_OUT, Choice, Question
from sla_dsl.intake.measured.samples import Rule
from sla_dsl.intake.reading.raw import Raw
from sla_dsl.intake.wording import first_at, roughly
from sla_dsl.values.instant import MINUTE

BAD = "bad"
_PROBE = "a probe"
_NEVER = "never"
_ENDS = "it ends"
_ROW = Question(
    ("row",),
    "What is a row of the file?",
    "choice",
    (
        Choice(_PROBE, "somebody looked, and this is what was seen; the next row may say the same"),
        Choice("a change", "from then on the status was this one, until the next row says another"),
    ),
)
_AT_A_GAP = Question(
    ("at_a_gap",),
    "What becomes of an outage after which nothing is known for so long?",
    "choice",
    (
        Choice(_ENDS, "with its last bad probe; the rest of the time nothing is known"),
        Choice("it goes on", "until probes say that it is over"),
    ),
)


def meanings(raws: Sequence[Raw], column: str, asking: Asking) -> Mapping[str, str] | None:
    """What each status means: `good`, `bad` or left out; None as long as one is open."""
    found: dict[str, list[Raw]] = {}
    for raw in raws:
        found.setdefault(raw.text(column, needed=False), []).append(raw)
    answers = {status: asking.one(_meaning(status, said)) for status, said in found.items() if status}
    return None if None in answers.values() else {status: answer or "" for status, answer in answers.items()}


def _meaning(status: str, raws: Sequence[Raw]) -> Question:
    words = f'Is a row with the status "{status}" good or bad?'
    choices = (
        Choice("good", "the service worked"),
        Choice(BAD, "the service did not work"),
        Choice(LEAVE_OUT, "the row says nothing about that; it is set aside"),
    )
    about = first_at(len(raws), "records", raws[0].origin.words())
    return Question(("status", status), words, "choice", choices, "", about, "Is a row with each of these good or bad?")


def rule_for(longest: int, asking: Asking) -> Rule | None:
    """The rule; None as long as a part of it is open.  `longest`: the longest time between two rows of a monitor."""
    row = asking.one(_ROW)
    if row is None:
        return None
    if row != _PROBE:
        return Rule(starts=("change to bad", ""), ends=("change to good", ""))
    opens = asking.one(_number("opens_after", "How many bad probes in a row open an outage?"))
    closes = asking.one(_number("closes_after", "How many good probes in a row close it?"))
    gap = asking.one(_gap(longest))
    at_a_gap = asking.one(_AT_A_GAP) if gap not in (None, _NEVER) else _ENDS
    if opens is None or closes is None or gap is None or at_a_gap is None:
        return None
    return Rule(int(opens), int(closes), None if gap == _NEVER else int(gap) * MINUTE, at_a_gap == _ENDS)


def _number(name: str, words: str) -> Question:
    return Question((name,), words, "number", free="a whole number, such as 1")


def _gap(longest: int) -> Question:
    words = "After how many minutes without a probe is it not known how the service was?"
    hint = f" (Two probes lie up to {roughly(longest)} apart.)"
    choices = (Choice(_NEVER, "what the last probe saw is taken to last until the next one"),)
    return Question(("unknown_after",), words + hint, "number", choices, "a number of minutes")

"""Which of the times that an export states is the start, the end, the time of announcing; asked where they differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from sla_dsl.findings.finding import Finding
from sla_dsl.intake import mistakes
from sla_dsl.intake.answers.about import about, record_name
from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.answers.mapping import name_of
from sla_dsl.intake.answers.questions import ELSE, LEAVE_OUT, Choice, Question
from sla_dsl.intake.answers.shared import zone_question
from sla_dsl.intake.reading.times import in_zone
from sla_dsl.intake.stated import AnyStated, Said, Stated
from sla_dsl.intake.wording import roughly
from sla_dsl.values.instant import read_instant

Part: TypeAlias = Literal["start", "end", "planned_start", "planned_end", "announced", "opened"]

STILL_OPEN = "still going on"
EACH = "each by itself"

_WORDS: dict[Part, str] = {
    "start": "Which time is the start of a record?",
    "end": "Which time is the end of a record?",
    "planned_start": "Which time is the start of planned work?",
    "planned_end": "Which time is the end of planned work?",
    "announced": "Which time is the one at which planned work was announced?",
    "opened": "Which time is the one at which a ticket was opened?",
}
_INSTANT = "a time with its offset, such as 2026-03-04T10:00:00+01:00"
_NO_END = (
    Choice(STILL_OPEN, "they go on until the record ends"),
    Choice(LEAVE_OUT, "they are set aside"),
    Choice(EACH, "their ends are asked for, one by one"),
)
_NONE_OF_THEM = (Choice(EACH, "none of them is: the time is asked for, record by record"),)
_NOT_OVER = Choice(STILL_OPEN, "none of them is, as long as a record is not over: it goes on until the record ends")
_NONE_KNOWN = Choice("not known", "none of them; the result then says what it would change")


class Times:
    """The chosen times of all records.  `zone`: where local times are read; empty where there are none."""

    def __init__(self, asking: Asking, hint: str = "") -> None:
        self._asking = asking
        self._hint = hint
        self._orders: dict[Part, tuple[str, ...]] = {}
        self.zone = ""
        self.findings: dict[str, list[Finding]] = {}

    def prepare(self, part: Part, stated: Sequence[tuple[AnyStated, tuple[Said, ...]]]) -> None:
        """Asks which of the times counts, where there is a choice; and for the zone, where one is needed."""
        self.ask_zone(stated)
        names = list(dict.fromkeys(said.name for _, saids in stated for said in saids))
        open_to = [record for record, saids in stated if _is_choice(saids)]
        if not open_to:
            self._orders[part] = tuple(names)
            return
        weak = dict.fromkeys(f"{said.name}: {said.weak}" for _, saids in stated for said in saids if said.weak)
        words = " ".join([_WORDS[part], *apart([saids for _, saids in stated]), *(f"({reason}.)" for reason in weak)])
        free = f'two of them in order, such as "{names[0]}{ELSE}{names[1]}"' if len(names) > 1 else ""
        choices = (*(Choice(name) for name in names), *_further(part, stated))
        answer = self._asking.one(Question((part,), words, "order", choices, free, about(open_to)))
        self._orders[part] = tuple(answer.split(ELSE)) if answer else ()

    def ask_zone(self, stated: Sequence[tuple[AnyStated, tuple[Said, ...]]]) -> None:
        """Asks for the zone, if any of these times has no offset."""
        local = [record for record, saids in stated if any(said.stamp.instant is None for said in saids)]
        if local and not self.zone:
            self.zone = self._asking.one(zone_question(self._hint, about(local))) or ""

    def pick(self, part: Part, record: AnyStated, saids: tuple[Said, ...]) -> int | None:
        """The instant for one record; None where it is not said, or not yet known."""
        own = self.own(part, record)
        if own is not None:
            return own
        for name in self._orders.get(part, ()):
            for said in saids:
                if said.name == name:
                    return self.instant(said, record, part)
        return None

    def is_waiting(self, saids: tuple[Said, ...]) -> bool:
        """Whether a zone has to be named before these times can be read."""
        return not self.zone and any(said.stamp.instant is None for said in saids)

    def own(self, part: Part, record: AnyStated) -> int | None:
        """What the mapping file says of this very record."""
        return _read(self._asking.volunteered(own_question(part, record)))

    def ask_own(self, part: Part, record: AnyStated) -> int | None:
        """The same, and asked for where it is not there."""
        return _read(self._asking.one(own_question(part, record)))

    def instant(self, said: Said, record: AnyStated, part: Part | None) -> int | None:
        """The instant of a time; one that the clocks of the zone skip or show twice is a finding.

        `part` None: the mapping file cannot give the time, as it can a start or an end.
        """
        if said.stamp.instant is not None:
            return said.stamp.instant
        if not self.zone:
            return None
        found = in_zone(said.stamp, self.zone)
        if isinstance(found, int):
            return found
        key = name_of(("record", record_name(record), own_name(part))) if part else ""
        place = f"{record.origin.place}, {said.name}"
        wrong = mistakes.no_such_local_time(record.origin.file, place, said.stamp.written, found, key)
        self.findings.setdefault(record_name(record), []).append(wrong)
        return None

    def without_end(self, records: Sequence[AnyStated]) -> str:
        """What becomes of records that are over, as far as the export says, and have no end; asked if one needs it."""
        words = "Some records have no end. What becomes of them?"
        question = Question(("no_end",), words, "choice", _NO_END, "", about(records))
        needed = any(self.own("end", record) is None for record in records)
        return (self._asking.one(question) if needed else self._asking.volunteered(question)) or ""


def own_question(part: Part, record: AnyStated) -> Question:
    """The question after one time of one record."""
    words = _WORDS[part].replace("a record", "this record").replace("a ticket", "this ticket")
    words = words.replace("Which time", "What")
    key = ("record", record_name(record), own_name(part))
    return Question(key, words, "instant", (), _INSTANT, record.origin.words())


def own_name(part: Part) -> str:
    """What a time of one record is called in the mapping file: for planned work as for a failure."""
    return part.removeprefix("planned_")


def _read(answer: str | None) -> int | None:
    instant = read_instant(answer) if answer else None
    return instant if isinstance(instant, int) else None


def apart(stated: Sequence[tuple[Said, ...]]) -> list[str]:
    """How far the times of one record lie apart at the most, as far as they are instants."""
    instants = [[said.stamp.instant for said in saids if said.stamp.instant is not None] for saids in stated]
    most = max((max(found) - min(found) for found in instants if found), default=0)
    return [f"(They lie up to {roughly(most)} apart.)"] if most else []


def _further(part: Part, stated: Sequence[tuple[AnyStated, tuple[Said, ...]]]) -> tuple[Choice, ...]:
    """The answers besides the times: that none of them is known, or is the one that is asked for."""
    if part == "announced":
        return (_NONE_KNOWN,)
    weak = [record for record, saids in stated if any(said.weak for said in saids)]
    open_ends = part == "end" and any(_goes_on(record) for record, saids in stated if saids)
    each = _NONE_OF_THEM if not open_ends or not all(map(_goes_on, weak)) else ()
    return (*((_NOT_OVER,) if open_ends else ()), *(each if weak else ()))


def _goes_on(record: AnyStated) -> bool:
    return isinstance(record, Stated) and record.still_open


def _is_choice(saids: tuple[Said, ...]) -> bool:
    """Whether the record leaves a choice: two times that differ, or one that may not be what its name says."""
    return len({said.stamp._replace(written="") for said in saids}) > 1 or any(said.weak for said in saids)

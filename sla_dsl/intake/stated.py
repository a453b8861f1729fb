"""What an export states of one record: its times by the names that the export gives them, and nothing made of them."""

from __future__ import annotations

from typing import Literal, TypeAlias

from sla_dsl.findings.finding import Finding
from sla_dsl.records import NamedTuple

Use: TypeAlias = Literal["outage", "planned"]

NOT_NAMED = "(not named)"
"""In place of a service or a priority, where the export names none."""


class Origin(NamedTuple):
    """Where a record stands: the file, and the place in it as people name it (`incidents[3]`, `line 14`)."""

    file: str
    place: str

    def words(self) -> str:
        """`incidents.json, incidents[3]`."""
        return f"{self.file}, {self.place}" if self.place else self.file


class Stamp(NamedTuple):
    """A time as it is written, and the instant that it names.

    `instant` None: it has no offset, and `local` is its date and time in the form of ISO 8601, to be read by the
    clocks of a zone that somebody has to name.
    """

    written: str
    instant: int | None
    local: str = ""


class Said(NamedTuple):
    """A time, under the name that the export gives it; `weak` is why it may not be what its name says."""

    name: str
    stamp: Stamp
    weak: str = ""


class Label(NamedTuple):
    """What the export calls the record in some respect: `impact`, `minor`."""

    topic: str
    value: str


class Stated(NamedTuple):
    """A failure, or planned work.

    `starts`, `ends`, `announced`: every time that may be meant, in the order of the export; `services` are named as
    in the export, and none where it names none.  `cause` is empty where none is stated.  `still_open`: the export
    itself says that it is not over.  `parts`: how many records of the source it stands for.
    """

    origin: Origin
    use: Use
    id: str
    services: tuple[str, ...] = ()
    starts: tuple[Said, ...] = ()
    ends: tuple[Said, ...] = ()
    announced: tuple[Said, ...] = ()
    cause: str = ""
    labels: tuple[Label, ...] = ()
    still_open: bool = False
    parts: int = 1


class Turn(NamedTuple):
    """A ticket came into a state, or a field of it says when something happened."""

    name: str
    stamp: Stamp


class Wait(NamedTuple):
    """A time in which the export itself says that its clock stood still; it goes on where there is no end."""

    name: str
    start: Stamp
    end: Stamp | None


class StatedTicket(NamedTuple):
    """A request for support: when it was opened, its states in the order in which it came into them, its steps.

    `steps` are times that have a name of their own in the export (`resolved_at`); None: known not to have happened.
    `waits` are said by the export; those that follow from its states are not among them.  None: it does not say.
    """

    origin: Origin
    id: str
    priority: str
    opened: tuple[Said, ...]
    states: tuple[Turn, ...] = ()
    steps: tuple[tuple[str, Stamp | None], ...] = ()
    labels: tuple[Label, ...] = ()
    parts: int = 1
    waits: tuple[Wait, ...] | None = None

    @property
    def tells_waits(self) -> bool:
        """Whether the export says when the ticket waited: it gives its states, or its waits themselves."""
        return bool(self.states) or self.waits is not None


AnyStated: TypeAlias = Stated | StatedTicket


def label(topic: str, value: str) -> tuple[Label, ...]:
    """A label, where there is one."""
    return (Label(topic, value),) if value else ()


class Refused(NamedTuple):
    """A record that cannot be read; `name` is its id, or its place where it has none."""

    origin: Origin
    name: str
    findings: tuple[Finding, ...]


class Aside(NamedTuple):
    """A record of the source that the reader itself sets aside, and why: the same twice, or said to be cancelled."""

    origin: Origin
    reason: str


class Export(NamedTuple):
    """All that was read: `read` counts the records of the source.

    `findings`: what is wrong with a file as a whole; then nothing is imported.  `silent`: records that say only that
    nothing failed.  `account`, `until`, `zone`: what the export says of itself, if it does; `until` and `zone` are
    hints and answer nothing.
    """

    records: tuple[Stated | StatedTicket, ...] = ()
    read: int = 0
    refused: tuple[Refused, ...] = ()
    findings: tuple[Finding, ...] = ()
    aside: tuple[Aside, ...] = ()
    silent: int = 0
    account: str = ""
    until: str = ""
    zone: str = ""
    notes: tuple[str, ...] = ()
    cut_off_unseen: bool = False
    """Whether a file of this form that was cut off between two records looks whole."""

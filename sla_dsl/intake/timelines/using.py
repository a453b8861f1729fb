"""What a record is used as: whether it counts, for which services, and whether planned work made them fail."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from sla_dsl.intake.answers.about import about, record_name
from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.answers.questions import LEAVE_OUT, Choice, Question
from sla_dsl.intake.reader import Topic
from sla_dsl.intake.stated import NOT_NAMED, AnyStated, Label, Stated
from sla_dsl.records import NamedTuple

_COUNTS = (
    Choice("counts", "such a record is an incident, or a maintenance window"),
    Choice(LEAVE_OUT, "such a record is set aside"),
)
_DOWN = (
    Choice("down", "the service was down for as long: an incident, and a maintenance window"),
    Choice("not down", "a maintenance window only"),
    Choice(LEAVE_OUT, "such a record is set aside"),
)
_LEAVE = (Choice(LEAVE_OUT, "the record is set aside"),)
_BY_NAME = "the record by its name"
_SERVICE = "the name of the service in the policy, such as sms_gateway, or a list of names"

Reason: TypeAlias = tuple[str, str]
"""Why a record is set aside: what it is, and the reason that was given."""


class Used(NamedTuple):
    """What a record becomes: `left` says why it is set aside; `down`: planned work that made the services fail."""

    record: Stated
    services: tuple[str, ...] = ()
    down: bool = False
    left: Reason | None = None


def uses(records: Sequence[Stated], topics: Mapping[str, Topic], asking: Asking) -> list[Used]:
    """What each record is used as; every open question about it has been asked."""
    groups = _groups(records)
    return [_use(record, topics, groups, asking) for record in records]


def _groups(records: Sequence[Stated]) -> dict[tuple[str, str], list[Stated]]:
    """The records that bear each label, or name each service."""
    found: dict[tuple[str, str], list[Stated]] = {}
    for record in records:
        for label in record.labels:
            found.setdefault(label, []).append(record)
        for service in record.services or (NOT_NAMED,):
            found.setdefault(("service", service), []).append(record)
    return found


def _use(
    record: Stated, topics: Mapping[str, Topic], groups: dict[tuple[str, str], list[Stated]], asking: Asking
) -> Used:
    left = left_out(record, asking)
    if left:
        return Used(record, left=left)
    down = record.use == "outage"
    said = [label for label in record.labels if topics[label.topic].bearing == "counts" or record.use == "planned"]
    for label in said:
        topic = topics[label.topic]
        answer = asking.one(_label_question(label, topic, groups[label]))
        if answer == LEAVE_OUT:
            return Used(record, left=(f'{label.topic} "{label.value}"', asking.because(label)))
        down = down or answer == "down"
    if record.use == "planned" and not any(topics[label.topic].bearing == "down" for label in said):
        down = asking.one(_PLANNED) == "down"
    return _with_services(Used(record, down=down), groups, asking)


def _label_question(label: Label, topic: Topic, records: Sequence[Stated]) -> Question:
    choices = _COUNTS if topic.bearing == "counts" else _DOWN
    words, together = topic.words.format(f'"{label.value}"'), topic.words.format("…")
    return Question((label.topic, label.value), words, "choice", choices, "", about(records), together)


_PLANNED = Question(
    ("planned",),
    "Was the service down during the planned work?",
    "choice",
    _DOWN[:2],
)


def left_out(record: AnyStated, asking: Asking) -> Reason | None:
    """The reason for which the mapping file leaves this one record out."""
    key = ("record", record_name(record), "use")
    question = Question(key, "Is the record used?", "choice", _LEAVE, "", record.origin.words())
    answer = asking.volunteered(question)
    return (_BY_NAME, asking.because(key)) if answer else None


def _with_services(used: Used, groups: dict[tuple[str, str], list[Stated]], asking: Asking) -> Used:
    """The services in the policy's names; a record none of whose services counts is set aside."""
    own = ("record", record_name(used.record), "service")
    given = asking.mapped.answers.get(own) and asking.ask(_service_question(own, "this record", (used.record,)))
    if given:
        services = tuple(dict.fromkeys(name for name in given if name != LEAVE_OUT))
        return used._replace(services=services, left=None if services else (_BY_NAME, asking.because(own)))
    found: list[str] = []
    left: Reason | None = None
    for service in used.record.services or (NOT_NAMED,):
        key = ("service", service)
        answers = asking.ask(_service_question(key, f'"{service}"', groups[key])) or ()
        if LEAVE_OUT in answers:
            left = left or (f'service "{service}"', asking.because(key))
        else:
            found += answers
    return used._replace(services=tuple(dict.fromkeys(found)), left=None if found else left)


def _service_question(key: tuple[str, ...], which: str, records: Sequence[Stated]) -> Question:
    words = f"Which service of the policy is {which}?"
    if key == ("service", NOT_NAMED):
        words = "Which services of the policy are meant where none is named?"
    choices = (Choice(LEAVE_OUT, "not a service of this agreement"),)
    together = "Which service of the policy is each of these?"
    return Question(key, words, "texts", choices, _SERVICE, about(records), together)

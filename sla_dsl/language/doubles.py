"""Rules that are given twice: two clocks of one measure, two zones, two roundings of one credit."""

from __future__ import annotations

from collections.abc import Iterator

from sla_dsl.findings.finding import Finding
from sla_dsl.language import mistakes
from sla_dsl.language import nodes as n
from sla_dsl.language.agreement import identifier

_TICKET_FIELDS = frozenset({"id", "priority", "opened", "source"})

Slot = tuple[str, str, str]
"""What a sentence settles: the sort of rule, the name or names it is about, and how it is told to a person."""


def doubles(file: n.PolicyFile) -> list[Finding]:
    """Every sentence that settles what a sentence before it settled."""
    return [*_rules(file), *_fields(file)]


def _rules(file: n.PolicyFile) -> Iterator[Finding]:
    first: dict[tuple[str, str], n.Sentence] = {}
    for sentence in file.sentences:
        slot = None if sentence.set_aside else _slot(sentence.body)
        if slot is None:
            continue
        before = first.setdefault(slot[:2], sentence)
        if before is not sentence:
            yield mistakes.said_twice(slot[2], sentence.body.span, before.body.span, before.place)


def _slot(body: n.Body) -> Slot | None:
    match body:
        case n.TimeZone():
            return ("zone", "", "which time zone is used")
        case n.PeriodOfAccount():
            return ("period", "", "what the period is")
        case n.Clock():
            return _about("clock", body.measure, "when an incident of '{}' begins or ends")
        case n.Join():
            return _about("join", body.measure, "how incidents of '{}' make outages")
        case n.LongEnough():
            return _about("long enough", body.measure, "how long an outage of '{}' must last")
        case n.RoundTotal():
            return _about("round total", body.measure, "how the total of '{}' is rounded")
        case n.RoundOutages():
            return _about("round outages", body.measure, "how each outage of '{}' is rounded")
        case n.RoundName():
            return _about("round", body.name, "how '{}' is rounded")
        case _:
            return _slot_of_credit(body)


def _slot_of_credit(body: n.Body) -> Slot | None:
    match body:
        case n.Claim():
            return _about("claim", body.name, "when '{}' must be claimed")
        case n.Minimum():
            return _about("minimum", body.name, "from which amount '{}' is paid")
        case n.Payment():
            return _about("payment", body.name, "how '{}' is paid")
        case n.Target():
            names = f"{identifier(body.step.text)} {identifier(body.priority.text)}"
            return ("target", names, f"when '{body.step.text}' is due on a ticket of priority '{body.priority.text}'")
        case _:
            return None


def _about(rule: str, name: n.Name, words: str) -> Slot:
    return (rule, identifier(name.text), words.replace("{}", name.text))


def _fields(file: n.PolicyFile) -> Iterator[Finding]:
    """Two steps cannot be read from one field of a ticket, nor a step from one that holds something else.

    Two pauses cannot be one state of a ticket; states and fields have nothing to do with each other.
    """
    first: dict[tuple[str, str], n.Name] = {}
    for sentence in file.sentences:
        body = sentence.body
        if not isinstance(body, n.Declaration) or body.recorded_as is None or sentence.set_aside:
            continue
        field = identifier(body.recorded_as.text)
        before = first.setdefault((body.kind, field), body.name)
        taken = body.kind == "step" and field in _TICKET_FIELDS
        if taken or before is not body.name:
            other = body.recorded_as if taken else before
            yield mistakes.recorded_twice(body, body.recorded_as, other)

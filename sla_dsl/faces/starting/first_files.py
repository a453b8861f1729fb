"""The files of a first folder: the policy, a month of evidence, the folder's settings, and what to do next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from sla_dsl.faces.json_text import pretty_json
from sla_dsl.faces.starting.first_examples import FEE, MONTH
from sla_dsl.faces.starting.first_policy import FirstPolicy, first_policy, is_paid
from sla_dsl.faces.starting.questions import Answers
from sla_dsl.language.agreement import identifier
from sla_dsl.values.zones import local_time, to_instants

POLICY, TIMELINE, SETTINGS, README = "policy.sla", "timeline.json", "sla.toml", "README.md"

_SETTINGS = f"""\
# What the command sla takes in this folder where the command line says nothing else.
# 'sla config' shows what applies and from where, 'sla config --keys' what can be set.

[all]
policy = "{POLICY}"
timeline = "{TIMELINE}"

[check]
fail-on = "warning"
"""

_README = """\
# {name}

The agreement as a policy that is checked, tested and worked out. In this folder:

    sla check       what is wrong in the policy, or left open; --assumptions lists what it decides by itself
    sla test        whether its examples come out as they say
    sla evaluate    what the month in {timeline} comes to

| file | what it is |
|---|---|
| `{policy}` | the policy: change it until it says what the agreement says |
| `{timeline}` | what happened in a month; it is made up, put a real one in its place (`sla import` helps) |
| `{settings}` | which files the commands take when none is named |
"""


def first_files(answers: Answers) -> tuple[Mapping[str, str], FirstPolicy]:
    """The files by name, and the policy among them."""
    policy = first_policy(answers, POLICY)
    files = {
        POLICY: policy.text,
        TIMELINE: pretty_json(_timeline(answers, identifier(policy.service))),
        SETTINGS: _SETTINGS,
        README: _README.format(name=answers.name, policy=POLICY, timeline=TIMELINE, settings=SETTINGS),
    }
    return files, policy


def _timeline(answers: Answers, service: str) -> dict[str, Any]:
    """A month: a failure, work that took longer than announced, and something that the customer did."""

    def at(day: int, hour: int, minute: int = 0) -> str:
        [instant] = to_instants(dt.datetime(2026, 6, day, hour, minute), answers.zone)  # noqa: DTZ001 - local
        return local_time(instant, answers.zone).isoformat()

    def stretch(name: str, start: str, end: str, **further: str) -> dict[str, str]:
        return {"id": name, "service": service, **further, "start": start, "end": end}

    charge = {"period": MONTH, "what": "monthly_fee", "amount": f"{FEE}.00", "currency": "EUR"}
    return {
        "format": "sla-timeline/1",
        "account": "example",
        "incidents": [
            stretch("INC-1", at(4, 9, 12), at(4, 13, 42), cause="provider_failure"),
            stretch("INC-2", at(10, 2), at(10, 4, 10), cause="maintenance"),
            stretch("INC-3", at(18, 11), at(18, 11, 30), cause="customer_error"),
        ],
        "maintenance": [stretch("MW-1", at(10, 2), at(10, 4), announced=at(1, 9))],
        "charges": [charge] if is_paid(answers) else [],
    }

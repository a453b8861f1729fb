"""A checked agreement: the sentences of a policy gathered by what they speak of.

The file keeps the contract's order, so what is said of one measure may stand in five clauses.  Here it is
collected: one record a measure, a credit, a target.  Each record keeps whole `Sentence`s, because a
sentence carries its place in the agreement and its assumption, and both travel on into the tree.
Names are looked up by their identifier (`Provider Failure` is `provider_failure`, see `identifier`).
Sentences that are set aside are in no record but `set_aside`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Literal

import attrs

from sla_dsl.language.nodes import PeriodKind, PolicyFile, Sentence

ValueType = Literal["ratio", "number", "elapsed", "money"]
NameKind = Literal[
    "service",
    "cause",
    "charge",
    "priority",
    "step",
    "pause",
    "time",
    "value",
    "truth",
    "calendar",
    "guarantee",
    "credit",
]


def identifier(name: str) -> str:
    """The name as the evidence and the results write it: `Non-Urgent` is `non_urgent`."""
    return name.lower().replace(" ", "_").replace("-", "_")


@attrs.frozen(eq=False, repr=False, slots=False)
class TimeDefinition:
    """A named set of time, and all that the policy says of it.

    `is_measure`: it is a total that can be measured (something counts as it, or a value reads it), not
    only a set to cut others with.
    """

    name: str
    definition: Sentence
    is_measure: bool
    not_counted: tuple[Sentence, ...] = ()
    clock: Sentence | None = None
    join: Sentence | None = None
    long_enough: Sentence | None = None
    round_outages: Sentence | None = None
    round_total: Sentence | None = None


@attrs.frozen(eq=False, repr=False, slots=False)
class ValueDefinition:
    """A named value, its type, and how it is rounded (None: not at all)."""

    name: str
    definition: Sentence
    type: ValueType
    rounding: Sentence | None = None


@attrs.frozen(eq=False, repr=False, slots=False)
class CreditTerms:
    """A credit and all that the policy says of it."""

    name: str
    credit: Sentence
    limits: tuple[Sentence, ...] = ()
    rounding: Sentence | None = None
    conditions: tuple[Sentence, ...] = ()
    claim: Sentence | None = None
    minimum: Sentence | None = None
    payment: Sentence | None = None


@attrs.frozen(eq=False, repr=False, slots=False)
class GuaranteeTerms:
    """A guarantee under the name that the results give it."""

    name: str
    guarantee: Sentence


@attrs.frozen(eq=False, repr=False, slots=False)
class Agreement:
    """A policy that passed every check.  The maps are keyed by identifier, in the file's order.

    `period` and `zone` name the sentences that set them; `nothing` are the clauses in which nothing is
    computed; `set_aside` the sentences that do not count.
    """

    file: PolicyFile
    title: str
    in_force: dt.date | None
    language: int
    zone: str
    zone_sentence: Sentence
    period: PeriodKind
    period_sentence: Sentence
    declarations: Mapping[str, Sentence]
    times: Mapping[str, TimeDefinition]
    values: Mapping[str, ValueDefinition]
    truths: Mapping[str, Sentence]
    calendars: Mapping[str, Sentence]
    guarantees: Mapping[str, GuaranteeTerms]
    credits: Mapping[str, CreditTerms]
    targets: tuple[Sentence, ...]
    nothing: tuple[Sentence, ...]
    examples: tuple[Sentence, ...]
    set_aside: tuple[Sentence, ...]

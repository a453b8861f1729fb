"""The model of a report: everything that it says, as words and numbers, without any markup.

Instants and lengths of time are whole microseconds; beside each stands what is written of it.  Sentences are those of
the text report, in English; headings and labels are not here but in `languages.py`.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

from sla_dsl.records import NamedTuple
from sla_dsl.values.exact import Exact

Bucket = Literal[
    "counted",
    "undecided",
    "in_breach",
    "excluded",
    "not_attributable",
    "outside_service_hours",
    "not_observed",
    "up",
]
Verdict = Literal["counted", "partly", "excluded", "unknown", "elsewhere"]
Kept = Literal["met", "missed", "unknown"]
Due = Literal["due", "none", "not_eligible", "claimable", "unknown"]


class Said(NamedTuple):
    """A sentence, and the numbers of the assumptions that it rests on."""

    text: str
    marks: tuple[int, ...] = ()


class Moment(NamedTuple):
    """An instant, and how it is written in the zone of the policy; `local` is that as date and time."""

    instant: int
    words: str
    local: dt.datetime


class Figure(NamedTuple):
    """A quantity in words, and exact.

    `unit` is `elapsed` (microseconds), `ratio` (a share of 1), `number`, or the code of a currency.  `exact` is None
    where the quantity is not known or not to be told.
    """

    words: str
    exact: Exact | None
    unit: str


class Measure(NamedTuple):
    """A measured value; `least` and `most` bound it where it is not known (None: nothing bounds it)."""

    id: str
    name: str
    figure: Figure
    least: Figure | None
    most: Figure | None
    needs: tuple[str, ...]


class Guarantee(NamedTuple):
    """A promise, how it stands, and the sentence that says so."""

    id: str
    name: str
    status: Kept
    sentence: str
    clause: str


class Credit(NamedTuple):
    """A credit, how it stands, and the sentence that says so.

    `amount` is what it comes to whatever its status; only one that is `due` is owed.
    """

    id: str
    name: str
    status: Due
    sentence: str
    clause: str
    rate: Figure
    amount: Figure
    least: Figure | None
    most: Figure | None
    capped: bool | None
    claim_by: dt.date | None
    paid_as: tuple[str, ...]
    because: tuple[str, ...]
    needs: tuple[str, ...]


class Stretch(NamedTuple):
    """A stretch of the period that is in one bucket, why, and the incidents (their ids) that lie in it."""

    start: Moment
    end: Moment
    bucket: Bucket
    words: str
    clause: str
    span: str
    length: Figure
    incidents: tuple[str, ...]


class Total(NamedTuple):
    """How much of the period is in a bucket; `clock` is written so that one can add it up."""

    bucket: Bucket
    words: str
    clause: str
    clock: str
    length: Figure


class Strip(NamedTuple):
    """Where the time of the period went for one measure: stretch after stretch, without a gap, and in total."""

    measure: str
    stretches: tuple[Stretch, ...]
    totals: tuple[Total, ...]
    whole: Total


class Incident(NamedTuple):
    """An incident that touches the period.

    `sentence` says what failed and why, `when` from when to when; `moved` from when to when the policy takes it to run;
    `reasons` why it counts or not; `clauses` those that decide it.  Of `length` at least `least` and at most `most`
    count, the same where it is known.  `source` is where its record came from; empty where that is not known.
    """

    id: str
    service: str
    cause: str
    sentence: str
    when: str
    start: Moment
    end: Moment
    going_on: bool
    length: Figure
    verdict: Verdict
    least: Figure
    most: Figure
    moved: tuple[Said, ...]
    reasons: tuple[str, ...]
    clauses: tuple[str, ...]
    source: str


class Target(NamedTuple):
    """A support target for a ticket: when it was due and done, how it stands, and in which pauses its clock stood."""

    name: str
    sentence: str
    due: Moment | None
    done: Moment | None
    verdict: Literal["met", "missed", "pending", "unknown"]
    clause: str
    pauses: tuple[str, ...]


class Ticket(NamedTuple):
    """A request for support that was opened in the period; `source` as for an incident."""

    id: str
    priority: str
    sentence: str
    opened: Moment
    targets: tuple[Target, ...]
    source: str


class Working(NamedTuple):
    """One line of the arithmetic: what came out, in words and exact, and how."""

    value: str
    exact: Figure | None
    how: Said
    clause: str


class Workings(NamedTuple):
    """The arithmetic of one measure or one credit."""

    name: str
    lines: tuple[Working, ...]


class Missing(NamedTuple):
    """A fact that was not supplied, and what hangs on it: a sentence for each."""

    fact: str
    changes: tuple[str, ...]


class Stair(NamedTuple):
    """A step of the staircase: what downtime from `start` up to `end` comes to (`end` None: and more).

    `height` and `last_height` are shares of the highest amount of the staircase, the same where nothing rises.
    """

    start: int
    end: int | None
    start_words: str
    end_words: str
    rate: str
    amount: str
    status: Due
    lowered: bool
    height: Exact
    last_height: Exact


class Promise(NamedTuple):
    """From which place along the staircase on a promise stands so."""

    name: str
    start: int
    start_words: str
    status: Kept


class Here(NamedTuple):
    """Where the period lies on the staircase: at least and at most, as far as it is known.

    `status` is how the credit stands: one that is not due has no `amount`, whatever its step would have paid.
    """

    least: int
    most: int
    words: str
    least_height: Exact
    most_height: Exact
    amount: str
    status: Due


class Staircase(NamedTuple):
    """What each amount of downtime would have come to in this period, at the fee that was charged.

    `along` is what grows from left to right (`elapsed` in microseconds, or a `number`), `scale` what it is called.
    `limit` is the height of the maximum, None where there is none; `searched` says that steps may be missing.
    """

    credit: str
    name: str
    about: str
    taken: str
    scale: str
    along: Literal["elapsed", "number"]
    steps: tuple[Stair, ...]
    promises: tuple[Promise, ...]
    limit: Exact | None
    limit_words: str
    highest: str
    here: Here | None
    searched: bool


class Period(NamedTuple):
    """One period: the answer, where the time went, what happened, and how it was worked out.

    `days` are the instants at which a day of the policy's zone begins within the period, the start of it included.
    `incidents_elsewhere` says how many incidents lie outside the period, or that none touches it.
    `provisional` is empty unless the record ends before the period does; it says so.
    """

    name: str
    title: str
    span: str
    start: Moment
    end: Moment
    observed: Moment
    provisional: str
    answer: tuple[str, ...]
    measures: tuple[Measure, ...]
    guarantees: tuple[Guarantee, ...]
    credits: tuple[Credit, ...]
    days: tuple[Moment, ...]
    strips: tuple[Strip, ...]
    staircases: tuple[Staircase, ...]
    incidents: tuple[Incident, ...]
    incidents_elsewhere: str
    tickets: tuple[Ticket, ...]
    tickets_together: str
    workings: tuple[Workings, ...]
    missing: tuple[Missing, ...]


class Assumption(NamedTuple):
    """What the policy assumes, by the number by which lines refer to it."""

    number: int
    text: str
    clause: str


class Records(NamedTuple):
    """How many records of a kind were supplied, and how they ended; `given` None: no such list was supplied."""

    kind: str
    given: int | None
    used: int
    excluded: int
    outside: int


class Provenance(NamedTuple):
    """What it takes to get the same answer again; a digest is empty where it is not to be told."""

    policy: str
    evidence: str
    language: str
    tzdata: str
    holidays: str


class Report(NamedTuple):
    """The report of one account.  `language` is that of headings and labels: en, nl, fr or de."""

    language: str
    incognito: bool
    title: str
    account: str
    zone: str
    as_of: Moment | None
    periods: tuple[Period, ...]
    assumptions: tuple[Assumption, ...]
    notes: tuple[str, ...]
    records: tuple[Records, ...]
    provenance: Provenance

"""The model of the evidence: what is known of one account, as frozen records.

Instants are whole microseconds since 1970-01-01T00:00Z, amounts and rates exact fractions.  Two rules hold
throughout (contract, `sla-timeline/1`): a list left out is unknown (here None) and an empty list is known to be
empty; in a record a field left out is unknown and null is known to be nothing.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any, TypeAlias

from sla_dsl.evidence.digest import digest_of
from sla_dsl.evidence.places import field_path
from sla_dsl.findings.frozen import Frozen, put
from sla_dsl.records import NamedTuple

FORMAT = "sla-timeline/1"
LISTS = ("incidents", "maintenance", "reports", "claims", "breaches", "charges", "rates", "tickets", "pauses")

_ONLY_IF_GIVEN = ("pauses",)
"""Lists that came later: where they are absent, digests are what they were before."""

Place: TypeAlias = Callable[[str, int, str], str]

Sources: TypeAlias = Mapping[str, Mapping[int, str]]
"""Where records came from: for each list, by the index of the record; those of which it is not said are left out."""


class Incident(NamedTuple):
    """A failure of a service.  `end` None: it is still going on.  `cause` None: it is not known."""

    id: str
    service: str
    start: int
    end: int | None
    cause: str | None


class Window(NamedTuple):
    """A maintenance window.  `announced` None: it was not announced, if `announced_known`; else it is not known."""

    id: str
    service: str
    announced: int | None
    announced_known: bool
    start: int
    end: int | None


class Report(NamedTuple):
    """The customer told the provider of the incident with this id."""

    incident: str
    at: int


class Claim(NamedTuple):
    """The customer asked for credit for the incidents with these ids."""

    id: str
    at: int
    incidents: tuple[str, ...]


class Breach(NamedTuple):
    """A time in which the customer broke the agreement.  `end` None: it is still going on."""

    start: int
    end: int | None
    what: str


class Charge(NamedTuple):
    """What was charged under a name for a period (`2026-03`, `2026-Q1`, `2026`), in whole units of the currency."""

    period: str
    what: str
    amount: Fraction
    currency: str


class Rate(NamedTuple):
    """How many units of the currency `target` one unit of `source` is worth."""

    source: str
    target: str
    rate: Fraction


class Ticket(NamedTuple):
    """A request for support.

    `steps` names what happened to it and when; None is known not to have happened, and a step that is not
    there is unknown.
    """

    id: str
    priority: str
    opened: int
    steps: tuple[tuple[str, int | None], ...]


class Pause(NamedTuple):
    """A time in which a ticket was in a state in which the clock may stop.  `end` None: it still is."""

    ticket: str
    state: str
    start: int
    end: int | None


class Timeline(Frozen):
    """All that is known of one account.

    `as_of` is the instant up to which the record is kept; None: the record is closed, and what it does not
    hold did not happen.  `place` names a field to a person, given the list, the index of the record and the
    field: `incidents[3].cause`, or `incidents.csv, line 5, column cause`.

    Two timelines are equal, and have one digest, if they hold the same facts: notes, and where records came from,
    are no facts.
    """

    __slots__ = ("account", "as_of", "memo", "notes", "place", "sources", "zone", *LISTS)

    account: str
    as_of: int | None
    incidents: tuple[Incident, ...]
    maintenance: tuple[Window, ...] | None
    reports: tuple[Report, ...] | None
    claims: tuple[Claim, ...] | None
    breaches: tuple[Breach, ...] | None
    charges: tuple[Charge, ...] | None
    rates: tuple[Rate, ...] | None
    tickets: tuple[Ticket, ...] | None
    pauses: tuple[Pause, ...] | None
    place: Place
    zone: str | None
    """Where times that are written without an offset were read; None: such times were refused."""
    notes: tuple[str, ...]
    """What there is to say of the evidence as a whole."""
    sources: Sources
    memo: dict[str, object]
    """What was worked out from the timeline once and is kept with it; it says nothing new."""

    def __init__(
        self,
        account: str,
        as_of: int | None = None,
        incidents: tuple[Incident, ...] = (),
        *,
        maintenance: tuple[Window, ...] | None = None,
        reports: tuple[Report, ...] | None = None,
        claims: tuple[Claim, ...] | None = None,
        breaches: tuple[Breach, ...] | None = None,
        charges: tuple[Charge, ...] | None = None,
        rates: tuple[Rate, ...] | None = None,
        tickets: tuple[Ticket, ...] | None = None,
        pauses: tuple[Pause, ...] | None = None,
        place: Place = field_path,
        zone: str | None = None,
        notes: tuple[str, ...] = (),
        sources: Sources | None = None,
    ) -> None:
        put(self, "account", account)
        put(self, "as_of", as_of)
        put(self, "incidents", incidents)
        put(self, "maintenance", maintenance)
        put(self, "reports", reports)
        put(self, "claims", claims)
        put(self, "breaches", breaches)
        put(self, "charges", charges)
        put(self, "rates", rates)
        put(self, "tickets", tickets)
        put(self, "pauses", pauses)
        put(self, "place", place)
        put(self, "zone", zone)
        put(self, "notes", notes)
        put(self, "sources", sources or {})
        put(self, "memo", {})

    def origin(self, kind: str, index: int) -> str | None:
        """Where a record came from, given its list and its index there; None where that is not said."""
        return self.sources.get(kind, {}).get(index)

    def _parts(self) -> tuple[object, ...]:
        return (self.account, self.as_of, *(getattr(self, name) for name in LISTS))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Timeline) and self._parts() == other._parts()

    def __hash__(self) -> int:
        return hash(self._parts())

    def __repr__(self) -> str:
        return f"<Timeline {self.account!r}, {len(self.incidents):,} incidents>"

    def __reduce__(self) -> tuple[object, ...]:
        lists = {name: getattr(self, name) for name in LISTS}
        further = {"zone": self.zone, "notes": self.notes, "sources": self.sources}
        return (_again, (self.account, self.as_of, {**lists, **further}))

    def digest(self) -> str:
        """The SHA-256 of the evidence, as `sha256:` and 64 hexadecimal digits.

        The same evidence has the same digest, whatever the order of its records and however its instants
        and amounts were written.
        """
        lists = {name: getattr(self, name) for name in LISTS}
        told = {name: records for name, records in lists.items() if records is not None or name not in _ONLY_IF_GIVEN}
        return digest_of((FORMAT, self.account, self.as_of), told)


def _again(account: str, as_of: int | None, rest: dict[str, Any]) -> Timeline:
    """A timeline that was taken apart to be sent to another process; its places are told in the plain way."""
    return Timeline(account, as_of, **rest)

"""From what an example gives to a timeline.

An example shows the whole record: what it does not give is known not to have happened.  Every list is known
and empty unless something of it is given; `no list of X` makes that list unknown, and no `because of` leaves
the cause of an incident unknown.  Records are named by number, since an example gives them no ids.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import TypeVar

import attrs

from sla_dsl.evaluation.tree import Tree
from sla_dsl.evidence import timeline as record
from sla_dsl.language import nodes as n
from sla_dsl.language.agreement import Agreement, identifier
from sla_dsl.language.quantities import of_literal
from sla_dsl.values.zones import to_instants

Kind = TypeVar("Kind", bound=n.Given)


@attrs.frozen
class Scene:
    """What an example needs of its policy: the zone of its times, the only service, the fields of steps, the states."""

    zone: str
    service: str
    recorded: Mapping[str, str]
    paused: Mapping[str, str]

    def instant(self, moment: n.LocalInstant) -> int:
        """The instant of a time that the checker has seen to be shown just once."""
        return to_instants(moment.moment, moment.zone or self.zone)[0]

    def end(self, moment: n.LocalInstant | None) -> int | None:
        """The same for an end; None while it goes on."""
        return None if moment is None else self.instant(moment)

    def on(self, service: n.Name | None) -> str:
        """The service named, or the only one."""
        return self.service if service is None else identifier(service.text)


def scene_of(agreement: Agreement, tree: Tree) -> Scene:
    """The scene of an agreement's examples."""
    bodies = ((name, sentence.body) for name, sentence in agreement.declarations.items())
    services = [name for name, body in bodies if isinstance(body, n.Declaration) and body.kind == "service"]
    return Scene(agreement.zone, services[0] if services else "", tree.recorded, tree.paused)


def timeline_of(example: n.Example, scene: Scene) -> record.Timeline:
    """The timeline that an example gives, for an account named after it."""
    unknown = {given.kind for given in _all(example, n.GivenNoList)}
    as_of = [scene.instant(given.instant) for given in _all(example, n.GivenAsOf)]
    incidents = tuple(enumerate(_all(example, n.GivenIncident), 1))
    return record.Timeline(
        account=example.title,
        as_of=as_of[-1] if as_of else None,
        incidents=tuple(_incident(number, given, scene) for number, given in incidents),
        maintenance=None if "maintenance" in unknown else _windows(example, scene),
        reports=None if "reports" in unknown else _reports(incidents, scene),
        claims=None if "claims" in unknown else _claims(incidents, scene),
        breaches=None if "breaches" in unknown else _breaches(example, scene),
        charges=tuple(_charge(given, example.period) for given in _all(example, n.GivenCharge)),
        rates=tuple(_rate(given) for given in _all(example, n.GivenRate)),
        tickets=None if "tickets" in unknown else _tickets(example, scene),
        pauses=None if "pauses" in unknown else _pauses(example, scene),
    )


def _all(example: n.Example, kind: type[Kind]) -> Iterable[Kind]:
    return (given for given in example.given if isinstance(given, kind))


Numbered = tuple[tuple[int, n.GivenIncident], ...]


def _incident(number: int, given: n.GivenIncident, scene: Scene) -> record.Incident:
    cause = identifier(given.causes[0].text) if given.causes else None
    return record.Incident(
        str(number), scene.on(given.service), scene.instant(given.start), scene.end(given.end), cause
    )


def _reports(incidents: Numbered, scene: Scene) -> tuple[record.Report, ...]:
    return tuple(
        record.Report(str(number), scene.instant(moment)) for number, given in incidents for moment in given.reported
    )


def _claims(incidents: Numbered, scene: Scene) -> tuple[record.Claim, ...]:
    made = [(str(number), moment) for number, given in incidents for moment in given.claimed]
    return tuple(
        record.Claim(f"claim {count}", scene.instant(moment), (incident,))
        for count, (incident, moment) in enumerate(made, 1)
    )


def _windows(example: n.Example, scene: Scene) -> tuple[record.Window, ...]:
    return tuple(
        record.Window(
            id=str(number),
            service=scene.on(given.service),
            announced=scene.end(given.announced),
            announced_known=True,
            start=scene.instant(given.start),
            end=scene.end(given.end),
        )
        for number, given in enumerate(_all(example, n.GivenMaintenance), 1)
    )


def _breaches(example: n.Example, scene: Scene) -> tuple[record.Breach, ...]:
    given = _all(example, n.GivenBreach)
    return tuple(record.Breach(scene.instant(breach.start), scene.end(breach.end), "breach") for breach in given)


def _charge(given: n.GivenCharge, period: str) -> record.Charge:
    amount = of_literal(given.amount)
    return record.Charge(period, identifier(given.charge.text), Fraction(amount.fixed or 0), amount.currency)


def _rate(given: n.GivenRate) -> record.Rate:
    """What one unit of the left currency is worth in the right one."""
    left, right = of_literal(given.left), of_literal(given.right)
    return record.Rate(left.currency, right.currency, Fraction(right.fixed or 0) / Fraction(left.fixed or 1))


def _tickets(example: n.Example, scene: Scene) -> tuple[record.Ticket, ...]:
    return tuple(
        record.Ticket(
            f"ticket {number}", identifier(given.priority.text), scene.instant(given.opened), _steps(given, scene)
        )
        for number, given in enumerate(_all(example, n.GivenTicket), 1)
    )


def _steps(given: n.GivenTicket, scene: Scene) -> tuple[tuple[str, int | None], ...]:
    """Every step that the policy knows: one that is not given has not happened."""
    happened = {identifier(step.text): scene.instant(moment) for step, moment in given.steps}
    return tuple((field, happened.get(step)) for step, field in scene.recorded.items())


def _pauses(example: n.Example, scene: Scene) -> tuple[record.Pause, ...]:
    return tuple(
        record.Pause(f"ticket {number}", scene.paused[identifier(name.text)], scene.instant(start), scene.end(end))
        for number, given in enumerate(_all(example, n.GivenTicket), 1)
        for name, start, end in given.pauses
    )

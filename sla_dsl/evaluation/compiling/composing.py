"""From a timeline and what it came to back to an example: what it gives, and what comes out, as a sentence.

What comes out is expected only where it can be written exactly; what cannot (a third of a percent) is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from sla_dsl.evaluation.compiling.trying import rate_node
from sla_dsl.evaluation.result import CreditResult, PeriodResult, Quantity
from sla_dsl.evaluation.tree import Root, Tree
from sla_dsl.evidence.timeline import Incident, Ticket, Timeline, Window
from sla_dsl.language import nodes as n
from sla_dsl.language.formatting import sentence_text
from sla_dsl.values.exact import Exact
from sla_dsl.values.instant import HOUR, MINUTE, SECOND
from sla_dsl.values.money import Money
from sla_dsl.values.zones import local_time, to_instants

MOST_PLACES = 6
"""More decimal places nobody wants to read in an example."""


def compose(title: str, timeline: Timeline, result: PeriodResult, roots: Iterable[Root]) -> n.Example | None:
    """The example that gives this timeline and expects what these results came to; None where none can be written."""
    expect = tuple(expectation for root in roots for expectation in _expected(result, root))
    given = tuple(_given(result.tree, timeline))
    return n.Example(title, result.name, given or (n.GivenNothing(),), expect) if expect else None


def example_text(example: n.Example) -> str:
    """The example as a policy writes it."""
    return sentence_text(n.Sentence(example))


# ---------------------------------------------------------------- what is given


def _given(tree: Tree, timeline: Timeline) -> Iterator[n.Given]:
    for charge in timeline.charges or ():
        amount = n.Amount(charge.amount, n.Name(charge.currency))
        yield n.GivenCharge(n.Name(tree.names["charge"][charge.what]), amount)
    for rate in timeline.rates or ():
        left, right = n.Amount(Fraction(1), n.Name(rate.source)), n.Amount(rate.rate, n.Name(rate.target))
        yield n.GivenRate(left, right)
    if timeline.as_of is not None:
        yield n.GivenAsOf(_moment(tree, timeline.as_of))
    for window in timeline.maintenance or ():
        yield _window(tree, window)
    for breach in timeline.breaches or ():
        yield n.GivenBreach(_moment(tree, breach.start), _end(tree, breach.end))
    for incident in timeline.incidents:
        yield _incident(tree, timeline, incident)
    for ticket in timeline.tickets or ():
        yield _ticket(tree, timeline, ticket)


def _moment(tree: Tree, instant: int) -> n.LocalInstant:
    """The date and time in the policy's zone; in UTC where the clocks show it twice."""
    local = local_time(instant, tree.zone).replace(tzinfo=None)
    if len(to_instants(local, tree.zone)) == 1:
        return n.LocalInstant(local)
    return n.LocalInstant(local_time(instant, "UTC").replace(tzinfo=None), "UTC")


def _end(tree: Tree, instant: int | None) -> n.LocalInstant | None:
    return None if instant is None else _moment(tree, instant)


def _service(tree: Tree, service: str) -> n.Name | None:
    """The service by its name, where the policy has more than one."""
    return n.Name(tree.names["service"][service]) if len(tree.names["service"]) > 1 else None


def _window(tree: Tree, window: Window) -> n.GivenMaintenance:
    start, end = _moment(tree, window.start), _end(tree, window.end)
    return n.GivenMaintenance(_service(tree, window.service), start, end, _end(tree, window.announced))


def _incident(tree: Tree, timeline: Timeline, incident: Incident) -> n.GivenIncident:
    causes = () if incident.cause is None else (n.Name(tree.names["cause"][incident.cause]),)
    reported = [report.at for report in timeline.reports or () if report.incident == incident.id]
    claimed = [claim.at for claim in timeline.claims or () if incident.id in claim.incidents]
    return n.GivenIncident(
        _service(tree, incident.service),
        causes,
        _moment(tree, incident.start),
        _end(tree, incident.end),
        tuple(_moment(tree, at) for at in reported),
        tuple(_moment(tree, at) for at in claimed),
    )


def _ticket(tree: Tree, timeline: Timeline, ticket: Ticket) -> n.GivenTicket:
    words = {field: tree.names["step"][step] for step, field in tree.recorded.items()}
    steps = tuple((n.Name(words[field]), _moment(tree, at)) for field, at in ticket.steps if at is not None)
    priority, opened = n.Name(tree.names["priority"][ticket.priority]), _moment(tree, ticket.opened)
    return n.GivenTicket(priority, opened, steps, tuple(_pauses(tree, timeline, ticket)))


def _pauses(tree: Tree, timeline: Timeline, ticket: Ticket) -> Iterator[n.GivenPause]:
    words = {state: tree.names["pause"][pause] for pause, state in tree.paused.items()}
    for pause in timeline.pauses or ():
        if pause.ticket == ticket.id and pause.state in words:
            yield n.Name(words[pause.state]), _moment(tree, pause.start), _end(tree, pause.end)


# ---------------------------------------------------------------- what is expected


def _expected(result: PeriodResult, root: Root) -> Iterator[n.Expect]:
    name = n.Name(root.words)
    tree = result.tree
    if root in tree.measures:
        measure = result.measures[root.id]
        value = None if measure.known.value is None else _written(measure.kind, measure.known.value)
        if value is not None:
            yield n.ExpectValue(name, value)
    elif root in tree.guarantees:
        yield n.ExpectVerdict(name, result.guarantees[root.id])
    elif root in tree.credits:
        yield from _of_credit(result, root, next(c for c in result.credits if c.id == root.id))
    else:
        verdicts = {one.verdict for targets in result.tickets.values() for one in targets if one.id == root.id}
        yield from (n.ExpectVerdict(name, verdict) for verdict in verdicts if len(verdicts) == 1)


def _of_credit(result: PeriodResult, root: Root, credit: CreditResult) -> Iterator[n.Expect]:
    """The rate and the amount of one that is due; of any other how it stands."""
    name = n.Name(root.words)
    kind = result.tree.nodes[rate_node(result.tree, root.node)].type
    rate = None if credit.rate.value is None or kind != "ratio" else _written(kind, credit.rate.value)
    if rate is not None and credit.status != "none":
        yield n.ExpectValue(name, rate)
    if credit.status == "claimable" and credit.claim_by is not None:
        yield n.ExpectClaimable(name, credit.claim_by)
        return
    amount = None if credit.amount.value is None else _written("money", credit.amount.value)
    if credit.status == "due" and amount is not None:
        yield n.ExpectValue(name, amount)
    else:
        yield n.ExpectVerdict(name, "not eligible" if credit.status == "not_eligible" else credit.status)


def _written(kind: str, value: Quantity) -> n.Value | None:
    """The value as the language writes it; None where it cannot be written exactly in a few places."""
    if isinstance(value, Money):
        amount = Fraction(value.amount)
        return n.Amount(amount, n.Name(value.currency)) if value.currency and _is_short(amount) else None
    if kind == "elapsed":
        return _elapsed(value)
    number = Fraction(value) * (100 if kind == "ratio" else 1)
    if number < 0 or not _is_short(number):
        return None
    return n.Percent(number) if kind == "ratio" else n.Number(number)


def _is_short(number: Fraction) -> bool:
    return number >= 0 and (number * 10**MOST_PLACES).denominator == 1


def _elapsed(value: Exact) -> n.Elapsed | None:
    """`7 hours 12 min`, from the greatest unit to the smallest."""
    if value < 0 or Fraction(value).denominator != 1:
        return None
    hours, rest = divmod(int(value), HOUR)
    minutes, rest = divmod(rest, MINUTE)
    parts: list[tuple[Fraction, n.UnitWord]] = [(Fraction(hours), "hour" if hours == 1 else "hours")] if hours else []
    parts += [(Fraction(minutes), "min")] if minutes else []
    parts += [(Fraction(rest, SECOND), "s")] if rest or not parts else []
    return n.Elapsed(tuple(parts))

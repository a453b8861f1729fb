"""The working steps that read the facts: incidents, maintenance, breaches, hours, charges and rates.

Here unknowns come in: an incident whose cause is not known may count, a window whose announcement is not
known may excuse, a charge that was not supplied may be anything.  Each names what would settle it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from typing import Any

from sla_dsl.evaluation.arithmetic import BOUNDLESS
from sla_dsl.evaluation.bounds import passes
from sla_dsl.evaluation.calendars import calendar_of
from sla_dsl.evaluation.families import Family
from sla_dsl.evaluation.lift import needs_of
from sla_dsl.evaluation.run import Run
from sla_dsl.evaluation.steps import Maker, Step, read_number
from sla_dsl.evaluation.tree import Node, Tree
from sla_dsl.evidence.facts import LATEST, Facts, end_or
from sla_dsl.evidence.timeline import Rate, Window
from sla_dsl.values.calendars import opening_spans
from sla_dsl.values.exact import times
from sla_dsl.values.instant import DAY
from sla_dsl.values.intervals import Spans, normal
from sla_dsl.values.money import Money
from sla_dsl.values.unknown import Between
from sla_dsl.values.zones import date_numbers


def make_literal(node: Node, tree: Tree) -> Step:
    value = node.params["value"]
    constant = Money(read_number(value[0]), value[1]) if node.type == "money" else read_number(value)
    return lambda run: constant


def make_period(node: Node, tree: Tree) -> Step:
    return lambda run: ((run.start, run.end),)


def make_always(node: Node, tree: Tree) -> Step:
    return lambda run: ((0, LATEST),)


def make_period_length(node: Node, tree: Tree) -> Step:
    return lambda run: run.end - run.start


def make_incidents(node: Node, tree: Tree) -> Step:
    services = tuple(sorted(set(node.params["services"])))
    causes = None if node.params["causes"] is None else frozenset(node.params["causes"])

    def step(run: Run) -> Family | Between:
        facts = run.facts
        pieces = _of_services(facts, services)
        if causes is None:
            return pieces
        of = facts.causes
        chosen = tuple([piece for piece in pieces if of[piece[2]] in causes])
        doubtful = [piece for piece in pieces if of[piece[2]] is None] if None in of else ()
        if not doubtful:
            return chosen
        needs = tuple([f"the cause of incident {facts.incidents[n].id}" for _, _, n in doubtful])
        return Between(chosen, tuple(sorted([*chosen, *doubtful])), needs)

    return step


def _of_services(facts: Facts, services: Sequence[str]) -> Family:
    """The pieces of the incidents of these services, in order of start."""
    found = [facts.by_service[service] for service in services if service in facts.by_service]
    return tuple(found[0]) if len(found) == 1 else tuple(sorted(chain.from_iterable(found)))


def make_windows(node: Node, tree: Tree) -> Step:
    service = node.params["service"]
    enough = _notice_test(node.params["notice"], tree.zone)

    def step(run: Run) -> Spans | Between:
        certain, doubtful = [], []
        for window in run.facts.timeline.maintenance or ():
            if window.service == service:
                if enough is _any_notice or (window.announced_known and enough(window)):
                    certain.append(window)
                elif not window.announced_known:
                    doubtful.append(window)
        low = _time_of(certain, run.facts)
        if not doubtful:
            return low
        doubtful.sort(key=lambda w: (w.start, w.id))
        needs = tuple([f"when maintenance {w.id} was announced" for w in doubtful])
        high = _time_of([*certain, *doubtful], run.facts)
        return low if low == high else Between(low, high, needs)

    return step


def _time_of(windows: Sequence[Window], facts: Facts) -> Spans:
    return normal([(window.start, end_or(window.end, facts.as_of)) for window in windows])


def _any_notice(window: Window) -> bool:
    return True


def _notice_test(notice: Mapping[str, Any], zone: str) -> Callable[[Window], bool]:
    """The test of a window's notice: any, before the start, in elapsed time, or in calendar days of the zone."""
    kind = notice["kind"]
    if kind == "any":
        return _any_notice
    comparison, bound = notice["comparison"], read_number(notice["amount"])
    # No zone's clocks were ever set by more than 25 hours (Samoa, over the years): the dates need be looked up only
    # where the elapsed time is near the bound.
    grows = comparison in ("at least", "more than")
    surely, never = (bound + 3) * DAY, (bound - 3) * DAY
    date_number = date_numbers(zone)

    def test(window: Window) -> bool:
        _, _, announced, _, start, _ = window
        if announced is None:
            return False
        if kind != "days":
            return passes(start - announced, comparison, bound)
        if grows and not never < start - announced < surely:
            return bool(start - announced >= surely)
        return passes(date_number(start) - date_number(announced), comparison, bound)

    return test


def make_breaches(node: Node, tree: Tree) -> Step:
    return lambda run: run.facts.breaches


def make_hours(node: Node, tree: Tree) -> Step:
    calendar = calendar_of(tree, node.params["calendar"])
    return lambda run: opening_spans(calendar, run.start, run.end)


def make_charge(node: Node, tree: Tree) -> Step:
    what = node.params["charge"]

    def step(run: Run) -> Money | Between:
        charges = run.facts.charges
        charge = charges.get((what, run.period_name)) if charges is not None else None
        if charge is not None:
            return charge
        return Between(Money(0, ""), Money(BOUNDLESS, ""), (f"the charge {what} of {run.period_name}",))

    return step


def make_convert(node: Node, tree: Tree) -> Step:
    def step(run: Run, money: Money | Between, like: Money | Between) -> Money | Between:
        low, high = _ends(money)
        currency = _ends(like)[1].currency
        if not currency:  # whatever it is converted to is not known, so it is no bound in any currency
            return Between(Money(0, ""), Money(BOUNDLESS, ""), needs_of((like,)))
        if currency == low.currency or not low.currency:
            return money
        rate = _rate(run.facts.timeline.rates, high.currency, currency)
        if rate is None:
            needs = (f"an exchange rate from {high.currency} to {currency}",)
            return Between(Money(0, currency), Money(BOUNDLESS, currency), needs)
        least, most = (Money(times(m.amount, rate.rate), currency) for m in (low, high))
        return Between(least, most, money.needs) if isinstance(money, Between) else least

    return step


def _ends(money: Money | Between) -> tuple[Money, Money]:
    return (money.low, money.high) if isinstance(money, Between) else (money, money)


def _rate(rates: tuple[Rate, ...] | None, source: str, target: str) -> Rate | None:
    """The rate as it was given; one for the other direction is not turned round, since published pairs differ."""
    return next((r for r in rates or () if (r.source, r.target) == (source, target)), None)


MAKERS: Mapping[str, Maker] = {
    "literal": make_literal,
    "always": make_always,
    "period": make_period,
    "period_length": make_period_length,
    "incidents": make_incidents,
    "windows": make_windows,
    "breaches": make_breaches,
    "hours": make_hours,
    "charge": make_charge,
    "convert": make_convert,
}

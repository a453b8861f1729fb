"""The money of two policies over real records, account by account."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sla_dsl.analysis.changes import owed
from sla_dsl.analysis.pairs import Pair
from sla_dsl.evaluation import evaluating
from sla_dsl.evaluation.result import CreditResult, Result
from sla_dsl.evidence.timeline import Timeline
from sla_dsl.findings.finding import Finding
from sla_dsl.records import NamedTuple
from sla_dsl.values.exact import Exact
from sla_dsl.values.money import Money

Span = tuple[Exact, Exact]
"""The least and the most that something comes to; the same where it is known."""


class Row(NamedTuple):
    """What is owed in a period, in a currency, under each policy."""

    period: str
    currency: str
    old: Span
    new: Span


class Account(NamedTuple):
    """An account: a row for each period and currency, or what refuses its record under either policy."""

    name: str
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...] = ()


def over_history(pair: Pair, timeline: Timeline, periods: Iterable[str] = ()) -> Account:
    """The money of an account under both policies, in every period that its record touches under either."""
    wanted = tuple(periods) or _touched(pair, timeline)
    results: list[Result] = []
    findings: list[Finding] = []
    for study in (pair.old, pair.new):
        result, wrong = evaluating.evaluate(study.policy.plan, timeline, wanted)
        findings += wrong
        results += [result] if result is not None else []
    if len(results) < 2:
        return Account(timeline.account, (), tuple(dict.fromkeys(findings)))
    return Account(timeline.account, tuple(_rows(*results)))


def _touched(pair: Pair, timeline: Timeline) -> tuple[str, ...]:
    """The periods that the record touches by the clocks of either; none (each its own) where they count by others."""
    if not pair.aligned:
        return ()
    from sla_dsl.evidence.facts import facts_of

    facts = facts_of(timeline)
    plans = (pair.old.policy.plan, pair.new.policy.plan)
    found = {period for plan in plans for period in evaluating.touched_periods(plan, facts)}
    return tuple([period.name for period in sorted(found)])


def _rows(old: Result, new: Result) -> Iterator[Row]:
    mine, theirs = _owed(old), _owed(new)
    for key in sorted({*mine, *theirs}):
        yield Row(*key, mine.get(key, (0, 0)), theirs.get(key, (0, 0)))


def _owed(result: Result) -> dict[tuple[str, str], Span]:
    found: dict[tuple[str, str], Span] = {}
    for period in result.periods:
        for credit in period.credits:
            key = (period.name, currency_of(credit))
            least, most = found.get(key, (0, 0))
            more = owed(credit)
            if key[1] or any(more):
                found[key] = (least + more[0], most + more[1])
    return found


def currency_of(credit: CreditResult) -> str:
    """The currency of a credit, empty where none is known."""
    ends = (credit.amount.most, credit.amount.least)
    return next((end.currency for end in ends if isinstance(end, Money) and end.currency), "")


def totals(rows: Iterable[Row]) -> dict[str, tuple[Span, Span]]:
    """By currency what is owed altogether under the old policy and under the new one."""
    found: dict[str, tuple[Span, Span]] = {}
    for row in rows:
        old, new = found.get(row.currency, ((0, 0), (0, 0)))
        found[row.currency] = (_plus(old, row.old), _plus(new, row.new))
    return found


def _plus(one: Span, other: Span) -> Span:
    return one[0] + other[0], one[1] + other[1]

"""One account-month by the Ecerium agreement: the evaluator against the function by hand, with and without reasons.

The function by hand is given its facts in the order that suits it.  The evaluator has to put them in order, once for
a timeline: the first evaluation counts that in, another one (`again`) does not.  Reasons are those of a first one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from benchmarks.accounts import MONTH, Account, account
from benchmarks.by_hand import ecerium as by_hand
from benchmarks.measuring import Race, Round, over, race
from benchmarks.policies import ecerium
from benchmarks.tables import table, taken, times
from sla_dsl import Policy, Result, Timeline, evaluate

HAND = "by hand"
PLAIN = "first"
KEPT = "again"
REASONS = "explained"
WORDS = "in words"


def measure(sizes: Sequence[int], rounds: int) -> None:
    """Prints the ratios for accounts with so many incidents."""
    rows = []
    for size in sizes:
        found = _race(size, rounds)
        ratios = [times(found.ratio(name, HAND)) for name in (PLAIN, KEPT, REASONS, WORDS)]
        rows.append((f"{size:,} incidents", taken(found.seconds(HAND)), taken(found.seconds(PLAIN)), *ratios))
    heading = ("an account-month with", HAND, PLAIN, *(f"{name}, × by hand" for name in (PLAIN, KEPT, REASONS, WORDS)))
    table("Evaluation, against the same agreement written by hand in plain Python", heading, rows)


def _race(size: int, rounds: int) -> Race:
    policy = ecerium()
    accounts = [account(size, seed) for seed in range(max(4, min(400, 8_000 // (size + 1))))]
    contenders = {
        HAND: lambda: over((a.by_hand for a in accounts), lambda ready: by_hand(*ready)),
        PLAIN: _round(accounts, lambda timeline: _result(policy, timeline)),
        KEPT: lambda: over((a.timeline for a in accounts), lambda timeline: _result(policy, timeline)),
        REASONS: _round(accounts, lambda timeline: _result(policy, timeline).periods[0].explanation),
        WORDS: _round(accounts, lambda timeline: _result(policy, timeline).to_dict()),
    }
    return race(contenders, rounds)


def _round(accounts: Sequence[Account], work: Callable[[Timeline], object]) -> Round:
    """The work for every account, none of which has been seen before."""
    return lambda: over(forgotten(accounts), work)


def forgotten(accounts: Sequence[Account]) -> Iterator[Timeline]:
    """The timelines without what an earlier evaluation worked out and kept with them."""
    for made in accounts:
        made.timeline.memo.clear()
        yield made.timeline


def _result(policy: Policy, timeline: Timeline) -> Result:
    return evaluate(policy, timeline, (MONTH,)).require()

"""One account-month by the Ecerium agreement: the evaluator against the function by hand, with and without reasons.

Like is held against like.  The first evaluation of a record has to put its facts in order, and so has the function by
hand *from the record*; another evaluation (`again`) has them in order, and the function by hand *from ordered facts* is
given them so, as numbers and sets that suit it.  Reasons are those of a first evaluation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from benchmarks.accounts import MONTH, Account, account
from benchmarks.by_hand import ecerium as by_hand
from benchmarks.by_hand import from_record
from benchmarks.measuring import Race, Round, over, race
from benchmarks.policies import ecerium
from benchmarks.tables import table, taken, times
from sla_dsl import Policy, Result, Timeline, evaluate

HAND = "by hand, ordered facts"
RECORD = "by hand, the record"
PLAIN = "first"
KEPT = "again"
REASONS = "explained"
WORDS = "in words"
RATIOS = ((PLAIN, RECORD), (KEPT, HAND), (PLAIN, HAND), (REASONS, RECORD), (REASONS, HAND), (WORDS, RECORD))
"""What is held against what."""


def measure(sizes: Sequence[int], rounds: int) -> None:
    """Prints the ratios for accounts with so many incidents."""
    rows = []
    for size in sizes:
        found = _race(size, rounds)
        ratios = [times(found.ratio(name, peer)) for name, peer in RATIOS]
        taking = [taken(found.seconds(name)) for name in (HAND, RECORD, PLAIN)]
        rows.append((f"{size:,} incidents", *taking, *ratios))
    heading = ("an account-month with", HAND, RECORD, PLAIN, *(f"{name} / {peer}" for name, peer in RATIOS))
    table("Evaluation, against the same agreement written by hand in plain Python", heading, rows)


def _race(size: int, rounds: int) -> Race:
    policy = ecerium()
    accounts = [account(size, seed) for seed in range(max(4, min(400, 8_000 // (size + 1))))]
    contenders = {
        HAND: lambda: over((a.by_hand for a in accounts), lambda ready: by_hand(*ready)),
        RECORD: lambda: over((a.timeline for a in accounts), lambda timeline: from_record(timeline, MONTH)),
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

"""The money of two policies over real records."""

from __future__ import annotations

from pathlib import Path

from sla_dsl import load_timelines, read_policy
from sla_dsl.analysis.history import over_history, totals
from sla_dsl.analysis.pairs import Pair

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "policies" / "ecerium.sla").read_text("utf-8")


def pair(*edits: tuple[str, str]) -> Pair:
    new = TEXT[:]
    for old, other in edits:
        assert old in new
        new = new.replace(old, other)
    return Pair(read_policy(TEXT).require(), read_policy(new).require())


def test_each_account_and_all() -> None:
    both = pair(("less than 100 % gives   5 %", "less than 99.9 % gives   5 %"))
    timelines = [one.require() for one in load_timelines(ROOT / "examples" / "ecerium.json")]
    accounts = [over_history(both, timeline) for timeline in timelines]
    assert not any(account.findings for account in accounts)
    rows = [row for account in accounts for row in account.rows]
    for old, new in totals(rows).values():
        assert new <= old


def test_the_same_policy_gives_the_same() -> None:
    both = pair()
    for one in load_timelines(ROOT / "examples" / "ecerium.json"):
        account = over_history(both, one.require())
        assert account.rows
        assert all(row.old == row.new for row in account.rows)


def test_a_record_that_neither_takes_is_refused_once() -> None:
    both = pair()
    for one in load_timelines(ROOT / "examples" / "ezcnam.json"):
        account = over_history(both, one.require())
        assert account.findings
        assert len(account.findings) == len(set(account.findings))

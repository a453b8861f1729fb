"""The evaluator against a second, slow and obvious one that shares nothing with it (tests/oracle).

On generated timelines, aimed at the edges of the rules, everything is compared: sets of time (each span of the
ledger, by bucket and by clause), incidents, measures, money and statuses.  Once under the two shipped policies,
and once under variants of them, whose rules are drawn by a seed.  SLA_TIMELINES says how many (2,000 of each if it
is not set, shared by the two policies), SLA_FIRST_SEED where to begin, so that a night can look at other ones;
`pytest -n` shares the parts out among processes.
"""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path

import pytest

from sla_dsl import Policy, evaluate, load_policy, read_timeline
from tests.answers import answer_of
from tests.oracle.agreements import BY_NAME
from tests.oracle.compare import differences
from tests.oracle.generator import generate
from tests.oracle.rules import Rules
from tests.oracle.ticks import evaluate as evaluate_slowly
from tests.variants import variant

TIMELINES = int(os.environ.get("SLA_TIMELINES", "2000"))
FIRST_SEED = int(os.environ.get("SLA_FIRST_SEED", "0"))
PART = 250
"""So many timelines make one test: few enough to be shared out evenly."""

EACH = 25
"""So many timelines are tried under one variant: reading its policy costs as much as evaluating all of them."""

PARTS = [(policy, first) for policy in BY_NAME for first in range(0, (TIMELINES + 1) // 2, PART)]


@cache
def policy(name: str) -> Policy:
    return load_policy(Path(__file__).parents[1] / "policies" / f"{name}.sla").require()


def compared(rules: Rules, which: Policy, name: str, seed: int) -> None:
    timeline, period = generate(seed, name)
    wanted = evaluate_slowly(rules, timeline, period)
    found = evaluate(which, read_timeline(json.dumps(timeline)).require(), [period]).require()
    assert differences(wanted, answer_of(found.periods[0])) == [], f"generate({seed}, {name!r})"


@pytest.mark.parametrize(("name", "first"), PARTS)
def test_the_two_evaluators_agree(name: str, first: int) -> None:
    for seed in range(FIRST_SEED + first, FIRST_SEED + min(first + PART, (TIMELINES + 1) // 2)):
        compared(BY_NAME[name], policy(name), name, seed)


@pytest.mark.parametrize(("name", "first"), PARTS)
def test_the_two_evaluators_agree_under_other_rules(name: str, first: int) -> None:
    for start in range(FIRST_SEED + first, FIRST_SEED + min(first + PART, (TIMELINES + 1) // 2), EACH):
        rules, which = variant(name, start)
        for seed in range(start, start + EACH):
            compared(rules, which, name, seed)

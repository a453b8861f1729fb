"""Scenes for the relations: generated timelines under the two policies, changed and evaluated again."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from sla_dsl import Policy, Result, evaluate, load_policy, read_policy, read_timeline
from sla_dsl.evaluation.result import PeriodResult, Quantity
from sla_dsl.values.money import Money
from tests.oracle.generator import generate

FOLDER = Path(__file__).parents[1] / "policies"
POLICIES = ("ecerium", "ezcnam")
SERVICE = {"ecerium": "sms_gateway", "ezcnam": "cnam"}
COUNTED = {"ecerium": "provider_failure", "ezcnam": "equipment"}
NEVER = {"ecerium": "customer_code", "ezcnam": "attack"}
ENOUGH = 120
FIRST_SEED = 1_000_000
"""Other timelines than those that the second evaluator is compared on."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)

Json = dict[str, Any]


class Scene(NamedTuple):
    name: str
    seed: int
    timeline: Json
    period: str

    def but(self, **lists: Any) -> Json:
        """The timeline with other lists; None takes one out."""
        changed = {**copy.deepcopy(self.timeline), **lists}
        return {key: value for key, value in changed.items() if value is not None or key not in lists}


@cache
def text(name: str) -> str:
    return (FOLDER / f"{name}.sla").read_text(encoding="utf-8")


@cache
def policy(name: str) -> Policy:
    return load_policy(FOLDER / f"{name}.sla").require()


@cache
def policy_from(words: str) -> Policy:
    return read_policy(words).require()


def scenes(name: str, enough: int = ENOUGH) -> Iterator[Scene]:
    """The scenes of a policy, the same at each run."""
    for seed in range(FIRST_SEED, FIRST_SEED + enough):
        timeline, period = generate(seed, name)
        yield Scene(name, seed, timeline, period)


def result(name: str | Policy, timeline: Mapping[str, Any], *periods: str) -> Result:
    which = policy(name) if isinstance(name, str) else name
    return evaluate(which, read_timeline(json.dumps(timeline)).require(), periods).require()


def outcome(scene: Scene, **lists: Any) -> PeriodResult:
    """The scene evaluated, with other lists."""
    return result(scene.name, scene.but(**lists), scene.period).periods[0]


def written(found: Result) -> bytes:
    return json.dumps(found.to_dict(), ensure_ascii=False).encode()


# ---------------------------------------------------------------- what a period comes to


def values(period: PeriodResult) -> dict[str, object]:
    """Measures, guarantees and credits: all that is paid by, without what it is called and why."""
    found: dict[str, object] = {f"measure {key}": m.known[:3] for key, m in period.measures.items()}
    found |= {f"guarantee {key}": verdict for key, verdict in period.guarantees.items()}
    for c in period.credits:
        found[f"credit {c.id}"] = (c.status, c.rate[:3], c.amount[:3], c.capped, c.claim_by)
    return found


Timed = tuple[int, int, str, int]
"""A span of the ledger, its bucket, and the number of its clause."""


def times(period: PeriodResult) -> list[Timed]:
    """Every span of the ledger in order, with its bucket and clause."""
    entries = period.ledgers["downtime"].entries
    return joined((start, end, e.bucket, e.clause) for e in entries for start, end in e.spans)


def joined(parts: Iterable[Timed]) -> list[Timed]:
    """The parts in order; those of one bucket and clause that touch, as one."""
    found: list[Timed] = []
    for start, end, bucket, clause in sorted(parts):
        if found and found[-1][1:] == (start, bucket, clause):
            start = found.pop()[0]
        found.append((start, end, bucket, clause))
    return found


def spans(period: PeriodResult, bucket: str) -> list[tuple[int, int]]:
    return [(start, end) for start, end, found, _ in times(period) if found == bucket]


def is_known(period: PeriodResult) -> bool:
    measured = all(m.known.value is not None for m in period.measures.values())
    return measured and all(c.status != "unknown" and c.amount.value is not None for c in period.credits)


def owed(period: PeriodResult) -> tuple[Fraction, Fraction | None]:
    """The least and the most that is owed already (None: nothing bounds it); nothing, unless the credit is due."""
    credit = period.credits[0]
    if credit.status not in ("due", "unknown"):
        return Fraction(0), Fraction(0)
    least, most = (None if end is None else number(end) for end in (credit.amount.least, credit.amount.most))
    return least or Fraction(0), most


def number(quantity: Quantity) -> Fraction:
    return Fraction(quantity.amount if isinstance(quantity, Money) else quantity)


# ---------------------------------------------------------------- instants of the records


def instant(words: str) -> int:
    return (datetime.fromisoformat(words) - EPOCH) // MICROSECOND


def iso(at: int) -> str:
    return (EPOCH + at * MICROSECOND).isoformat()


def end_of(record: Mapping[str, Any], timeline: Mapping[str, Any]) -> int:
    return instant(record["end"] or timeline["as_of"])


INSTANTS = {"start", "end", "at", "announced", "opened", "acted", "responded", "as_of"}


def each_instant(data: Any, change: Any) -> Any:
    """A copy of the records with `change` made to each of their instants."""
    if isinstance(data, list):
        return [each_instant(item, change) for item in data]
    if isinstance(data, dict):
        return {
            key: change(value) if key in INSTANTS and isinstance(value, str) else each_instant(value, change)
            for key, value in data.items()
        }
    return data

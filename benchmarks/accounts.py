"""Accounts to measure with: months with so many incidents, generated, the same at every run.

An account is made as a JSON text, read as any timeline is, and turned into what the function by hand takes, so
that both work on the same facts.
"""

from __future__ import annotations

import json
import random
from collections.abc import Mapping
from fractions import Fraction
from typing import Any, NamedTuple

from benchmarks.by_hand import DAY, HOUR, MINUTE, MONTHS, NEVER, Incident, Window
from sla_dsl import Timeline, read_timeline
from sla_dsl.values.instant import show_instant

MONTH = "2026-03"
SECOND = 1_000_000
_CAUSES = ("provider_failure",) * 6 + ("maintenance", "maintenance", "third_party", "customer_code")


class ByHand(NamedTuple):
    """What the function by hand takes, in its order."""

    incidents: list[Incident]
    windows: list[Window]
    reported: frozenset[str] | None
    fee: int | None
    currency: str
    rates: dict[tuple[str, str], tuple[int, int]]
    as_of: int
    month: str


class Account(NamedTuple):
    """An account-month as text, as it is read, and as the function by hand takes it."""

    text: str
    timeline: Timeline
    by_hand: ByHand


def account(incidents: int, seed: int = 0) -> Account:
    """An account with so many incidents in the month, a window for every fifth, and every third reported."""
    text = json.dumps(_data(incidents, random.Random(seed)))
    timeline = read_timeline(text).require()
    return Account(text, timeline, by_hand(timeline, MONTH))


def by_hand(timeline: Timeline, month: str) -> ByHand:
    """What the function by hand takes for this timeline; its amounts must be whole cents."""
    fees = {charge.period: charge for charge in timeline.charges or () if charge.what == "monthly_fee"}
    fee = fees.get(month)
    return ByHand(
        sorted(((i.id, i.service, i.cause or "", i.start, i.end) for i in timeline.incidents), key=lambda i: i[3]),
        [(w.service, w.announced, w.start, w.end) for w in timeline.maintenance or ()],
        None if timeline.reports is None else frozenset(r.incident for r in timeline.reports),
        None if fee is None else _whole(fee.amount * 100),
        "EUR" if fee is None else fee.currency,
        {(r.source, r.target): r.rate.as_integer_ratio() for r in timeline.rates or ()},
        NEVER if timeline.as_of is None else timeline.as_of,
        month,
    )


def _whole(number: Fraction) -> int:
    if number.denominator != 1:
        raise ValueError(f"{number} is no whole number of cents")
    return int(number)


def _data(incidents: int, rng: random.Random) -> Mapping[str, Any]:
    """As evidence comes from a monitor: in order of time, now and then overlapping, at whole seconds."""
    start, end = MONTHS[MONTH]
    starts = sorted(rng.randrange(start // SECOND, end // SECOND) * SECOND for _ in range(incidents))
    rows = [_incident(number, at, rng) for number, at in enumerate(starts)]
    return {
        "format": "sla-timeline/1",
        "account": "acme",
        "incidents": rows,
        "maintenance": [_window(n, at) for n, at in enumerate(starts[::5])],
        "reports": [{"incident": row["id"], "at": row["end"]} for row in rows[::3]],
        "charges": [{"period": MONTH, "what": "monthly_fee", "amount": "900.00", "currency": "EUR"}],
    }


def _incident(number: int, start: int, rng: random.Random) -> dict[str, str]:
    lasting = rng.randrange(20, 5_400) * SECOND
    named = {"id": f"INC-{number}", "service": "sms_gateway", "cause": rng.choice(_CAUSES)}
    return named | {"start": written(start), "end": written(start + lasting)}


def _window(number: int, start: int) -> dict[str, str]:
    announced = start - (6 + number % 5) * DAY
    return {
        "id": f"MW-{number}",
        "service": "sms_gateway",
        "announced": written(announced),
        "start": written(start - 10 * MINUTE),
        "end": written(start + HOUR),
    }


def written(instant: int) -> str:
    """An instant as a timeline has it."""
    return show_instant(instant, "UTC")

"""Where two answers differ: the oracle's, and the one made of a result of the tool (tests/answers.py).

What the oracle leaves at None is free; what it knows has to be there. That a ledger adds up to its period is checked
with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from tests.oracle.answer import BUCKETS, Answer

Line = tuple[str, object, object]

FIELDS = ("period", "start", "end", "downtime", "uptime", "guarantee", "rate", "status")
FREE = ("amount", "currency", "capped")


def differences(want: Answer, got: Answer) -> list[str]:
    """What differs, a line each: sets of time by bucket and by clause, incidents, money, statuses, tickets."""
    lines: list[Line] = [(name, getattr(want, name), getattr(got, name)) for name in FIELDS]
    lines += [(name, getattr(want, name), getattr(got, name)) for name in FREE if getattr(want, name) is not None]
    lines += [("claim_by", want.claim_by, got.claim_by)] * (want.status == "claimable")
    lines += [("bounds", (want.least, want.most), (got.least, got.most))] * (want.status == "unknown")
    lines += [(f"time {bucket}", want.spans(bucket), got.spans(bucket)) for bucket in BUCKETS]
    lines += [(f"time {k}", want.ledger.get(k, []), got.ledger.get(k, [])) for k in both(want.ledger, got.ledger)]
    lines += [(f"incident {k}", pair, got.incidents.get(k)) for k, pair in want.incidents.items()]
    lines += [(f"incident {k}", "nothing of it", v) for k, v in got.incidents.items() if k not in want.incidents]
    lines += [(f"verdict on {k}", verdict, got.verdicts.get(k)) for k, verdict in want.verdicts.items()]
    lines += [(f"ticket {k}", want.tickets.get(k), got.tickets.get(k)) for k in both(want.tickets, got.tickets)]
    found = [f"{what}: the oracle has {shown(w)}, the result {shown(g)}" for what, w, g in lines if w != g]
    return found + unsound(got)


def both(left: Mapping[Any, object], right: Mapping[Any, object]) -> list[Any]:
    return sorted({*left, *right})


def shown(value: object) -> str:
    if isinstance(value, tuple) and len(value) == 2 and all(isinstance(v, Fraction) for v in value):
        return str(value[0]) if value[0] == value[1] else f"{value[0]} to {value[1]}"
    return str(value)


def unsound(answer: Answer) -> list[str]:
    """What is wrong with an answer by itself: a ledger whose parts overlap, leave a gap, or leave the period."""
    parts = sorted((a, b) for spans in answer.ledger.values() for a, b in spans)
    if [answer.start, *(b for _, b in parts)] == [*(a for a, _ in parts), answer.end]:
        return []
    return [f"ledger: its parts do not follow one another from {answer.start} to {answer.end}: {parts}"]

"""What can be seen of a step in a period: that a value differs, that outages were joined, that a claim is in time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sla_dsl.evaluation.families import Outages
from sla_dsl.evaluation.result import PeriodResult
from sla_dsl.values.unknown import Between

Shows = Callable[[PeriodResult], bool]

Side = tuple[str, Shows]
"""What can be seen of a step, in words, and whether it is seen in a period."""


def sure(period: PeriodResult, at: int) -> Any:
    """The value of a step; None where it is not known."""
    value = period.trace.values[at]
    return None if isinstance(value, Between) else value


def nothing(value: Any) -> bool | None:
    """Whether a value is nothing; None where it is not known."""
    return None if value is None else not getattr(value, "amount", value)


def pair(period: PeriodResult, at: int, other: int) -> tuple[Any, Any] | None:
    """The values of two steps, where both are known."""
    found = sure(period, at), sure(period, other)
    return None if found[0] is None or found[1] is None else found


def differ(at: int, other: int) -> Shows:
    """The two values differ, and are not both nothing."""

    def shows(period: PeriodResult) -> bool:
        found = pair(period, at, other)
        return found is not None and found[0] != found[1] and not (nothing(found[0]) and nothing(found[1]))

    return shows


def same(at: int, other: int) -> Shows:
    """The two values are the same, and something."""

    def shows(period: PeriodResult) -> bool:
        found = pair(period, at, other)
        return found is not None and found[0] == found[1] and not nothing(found[0])

    return shows


def is_(at: int, wanted: object) -> Shows:
    """The value is this very one."""
    return lambda period: sure(period, at) is wanted


def claim(at: int, state: str) -> Shows:
    """The claim stands so."""

    def shows(period: PeriodResult) -> bool:
        found = sure(period, at)
        return found is not None and found.state == state

    return shows


def due(at: int) -> Shows:
    """The credit is to be had."""
    return lambda period: period.trace.values[at].status in ("due", "claimable")


def judged(at: int, verdict: str) -> Shows:
    """The target was judged so, on a ticket."""
    return lambda period: any(one.verdict == verdict for one in sure(period, at) or ())


def left_out(at: int) -> Shows:
    """The clock of the target stood still for a while, on a ticket."""
    return lambda period: any(one.left_out for one in sure(period, at) or ())


def joined(at: int) -> Shows:
    """Some incidents are one outage."""

    def shows(period: PeriodResult) -> bool:
        outages = sure(period, at)
        return isinstance(outages, Outages) and len(outages.groups) < len(outages.pieces)

    return shows


def touching(at: int) -> Shows:
    """Some outages touch, or overlap."""

    def shows(period: PeriodResult) -> bool:
        outages = sure(period, at)
        every = outages.groups if isinstance(outages, Outages) else ()
        return any(first[1] >= second[0] for first, second in zip(every, every[1:], strict=False))

    return shows


def groups(at: int, test: Callable[[int, int], bool]) -> Shows:
    """So many outages of so many are left."""

    def shows(period: PeriodResult) -> bool:
        found = pair(period, at, period.tree.nodes[at].inputs[0])
        return found is not None and test(len(found[0].groups), len(found[1].groups))

    return shows

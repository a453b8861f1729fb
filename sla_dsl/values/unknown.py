"""Values that are known only to lie between two, and truth with a third answer.

A fact that is missing is never zero, false or "up": it makes the answer a `Between`, with the names of the
facts that would settle it.  Where the missing fact cannot change the answer, the answer is known.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


class Between:
    """Somewhere from `low` to `high`, both possible: sets of time by inclusion, numbers by size, False before True.

    `high` None: no upper bound is known.  `needs`: the facts that would settle it, each once, in the order
    in which they were met.
    """

    __slots__ = ("high", "low", "needs")

    low: Any
    high: Any
    needs: tuple[str, ...]

    def __init__(self, low: Any, high: Any, needs: tuple[str, ...]) -> None:
        object.__setattr__(self, "low", low)
        object.__setattr__(self, "high", high)
        object.__setattr__(self, "needs", needs)

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"a Between never changes: {name}")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Between):
            return NotImplemented
        return (self.low, self.high, self.needs) == (other.low, other.high, other.needs)

    def __hash__(self) -> int:
        return hash((self.low, self.high, self.needs))

    def __repr__(self) -> str:
        return f"Between({self.low!r}, {self.high!r}, {self.needs!r})"


Truth = bool | Between


def between(low: Any, high: Any, needs: Iterable[str]) -> Any:
    """The value where both bounds are the same: then it is known, and needs nothing.  Else a `Between`."""
    if low == high:
        return low
    return Between(low, high, tuple(dict.fromkeys(needs)))


def needs_of(*values: Any) -> tuple[str, ...]:
    """The facts that would settle these values, each once; a known value needs none."""
    return tuple(dict.fromkeys(need for value in values if isinstance(value, Between) for need in value.needs))


def truth_both(*truths: Truth) -> Truth:
    """Whether all are true (of none: True): False as soon as one is known to be false, whatever the others are."""
    return _settled(truths, decisive=False)


def truth_either(*truths: Truth) -> Truth:
    """Whether any is true (of none: False): True as soon as one is known to be true, whatever the others are."""
    return _settled(truths, decisive=True)


def _settled(truths: tuple[Truth, ...], *, decisive: bool) -> Truth:
    if any(truth is decisive for truth in truths):
        return decisive
    needs = needs_of(*truths)
    known = all(isinstance(truth, bool) for truth in truths)
    return not decisive if known else Between(low=False, high=True, needs=needs)


def truth_not(truth: Truth) -> Truth:
    """The contrary: what is unknown stays unknown, and needs the same facts."""
    return truth if isinstance(truth, Between) else not truth

"""What a step makes of values that are only known to lie between two.

A step that grows with an input takes the least of it for its own least; one that shrinks with it takes the
most.  `variance` says which, one sign an input (the last sign is for all that follow): `+` grows, `-` shrinks,
`*` may do either (all corners are tried).  A step whose answer is the same at both ends is simply known: an
unknown that cannot change the answer is ignored.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product
from typing import Any

from sla_dsl.evaluation.arithmetic import BOUNDLESS, order
from sla_dsl.values.money import Money
from sla_dsl.values.unknown import Between

CORNERS = 6
"""At most so many uncertain inputs are combined corner by corner; with more the answer is left open."""


def needs_of(values: Sequence[Any]) -> tuple[str, ...]:
    """Everything that the uncertain ones among the values need, each once, in order."""
    return tuple(dict.fromkeys(n for v in values if isinstance(v, Between) for n in v.needs))


def lift(step: Callable[..., Any], variance: str, values: Sequence[Any], kind: str) -> Any:
    """The answer, of a type, of a step some of whose inputs are uncertain."""
    needs = needs_of(values)
    signs = variance + variance[-1] * len(values)
    if "*" in signs[: len(values)]:
        return _corners(step, values, needs, kind)
    least = step(*(_end(v, sign == "-") for v, sign in zip(values, signs, strict=False)))
    most = step(*(_end(v, sign == "+") for v, sign in zip(values, signs, strict=False)))
    return join(least, most, needs)


def _end(value: Any, most: bool) -> Any:
    if not isinstance(value, Between):
        return value
    return value.high if most else value.low


def join(least: Any, most: Any, needs: tuple[str, ...]) -> Any:
    """One answer where both ends agree, else the span between them (with whatever either still needs)."""
    needs = tuple(dict.fromkeys((*needs, *needs_of((least, most)))))
    low = least.low if isinstance(least, Between) else least
    high = most.high if isinstance(most, Between) else most
    return low if low == high else Between(low, high, needs)


def _corners(step: Callable[..., Any], values: Sequence[Any], needs: tuple[str, ...], kind: str) -> Any:
    ends = [(v.low, v.high) if isinstance(v, Between) else (v,) for v in values]
    if sum(len(e) > 1 for e in ends) > CORNERS:
        return nothing_known(kind, needs)
    answers = [step(*corner) for corner in product(*ends)]
    low = high = answers[0]
    for answer in answers[1:]:
        low = answer if order(answer, low) < 0 else low
        high = answer if order(answer, high) > 0 else high
    return join(low, high, needs)


def nothing_known(kind: str, needs: tuple[str, ...]) -> Any:
    """The value of a step of which nothing can be said but what its type allows."""
    if kind == "truth":
        return Between(False, True, needs)
    if kind == "money":
        return Between(Money(0, ""), Money(BOUNDLESS, ""), needs)
    return Between(-BOUNDLESS, BOUNDLESS, needs)

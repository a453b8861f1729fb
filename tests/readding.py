"""Re-adding an explanation: every step of a period worked out again from what its parts came to.

Written apart from the steps themselves, with plain fractions and loops: a number that an explanation shows and
that its own parts do not give is found here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from sla_dsl.evaluation.tree import Node
from sla_dsl.values.money import Money, minor_digits
from sla_dsl.values.unknown import Between

Spans = Sequence[tuple[int, int]]


def wrong_steps(nodes: Sequence[Node], values: Sequence[Any]) -> Iterator[str]:
    """The steps whose value is not what their parts give, each with both; steps with unknown parts are passed over."""
    for at, node in enumerate(nodes):
        parts = [values[k] for k in node.inputs]
        again = AGAIN.get(node.op)
        if again is not None and not any(isinstance(part, Between) for part in (*parts, values[at])):
            wanted = again(node.params, *parts)
            if not same(wanted, values[at]):
                yield f"step {at}, {node.op}: its parts {parts} give {wanted}, and it shows {values[at]}"


def same(wanted: Any, found: Any) -> bool:
    """Equal values, and money in one currency (nothing may be in none)."""
    if isinstance(wanted, tuple) and wanted and isinstance(wanted[0], Fraction):
        amount, currency = wanted
        return isinstance(found, Money) and found.amount == amount and (found.currency == currency or not amount)
    return bool(wanted == found)


# ---------------------------------------------------------------- numbers


def plain(value: Any) -> Fraction:
    return Fraction(value.amount if isinstance(value, Money) else value)


def in_currency(amount: Fraction, *values: Any) -> Any:
    """The amount in the currency that one of the values has, or a bare number."""
    found = [value.currency for value in values if isinstance(value, Money)]
    return (amount, next(filter(None, found), "")) if found else amount


def literal(params: Mapping[str, Any]) -> Any:
    value = params["value"]
    return Fraction(value) if isinstance(value, str) else (Fraction(value[0]), value[1])


def add(params: Mapping[str, Any], *terms: Any) -> Any:
    total = sum((sign * plain(term) for sign, term in zip(params["signs"], terms, strict=True)), Fraction(0))
    return in_currency(total, *terms)


def multiply(params: Mapping[str, Any], *factors: Any) -> Any:
    product = Fraction(1)
    for power, factor in zip(params["powers"], factors, strict=True):
        product *= plain(factor) ** power
    money = [power for power, factor in zip(params["powers"], factors, strict=True) if isinstance(factor, Money)]
    return in_currency(product, *factors) if sum(money) == 1 else product


def rounded(params: Mapping[str, Any], value: Any) -> Any:
    unit = Fraction(params["unit"])
    if not unit:
        unit = Fraction(1, 10 ** minor_digits(value.currency)) if value.currency else Fraction(1)
    exact = plain(value) / unit
    whole = exact.numerator // exact.denominator
    rest = exact - whole
    up = {"down": False, "up": rest > 0}.get(params["mode"])
    if up is None:
        at_half = {"up": True, "down": False, "to even": whole % 2 == 1}[params["halves"]]
        up = rest > Fraction(1, 2) or (rest == Fraction(1, 2) and at_half)
    return in_currency((whole + up) * unit, value)


def greater(params: Mapping[str, Any], left: Any, right: Any) -> Any:
    return in_currency(max(plain(left), plain(right)), left, right)


def lesser(params: Mapping[str, Any], left: Any, right: Any) -> Any:
    return in_currency(min(plain(left), plain(right)), left, right)


def beyond(params: Mapping[str, Any], value: Any, threshold: Any) -> Any:
    return in_currency(max(plain(value) - plain(threshold), Fraction(0)), value)


def units(params: Mapping[str, Any], price: Any, size: Any, of: Any) -> Any:
    count = plain(of) / plain(size)
    whole = count.numerator // count.denominator
    return in_currency(plain(price) * (whole + (params["started"] and count != whole)), price)


# ---------------------------------------------------------------- truth and tables


def holds(value: Any, comparison: str, bound: Any) -> bool:
    left, right = plain(value), plain(bound)
    return {
        "less than": left < right,
        "at most": left <= right,
        "exactly": left == right,
        "at least": left >= right,
        "more than": left > right,
    }[comparison]


def compare(params: Mapping[str, Any], value: Any, *bounds: Any) -> bool:
    return all(holds(value, word, bound) for word, bound in zip(params["comparisons"], bounds, strict=True))


def table(params: Mapping[str, Any], value: Any, *cells: Any) -> Any:
    rest, gives = list(cells), []
    for comparisons in params["rows"]:
        bounds, row_gives = rest[: len(comparisons)], rest[len(comparisons)]
        rest = rest[len(comparisons) + 1 :]
        if all(holds(value, word, bound) for word, bound in zip(comparisons, bounds, strict=True)):
            gives.append(row_gives)
    return in_currency(plain(gives[-1]), gives[-1]) if gives else Fraction(0)


# ---------------------------------------------------------------- sets of time


def pointwise(keep: Callable[[bool, bool], bool]) -> Callable[..., Spans]:
    """Two sets of time joined or cut, looking at each piece between any two edges by itself."""

    def again(params: Mapping[str, Any], left: Spans, right: Spans) -> Spans:
        edges = sorted({edge for span in (*left, *right) for edge in span})
        pieces = [(a, b) for a, b in zip(edges, edges[1:], strict=False) if keep(covered(left, a), covered(right, a))]
        return merged(pieces)

    return again


def covered(spans: Spans, at: int) -> bool:
    return any(start <= at < end for start, end in spans)


def merged(spans: Spans) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def measure(params: Mapping[str, Any], spans: Spans) -> int:
    return sum(end - start for start, end in spans)


AGAIN: Mapping[str, Callable[..., Any]] = {
    "literal": literal,
    "add": add,
    "multiply": multiply,
    "round": rounded,
    "greater": greater,
    "lesser": lesser,
    "beyond": beyond,
    "units": units,
    "compare": compare,
    "both": lambda params, *parts: all(parts),
    "either": lambda params, *parts: any(parts),
    "negate": lambda params, part: not part,
    "guarantee": lambda params, truth: truth,
    "table": table,
    "within": pointwise(lambda left, right: left and right),
    "outside": pointwise(lambda left, right: left and not right),
    "together": pointwise(lambda left, right: left or right),
    "measure": measure,
}
"""The steps that are worked out again; what is left only reads the evidence, or judges a claim or a ticket."""

"""Bounds (`at least 99 % but less than 99.9 %`) and the tables made of them."""

from collections.abc import Sequence

from sla_dsl.evaluation.arithmetic import Quantity, add, amount, multiply, order
from sla_dsl.records import NamedTuple
from sla_dsl.values.exact import Exact
from sla_dsl.values.money import Money
from sla_dsl.values.unknown import Between


def passes(value: Quantity, comparison: str, bound: Quantity) -> bool:
    """Whether the value is within the bound, exactly: an edge is in or out as the word says."""
    side = order(value, bound)
    match comparison:
        case "less than":
            return side < 0
        case "at most":
            return side <= 0
        case "at least":
            return side >= 0
        case "more than":
            return side > 0
        case _:
            return side == 0


def within(value: Quantity, comparisons: Sequence[str], bounds: Sequence[Quantity]) -> bool:
    """Whether the value is within all the bounds."""
    return all([passes(value, c, b) for c, b in zip(comparisons, bounds, strict=True)])


class Row(NamedTuple):
    """One row of a table, its values known."""

    comparisons: tuple[str, ...]
    bounds: tuple[Quantity, ...]
    gives: Quantity


class Outcome(NamedTuple):
    """What a table gives: the row's number (-1: no row applies) and its value; several rows: undecided."""

    row: int
    gives: Quantity
    doubtful: str = ""


def look_up(value: Quantity, rows: Sequence[Row], last: bool) -> Outcome:
    """The row that applies: the last one, or (`last` false) the only one.  No row gives nothing.

    Where exactly one row should apply, a value in several rows, or in a hole between rows, is not decided:
    the checker refuses such tables where it can see them, and here the answer names the hole.
    """
    if last:
        for at in range(len(rows) - 1, -1, -1):
            if within(value, rows[at].comparisons, rows[at].bounds):
                return Outcome(at, rows[at].gives)
        return Outcome(-1, 0)
    found = [n for n, row in enumerate(rows) if within(value, row.comparisons, row.bounds)]
    if len(found) == 1:
        return Outcome(found[0], rows[found[0]].gives)
    if found:
        return Outcome(-1, 0, "more than one row of the table applies to it")
    if _in_a_hole(value, rows):
        return Outcome(-1, 0, "it lies between two rows of the table")
    return Outcome(-1, 0)


def _in_a_hole(value: Quantity, rows: Sequence[Row]) -> bool:
    below = any(_lies(row, value, ("less than", "at most", "exactly"), -1) for row in rows)
    above = any(_lies(row, value, ("more than", "at least", "exactly"), 1) for row in rows)
    return below and above


def _lies(row: Row, value: Quantity, words: tuple[str, ...], side: int) -> bool:
    """Whether the row lies wholly on one side of the value (-1: below it, 1: above it)."""
    edges = [b for c, b in zip(row.comparisons, row.bounds, strict=True) if c in words]
    return any(order(edge, value) * side >= 0 for edge in edges)


def possible(low: Quantity, high: Quantity, rows: Sequence[Row], last: bool, unit: Exact = 0) -> list[Outcome]:
    """What the table can give for a value anywhere from `low` to `high`; with a `unit`, for a multiple of it.

    A table is constant between two neighbouring edges, so it is enough to look at the edges, at one value
    between each two of them, and at both ends.
    """
    edges = sorted({b for row in rows for b in row.bounds if order(low, b) <= 0 <= order(high, b)})
    points = [low, *edges, high]
    inner = (_between(a, b, unit) for a, b in zip(points, points[1:], strict=False))
    reached = [p for p in points if p in (low, high) or not unit or amount(p) % unit == 0]
    return [look_up(point, rows, last) for point in (*reached, *(p for p in inner if p is not None))]


def _between(a: Quantity, b: Quantity, unit: Exact) -> Quantity | None:
    """A value between two others that can be reached, if there is one."""
    if not unit:
        return multiply((add((a, b), (1, 1)), 2), (1, -1))
    step = (amount(a) // unit + 1) * unit
    between = Money(step, a.currency) if isinstance(a, Money) else step
    return between if order(between, b) < 0 else None


def least_and_most(outcomes: Sequence[Outcome], needs: tuple[str, ...]) -> Quantity | Between:
    """The span of what a table can give."""
    gives = [o.gives for o in outcomes]
    low, high = gives[0], gives[0]
    for value in gives[1:]:
        low = value if order(value, low) < 0 else low
        high = value if order(value, high) > 0 else high
    return low if order(low, high) == 0 else Between(low, high, needs)

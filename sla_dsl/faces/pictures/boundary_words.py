"""Boundaries in words: lengths of periods, ends of spans, rows of tables, what a credit comes to."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from sla_dsl.analysis.boundaries import Point, Table
from sla_dsl.analysis.samples import Sample
from sla_dsl.analysis.spans import NO_ROW, CreditSpan
from sla_dsl.analysis.tails import above
from sla_dsl.evaluation.tree import Root
from sla_dsl.evaluation.wording import elapsed, money, percent, quantity
from sla_dsl.faces.pictures.answers import promise_words
from sla_dsl.findings.wording import listed
from sla_dsl.records import NamedTuple
from sla_dsl.values.elapsed import DAY
from sla_dsl.values.money import Money

AND_MORE = "and more"


class Scale(NamedTuple):
    """What is counted along a table: its name, and the measure that shows it (None: the place on the line)."""

    words: str
    measure: str | None

    def value(self, point: Point) -> int:
        """How much of it there is."""
        known = None if self.measure is None else point.result.measures[self.measure].known.value
        return point.place if known is None else int(known)  # type: ignore[arg-type]


_PLACES = {"counted": "Downtime", "outage": "Outage", "outages": "Outages"}


def scale_of(table: Table, root: Root) -> Scale:
    """The measured time that a result depends on, as the policy calls it."""
    tree = table.steps[0].first.result.tree
    if table.line.along != "outages":
        leads = above(tree, (root.node,))
        for measure in tree.measures:
            if measure.node in leads and tree.nodes[measure.node].type == "elapsed" and _moves(table, measure):
                return Scale(measure.words, measure.id)
    return Scale(_PLACES[table.line.along], None)


def _moves(table: Table, measure: Root) -> bool:
    value = table.steps[-1].last.result.measures[measure.id].known.value
    return isinstance(value, int) and value > 0


def length_words(length: int) -> str:
    """`31 days`, `31 days less 1 hour`."""
    days = (length + DAY // 2) // DAY
    rest = length - days * DAY
    whole = elapsed(days * DAY)
    if not rest:
        return whole
    return f"{whole} and {elapsed(rest)}" if rest > 0 else f"{whole} less {elapsed(-rest)}"


def lengths_words(samples: Sequence[Sample]) -> str:
    """`28, 29, 30 or 31 days, or 31 days less 1 hour`."""
    plain = [sample.length // DAY for sample in samples if sample.length % DAY == 0]
    other = [length_words(sample.length) for sample in samples if sample.length % DAY]
    whole = [f"{listed([str(days) for days in plain], 'or')} days"] if plain else []
    return listed([*whole, *other], "or")


def at_words(table: Table, value: int) -> str:
    """So much, exactly."""
    return str(value) if table.line.along == "outages" else elapsed(value)


def from_words(table: Table, value: int) -> str:
    """The least of a span: `over 43 min 12 s` where that is what it begins after."""
    if table.line.along == "outages" or _roundness(value - 1) <= _roundness(value):
        return at_words(table, value)
    return f"over {elapsed(value - 1)}"


def since_words(table: Table, value: int) -> str:
    """`from 1 min on`, `for more than 43 min 12 s`."""
    words = from_words(table, value)
    return f"for more than {words[5:]}" if words.startswith("over ") else f"from {words} on"


def to_words(table: Table, value: int) -> str:
    """The most of a span: `under 43 min 30 s` where that is what it ends before."""
    if table.line.along == "outages" or _roundness(value + 1) <= _roundness(value):
        return at_words(table, value)
    return f"under {elapsed(value + 1)}"


def _roundness(microseconds: int) -> int:
    """How many of the last six places are nothing."""
    return 7 if microseconds == 0 else next((n for n in range(6, 0, -1) if microseconds % 10**n == 0), 0)


def last_words(table: Table, scale: Scale, point: Point) -> str:
    """The end of a span, open where it is that of the line."""
    return AND_MORE if point is table.steps[-1].last else to_words(table, scale.value(point))


def credit_words(point: Point, root: Root) -> str:
    """What is to be had of a credit."""
    credit = point.credit(root.id)
    match credit.status:
        case "due" | "claimable" if isinstance(credit.amount.value, Money):
            return money(credit.amount.value)
        case "none":
            return "none"
        case "not_eligible":
            return "not due"
        case _:
            return "not known"


def span_words(span: CreditSpan, root: Root) -> str:
    """What a span comes to."""
    first, last = credit_words(span.first, root), credit_words(span.last, root)
    rising = f"{first}, rising to {last}" if span.rises else first
    return f"{rising} (maximum)" if span.first.lowered(root.id) else rising


def rate_at(point: Point, root: Root) -> int | Fraction | None:
    """The share that a credit is of, if it is one."""
    rate = point.credit(root.id).rate.value
    return None if isinstance(rate, Money) else rate


def rate_words(span: CreditSpan, root: Root) -> str:
    """The rate of a span; where the maximum is reached it may go on growing."""
    first, last = rate_at(span.first, root), rate_at(span.last, root)
    if first is None or last is None:
        return ""
    if first == last:
        return percent(first)
    return f"{percent(first)} and more" if span.first.lowered(root.id) else f"{percent(first)} to {percent(last)}"


def row_words(span: CreditSpan) -> str:
    """The row that a span is in, without what it gives."""
    if span.row == NO_ROW:
        return "no row" if span.table != NO_ROW else ""
    return row_of(span.first, span.table, span.row)


def row_of(point: Point, at: int, row: int) -> str:
    """`less than 99 %`, `at least 4 min 23 s but at most 20 min`."""
    node = point.result.tree.nodes[at]
    place = 1 + sum(len(comparisons) + 1 for comparisons in node.params["rows"][:row])
    cells = [bound_words(point, k) for k in node.inputs[place:]]
    return " but ".join(
        f"{comparison} {cell}" for comparison, cell in zip(node.params["rows"][row], cells, strict=False)
    )


def bound_words(point: Point, at: int) -> str:
    """A bound as the policy has it, or what it comes to if it is worked out."""
    node = point.result.tree.nodes[at]
    return (
        promise_words(point.result, at) if node.op == "literal" else quantity(node.type, point.result.trace.values[at])
    )


def promise_of(point: Point, root: Root) -> str:
    """What is promised."""
    (at,) = point.result.tree.nodes[root.node].inputs
    words = promise_words(point.result, at)
    return words[0].upper() + words[1:]


def value_words(point: Point, at: int) -> str:
    """What a bound is held against: `Uptime`, or in the words of the step."""
    return point.result.tree.nodes[at].name or promise_words(point.result, at)

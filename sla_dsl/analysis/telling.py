"""Periods, stretches and outcomes in a reader's words."""

from __future__ import annotations

from typing import Any

from sla_dsl.analysis.relating import row_at, tables_of
from sla_dsl.analysis.samples import Sample
from sla_dsl.analysis.study import Study
from sla_dsl.analysis.walking import Stretch, Walk
from sla_dsl.analysis.worlds import World
from sla_dsl.evaluation.tree import Root, Tree
from sla_dsl.evaluation.wording import elapsed, money, quantity
from sla_dsl.findings.finding import Span
from sla_dsl.findings.wording import listed
from sla_dsl.values.elapsed import DAY
from sla_dsl.values.zones import local_time


def period_words(sample: Sample) -> str:
    """`a month of 30 days`."""
    return f"a {sample.period.kind} of {length_words(sample)}"


def lengths_words(samples: list[Sample]) -> str:
    """`months of 30 days, 743 hours and 31 days`."""
    return f"{samples[0].period.kind}s of {listed([length_words(s) for s in samples], 'and')}"


def length_words(sample: Sample) -> str:
    """`31 days`, `743 hours (the clocks change)`."""
    return elapsed(sample.length) + (" (the clocks change)" if sample.length % DAY else "")


def subject(study: Study, walk: Walk) -> Root | None:
    """The measure by which a place on a line is told: the first length of time that moves, else the first that does."""
    first, last = walk.stretches[0].least, walk.stretches[-1].most
    moving = [root for root in study.tree.measures if first[root.node] != last[root.node]]
    timed = [root for root in moving if study.tree.nodes[root.node].type == "elapsed"]
    return next(iter((*timed, *moving)), None)


def stretch_words(study: Study, walk: Walk, first: int, last: int) -> str:
    """What is measured on the stretches with these numbers: `Downtime of 1 min up to 43 min`."""
    if walk.line.axis.each:
        return _number_words(walk, walk.stretches[first].first, walk.stretches[last].last)
    root = subject(study, walk)
    if root is None:
        return "an outage"
    kind = study.tree.nodes[root.node].type
    least, most = walk.stretches[first].least[root.node], walk.stretches[last].most[root.node]
    before = walk.stretches[first - 1].most[root.node] if first else None
    after = walk.stretches[last + 1].least[root.node] if last + 1 < len(walk.stretches) else None
    low, high = quantity(kind, least), quantity(kind, most)
    if low == high:
        return f"{root.words} of {low}"
    above, under = _next_to(before, least) and _rough(least), _next_to(most, after) and _rough(most)
    end = f"below {quantity(kind, after)}" if under else f"up to {high}"
    if above:
        return f"{root.words} of more than {quantity(kind, before)}, {end}"
    return f"{root.words} from {low}, {end}" if under else f"{root.words} from {low} to {high}"


def _number_words(walk: Walk, first: int, last: int) -> str:
    each = f" of {elapsed(walk.line.axis.each)}{' each' if last > 1 else ''}"
    more = f"{first:,} to {last:,}" if last < walk.line.last else f"{first:,} or more"
    number = f"{first:,}" if first == last else more
    return f"{number} {'outage' if number == '1' else 'outages'}{each}"


def _next_to(low: Any, high: Any) -> bool:
    return isinstance(low, int) and isinstance(high, int) and abs(high - low) == 1


def _rough(value: Any) -> bool:
    return isinstance(value, int) and value % 1_000 != 0


def world_words(study: Study, world: World, *, charged: bool = False) -> str:
    """What happens in a world: `In 2026-04, Gateway is down because of Failure for 1 min`; `charged`: and the fee."""
    names, zone = study.tree.names, study.tree.zone
    if not world.outages:
        return f"In {world.sample.period.name}, nothing happens"
    first = world.outages[0]
    because = f" because of {names['cause'].get(first.cause, first.cause)}" if first.cause else ""
    at = local_time(first.start, zone).strftime("%Y-%m-%d %H:%M")
    down = f"In {world.sample.period.name}, {names['service'].get(first.service, first.service)} is down{because}"
    lasting = elapsed(first.end - first.start)
    paid = f", and {money(world.fee)} is charged" if charged else ""
    if len(world.outages) == 1:
        return f"{down} for {lasting} from {at}{paid}"
    same = all(o.end - o.start == first.end - first.start for o in world.outages)
    return f"{down} {len(world.outages):,} times, {'each' if same else 'first'} for {lasting}, from {at} on"


def root_words(tree: Tree, root: Root, value: Any) -> str:
    """What a result comes to: `Uptime is kept`, `Rebate is 50.00 EUR`."""
    kind = tree.nodes[root.node].type
    if kind == "guarantee":
        return f"the guarantee {root.words} is {'kept' if value is True else 'missed'}"
    if kind == "credit":
        return f"{root.words} is {money(value.amount)}" if value.status == "due" else f"{root.words} is not due"
    return f"{root.words} is {quantity(kind, value)}"


def policy_words(study: Study, span: Span, otherwise: str) -> str:
    """The policy's own words; `otherwise` where there is no text."""
    return study.text[span.start : span.end] or otherwise


def row_span(study: Study, table: int, row: int) -> Span:
    """The words of a row of a table; of the whole table where there is no text."""
    node = study.tree.nodes[table]
    at = 1
    for comparisons in node.params["rows"][:row]:
        at += len(comparisons) + 1
    comparisons = node.params["rows"][row]
    first, gives = study.tree.nodes[node.inputs[at]], study.tree.nodes[node.inputs[at + len(comparisons)]]
    start = study.text.rfind(comparisons[0], node.span[0], first.span[0])
    start = first.span[0] if start < 0 else start
    return Span(start, gives.span[1]) if node.span[0] <= start < gives.span[1] <= node.span[1] else Span(*node.span)


def paying_words(study: Study, credit: Root, stretch: Stretch) -> Span:
    """The row that a credit is paid by on a stretch; without a table the sentence of the credit."""
    for table in tables_of(study, credit):
        row = row_at(study.tree, table, stretch.least)
        if row >= 0:
            return row_span(study, table, row)
    return Span(*study.tree.nodes[credit.node].span)

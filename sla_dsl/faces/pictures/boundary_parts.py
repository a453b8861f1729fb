"""One table of boundaries: each promise, then each credit with its rows, its maximum and its edges."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sla_dsl.analysis.boundaries import Point, Table
from sla_dsl.analysis.edges import Crossing, crossings
from sla_dsl.analysis.maximum import HIGHEST_FEE, binds, free_fee, has_maximum, maximum_at
from sla_dsl.analysis.spans import CreditSpan, credit_spans, first_paying, idle_rows, kept_spans, table_of
from sla_dsl.analysis.stairs import MOST_STEPS
from sla_dsl.analysis.study import Study
from sla_dsl.evaluation.tree import Root
from sla_dsl.evaluation.wording import money
from sla_dsl.faces.pictures.boundary_words import (
    Scale,
    at_words,
    bound_words,
    credit_words,
    from_words,
    last_words,
    promise_of,
    rate_at,
    rate_words,
    row_of,
    row_words,
    scale_of,
    since_words,
    span_words,
    to_words,
    value_words,
)
from sla_dsl.faces.pictures.sheets import Grid, Heading, Part, Sentence
from sla_dsl.findings.wording import listed
from sla_dsl.values.money import Money


def table_parts(study: Study, table: Table) -> Iterator[Part]:
    for root in table.guarantees:
        yield from _guarantee(table, root)
    for root in table.credits:
        yield from _credit(study, table, root)
    if table.searched:
        yield Sentence(
            "Searched, not proved: an amount here may go up and down again, so the line was looked at in many places, "
            "and a change between two of them may be missing."
        )


def _guarantee(table: Table, root: Root) -> Iterator[Part]:
    scale = scale_of(table, root)
    yield Heading(4, f"Promised: {promise_of(table.steps[0].first, root)}")
    rows = [
        (span.status, from_words(table, scale.value(span.first)), last_words(table, scale, span.last))
        for span in kept_spans(table, root)
    ]
    yield Grid(("promise", f"{scale.words} from", "to"), tuple(rows))


def _credit(study: Study, table: Table, root: Root) -> Iterator[Part]:
    scale = scale_of(table, root)
    spans = credit_spans(table, root)
    at = table_of(study.tree, table.steps[0].first.result.trace.values, root)
    reads = f", by {value_words(table.steps[0].first, study.tree.nodes[at].inputs[0])}" if at >= 0 else ""
    yield Heading(4, f"Credit: {root.words}{reads}")
    rows = [
        (
            row_words(span),
            from_words(table, scale.value(span.first)),
            last_words(table, scale, span.last),
            rate_words(span, root),
            span_words(span, root),
        )
        for span in spans
    ]
    head = ("row", f"{scale.words} from", "to", "rate", "credit")
    yield without_empty(Grid(head, tuple(rows), frozenset((3, 4))))
    for row in idle_rows(table, root):
        yield Sentence(f"The row “{row_of(table.steps[0].first, at, row)}” is reached by {_none(table)}.")
    yield from (Sentence(text) for text in _sentences(study, table, root, scale))
    yield from _edges(table, root, scale)


def without_empty(grid: Grid) -> Grid:
    """Without columns in which nothing stands."""
    kept = [n for n in range(len(grid.head)) if any(row[n] for row in grid.rows)]
    right = frozenset(place for place, n in enumerate(kept) if n in grid.right)
    return Grid(tuple(grid.head[n] for n in kept), tuple(tuple(row[n] for n in kept) for row in grid.rows), right)


def _sentences(study: Study, table: Table, root: Root, scale: Scale) -> Iterator[str]:
    paying = first_paying(table, root)
    if paying is None:
        yield f"{root.words} is paid for {_none(table)}."
    else:
        yield f"It pays {_first_words(table, scale, paying)}{_while_kept(table, paying)}."
    for span in credit_spans(table, root):
        if span.rises:
            steps = listed([from_words(table, scale.value(point)) for point in span.rises], "and")
            yield f"It rises in more than {MOST_STEPS} steps, which are not listed; the first are at {steps}."
    if has_maximum(table.steps[0].first, root):
        yield from _maximum(study, table, root, scale)


def _none(table: Table) -> str:
    """Of the outages along the line not one."""
    return f"none of up to {table.line.last} outages" if table.line.along == "outages" else "no single outage"


def _first_words(table: Table, scale: Scale, paying: Point) -> str:
    """The first moment that pays; where it was rounded, also what was measured before."""
    value = scale.value(paying)
    words = since_words(table, value)
    if table.line.along == "counted" and value != paying.place:
        return f"{words} ({from_words(table, paying.place)} before rounding)"
    return words


def _while_kept(table: Table, paying: Point) -> str:
    kept = [root.words for root in table.guarantees if paying.result.guarantees[root.id] == "met"]
    return f", while {listed(kept, 'and')} {'is' if len(kept) == 1 else 'are'} still met" if kept else ""


def _maximum(study: Study, table: Table, root: Root, scale: Scale) -> Iterator[str]:
    """Where the maximum lowers the credit, for this fee and for others."""
    spans = [span for span in credit_spans(table, root) if span.first.offered(root.id)]
    lowered = [span.first for span in spans if span.first.lowered(root.id)]
    limit = maximum_at((lowered or [table.steps[-1].last])[0], root)
    known = f" is {money(limit)} for this fee, and" if isinstance(limit, Money) else ""
    if lowered:
        where = since_words(table, scale.value(lowered[0])) if lowered[0].place else "always"
        yield f"The maximum{known} lowers the credit {where}.{_other_fees(study, spans, root)}"
    else:
        never = not any(binds(study, span.first, root) or binds(study, span.last, root) for span in spans)
        yield (
            f"The maximum{known} does not lower the credit.{_other_fees(study, spans, root)}"
            + (f" No fee was found for which it does, up to {HIGHEST_FEE:,} {table.fee.currency}." if never else "")
        )


def _other_fees(study: Study, spans: Sequence[CreditSpan], root: Root) -> str:
    """Above which fee the maximum lowers each row."""
    even = [span for span in spans if not span.rises and rate_at(span.first, root) == rate_at(span.last, root)]
    fees = {rate_words(span, root): free_fee(study, span.first, root) for span in even}
    told = [f"{money(fee)} at {rate}" for rate, fee in fees.items() if fee is not None and rate]
    return f" It does so for a fee above {listed(told, 'and')}." if told else ""


def _edges(table: Table, root: Root, scale: Scale) -> Iterator[Part]:
    """What comes just below, at and just above each number that the credit or a promise hangs on."""
    promised = {f"guarantee {guarantee.id}" for guarantee in table.guarantees}
    wanted = promised | {f"credit {root.id}"}
    rows: dict[tuple[str, ...], bool] = {}
    for crossing in crossings(table):
        if crossing.results & wanted:
            row = _edge(table, root, scale, crossing)
            rows[row] = rows.get(row, False) or bool(crossing.results & promised)
    if rows:
        marked = [(f"{row[0]}\n(promised)" if mark else row[0], *row[1:]) for row, mark in rows.items()]
        yield Grid(("at the edge of", "just below", "at it", "just above"), tuple(marked))


def _edge(table: Table, root: Root, scale: Scale, crossing: Crossing) -> tuple[str, ...]:
    shown = crossing.at or crossing.over or crossing.under or table.steps[0].first
    return (
        f"{value_words(shown, crossing.value)} {bound_words(shown, crossing.bound)}",
        _cell(crossing.under, root, lambda point: to_words(table, scale.value(point))),
        _cell(crossing.at, root, lambda point: at_words(table, scale.value(point))),
        _cell(crossing.over, root, lambda point: from_words(table, scale.value(point))),
    )


def _cell(point: Point | None, root: Root, words: Callable[[Point], str]) -> str:
    return "—" if point is None else f"{words(point)}\n{credit_words(point, root)}"

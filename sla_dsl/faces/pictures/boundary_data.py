"""The boundaries of a policy as plain data, in the form `sla-table/1` (`docs/formats.md`)."""

from __future__ import annotations

from typing import Any

from sla_dsl.analysis.boundaries import Boundaries, Point, Table
from sla_dsl.analysis.edges import Crossing, crossings
from sla_dsl.analysis.maximum import free_fee, has_maximum, maximum_at
from sla_dsl.analysis.spans import NO_ROW, CreditSpan, credit_spans, first_paying, kept_spans
from sla_dsl.analysis.study import Study
from sla_dsl.analysis.worlds import World
from sla_dsl.evaluation.result import CreditResult
from sla_dsl.evaluation.tree import LANGUAGE, Root
from sla_dsl.evaluation.writing import measure_data
from sla_dsl.faces.pictures.boundary_words import bound_words, rate_at, row_words, value_words
from sla_dsl.values.instant import show_instant
from sla_dsl.values.money import Money, show_amount
from sla_dsl.values.numbers import show_number
from sla_dsl.values.zones import tzdata_version

FORMAT = "sla-table/1"


class Points:
    """The points of a table, each once; whatever speaks of one gives its number."""

    def __init__(self) -> None:
        self.found: list[Point] = []
        self._numbers: dict[World, int] = {}

    def number(self, point: Point | None) -> int | None:
        """The number of a point, None for none."""
        if point is None:
            return None
        if point.world not in self._numbers:
            self._numbers[point.world] = len(self.found)
            self.found.append(point)
        return self._numbers[point.world]


def boundary_data(study: Study, found: Boundaries, fee: Money) -> dict[str, Any]:
    """All tables, ready to be written as JSON."""
    return {
        "format": FORMAT,
        "policy": {"name": study.tree.title, "digest": study.tree.digest},
        "versions": {"language": LANGUAGE, "tzdata": tzdata_version()},
        "fee": _money(fee),
        "tables": [_table(study, table) for table in found.tables],
        "unmoved": [root.id for root in found.unmoved],
    }


def _money(amount: Money) -> dict[str, str]:
    return {"amount": show_amount(amount), "currency": amount.currency}


def _table(study: Study, table: Table) -> dict[str, Any]:
    points, sample, zone = Points(), table.line.sample, study.tree.zone
    for point in table.points:
        points.number(point)
    return {
        "period": sample.period.name,
        "start": show_instant(sample.start, zone),
        "end": show_instant(sample.end, zone),
        "service": table.line.axis.service,
        "cause": table.line.axis.cause,
        "along": table.line.along,
        "searched": table.searched,
        "guarantees": [_guarantee(table, root, points) for root in table.guarantees],
        "credits": [_credit(study, table, root, points) for root in table.credits],
        "edges": [_edge(crossing, points) for crossing in crossings(table)],
        "points": [_point(point, table, zone) for point in points.found],
    }


def _guarantee(table: Table, root: Root, points: Points) -> dict[str, Any]:
    spans = [
        {"status": span.status, "from": points.number(span.first), "to": points.number(span.last)}
        for span in kept_spans(table, root)
    ]
    return {"name": root.id, "spans": spans}


def _credit(study: Study, table: Table, root: Root, points: Points) -> dict[str, Any]:
    lowered = next((point for point in table.points if point.lowered(root.id)), None)
    limit = maximum_at(lowered or table.steps[-1].last, root)
    return {
        "name": root.id,
        "pays_from": points.number(first_paying(table, root)),
        "maximum": _money(limit) if isinstance(limit, Money) else None,
        "lowered_from": points.number(lowered),
        "spans": [_span(study, span, root, points) for span in credit_spans(table, root)],
    }


def _span(study: Study, span: CreditSpan, root: Root, points: Points) -> dict[str, Any]:
    even = not span.rises and rate_at(span.first, root) == rate_at(span.last, root)
    free = free_fee(study, span.first, root) if even and _limited(span, root) else None
    return {
        "row": None if span.row == NO_ROW else span.row + 1,
        "words": row_words(span),
        "from": points.number(span.first),
        "to": points.number(span.last),
        "rises": [points.number(point) for point in span.rises],
        "free_fee": None if free is None else _money(free),
    }


def _limited(span: CreditSpan, root: Root) -> bool:
    return span.first.offered(root.id) and has_maximum(span.first, root)


def _edge(crossing: Crossing, points: Points) -> dict[str, Any]:
    shown = crossing.at or crossing.over or crossing.under
    assert shown is not None
    return {
        "value": value_words(shown, crossing.value),
        "bound": bound_words(shown, crossing.bound),
        "of": sorted(crossing.results),
        "below": points.number(crossing.under),
        "at": points.number(crossing.at),
        "above": points.number(crossing.over),
    }


def _point(point: Point, table: Table, zone: str) -> dict[str, Any]:
    """What happened, and what it comes to."""
    outages = [{"from": show_instant(o.start, zone), "to": show_instant(o.end, zone)} for o in point.world.outages]
    return {
        "outages": outages,
        "measures": {name: measure_data(measure) for name, measure in point.result.measures.items()},
        "guarantees": {root.id: point.result.guarantees[root.id] for root in table.guarantees},
        "credits": {root.id: _result(point.credit(root.id)) for root in table.credits},
    }


def _result(credit: CreditResult) -> dict[str, Any]:
    rate, amount = credit.rate.value, credit.amount.value
    owed = isinstance(amount, Money) and credit.status in ("due", "claimable")
    return {
        "status": credit.status,
        "rate": None if rate is None or isinstance(rate, Money) else show_number(rate * 100),
        "amount": show_amount(amount) if owed and isinstance(amount, Money) else None,
        "currency": amount.currency if isinstance(amount, Money) else None,
        "capped": credit.capped,
    }

"""Which calendars were asked for their days, and of which years: the answer depends on the holidays of these.

A calendar is asked where it gives the hours of a measure, where a ticket was due by it, and where something that
counts was to be claimed within working time.  A calendar of the policy that nothing came to need is not asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sla_dsl.evaluation.evaluate import Trace
from sla_dsl.evaluation.result import Result
from sla_dsl.evaluation.tree import Node
from sla_dsl.values.zones import local_date


def asked_years(result: Result) -> Mapping[str, list[int]]:
    """The years that each calendar was asked for, by its identifier; calendars that were not asked are left out."""
    zone = result.tree.zone
    nodes = [(at, node) for at, node in enumerate(result.tree.nodes) if _calendar(node)]
    found: dict[str, set[int]] = {_calendar(node): set() for _, node in nodes}
    for trace in result.traces if nodes else ():
        first = local_date(trace.start, zone).year
        for at, node in nodes:
            for last in _last_years(node, trace, trace.values[at], zone):
                found[_calendar(node)].update(range(first, last + 1))
    return {name: sorted(years) for name, years in found.items() if years}


def _calendar(node: Node) -> str:
    """The calendar that a step may ask; empty for none."""
    if node.op == "hours":
        return str(node.params["calendar"])
    return str(node.params["within"]["calendar"]) if node.op in ("target", "claimed") else ""


def _last_years(node: Node, trace: Trace, value: Any, zone: str) -> Iterator[int]:
    """The last year for which a step asks its calendar in this period, if it does; for targets that of each ticket."""
    end = local_date(trace.end - 1, zone).year
    match node.op:
        case "target":
            # A clock that stands still, or of whose pauses nothing is known, was asked for up to the record's end.
            until = (j.due if j.due is not None else trace.observed for j in value if j.due or j.stopped_in or j.needs)
            yield from (local_date(instant, zone).year for instant in until)
        case "claimed":
            if value.state != "nothing to claim":
                yield max(end, value.last_day.year) if value.last_day else end
        case _:
            yield end

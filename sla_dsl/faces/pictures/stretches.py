"""The single stretches of time that a step came to, as the explanation gives them."""

from __future__ import annotations

from sla_dsl.evaluation.explaining import intervals
from sla_dsl.evaluation.result import PeriodResult
from sla_dsl.evaluation.wording import elapsed
from sla_dsl.faces.pictures.moments import span
from sla_dsl.faces.pictures.steps import by
from sla_dsl.records import NamedTuple
from sla_dsl.values.instant import read_instant


class Stretch(NamedTuple):
    """A stretch of time (instants), the incident it belongs to, and the clause that took it out; empty for none."""

    start: int
    end: int
    incident: str = ""
    taken_out_by: str | None = None


def stretches(period: PeriodResult, at: int) -> list[Stretch]:
    """The stretches of a step that touch the period, in order of time; none for a step that is no set of time."""
    told = intervals(period, period.tree.nodes[at].type, period.trace.values[at])
    found = (
        Stretch(_instant(one["from"]), _instant(one["to"]), one.get("incident", ""), one.get("taken out by"))
        for one in told
    )
    return sorted(found, key=lambda stretch: stretch[:3])


def _instant(text: str) -> int:
    read = read_instant(text)
    assert isinstance(read, int), text
    return read


def stretch_words(stretch: Stretch, zone: str) -> str:
    """`INC-1, 2026-03-04 09:12 to 09:20:05 (8 min 5 s)`."""
    name = f"{stretch.incident}, " if stretch.incident else ""
    out = "" if stretch.taken_out_by is None else f", taken out{by(stretch.taken_out_by)}"
    return f"{name}{span(stretch.start, stretch.end, zone)} ({elapsed(stretch.end - stretch.start)}){out}"

"""Made-up timelines, and others that differ from them in a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sla_dsl.analysis.study import Study
from sla_dsl.analysis.worlds import Outage, World, timeline_of
from sla_dsl.evidence.timeline import LISTS, Claim, Incident, Timeline
from sla_dsl.values.instant import DAY, HOUR
from sla_dsl.values.zones import local_time

WEDNESDAY, SATURDAY = 2, 5


def later(study: Study, days: int) -> int:
    """Ten in the morning of the third day of the usual period, or of a later one."""
    return study.usual.start + (2 + days) * DAY + 10 * HOUR


def _next(study: Study, start: int, weekday: int) -> int:
    return start + (weekday - local_time(start, study.tree.zone).weekday()) % 7 * DAY


def times_of_day(study: Study, days: int) -> list[int]:
    """Some Wednesday after so many days, at ten in the morning; where hours matter also by night, and on a Saturday."""
    start = _next(study, later(study, days), WEDNESDAY)
    saturday = _next(study, start, SATURDAY)
    has_hours = any(node.op == "hours" for node in study.tree.nodes)
    return [start, start + 5 * HOUR, start + 9 * HOUR, start - 7 * HOUR, saturday] if has_hours else [start]


def made_up(study: Study, outages: Sequence[Outage]) -> Timeline:
    """The usual period with these outages, all of them reported and claimed."""
    return timeline_of(study.tree, World(study.usual, tuple(outages), study.fee))


def changed(timeline: Timeline, **lists: Any) -> Timeline:
    """The timeline with other lists, or another end of the record."""
    fields: dict[str, Any] = {name: getattr(timeline, name) for name in LISTS}
    return Timeline(timeline.account, **{"as_of": timeline.as_of, **fields, **lists})


def claimed_at(incident: Incident, at: int) -> tuple[Claim, ...]:
    """The customer claims for the incident."""
    return (Claim("C-1", at, (incident.id,)),)

"""Planned work that lies later than the export tells of what happened: it is announced, and nothing has failed yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sla_dsl.intake.timelines.making import Fate, Made
from sla_dsl.values.instant import Instant, read_instant


def without_what_is_to_come(fates: Iterable[Fate], head: Mapping[str, Any]) -> list[Fate]:
    """The fates without incidents of planned work that begin after the record ends; one that goes on has no end yet."""
    until = read_instant(str(head.get("as_of", "")))
    if not isinstance(until, int):
        return list(fates)
    return [fate._replace(made=tuple(_happened(fate, until))) for fate in fates]


def _happened(fate: Fate, until: Instant) -> Iterator[Made]:
    """What the record becomes, as far as it has happened."""
    for made in fate.made:
        is_foretold = made.kind == "incidents" and getattr(fate.record, "use", "") == "planned"
        if not is_foretold or not _is_later(made.plain["start"], until):
            yield _still_on(made) if is_foretold and _is_later(made.plain["end"], until) else made


def _still_on(made: Made) -> Made:
    return made._replace(plain={**made.plain, "end": None})


def _is_later(shown: str | None, until: Instant) -> bool:
    instant = read_instant(shown) if shown else None
    return isinstance(instant, int) and instant > until

"""A timeline from plain Python objects, as a program has them that embeds the tool.

The same mapping as in JSON.  Instants may also be aware `datetime`s, amounts also `int`, `Decimal` or `Fraction`.
Only exact types are taken: a subclass can behave in any way.  A float is refused, because it is not exact.
"""

from __future__ import annotations

from sla_dsl.evidence.reading import read_plain
from sla_dsl.evidence.timeline import Timeline
from sla_dsl.findings.finding import Finding


def timeline_from(mapping: object, zone: str | None = None) -> tuple[Timeline | None, list[Finding]]:
    """The timeline that the mapping describes, None if it is refused, and the findings in order of place.

    `zone`: where texts without an offset are read; a `datetime` must have its own zone.  Never raises for what is
    in the mapping.
    """
    return read_plain(mapping, zone=zone)

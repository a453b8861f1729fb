"""What an analysis claims: a finding, and the made-up months that show it."""

from __future__ import annotations

from sla_dsl.analysis.worlds import World
from sla_dsl.evidence.timeline import Timeline
from sla_dsl.findings.finding import Finding
from sla_dsl.records import NamedTuple


class Situation(NamedTuple):
    """A world and what is found in it, in words; its timeline, and the zone by whose clocks it is written.

    `values` are the nodes that the claim is about, with what each comes to there: a situation whose evaluation
    comes to anything else is never told.
    """

    world: World
    words: str
    values: tuple[tuple[int, object], ...]
    timeline: Timeline
    zone: str


class Shown(NamedTuple):
    """A finding with the situations that show it, the plainest first; of so many of them it tells.

    One case shows most findings; one about a difference needs both of its cases.
    """

    finding: Finding
    situations: tuple[Situation, ...]
    tells: int = 1

"""`sla explain`: where every figure of a result came from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

import click

from sla_dsl.faces.answering import Asked, answer, text_picture
from sla_dsl.faces.exits import Exit
from sla_dsl.faces.options import (
    examples,
    output_option,
    period_option,
    policy_argument,
    timeline_argument,
    zone_option,
)

if TYPE_CHECKING:
    from sla_dsl.evaluation.result import Result
    from sla_dsl.faces.layout import Line


@click.command(
    epilog=examples(
        "sla explain policies/ecerium.sla acme.json --period 2026-03",
        "sla explain policies/ecerium.sla acme.json --incident INC-7",
    )
)
@policy_argument
@timeline_argument
@period_option
@click.option("--incident", metavar="ID", help="Tell only what became of this incident.")
@zone_option
@output_option()
def command(
    policy: str, timeline: str, periods: tuple[str, ...], incident: str | None, zone: str | None, output: str
) -> Exit:
    """Tell why: every result, and where it came from.

    Below each result stands what it came from, down to single stretches of time.  Each line has its clause, and says
    what it assumes where the agreement is silent.
    """
    return answer(Asked(policy, timeline, periods, zone, output), text_picture(_lines(incident), output))


def _lines(incident: str | None) -> Callable[[Result], Iterator[Line]]:
    if incident is None:
        from sla_dsl.faces.pictures.explained import explained

        return explained
    from sla_dsl.faces.pictures.one_incident import incident_explained

    return partial(incident_explained, name=incident)

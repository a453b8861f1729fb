"""The arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

STANDARD_INPUT = "-"


def _known_zone(context: click.Context, parameter: click.Parameter, zone: str | None) -> str | None:
    if zone is None:
        return None
    from sla_dsl.values.zones import find_zone

    if find_zone(zone) is None:
        raise click.BadParameter(f"There is no time zone {zone!r}; write for example Europe/Brussels.")
    return zone


def policy_argument(command: Command) -> Command:
    """One policy: a `.sla` file, a compiled one, or `-`."""
    return click.argument("policy")(command)


def policies_argument(command: Command) -> Command:
    """One policy or several."""
    return click.argument("policies", nargs=-1, required=True, metavar="POLICY...")(command)


def timeline_argument(command: Command) -> Command:
    """A timeline, or many: a file, a folder of tables, or `-`."""
    return click.argument("timeline")(command)


def period_option(command: Command) -> Command:
    """The periods asked for."""
    words = "A period such as 2026-03, or a range such as 2026-01..2026-03; may be given several times."
    return click.option("--period", "periods", metavar="PERIOD", multiple=True, help=words)(command)


def zone_option(command: Command) -> Command:
    """The zone of instants that are written without an offset."""
    words = "The time zone of times that are written without an offset; they are refused otherwise."
    return click.option("--zone", metavar="ZONE", callback=_known_zone, help=words)(command)


def output_option(*, required: bool = False) -> Callable[[Command], Command]:
    """Where the output goes."""
    words = "Write to this file, whole or not at all; - is standard output."
    if required:
        return click.option("-o", "--output", required=True, metavar="FILE", help=words)
    return click.option("-o", "--output", default=STANDARD_INPUT, metavar="FILE", help=words)


def examples(*lines: str) -> str:
    """Examples for the end of a command's help, each on a line of its own."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)

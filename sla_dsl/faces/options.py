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
        from sla_dsl.language.settings import near_zone

        near = near_zone(zone)
        meant = f"Did you mean {near!r}?" if near else "Write for example Europe/Brussels."
        raise click.BadParameter(f"There is no time zone {zone!r}. {meant}")
    return zone


def offering(kind: str) -> Callable[[click.Context, click.Parameter, str], Any]:
    """What a shell offers for an argument or an option: `policies`, `timelines`, `documents`, `files`, `folders`."""

    def offered(context: click.Context, parameter: click.Parameter, incomplete: str) -> Any:
        from sla_dsl.faces.completing.words import paths

        return paths(kind, incomplete)

    return offered


def offering_zones(context: click.Context, parameter: click.Parameter, incomplete: str) -> Any:
    """The time zones, for a shell."""
    from sla_dsl.faces.completing.words import zones

    return zones(incomplete)


def offering_forms(context: click.Context, parameter: click.Parameter, incomplete: str) -> Any:
    """The forms of exports, for a shell."""
    from sla_dsl.faces.completing.words import forms

    return forms(incomplete)


def policy_argument(command: Command) -> Command:
    """One policy: a `.sla` file, a compiled one, or `-`."""
    return click.argument("policy", shell_complete=offering("policies"))(command)


def policies_argument(command: Command) -> Command:
    """One policy or several."""
    offered = offering("policies")
    return click.argument("policies", nargs=-1, required=True, metavar="POLICY...", shell_complete=offered)(command)


def timeline_argument(command: Command) -> Command:
    """A timeline, or many: a file, a folder of tables, or `-`."""
    return click.argument("timeline", shell_complete=offering("timelines"))(command)


def period_option(command: Command) -> Command:
    """The periods asked for."""
    words = "A period such as 2026-03, or a range such as 2026-01..2026-03; may be given several times."
    return click.option("--period", "periods", metavar="PERIOD", multiple=True, help=words)(command)


def zone_option(command: Command) -> Command:
    """The zone of instants that are written without an offset."""
    words = "The time zone of times that are written without an offset; they are refused otherwise."
    asked: dict[str, Any] = {"callback": _known_zone, "shell_complete": offering_zones}
    return click.option("--zone", metavar="ZONE", help=words, **asked)(command)


def output_option(*, required: bool = False) -> Callable[[Command], Command]:
    """Where the output goes."""
    words = "Write to this file, whole or not at all; - is standard output."
    given: dict[str, Any] = {"required": True} if required else {"default": STANDARD_INPUT}
    return click.option("-o", "--output", metavar="FILE", help=words, shell_complete=offering("files"), **given)


def examples(*lines: str) -> str:
    """Examples for the end of a command's help, each on a line of its own."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)

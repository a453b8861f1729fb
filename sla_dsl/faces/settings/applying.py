"""Settings on a command line: what it leaves open is taken from them, and that is said."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from typing import Any

import click

from sla_dsl.faces.exits import Exit
from sla_dsl.faces.layout import Line
from sla_dsl.faces.opening import refuse
from sla_dsl.faces.settings.keys import keys_of
from sla_dsl.faces.settings.places import nearest_file, variables
from sla_dsl.faces.settings.reading import Read, read_settings
from sla_dsl.faces.settings.settling import Settled, settled
from sla_dsl.faces.telling import tell_of_mistakes


def with_settings(context: click.Context, name: str, command: click.Command) -> click.Command:
    """The same command, which takes what its command line leaves open from the settings and says so.

    Leaves the program where the settings cannot be used, with everything that is wrong told.
    """
    keys = keys_of(name, command)
    if not keys:
        return command
    path = nearest_file()
    read = read_settings(path) if path else Read(())
    found = settled(name, keys, variables(), read.settings)
    if wrong := (*read.findings, *found.findings):
        refuse(wrong, (read.source,))
        raise click.exceptions.Exit(Exit.MISUSED)
    context.default_map = {name: {keys[key].name: value for key, value in found.values.items()}}
    return _telling(command, found, {key: keys[key].name or "" for key in keys})


def _telling(command: click.Command, found: Settled, names: dict[str, str]) -> click.Command:
    """The command, saying first what it took."""
    work = command.callback
    assert work is not None

    def told(**arguments: Any) -> Any:
        tell_of_mistakes(_taken(found, names, click.get_current_context()))
        return work(**arguments)

    told_of = copy(command)
    told_of.callback = told
    return told_of


def _taken(found: Settled, names: dict[str, str], context: click.Context) -> Iterator[Line]:
    """One line for each place from which something was taken, so that no result depends on it in silence."""
    taken: dict[str, list[str]] = {}
    for key, setting in found.settings.items():
        if context.get_parameter_source(names[key]) is click.core.ParameterSource.DEFAULT_MAP:
            taken.setdefault(setting.origin, []).append(f"{key} = {shown(found.values[key])}")
    for origin, said in taken.items():
        yield Line(f"{origin}: note: {', '.join(said)}")


def shown(value: object) -> str:
    """A value as a person would write it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return " ".join(map(str, value)) if isinstance(value, tuple) else str(value)

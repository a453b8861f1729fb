"""Settings as text: what applies and from where, and what can be set."""

from __future__ import annotations

from collections.abc import Iterator

import click

from sla_dsl.faces.layout import BLANK, Line, indented
from sla_dsl.faces.settings.applying import shown
from sla_dsl.faces.settings.keys import known_keys
from sla_dsl.faces.settings.overview import Applied, Overview
from sla_dsl.faces.settings.places import NAME
from sla_dsl.findings.wording import listed


def setting_lines(found: Overview) -> Iterator[Line]:
    """Where settings come from, then each with its place and the commands that get it."""
    if found.path:
        yield Line(f"The nearest settings are in {found.path}.")
    else:
        yield Line(f"There is no {NAME} in this folder or above it.")
    if not found.applied:
        yield Line("Nothing is set.")
    for applied in found.applied:
        yield from _setting(applied)
    for name in found.idle:
        yield BLANK
        yield Line(f"{name} sets nothing: no setting is called so.")


def _setting(applied: Applied) -> Iterator[Line]:
    setting = applied.setting
    at = f"{setting.origin}, line {setting.line}" if setting.line else setting.origin
    yield BLANK
    yield Line(f"{setting.key} = {_value(applied.value)}")
    yield indented(f"from {at}", 2, 2)
    yield indented(f"for {listed(applied.commands)}" if applied.commands else "not used: others go before it", 2, 2)


def _value(value: object) -> str:
    return shown(tuple(value) if isinstance(value, list) else value)


def key_lines() -> Iterator[Line]:
    """What can be set for each command, with the words of its help."""
    for name, keys in known_keys().items():
        yield Line(f"[{name}]")
        wide = max(map(len, keys))
        for key, parameter in keys.items():
            yield Line(_meaning(parameter), f"  {key:<{wide}}  ", " " * (wide + 4))
        yield BLANK


def _meaning(parameter: click.Parameter) -> str:
    if isinstance(parameter, click.Option):
        choices = parameter.type.choices if isinstance(parameter.type, click.Choice) else ()
        return (parameter.help or "") + (f" [{'|'.join(map(str, choices))}]" if choices else "")
    several = "; several in square brackets" if parameter.nargs == -1 else ""
    return f"The {(parameter.name or '').replace('policies', 'policy')} where none is named{several}."

"""What a setting's value comes to for an option: the value that the option takes, or what should be written."""

from __future__ import annotations

import os
from collections.abc import Iterable

import click

from sla_dsl.faces.settings.keys import takes_path, takes_several
from sla_dsl.records import NamedTuple

_TRUE, _FALSE = ("1", "true", "yes", "on"), ("0", "false", "no", "off")


class Fitting(NamedTuple):
    """The value for the option; or None, and the repair."""

    value: object
    repair: str = ""


def fitted(parameter: click.Parameter, value: object) -> Fitting:
    """A value of the file, as it was written there."""
    if takes_several(parameter):
        return _several(parameter, value if isinstance(value, list) else [value])
    if isinstance(value, list):
        return _several(parameter, value) if len(value) != 1 else fitted(parameter, value[0])
    return _one(parameter, value)


def of_text(parameter: click.Parameter, text: str) -> object:
    """What a variable's text stands for, to be fitted like a value of the file; itself where it stands for nothing."""
    if isinstance(parameter, click.Option) and parameter.is_flag:
        word = text.lower()
        return True if word in _TRUE else False if word in _FALSE else text
    if isinstance(parameter.type, click.IntRange) and text.isascii() and text.isdigit() and len(text) < 10:
        return int(text)
    if takes_several(parameter):
        return [part for part in text.split(os.pathsep if takes_path(parameter) else None) if part]
    return text


def _several(parameter: click.Parameter, values: list[object]) -> Fitting:
    if not takes_several(parameter):
        return Fitting(None, "Write one; here there cannot be several.")
    fits = [_one(parameter, value) for value in values]
    wrong = next((it for it in fits if it.value is None), None)
    if wrong or not fits:
        return wrong or Fitting(None, 'Write a text in quotes, or several in square brackets: ["…", "…"].')
    return Fitting(tuple(it.value for it in fits))


def _one(parameter: click.Parameter, value: object) -> Fitting:
    if isinstance(parameter, click.Option) and parameter.is_flag:
        return Fitting(value) if isinstance(value, bool) else Fitting(None, "Write true or false.")
    if isinstance(parameter.type, click.IntRange):
        return _number(parameter.type, value)
    if not isinstance(value, str) or not value:
        return Fitting(None, "Write a text in quotes.")
    if isinstance(parameter.type, click.Choice):
        return _chosen([str(choice) for choice in parameter.type.choices], value)
    return _called_back(parameter, value)


def _number(numbers: click.IntRange, value: object) -> Fitting:
    least, most = numbers.min, numbers.max
    fits = isinstance(value, int) and not isinstance(value, bool)
    if fits and (least is None or least <= value) and (most is None or value <= most):  # type: ignore[operator]
        return Fitting(value)
    return Fitting(None, f"Write a whole number from {least} to {most}, without quotes.")


def _chosen(choices: Iterable[str], value: str) -> Fitting:
    return Fitting(value) if value in choices else Fitting(None, one_of(choices, value, ", in quotes"))


def one_of(choices: Iterable[str], value: str, how: str = "") -> str:
    """The repair where one of a few words is meant."""
    from sla_dsl.evidence.wording import NEAR
    from sla_dsl.findings.nearness import most_like

    near = most_like(value, choices, NEAR)
    return f"Did you mean {near!r}?" if near else f"Write one of {', '.join(choices)}{how}."


def _called_back(parameter: click.Parameter, value: str) -> Fitting:
    """What the option itself looks at, such as whether there is such a zone."""
    if parameter.callback is None:
        return Fitting(value)
    try:
        parameter.callback(click.Context(click.Command("sla")), parameter, value)
    except click.BadParameter as wrong:
        return Fitting(None, wrong.message)
    return Fitting(value)

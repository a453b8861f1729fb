"""Which settings a command gets: the environment goes before the file, and what is for one command before the rest."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping

import click

from sla_dsl.faces.options import STANDARD_INPUT
from sla_dsl.faces.settings import mistakes
from sla_dsl.faces.settings.keys import ALL, Keys, having, takes_path
from sla_dsl.faces.settings.places import PREFIX, RESERVED
from sla_dsl.faces.settings.reading import Setting
from sla_dsl.faces.settings.values import fitted, of_text
from sla_dsl.findings.finding import Finding
from sla_dsl.records import NamedTuple


class Settled(NamedTuple):
    """The settings that a command gets, each with the value for its option; by the name of the setting."""

    values: Mapping[str, object]
    settings: Mapping[str, Setting]
    findings: tuple[Finding, ...] = ()


def settled(name: str, keys: Keys, variables: Mapping[str, str], settings: Iterable[Setting]) -> Settled:
    """What applies to the command of that name where its command line says nothing."""
    values: dict[str, object] = {}
    chosen: dict[str, Setting] = {}
    findings: list[Finding] = []
    of_file = {(setting.part, setting.key): setting for setting in settings}
    for key, parameter in keys.items():
        in_file = [it for part in (name, ALL) if (it := of_file.get((part, key))) and _is_for(it, name)]
        of_environment = list(_of_variables(name, key, parameter, variables))
        for setting in (*of_environment, *in_file):
            fitting = fitted(parameter, setting.value)
            if fitting.value is not None:
                values[key] = _from_here(parameter, fitting.value, setting)
                chosen[key] = setting
                break
            if setting in of_environment and _is_for_none(setting):
                findings.append(_wrong_variable(setting, fitting.repair))
    return Settled(values, chosen, tuple(findings))


def _is_for(setting: Setting, name: str) -> bool:
    return setting.part != ALL or any(command == name for command, _ in having(setting.key))


def _is_for_none(setting: Setting) -> bool:
    """Whether no command takes the value: one that another command takes is meant for that one."""
    return setting.part != ALL or not any(fitted(it, setting.value).value is not None for _, it in having(setting.key))


def _of_variables(name: str, key: str, parameter: click.Parameter, variables: Mapping[str, str]) -> Iterable[Setting]:
    for part, variable in ((name, variable_for(key, name)), (ALL, variable_for(key))):
        if variable in variables:
            setting = Setting(part, key, of_text(parameter, variables[variable]), variable)
            if _is_for(setting, name):
                yield setting


def variable_for(key: str, command: str = "") -> str:
    """The variable that sets this, for one command or for all; empty where the name means something else already."""
    words = f"{command}-{key}" if command else key
    variable = PREFIX + words.upper().replace("-", "_")
    return "" if variable in RESERVED else variable


def _wrong_variable(setting: Setting, repair: str) -> Finding:
    shown = setting.value if isinstance(setting.value, str) else " ".join(map(str, [setting.value]))
    return mistakes.wrong_value(setting.key, repr(shown), repair, None)._replace(source=setting.origin)


def _from_here(parameter: click.Parameter, value: object, setting: Setting) -> object:
    """Names of files are meant as seen from the file that they stand in."""
    folder = os.path.dirname(setting.origin)
    if not folder or not takes_path(parameter):
        return value
    if isinstance(value, tuple):
        return tuple(_joined(folder, str(path)) for path in value)
    return _joined(folder, str(value))


def _joined(folder: str, path: str) -> str:
    return path if path == STANDARD_INPUT else os.path.normpath(os.path.join(folder, path))

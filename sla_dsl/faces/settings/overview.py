"""All settings of this folder together: which commands get each, and which go before it."""

from __future__ import annotations

from collections.abc import Mapping

from sla_dsl.faces.settings.keys import known_keys
from sla_dsl.faces.settings.places import nearest_file, variables
from sla_dsl.faces.settings.reading import Read, Setting, read_settings
from sla_dsl.faces.settings.settling import Settled, settled, variable_for
from sla_dsl.findings.finding import Finding
from sla_dsl.findings.source import Source
from sla_dsl.records import NamedTuple


class Applied(NamedTuple):
    """A setting, the value that the commands get, and which they are: none where others go before it."""

    setting: Setting
    value: object
    commands: tuple[str, ...]


class Overview(NamedTuple):
    """The file's name or empty, what is set, what is wrong, and the variables that set nothing."""

    path: str
    applied: tuple[Applied, ...]
    findings: tuple[Finding, ...]
    source: Source
    idle: tuple[str, ...]


def overview() -> Overview:
    """What applies here."""
    path = nearest_file()
    read = read_settings(path) if path else Read(())
    of_commands = {name: settled(name, keys, variables(), read.settings) for name, keys in known_keys().items()}
    wrong = dict.fromkeys((*read.findings, *(finding for it in of_commands.values() for finding in it.findings)))
    settings: list[Setting] = []
    for setting in (setting for it in of_commands.values() for setting in it.settings.values()):
        settings += [setting] if setting not in settings else []
    unused = [setting for setting in read.settings if setting not in settings]
    applied = [_applied(setting, of_commands) for setting in (*settings, *unused)]
    return Overview(path, tuple(applied), tuple(wrong), read.source, tuple(sorted(_idle())))


def _idle() -> set[str]:
    """Variables that look as if they set something: perhaps a name is misspelt."""
    meant = {
        variable_for(key, command) for name, keys in known_keys().items() for key in keys for command in (name, "")
    }
    return set(variables()) - meant


def _applied(setting: Setting, of_commands: Mapping[str, Settled]) -> Applied:
    got = {name: it.values[setting.key] for name, it in of_commands.items() if it.settings.get(setting.key) == setting}
    return Applied(setting, next(iter(got.values()), setting.value), tuple(got))

"""What can be set: the options of each command by their names, and the arguments that name a policy or a timeline.

Everything is read off the commands themselves, so a new option can be set without a word here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

import click

ALL = "all"
"""The part of the file that is for every command with such an option."""

_ARGUMENTS = {"policy": "policy", "policies": "policy", "timeline": "timeline"}
_WITHOUT = frozenset(("init", "config", "completion"))
"""Commands of which nothing can be set: they begin a folder or tell about one."""

_OF_ONE_COMMAND = frozenset(("output",))
"""What would have several commands write over the same file."""

_PATHS = frozenset(("FILE", "FOLDER"))

Keys = Mapping[str, click.Parameter]


def keys_of(name: str, command: click.Command) -> Keys:
    """What can be set for a command."""
    return {} if name in _WITHOUT else {key: it for it in command.params if (key := _key(it))}


def _key(parameter: click.Parameter) -> str:
    if isinstance(parameter, click.Argument):
        return _ARGUMENTS.get(parameter.name or "", "")
    long = [option for option in parameter.opts if option.startswith("--")]
    return long[0].removeprefix("--") if long and parameter.expose_value else ""


@cache
def known_keys() -> Mapping[str, Keys]:
    """What can be set, command by command."""
    from sla_dsl.faces import commands as folder

    names = sorted(module.name for module in iter_modules(folder.__path__))
    commands = {name.removesuffix("_"): import_module(f"{folder.__name__}.{name}").command for name in names}
    return {name: keys for name, command in commands.items() if (keys := keys_of(name, command))}


def having(key: str) -> Iterator[tuple[str, click.Parameter]]:
    """The commands of which this can be set, where it is set for all."""
    if key not in _OF_ONE_COMMAND:
        for name, keys in known_keys().items():
            if key in keys:
                yield name, keys[key]


def takes_path(parameter: click.Parameter) -> bool:
    """Whether its value is the name of a file or a folder."""
    return isinstance(parameter, click.Argument) or parameter.metavar in _PATHS


def takes_several(parameter: click.Parameter) -> bool:
    """Whether several values may be given."""
    return parameter.multiple or parameter.nargs == -1

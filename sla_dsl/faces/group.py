"""The command line: which command is meant, and how it ends.

However it ends, nobody sees a traceback: a mistake of the user's is told as such, a defect of this program as one.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

import click

from sla_dsl.faces.exits import Exit
from sla_dsl.faces.settings.places import is_anything_set
from sla_dsl.faces.streams import complain, flush_streams, silence_streams

_OF_POLICIES = ("check", "test", "coverage", "table", "diff", "tree", "compile", "format")
COMMANDS = (
    *("init", "evaluate", "explain", "report", *_OF_POLICIES, "import"),
    *("schema", "limits", "config", "completion"),
)
_MODULES = {"import": "import_"}
"""Commands whose name no file can have."""


class Commands(click.Group):
    """The commands by name, each imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        from importlib import import_module

        command: click.Command = import_module(f"sla_dsl.faces.commands.{_MODULES.get(cmd_name, cmd_name)}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            from sla_dsl.faces.endings import unknown_command

            ctx.fail(unknown_command(args[0], COMMANDS))
        name, command, rest = super().resolve_command(ctx, args)
        if name and command and is_anything_set() and not (ctx.resilient_parsing or "--help" in rest):
            from sla_dsl.faces.settings.applying import with_settings

            command = with_settings(ctx, name, command)
        return name, command, rest

    def main(self, args: Sequence[str] | None = None, *rest: Any, **further: Any) -> NoReturn:
        """What click calls to run a whole command line."""
        sys.exit(run(sys.argv[1:] if args is None else args))


def _tell_version(context: click.Context, parameter: click.Parameter, wanted: bool) -> None:
    if wanted:
        from sla_dsl.faces.versions import tell_versions

        tell_versions()
        context.exit()


_ENDING = """\b
Exit status: 0 it was done; 1 a policy or timeline was refused, a check or test
failed, or two policies differ; 2 the command was used wrongly; 3 the program is
at fault.
"""


@click.group(cls=Commands, epilog=_ENDING)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_tell_version, help="Show the versions."
)
def sla() -> None:
    """Service level agreements as policy files: from incidents to money, with reasons."""


def run(arguments: Sequence[str]) -> int:
    """Runs a command line, with everything written at its end, and gives its exit status; never raises."""
    status = _guarded(lambda: _invoke(arguments))
    return _guarded(lambda: _flushed(status))


def _invoke(arguments: Sequence[str]) -> int:
    with sla.make_context("sla", list(arguments) or ["--help"]) as context:
        status: int = sla.invoke(context)
    return _flushed(status)


def _guarded(work: Callable[[], int]) -> int:
    try:
        return work()
    except click.exceptions.Exit as left:
        return left.exit_code
    except (click.ClickException, OSError) as wrong:
        return _told(wrong)
    except (KeyboardInterrupt, click.Abort):
        return Exit.INTERRUPTED
    except Exception as defect:
        from sla_dsl.faces.endings import defect_line

        complain([defect_line(defect)])
        return Exit.DEFECT


def _told(wrong: click.ClickException | OSError) -> Exit:
    """Tells that the command was used wrongly, or that the system does not let it work."""
    if isinstance(wrong, BrokenPipeError):
        silence_streams()
        return Exit.CLOSED
    from sla_dsl.faces.endings import misuse_lines

    complain(misuse_lines(wrong))
    if isinstance(wrong, OSError):
        silence_streams()
    return Exit.MISUSED


def _flushed(status: int) -> int:
    flush_streams()
    return status

"""`sla completion`: the script by which a shell completes what is typed after `sla`."""

from __future__ import annotations

import click

from sla_dsl.faces.exits import Exit
from sla_dsl.faces.options import examples

SHELLS = ("bash", "zsh", "fish")


@click.command(
    short_help="Print the script that completes what is typed.",
    epilog=examples(
        "sla completion bash > ~/.local/share/bash-completion/completions/sla",
        "sla completion fish > ~/.config/fish/completions/sla.fish",
    ),
)
@click.argument("shell", metavar="|".join(SHELLS), type=click.Choice(SHELLS))
def command(shell: str) -> Exit:
    """Print the script that lets a shell complete commands, options, files and time zones.

    bash and fish read it by themselves where the examples write it.  For zsh write it as _sla into a folder of $fpath.
    """
    from sla_dsl.faces.completing.scripts import script
    from sla_dsl.faces.streams import write

    write(script(shell))
    return Exit.DONE

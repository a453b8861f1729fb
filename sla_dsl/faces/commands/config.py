"""`sla config`: what is set where nothing is said on the command line, and what can be."""

from __future__ import annotations

import click

from sla_dsl.faces.exits import Exit
from sla_dsl.faces.options import examples


@click.command(epilog=examples("sla config", "sla config --keys"))
@click.option("--keys", is_flag=True, help="List what can be set, for each command.")
def command(keys: bool) -> Exit:
    """Show what applies where the command line says nothing.

    Settings come from variables of the environment (SLA_ZONE, or SLA_EVALUATE_ZONE for one command), then from the
    nearest sla.toml in this folder or above it.  What the command line says goes before both.
    """
    from sla_dsl.faces.opening import refuse
    from sla_dsl.faces.pictures.settings import key_lines, setting_lines
    from sla_dsl.faces.settings.overview import overview
    from sla_dsl.faces.telling import tell

    if keys:
        tell(key_lines())
        return Exit.DONE
    found = overview()
    if found.findings:
        refuse(found.findings, (found.source,))
        return Exit.MISUSED
    tell(setting_lines(found))
    return Exit.DONE

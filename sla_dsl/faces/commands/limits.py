"""`sla limits`: how much the program takes."""

from __future__ import annotations

import click

from sla_dsl.faces.exits import Exit
from sla_dsl.faces.options import examples


@click.command(epilog=examples("sla limits", "sla limits | grep -i digits"))
def command() -> Exit:
    """List how large and how deep everything may be.

    Beyond a limit there is a finding, not a slow or a dead process.
    """
    from sla_dsl.faces.pictures.limits import limit_lines
    from sla_dsl.faces.telling import tell

    tell(limit_lines())
    return Exit.DONE

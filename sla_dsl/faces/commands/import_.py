"""`sla import`: a timeline from what other programs export, with nothing invented."""

from __future__ import annotations

import click

from sla_dsl.faces.exits import Exit
from sla_dsl.faces.options import examples, offering, offering_forms, output_option


def _tell_forms(context: click.Context, parameter: click.Parameter, wanted: bool) -> None:
    if wanted:
        from sla_dsl.faces.pictures.forms import form_lines
        from sla_dsl.faces.telling import tell

        tell(form_lines())
        context.exit()


@click.command(
    "import",
    epilog=examples(
        "sla import statuspage incidents.json -o acme.json",
        "sla import statuspage incidents.json --map acme.map.toml -o acme.json",
    ),
)
@click.argument("form", metavar="FORMAT", shell_complete=offering_forms)
@click.argument("files", nargs=-1, required=True, metavar="FILE...", shell_complete=offering("files"))
@click.option(
    "--map",
    "mapping",
    metavar="MAP",
    shell_complete=offering("files"),
    help="The mapping file with your answers; it is written if it is not there.",
)
@click.option(
    "--policy",
    metavar="POLICY",
    shell_complete=offering("policies"),
    help="The policy that the timeline is for: only its names are then taken for answers.",
)
@click.option(
    "--with",
    "besides",
    metavar="FILE",
    shell_complete=offering("files"),
    help="Lists of a timeline, in JSON, that no export holds: charges, reports, claims.",
)
@click.option(
    "--list",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_tell_forms,
    help="Show every form of export, what it needs and what it gives.",
)
@output_option()
def command(
    form: str, files: tuple[str, ...], mapping: str | None, policy: str | None, besides: str | None, output: str
) -> Exit:
    """Make a timeline from what another program exports.

    FORMAT says what the files are ('sla import --list' shows all forms), or auto to find out.  What the export does
    not say is asked for: the questions are written to a mapping file, each with a line for the answer and its
    reason.  With all of them answered the timeline is written, and says how many records of the export became what.
    """
    from sla_dsl.faces.intake import Intake, run_intake

    return run_intake(Intake(form, files, mapping, output, policy, besides))

"""`sla schema`: the formats as JSON Schema."""

from __future__ import annotations

import click

from sla_dsl.faces.exits import Exit
from sla_dsl.faces.options import examples, output_option

FORMATS = ("timeline", "result", "policy", "table")


@click.command(epilog=examples("sla schema timeline", "sla schema result -o result.schema.json"))
@click.argument("form", metavar="|".join(FORMATS), type=click.Choice(FORMATS))
@output_option()
def command(form: str, output: str) -> Exit:
    """Print the JSON Schema of what goes in or comes out.

    `timeline` is the evidence, `result` what evaluate writes, `policy` what compile writes, `table` what table writes.
    """
    from sla_dsl.faces.json_text import pretty_json
    from sla_dsl.faces.saving import save

    save(output, pretty_json(_schema(form)))
    return Exit.DONE


def _schema(form: str) -> object:
    if form == "timeline":
        from sla_dsl.evidence.schema import timeline_schema

        return timeline_schema()
    if form == "table":
        from sla_dsl.faces.pictures.boundary_schema import boundary_schema

        return boundary_schema()
    from sla_dsl.evaluation.schema import policy_schema, result_schema

    return result_schema() if form == "result" else policy_schema()

"""`sla report`: what an agreement comes to for an account, as a report for a customer or a court."""

from __future__ import annotations

import click

from sla_dsl.faces.answering import Asked
from sla_dsl.faces.exits import Exit
from sla_dsl.faces.options import (
    examples,
    output_option,
    period_option,
    policy_argument,
    timeline_argument,
    zone_option,
)

FORMS = ("html", "pdf", "md", "csv", "xlsx")
LANGUAGES = ("en", "nl", "fr", "de")


@click.command(
    epilog=examples(
        "sla report policies/ecerium.sla acme.json --period 2026-03 -o acme.html",
        "sla report ecerium.sla accounts.jsonl --format pdf -o reports/",
    )
)
@policy_argument
@timeline_argument
@period_option
@click.option(
    "--format", "form", type=click.Choice(FORMS), help="How to write it; otherwise the ending of FILE says so."
)
@click.option("--language", type=click.Choice(LANGUAGES), default="en", help="The language of headings and labels.")
@click.option("--incognito", is_flag=True, help="Hide names, amounts of money and the texts of the agreement.")
@zone_option
@output_option()
def command(
    policy: str,
    timeline: str,
    periods: tuple[str, ...],
    form: str | None,
    language: str,
    incognito: bool,
    zone: str | None,
    output: str,
) -> Exit:
    """Write a report that a customer or a court can read.

    POLICY is a .sla file or a compiled one.  TIMELINE is a JSON file, JSON Lines (one account a line), a folder of CSV
    tables, or - for standard input.  The report begins with the answer, then shows where the time went, each incident
    and why it counts or not, the arithmetic line by line, what is assumed, and what is not known.

    FILE ends in .html (a page by itself), .pdf, .md (Markdown), .csv (one table) or .xlsx (a workbook).  A report is
    about one account; of many, each gets a file of its own if FILE is a folder, such as reports/.
    """
    from sla_dsl.faces.reporting.delivery import Wanted, deliver
    from sla_dsl.faces.reporting.forms import chosen_form

    wanted = Wanted(chosen_form(form, output), language, incognito)
    return deliver(Asked(policy, timeline, periods, zone, output), wanted)

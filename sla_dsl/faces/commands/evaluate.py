"""`sla evaluate`: what an agreement comes to for one account or many."""

from __future__ import annotations

from functools import partial

import click

from sla_dsl.faces.answering import Answer, Asked, Picture, answer, text_picture
from sla_dsl.faces.exits import Exit
from sla_dsl.faces.options import (
    examples,
    output_option,
    period_option,
    policy_argument,
    timeline_argument,
    zone_option,
)


@click.command(
    epilog=examples(
        "sla evaluate policies/ecerium.sla acme.json --period 2026-03",
        "sla evaluate ecerium.compiled.json accounts.jsonl --format json -o results.jsonl",
    )
)
@policy_argument
@timeline_argument
@period_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to write the result.")
@click.option("--strip", is_flag=True, help="Show each period day by day, too: a sign for each day.")
@click.option("--watch", is_flag=True, help="Answer again whenever the policy or the timeline has changed.")
@zone_option
@output_option()
def command(
    policy: str,
    timeline: str,
    periods: tuple[str, ...],
    form: str,
    strip: bool,
    watch: bool,
    zone: str | None,
    output: str,
) -> Exit:
    """Work out downtime, uptime, credits and support targets.

    POLICY is a .sla file or a compiled one.  TIMELINE is a JSON file, JSON Lines (one account a line), a folder of CSV
    tables, or - for standard input.  Without --period, every period that the timeline touches is evaluated.

    JSON Lines give JSON Lines: one result a line in the same order, and a line {"account": …, "refused": […]} for
    each timeline that is refused.

    --watch is for writing a policy: save it, and its answer is there with the figures that have moved, or its mistakes.
    Ctrl-C ends it, with exit status 0.
    """
    if form == "json" and (strip or watch):
        raise click.UsageError(f"--{'strip' if strip else 'watch'} is for text; it does not go with --format json.")
    picture = Picture(_json, _json_line) if form == "json" else _report(output, strip=strip)
    asked = Asked(policy, timeline, periods, zone, output)
    return _watch(asked, picture) if watch else answer(asked, picture)


def _watch(asked: Asked, picture: Picture) -> Exit:
    from sla_dsl.faces.watching import watch

    return watch(asked, picture)


def _report(output: str, *, strip: bool) -> Picture:
    from sla_dsl.faces.pictures.report import report

    return text_picture(partial(report, strip=strip), output)


def _json(answered: Answer) -> str:
    from sla_dsl.faces.json_text import pretty_json

    return pretty_json(_data(answered))


def _json_line(answered: Answer) -> str:
    from sla_dsl.faces.json_text import json_line

    return json_line(_data(answered))


def _data(answered: Answer) -> object:
    if answered.result is not None:
        return answered.result.to_dict()
    from sla_dsl.faces.pictures.finding_data import finding_data

    refused = [finding_data(finding, {}) for finding in answered.findings]
    return {"account": answered.account, "refused": refused}

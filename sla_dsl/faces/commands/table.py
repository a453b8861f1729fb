"""`sla table`: what each amount of downtime comes to, and where that changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sla_dsl.faces.exits import Exit
from sla_dsl.faces.opening import load_policy
from sla_dsl.faces.options import examples, output_option, period_option, policy_argument
from sla_dsl.faces.progress import working

if TYPE_CHECKING:
    from sla_dsl.analysis.boundaries import Boundaries
    from sla_dsl.analysis.samples import Sample
    from sla_dsl.analysis.study import Study
    from sla_dsl.evaluation.tree import Tree
    from sla_dsl.values.money import Money

FORMS = ("text", "markdown", "json", "svg")


@click.command(
    short_help="Show what each length of downtime comes to.",
    epilog=examples(
        'sla table policies/ecerium.sla --fee "2400 EUR" --period 2026-03',
        "sla table policies/ezcnam.sla --format svg -o ezcnam.svg",
    ),
)
@policy_argument
@click.option("--fee", metavar="AMOUNT", help='The fee of a period, such as "2400 EUR"; it is 1000 otherwise.')
@period_option
@click.option("--format", "form", type=click.Choice(FORMS), default="text", help="How to write the table.")
@output_option()
def command(policy: str, fee: str | None, periods: tuple[str, ...], form: str, output: str) -> Exit:
    """Show which downtime each promise allows and what each credit pays.

    POLICY is a .sla file or a compiled one.  There is a table for each length that a period can have, or for each
    --period: from which downtime on each row applies, what it pays, where it starts to pay and where the maximum
    lowers it, and the credit just below, at and just above every edge.  Each number comes from evaluating a period
    with such an outage.
    """
    loaded, status = load_policy(policy)
    if loaded is None:
        return status
    from sla_dsl.analysis.boundaries import boundaries
    from sla_dsl.analysis.study import Study
    from sla_dsl.faces.saving import save

    study = Study(loaded)
    paid = study.fee if fee is None else _fee(study.tree, fee)
    samples = _samples(study.tree, periods) if periods else study.samples
    with working("Working out the edges"):
        text = _written(study, boundaries(study, samples, paid), paid, form)
    save(output, text)
    return Exit.DONE


def _fee(tree: Tree, text: str) -> Money:
    """The fee that is asked about, in a currency in which the policy can be worked out without a rate."""
    from sla_dsl.analysis.worlds import currency_of
    from sla_dsl.values.currencies import MINOR_DIGITS
    from sla_dsl.values.money import Money
    from sla_dsl.values.numbers import read_decimal

    number, _, currency = text.strip().partition(" ")
    amount = read_decimal(number)
    usual = currency_of(tree)
    currency = currency.strip() or usual
    if isinstance(amount, str) or amount < 0 or currency not in MINOR_DIGITS:
        raise click.BadParameter(f'{text!r} is no fee; write for example "1000 {usual}".', param_hint="--fee")
    named = any(node.op == "literal" and node.type == "money" and node.params["value"][1] for node in tree.nodes)
    if named and currency != usual:
        raise click.BadParameter(
            f"The policy names amounts in {usual}; write the fee in {usual}, too.", param_hint="--fee"
        )
    return Money(amount, currency)


def _samples(tree: Tree, periods: tuple[str, ...]) -> tuple[Sample, ...]:
    """The periods that are asked for."""
    from sla_dsl.analysis.samples import Sample
    from sla_dsl.evaluation.evaluating import asked_for
    from sla_dsl.values.periods import bounds

    found, findings = asked_for(periods, tree.period)
    if findings:
        raise click.UsageError(" ".join(f"{finding.message} {finding.repair}" for finding in findings))
    return tuple([Sample(period, *bounds(period, tree.zone)) for period in found])


def _written(study: Study, found: Boundaries, fee: Money, form: str) -> str:
    if form == "json":
        from sla_dsl.faces.json_text import pretty_json
        from sla_dsl.faces.pictures.boundary_data import boundary_data

        return pretty_json(boundary_data(study, found, fee))
    if form == "svg":
        from sla_dsl.faces.pictures.boundary_drawing import drawing

        return drawing(study, found, fee)
    from sla_dsl.faces.pictures.boundary_sheet import sheet
    from sla_dsl.faces.pictures.sheets import markdown_lines, text_lines

    lines = (markdown_lines if form == "markdown" else text_lines)(sheet(study, found, fee))
    return "".join(f"{line}\n" for line in lines)

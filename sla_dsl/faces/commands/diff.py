"""`sla diff`: whether two policies ever differ, where, by how much, and for whose benefit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sla_dsl.faces.exits import Exit
from sla_dsl.faces.options import STANDARD_INPUT, examples, offering, output_option, zone_option
from sla_dsl.faces.progress import counted, working
from sla_dsl.records import NamedTuple

if TYPE_CHECKING:
    from sla_dsl.analysis.differing import Comparison
    from sla_dsl.analysis.history import Account
    from sla_dsl.evaluation.policy import Policy


class Compared(NamedTuple):
    """Two policies under the names that the command line gives them, and what came of them.

    `accounts` None: no records were asked about.
    """

    names: tuple[str, str]
    comparison: Comparison
    accounts: tuple[Account, ...] | None = None


@click.command(
    epilog=examples(
        "sla diff HEAD~1:policies/ecerium.sla policies/ecerium.sla",
        "sla diff old.sla new.sla --timelines accounts.jsonl --save-situation shown.json",
    )
)
@click.argument("old", shell_complete=offering("policies"))
@click.argument("new", shell_complete=offering("policies"))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to write it.")
@click.option(
    "--timelines",
    metavar="FILE",
    help="Hold the money of both over these records, too.",
    shell_complete=offering("timelines"),
)
@click.option(
    "--save-situation",
    "saved",
    metavar="FILE",
    help="Write the smallest situation as a timeline.",
    shell_complete=offering("files"),
)
@zone_option
@output_option()
def command(
    old: str, new: str, form: str, timelines: str | None, saved: str | None, zone: str | None, output: str
) -> Exit:
    """Tell whether two policies ever differ.

    If they do: the smallest situation that shows it, for whose benefit, and everything else in which they differ.  OLD
    and NEW are policy files, compiled ones, or REVISION:PATH for a file as it was in git.

    The exit status is 0 if no difference is found, 1 if they differ.
    """
    if [old, new, timelines].count(STANDARD_INPUT) > 1:
        raise click.UsageError("Only one of OLD, NEW and the records can come from standard input.")
    policies: list[Policy] = []
    for name in (old, new):
        policy, status = _load(name)
        if policy is None:
            return status
        policies.append(policy)
    from sla_dsl.analysis.differing import compare

    with working("Comparing"):
        compared = Compared((old, new), compare(policies[0], policies[1]))
    if timelines is None:
        return _tell(compared, form, saved, output, Exit.DONE)
    accounts, status = _history(compared.comparison, timelines, zone)
    if accounts is None:
        return status
    return _tell(compared._replace(accounts=accounts), form, saved, output, status)


def _load(name: str) -> tuple[Policy | None, Exit]:
    from sla_dsl.evaluation.policy import read_policy
    from sla_dsl.faces.opening import refuse
    from sla_dsl.faces.pictures.findings import MOST_SHOWN
    from sla_dsl.faces.revisions import open_any

    opened = open_any(name)
    if opened.data is None:
        return None, refuse(opened.findings)
    outcome = read_policy(opened.data, opened.name)
    if outcome.value is None:
        return None, refuse(outcome.findings, (opened.source(),), most=MOST_SHOWN)
    return outcome.value, Exit.DONE


def _history(comparison: Comparison, path: str, zone: str | None) -> tuple[tuple[Account, ...] | None, Exit]:
    """The money of each account; what is refused is told on standard error, and the others are held."""
    from sla_dsl.analysis.history import Account, over_history
    from sla_dsl.faces.opening import load_evidence, refuse

    evidence = load_evidence(path, zone)
    if any(finding.severity == "error" for finding in evidence.findings):
        return None, refuse(evidence.findings, evidence.sources)
    accounts: list[Account] = []
    status = Exit.DONE
    for reading in counted(evidence.readings, "Working out the money of both"):
        if reading.timeline is None:
            account = Account(reading.account or "", (), tuple(reading.findings))
        else:
            account = over_history(comparison.pair, reading.timeline)
        accounts.append(account)
        if account.findings:
            named = [finding._replace(source=finding.source or path) for finding in account.findings]
            status = max(status, refuse(named, evidence.sources))
    return tuple(accounts), status


def _tell(compared: Compared, form: str, saved: str | None, output: str, status: Exit) -> Exit:
    from sla_dsl.faces.saving import save

    save(output, _json(compared) if form == "json" else _text(compared, output))
    told = compared.comparison.told
    if saved is not None and told:
        from sla_dsl.evidence.plain import plain_timeline
        from sla_dsl.faces.json_text import pretty_json

        timeline, _ = compared.comparison.pair.timelines(told[0].situation)
        save(saved, pretty_json(plain_timeline(timeline, compared.comparison.pair.old.tree.zone)))
    differ = compared.comparison.verdict in ("different", "figures")
    return max(status, Exit.REFUSED) if differ else status


def _json(compared: Compared) -> str:
    from sla_dsl.faces.json_text import pretty_json
    from sla_dsl.faces.pictures.difference_data import difference_data

    return pretty_json(difference_data(compared.names, compared.comparison, compared.accounts))


def _text(compared: Compared, output: str) -> str:
    from sla_dsl.faces.pictures.differences import difference_lines
    from sla_dsl.faces.telling import told_text

    return told_text(difference_lines(compared.names, compared.comparison, compared.accounts), output)

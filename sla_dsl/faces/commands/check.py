"""`sla check`: everything that is wrong with policies, or left open in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from sla_dsl.faces.exits import Exit
from sla_dsl.faces.opening import NOT_THERE, open_policy
from sla_dsl.faces.options import examples, policies_argument

if TYPE_CHECKING:
    from sla_dsl.findings.finding import Finding
    from sla_dsl.findings.source import Source

FORMS = ("full", "concise", "json")

STATED = frozenset(("assumption", "nothing-computed"))
"""Notes on what a policy says of itself; they are listed when they are asked for."""


@click.command(epilog=examples("sla check policies/ecerium.sla --assumptions", "sla check *.sla --format concise"))
@policies_argument
@click.option("--format", "form", type=click.Choice(FORMS), default="full", help="How to write the findings.")
@click.option("--assumptions", is_flag=True, help="List what the policies assume, and where nothing is computed.")
def command(policies: tuple[str, ...], form: str, assumptions: bool) -> Exit:
    """Report what is wrong in policy files, or left open.

    All of it is told, with the words meant and what to do.  The findings go to standard error, the summary to standard
    output.  With --format json the findings are one JSON list on standard output.  The exit status is 1 if there is an
    error.
    """
    findings: list[Finding] = []
    sources: dict[str, Source] = {}
    for path in dict.fromkeys(policies):
        found, source = check_file(path)
        findings += found
        sources[source.name] = source
    listed = assumptions and form == "json"
    _tell([f for f in findings if listed or f.code not in STATED], sources, form)
    if form != "json":
        if assumptions:
            _tell_stated(findings, sources)
        _tell_summary(len(sources), findings, assumptions)
    return _status(findings)


def check_file(path: str) -> tuple[Sequence[Finding], Source]:
    """Everything that is found in a policy file, and its text."""
    from sla_dsl.evaluation.policy import read_policy

    opened = open_policy(path)
    if opened.data is None:
        return opened.findings, opened.source()
    return read_policy(opened.data, opened.name).findings, opened.source()


def _tell(findings: Sequence[Finding], sources: dict[str, Source], form: str) -> None:
    """The contract asks for every finding on standard error where a check fails, so that is where they go.

    The JSON list is data for another program, and goes to standard output; then, too, a failed check is told on
    standard error, a line each, so that whoever looks at the log sees why.
    """
    from sla_dsl.faces.layout import laid_out
    from sla_dsl.faces.pictures.findings import told
    from sla_dsl.faces.streams import complain, complaint_width

    told_of = findings
    if form == "json":
        from sla_dsl.faces.json_text import pretty_json
        from sla_dsl.faces.pictures.finding_data import finding_data
        from sla_dsl.faces.streams import write

        write(pretty_json([finding_data(finding, sources) for finding in findings]))
        told_of = [finding for finding in findings if finding.severity == "error"]
    complain(laid_out(told(told_of, sources, brief=form != "full"), complaint_width()))


def _tell_stated(findings: Sequence[Finding], sources: dict[str, Source]) -> None:
    """What the policies state of themselves is no mistake: it goes to standard output."""
    from sla_dsl.faces.layout import laid_out
    from sla_dsl.faces.pictures.findings import stated_lines
    from sla_dsl.faces.streams import output_width, say

    for source in sources.values():
        stated = [finding for finding in findings if finding.code in STATED and finding.source == source.name]
        say(laid_out(stated_lines(source, stated), output_width()))


def _tell_summary(files: int, findings: Sequence[Finding], listed: bool) -> None:
    from sla_dsl.faces.pictures.findings import counted, problems
    from sla_dsl.faces.streams import say

    assumed = sum(1 for finding in findings if finding.code == "assumption")
    words = f"{counted(files, 'policy', 'policies')}, {problems(findings) or 'no problems'}"
    if assumed:
        hint = "" if listed else " (--assumptions lists them)"
        words += f"; {counted(assumed, 'assumption')} {'is' if assumed == 1 else 'are'} stated{hint}"
    say([words])


def _status(findings: Sequence[Finding]) -> Exit:
    if any(finding.code in NOT_THERE for finding in findings):
        return Exit.MISUSED
    return Exit.REFUSED if any(finding.severity == "error" for finding in findings) else Exit.DONE

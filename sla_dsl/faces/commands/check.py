"""`sla check`: everything that is wrong with policies, or left open in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from sla_dsl.faces.cases import Case, cases_of, save_cases
from sla_dsl.faces.checking import check_policy
from sla_dsl.faces.exits import Exit
from sla_dsl.faces.opening import NOT_THERE, open_policy
from sla_dsl.faces.options import examples, offering, policies_argument
from sla_dsl.faces.progress import counted

if TYPE_CHECKING:
    from sla_dsl.findings.finding import Finding
    from sla_dsl.findings.source import Source

FORMS = ("full", "concise", "json", "github", "sarif")

STATED = frozenset(("assumption", "nothing-computed"))
"""Notes on what a policy says of itself; they are listed when they are asked for."""

SEVERITIES = ("error", "warning", "note")
"""From the gravest to the mildest."""


@click.command(
    epilog=examples("sla check policies/ecerium.sla --assumptions", "sla check *.sla --format github --fail-on warning")
)
@policies_argument
@click.option("--format", "form", type=click.Choice(FORMS), default="full", help="How to write the findings.")
@click.option(
    "--assumptions", is_flag=True, help="List what policies assume and accept, and where nothing is computed."
)
@click.option(
    "--fail-on", type=click.Choice(SEVERITIES), default="error", help="The mildest finding by which the check fails."
)
@click.option(
    "--save-situations",
    "folder",
    metavar="FOLDER",
    help="Write each case as a timeline into this folder.",
    shell_complete=offering("folders"),
)
def command(policies: tuple[str, ...], form: str, assumptions: bool, fail_on: str, folder: str | None) -> Exit:
    """Report what is wrong in policy files, or left open.

    All of it is told, with the words meant and what to do; what a policy accepts is told only with --assumptions.  The
    findings go to standard error, the summary to standard output.  With --format json, github or sarif the findings go
    to standard output, as data for other programs.  The exit status is 1 if there is an error; with --fail-on a milder
    finding is enough.

    What a policy comes to is tried on made-up outages, and what is found so comes with a case that shows it.
    --save-situations writes these as timelines, to be evaluated as any other.
    """
    findings: list[Finding] = []
    sources: dict[str, Source] = {}
    cases: list[Case] = []
    paths = list(dict.fromkeys(policies))
    for path in counted(paths, "Checking", len(paths)):
        found, source, shown = check_policy(open_policy(path))
        findings += found
        sources[source.name] = source
        cases += cases_of(path, shown) if folder is not None else []
    if folder is not None:
        save_cases(folder, cases)
    open_findings = [finding for finding in findings if finding.code not in STATED and not finding.accepted]
    failing = [finding for finding in open_findings if SEVERITIES.index(finding.severity) <= SEVERITIES.index(fail_on)]
    if form in _TEXTS:
        _tell(open_findings, sources, brief=form == "concise")
        if assumptions:
            _tell_stated(findings, sources)
        _tell_summary(len(sources), findings, assumptions)
    else:
        _write_data(findings if assumptions else _asked_for(findings, form), sources, form)
        _tell(failing, sources, brief=True)
    return _status(failing)


_TEXTS = ("full", "concise")


def _asked_for(findings: Sequence[Finding], form: str) -> list[Finding]:
    """The findings that are written unasked: in SARIF those that a policy accepts are marked as suppressed."""
    written = [finding for finding in findings if finding.code not in STATED]
    return written if form == "sarif" else [finding for finding in written if not finding.accepted]


def _tell(findings: Sequence[Finding], sources: dict[str, Source], *, brief: bool) -> None:
    """The contract asks for every finding on standard error where a check fails, so that is where they go.

    Data for other programs go to standard output; then, too, a failed check is told on standard error, a line for
    each finding, so that whoever looks at the log sees why.
    """
    from sla_dsl.faces.pictures.findings import told
    from sla_dsl.faces.telling import tell_of_mistakes

    tell_of_mistakes(told(findings, sources, brief=brief))


def _write_data(findings: Sequence[Finding], sources: dict[str, Source], form: str) -> None:
    """The findings as data, on standard output."""
    from sla_dsl.faces.json_text import pretty_json
    from sla_dsl.faces.streams import say, write

    if form == "github":
        from sla_dsl.faces.pictures.github import commands

        say(commands(findings, sources))
    elif form == "sarif":
        from sla_dsl.faces.pictures.sarif import sarif_log

        write(pretty_json(sarif_log(findings, sources)))
    else:
        from sla_dsl.faces.pictures.finding_data import finding_data

        write(pretty_json([finding_data(finding, sources) for finding in findings]))


def _tell_stated(findings: Sequence[Finding], sources: dict[str, Source]) -> None:
    """What the policies state of themselves is no mistake: it goes to standard output."""
    from sla_dsl.faces.pictures.findings import stated_lines
    from sla_dsl.faces.telling import tell

    stated = [finding for finding in findings if finding.code in STATED or finding.accepted]
    for source in sources.values():
        tell(stated_lines(source, [finding for finding in stated if finding.source == source.name]))


def _tell_summary(files: int, findings: Sequence[Finding], listed: bool) -> None:
    from sla_dsl.faces.pictures.findings import summary
    from sla_dsl.faces.telling import tell

    tell([summary(files, findings, _stated(findings, listed))])


def _stated(findings: Sequence[Finding], listed: bool) -> str:
    """`; 2 assumptions are stated, 1 finding is accepted`."""
    from sla_dsl.faces.pictures.findings import counted

    assumed = sum(1 for finding in findings if finding.code == "assumption")
    accepted = sum(1 for finding in findings if finding.accepted)
    parts = [f"{counted(assumed, 'assumption')} {'is' if assumed == 1 else 'are'} stated"] if assumed else []
    parts += [f"{counted(accepted, 'finding')} {'is' if accepted == 1 else 'are'} accepted"] if accepted else []
    hint = "" if listed or not parts else " (--assumptions lists them)"
    return f"; {', '.join(parts)}{hint}" if parts else ""


def _status(failing: Sequence[Finding]) -> Exit:
    if any(finding.code in NOT_THERE for finding in failing):
        return Exit.MISUSED
    return Exit.REFUSED if failing else Exit.DONE

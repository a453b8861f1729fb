"""`sla coverage`: what the examples of a policy reach, and what of the contract the policy cites."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from sla_dsl.faces.exits import Exit
from sla_dsl.faces.opening import Opened, open_policy, refuse
from sla_dsl.faces.options import examples, offering, policy_argument
from sla_dsl.faces.progress import working
from sla_dsl.records import NamedTuple

if TYPE_CHECKING:
    from sla_dsl.analysis.citing import Citing
    from sla_dsl.analysis.suggesting import Suggesting
    from sla_dsl.evaluation.compiling.reading import Read
    from sla_dsl.findings.finding import Finding
    from sla_dsl.findings.source import Source

EXAMPLES = examples(
    "sla coverage policies/ecerium.sla --suggest > missing.sla",
    "sla coverage acme.sla --document acme-contract.docx --fail-under 70",
)


class Asked(NamedTuple):
    """What the command was asked for."""

    form: str
    suggest: bool
    verbose: bool


@click.command(epilog=EXAMPLES, short_help="Show what the examples of a policy leave out.")
@policy_argument
@click.option(
    "--document",
    metavar="FILE",
    help="The contract's text (.md, .txt, .docx, .pdf): is each clause cited?",
    shell_complete=offering("documents"),
)
@click.option("--suggest", is_flag=True, help="Print the examples that are missing, ready for the policy.")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", help="How to write it.")
@click.option("--verbose", is_flag=True, help="Name what is reached, too, and by which examples.")
@click.option("--fail-under", type=click.IntRange(0, 100), metavar="PERCENT", help="Fail if less than this is reached.")
def command(policy: str, document: str | None, suggest: bool, form: str, verbose: bool, fail_under: int | None) -> Exit:
    """Show what the examples of a policy reach, and what they leave out.

    Looked at are its sentences, what each decides, the rows of its tables, and every edge: just below, exactly, just
    above.  With --document the contract is searched for what the policy cites.  The exit status is 1 if the policy
    cites what the contract does not have, or less is reached than --fail-under asks for.
    """
    opened = open_policy(policy)
    read, status = _read(opened)
    if read is None:
        return status
    from sla_dsl.analysis.coverage import Coverage
    from sla_dsl.analysis.suggesting import Suggesting

    with working("Working out what the examples reach"):
        suggesting = Suggesting(Coverage(read, opened.source().text))
        cited, status = _cited(document, read, suggesting, opened.name) if document else (None, Exit.DONE)
        if status == Exit.MISUSED or (document and cited is None):
            return status
        _tell(suggesting, cited, opened.source(), Asked(form, suggest, verbose))
        return max(status, _enough(suggesting, fail_under))


def _read(opened: Opened) -> tuple[Read | None, Exit]:
    """The policy; or None, with everything that is wrong told on standard error."""
    import hashlib

    from sla_dsl.faces.pictures.findings import MOST_SHOWN

    if opened.data is None:
        return None, refuse(opened.findings)
    if opened.is_compiled():
        raise click.UsageError(f"{opened.name} is a compiled policy, which holds no examples; name its .sla file.")
    from sla_dsl.evaluation.compiling.reading import read

    source = opened.source()
    found = read(source.text, f"sha256:{hashlib.sha256(opened.data).hexdigest()}", opened.name)
    if found.tree is None:
        return None, refuse(found.findings, (source,), most=MOST_SHOWN)
    return found, Exit.DONE


def _cited(path: str, read: Read, suggesting: Suggesting, name: str) -> tuple[Citing | None, Exit]:
    """Who cites what in the contract; or None, with the reason told on standard error."""
    from sla_dsl.analysis.citing import citing
    from sla_dsl.documents.opening import read_document
    from sla_dsl.evaluation.compiling.statements import citations
    from sla_dsl.evidence.files import read_file
    from sla_dsl.findings.finding import Finding

    data = read_file(path)
    document = data if isinstance(data, Finding) else read_document(data, path)
    if isinstance(document, Finding):
        return None, refuse((document,))
    found = citing(document, citations(read), suggesting.coverage.statements, name)
    return found, Exit.REFUSED if found.findings else Exit.DONE


def _tell(suggesting: Suggesting, cited: Citing | None, source: Source, asked: Asked) -> None:
    from sla_dsl.faces.streams import write

    _complain(cited.findings if cited else (), source, brief=asked.form == "json")
    if asked.suggest:
        _suggest(suggesting)
    elif asked.form == "json":
        from sla_dsl.faces.json_text import pretty_json
        from sla_dsl.faces.pictures.coverage_data import coverage_data

        write(pretty_json(coverage_data(suggesting, cited, source)))
    else:
        from sla_dsl.faces.pictures.cited import cited_lines
        from sla_dsl.faces.pictures.coverage import coverage_lines
        from sla_dsl.faces.telling import tell

        tell(coverage_lines(suggesting, source, verbose=asked.verbose))
        if cited:
            tell(cited_lines(cited, suggesting.coverage.statements, source))


def _complain(findings: Sequence[Finding], source: Source, *, brief: bool) -> None:
    from sla_dsl.faces.pictures.findings import told
    from sla_dsl.faces.telling import tell_of_mistakes

    tell_of_mistakes(told(findings, {source.name: source}, brief=brief))


def _suggest(suggesting: Suggesting) -> None:
    """The examples go to standard output as they are; what must be said of them, to standard error."""
    from sla_dsl.analysis.suggesting import together
    from sla_dsl.faces.pictures.coverage import warning
    from sla_dsl.faces.streams import complain, write

    write(together(suggesting.suggestions))
    complain([warning(len(suggesting.suggestions))])


def _enough(suggesting: Suggesting, least: int | None) -> Exit:
    from sla_dsl.faces.streams import complain

    reached, every = suggesting.figure
    if least is None or 100 * reached >= least * every:
        return Exit.DONE
    complain([f"{suggesting.figure.percent} % is reached, less than the {least} % that --fail-under asks for"])
    return Exit.REFUSED

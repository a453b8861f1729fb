"""`sla format`: policies in the canonical layout."""

from __future__ import annotations

import click

from sla_dsl.faces.exits import Exit
from sla_dsl.faces.opening import INPUT_NAME, Opened, open_policy, refuse
from sla_dsl.faces.options import examples, policies_argument
from sla_dsl.records import NamedTuple


class Asked(NamedTuple):
    """What the command line asks for instead of the new layout."""

    check: bool
    diff: bool


@click.command(epilog=examples("sla format policies/ecerium.sla", "sla format policies/*.sla --check --diff"))
@policies_argument
@click.option("--check", is_flag=True, help="Change nothing, name the files that would change, and fail if any would.")
@click.option("--diff", is_flag=True, help="Change nothing, show what would change, and fail if anything would.")
def command(policies: tuple[str, ...], check: bool, diff: bool) -> Exit:
    """Lay policy files out in the canonical way, in place.

    The meaning never changes.  A file with errors is left alone.  What comes from standard input (-) goes to standard
    output.
    """
    return max(_format(open_policy(path), Asked(check, diff)) for path in dict.fromkeys(policies))


def _format(opened: Opened, asked: Asked) -> Exit:
    """One file."""
    from sla_dsl.faces.streams import say, write

    text, status = _laid_out(opened)
    if text is None:
        return status
    if asked.check or asked.diff:
        return _tell(opened, text, asked)
    if opened.name == INPUT_NAME:
        write(text)
    elif text.encode("utf-8") != opened.data:
        from sla_dsl.faces.saving import save

        save(opened.name, text)
        say([f"{opened.name} is laid out anew"])
    return Exit.DONE


def _tell(opened: Opened, text: str, asked: Asked) -> Exit:
    """Says what would change, and changes nothing."""
    from sla_dsl.faces.pictures.unified import differing_lines
    from sla_dsl.faces.streams import say, write

    if text.encode("utf-8") == opened.data:
        return Exit.DONE
    if asked.check:
        say([f"{opened.name} would change"])
    if asked.diff:
        write("".join(f"{line}\n" for line in differing_lines(opened.name, opened.source().text, text)))
    return Exit.REFUSED


def _laid_out(opened: Opened) -> tuple[str | None, Exit]:
    """The text in its canonical layout; or None, with what is wrong told on standard error."""
    from sla_dsl.faces.pictures.findings import MOST_SHOWN
    from sla_dsl.findings.finding import is_error
    from sla_dsl.language.formatting import format_policy
    from sla_dsl.language.parsing import parse

    if opened.data is None:
        return None, refuse(opened.findings)
    if opened.is_compiled():
        raise click.UsageError(f"{opened.name} is a compiled policy, which has no layout; name its .sla file.")
    source = opened.source()
    file, findings = parse(source)
    if file is None or any(map(is_error, findings)):
        return None, refuse(findings, (source,), most=MOST_SHOWN)
    return format_policy(file), Exit.DONE

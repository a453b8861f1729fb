"""From the arguments of `report` to its files: one for one account, and of many one for each, in a folder."""

from __future__ import annotations

import os
import sys

import click

from sla_dsl.faces.answering import Answer, Asked, Prepared, answers, list_of, prepare, told
from sla_dsl.faces.exits import Exit
from sla_dsl.faces.inputs import spare_inputs
from sla_dsl.faces.options import STANDARD_INPUT
from sla_dsl.faces.progress import counted
from sla_dsl.faces.reporting.forms import is_folder, written
from sla_dsl.faces.reporting.making import report_of
from sla_dsl.faces.saving import save_bytes
from sla_dsl.faces.streams import say
from sla_dsl.records import NamedTuple

BINARY = ("pdf", "xlsx")
LONGEST_NAME, MOST_BYTES = 80, 180
"""Letters of the name of a file, and its bytes: systems take 255, with the ending and what is added while writing."""


class Wanted(NamedTuple):
    """How the report is asked for."""

    form: str
    language: str
    incognito: bool


def deliver(asked: Asked, wanted: Wanted) -> Exit:
    """Evaluates and writes; what is refused is told on standard error."""
    if asked.output == STANDARD_INPUT and wanted.form in BINARY and sys.stdout.isatty():
        raise click.UsageError(f"A report in the form {wanted.form} is not for the screen: name a file, with -o.")
    prepared = prepare(asked)
    if isinstance(prepared, Exit):
        return prepared
    deliver_to = _into_folder if is_folder(asked.output) else _into_file
    return deliver_to(prepared, asked, wanted)


def _into_file(prepared: Prepared, asked: Asked, wanted: Wanted) -> Exit:
    """The report of the only account."""
    every = answers(prepared, asked)
    first, second = next(every, None), next(every, None)
    if first is None:
        raise click.UsageError("The timeline holds no account, so there is nothing to report.")
    if second is not None:
        raise click.UsageError(
            "The timeline holds several accounts, and a report is about one. "
            f"For a file for each of them name a folder: -o reports/ --format {wanted.form}."
        )
    status = told(first, prepared.evidence)
    if first.result is not None:
        save_bytes(asked.output, _report(first, wanted))
    return status


def _into_folder(prepared: Prepared, asked: Asked, wanted: Wanted) -> Exit:
    """A file for each account that is not refused, and how many there are."""
    status, count = Exit.DONE, 0
    os.makedirs(asked.output, exist_ok=True)
    taken: set[str] = set()
    for answered in counted(answers(prepared, asked), "Reporting", len(list_of(prepared.evidence)) or None):
        status = max(status, told(answered, prepared.evidence))
        if answered.result is not None:
            name = _free_name("account" if wanted.incognito else answered.result.account, taken)
            path = os.path.join(asked.output, f"{name}.{wanted.form}")
            spare_inputs(path, asked.policy, asked.timeline)
            save_bytes(path, _report(answered, wanted))
            count += 1
    say([f"{count:,} {'report was' if count == 1 else 'reports were'} written to {asked.output}."])
    return status


def _report(answered: Answer, wanted: Wanted) -> bytes:
    assert answered.result is not None
    return written(report_of(answered.result, wanted.language, incognito=wanted.incognito), wanted.form)


def _free_name(account: str, taken: set[str]) -> str:
    """The name of an account as that of a file, with a number where another account has it already."""
    plain = "".join(letter if letter.isalnum() or letter in "._-" else "-" for letter in account[:LONGEST_NAME])
    short = plain.encode("utf-8", "replace")[:MOST_BYTES].decode("utf-8", "ignore")
    name = short.strip(".-") or "account"
    name = f"account-{name}" if name.split(".")[0].upper() in _DEVICES else name
    found, number = name, 1
    while found.casefold() in taken:
        number += 1
        found = f"{name}-{number}"
    taken.add(found.casefold())
    return found


_DEVICES = frozenset(("CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(1, 10))))
"""What Windows takes for something else than a file, whatever its ending."""

"""What the arguments of a command name: policies and evidence, opened, or why they cannot be."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from sla_dsl.faces.exits import Exit
from sla_dsl.faces.options import STANDARD_INPUT
from sla_dsl.records import NamedTuple

if TYPE_CHECKING:
    from sla_dsl.evaluation.policy import Policy
    from sla_dsl.evidence.opening import Evidence
    from sla_dsl.findings.finding import Finding
    from sla_dsl.findings.source import Source

INPUT_NAME = "standard input"

NOT_THERE = frozenset(("no-such-file", "not-a-file", "cannot-read"))
"""Findings that say that the command was given a wrong name."""


class Opened(NamedTuple):
    """The bytes of a policy under the name that findings call it by; or None, and why."""

    name: str
    data: bytes | None
    findings: tuple[Finding, ...] = ()

    def source(self) -> Source:
        """The text, so that words of it can be shown; empty where it is no text."""
        from sla_dsl.findings.source import Source

        try:
            text = (self.data or b"").decode("utf-8")
        except UnicodeDecodeError:
            text = ""
        return Source(self.name, text)

    def is_compiled(self) -> bool:
        """Whether it is what `sla compile` wrote, or any other JSON."""
        return (self.data or b"").lstrip().startswith(b"{")


def open_policy(path: str) -> Opened:
    """A policy's bytes, from a file or from standard input."""
    from sla_dsl.evaluation.policy import MOST_BYTES, read_policy_file

    if path == STANDARD_INPUT:
        return Opened(INPUT_NAME, read_input(MOST_BYTES))
    data = read_policy_file(path)
    return Opened(path, data) if isinstance(data, bytes) else Opened(path, None, (data,))


def load_policy(path: str) -> tuple[Policy | None, Exit]:
    """The policy, ready to evaluate; or None, with everything that is wrong told on standard error."""
    from sla_dsl.evaluation.policy import read_policy

    opened = open_policy(path)
    if opened.data is None:
        return None, refuse(opened.findings)
    outcome = read_policy(opened.data, opened.name)
    if outcome.value is None:
        from sla_dsl.faces.pictures.findings import MOST_SHOWN

        return None, refuse(outcome.findings, (opened.source(),), most=MOST_SHOWN)
    return outcome.value, Exit.DONE


def load_evidence(path: str, zone: str | None) -> Evidence:
    """The evidence of a file, a folder or standard input."""
    from sla_dsl.evidence import opening

    if path != STANDARD_INPUT:
        return opening.open_evidence(path, zone)
    return opening.evidence_of(read_input(), INPUT_NAME, zone)


def read_input(limit: int | None = None) -> bytes:
    """What standard input holds, as far as it shows whether there is too much; nothing if it was closed."""
    if limit is None:
        from sla_dsl.evidence.limits import FILE_BYTES

        limit = FILE_BYTES
    return sys.stdin.buffer.read(limit + 1) if sys.stdin is not None else b""


def refuse(findings: Iterable[Finding], sources: Iterable[Source] = (), most: int | None = None) -> Exit:
    """Tells the errors and warnings on standard error, in full; the status says whether a wrong file was named."""
    from sla_dsl.faces.pictures.findings import told
    from sla_dsl.faces.telling import tell_of_mistakes

    found = [finding for finding in findings if finding.severity != "note" and not finding.accepted]
    misused = any(finding.code in NOT_THERE for finding in found)
    by_name = {source.name: source for source in sources}
    tell_of_mistakes(told(found, by_name, brief=misused, most=most))
    return Exit.MISUSED if misused else Exit.REFUSED


def mention(findings: Iterable[Finding]) -> None:
    """Tells notes and warnings that come with something that was read all the same, one line each."""
    found = list(findings)
    if found:
        from sla_dsl.faces.pictures.findings import told
        from sla_dsl.faces.telling import tell_of_mistakes

        tell_of_mistakes(told(found, {}, brief=True))

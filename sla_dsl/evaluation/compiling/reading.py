"""From the text of a policy to its tree: reading, checking, compiling, and everything they find."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import attrs

from sla_dsl.evaluation.compiling.compile import compile_agreement
from sla_dsl.evaluation.tree import Tree
from sla_dsl.findings.finding import Finding, in_order, is_error
from sla_dsl.findings.source import Source
from sla_dsl.language.agreement import Agreement
from sla_dsl.language.checking import check
from sla_dsl.language.nodes import PolicyFile
from sla_dsl.language.parsing import parse


@attrs.frozen
class Read:
    """Everything that reading a policy gives: each step as far as it came, and all the findings."""

    file: PolicyFile | None
    agreement: Agreement | None
    tree: Tree | None
    findings: tuple[Finding, ...]


def read(text: str, digest: str, name: str) -> Read:
    """Reads, checks and compiles a policy.  With a syntax error the rest is still checked, as far as it can be read."""
    file, found = parse(Source(name, text))
    agreement, tree = None, None
    if file is not None:
        agreement, wrong = check(file, whole=not any(map(is_error, found)), told=found)
        found += wrong
    if agreement is not None and not any(map(is_error, found)):
        tree, wrong = compile_agreement(agreement, digest)
        found += wrong
    named = [f._replace(source=name) for f in found]
    return Read(file, agreement, tree, _accepted(named, file))


def _accepted(findings: Sequence[Finding], file: PolicyFile | None) -> tuple[Finding, ...]:
    """The findings in order of place, with what the policy accepts of them; most policies accept nothing."""
    if file is None or not any(sentence.accepting for sentence in file.sentences):
        return in_order(list(findings))
    from sla_dsl.language.silencing import accepted

    return accepted(findings, file)


def read_despite(text: str, codes: Collection[str]) -> Tree | None:
    """The tree of a policy that is refused for findings of these codes alone, to show what they lead to; else None.

    It is for analyses: nobody may be paid by it.
    """
    file, found = parse(Source("", text))
    agreement, wrong = check(file, despite=codes) if file is not None else (None, [])
    errors = [finding for finding in (*found, *wrong) if is_error(finding)]
    if agreement is None or any(finding.code not in codes for finding in errors):
        return None
    tree, wrong = compile_agreement(agreement, "")
    return None if any(map(is_error, wrong)) else tree

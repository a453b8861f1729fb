"""Every name in every sentence against who declares what."""

from __future__ import annotations

from collections.abc import Container

from sla_dsl.findings.finding import Finding
from sla_dsl.language import mistakes, suggesting
from sla_dsl.language import nodes as n
from sla_dsl.language.agreement import identifier
from sla_dsl.language.names import Declared, Names, guarantee_name
from sla_dsl.language.references import CREDIT, VALUE, Reference, references
from sla_dsl.records import NamedTuple

_MOST_LOOKED_AT = 100_000
"""How many names are looked at in one policy for those that are like one that nobody declares.

Each such name is compared with all others: in a file full of mistakes the first ones are enough.
"""


def wrong_kinds(file: n.PolicyFile, names: Names, *, whole: bool) -> list[Finding]:
    """Names that stand where another kind of name is meant, and guarantees that have none.

    A guarantee may share its name with a measure: where not the `whole` policy could be read, the one of the two
    that is meant may only be missing.
    """
    findings: list[Finding] = []
    for sentence in file.sentences:
        findings += _nameless(sentence)
        for reference in references(sentence.body):
            found = names.find(reference.name, reference.kinds, aside=bool(sentence.set_aside))
            if found is None or found.kind in reference.kinds:
                continue
            if whole or "guarantee" not in (*reference.kinds, found.kind):
                findings.append(_wrong_kind(reference, found))
    return findings


class _Lost(NamedTuple):
    """What is said of a name that nobody declares, and the names that were probably meant."""

    finding: Finding
    meant: tuple[str, ...] = ()


def unknown(file: n.PolicyFile, names: Names) -> tuple[list[Finding], set[str]]:
    """A finding for each use of a name that nobody declares; a credit that nobody grants is told once.

    And the identifiers of the names that were probably meant, so that nobody says of these that nothing reads them.
    """
    lost = [
        reference
        for sentence in file.sentences
        for reference in references(sentence.body)
        if names.find(reference.name, reference.kinds, aside=bool(sentence.set_aside)) is None
    ]
    credits = {reference.name.text for reference in lost if _rules_credit(reference)}
    told: dict[str, Finding] = {}
    findings = []
    meant: set[str] = set()
    searches = _MOST_LOOKED_AT // max(1, len(names.declared))
    for count, reference in enumerate(lost):
        known = _known(reference, names) if count < searches else []
        finding, near = _unknown(reference, names, credits, known)
        meant.update(map(identifier, near))
        if finding.code != "credit-missing" or told.setdefault(reference.name.text, finding) is finding:
            findings.append(finding)
    return findings, meant


def _nameless(sentence: n.Sentence) -> list[Finding]:
    body = sentence.body
    if isinstance(body, n.Guarantee) and guarantee_name(body) is None:
        return [mistakes.guarantee_without_name(body)]
    return []


def _rules_credit(reference: Reference) -> bool:
    return reference.use == "subject" and reference.kinds == CREDIT


def _known(reference: Reference, names: Names) -> list[str]:
    """The names to choose from, those of a fitting kind first."""
    everyone = list(names.everyone())
    fitting = [found.name.text for found in everyone if found.kind in reference.kinds]
    return fitting + [found.name.text for found in everyone if found.kind not in reference.kinds]


def _unknown(reference: Reference, names: Names, credits: Container[str], known: list[str]) -> _Lost:
    name = reference.name
    aside = names.find(name, reference.kinds, aside=True)
    if aside is not None:
        return _Lost(mistakes.name_set_aside(name, aside.name))
    inside = suggesting.inside(name.text, known)
    if len(inside) > 1:
        return _Lost(mistakes.names_run_together(name, inside), inside)
    near = suggesting.nearest(name.text, known) or suggesting.within(name.text, known)
    if not near and reference.use == "subject" and name.text in credits:
        return _Lost(mistakes.credit_missing(name))
    return _Lost(mistakes.unknown_name(name, reference.kinds, near), (near,) if near else ())


def _wrong_kind(reference: Reference, found: Declared) -> Finding:
    name = reference.name
    if found.kind == "time" and reference.kinds == ("credit", "value"):
        return mistakes.total_not_named(name, found.name)
    if found.kind == "truth" and reference.kinds == VALUE:
        return mistakes.condition_as_value(name, found.name)
    return mistakes.wrong_kind(name, reference.kinds, found.kind, found.name)

"""Compiling: from a checked agreement to the evaluation tree."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sla_dsl.evaluation.compiling.conditions import Truths, lower_condition
from sla_dsl.evaluation.compiling.constants import NotCompiled
from sla_dsl.evaluation.compiling.credits import lower_credit, lower_target
from sla_dsl.evaluation.compiling.days import calendar_entry
from sla_dsl.evaluation.compiling.times import lower_measure
from sla_dsl.evaluation.compiling.values import Names, lower_value, rounding
from sla_dsl.evaluation.compiling.workshop import Workshop, known
from sla_dsl.evaluation.forms import KINDS
from sla_dsl.evaluation.tree import Root, Tree
from sla_dsl.findings.finding import Finding
from sla_dsl.language import nodes as n
from sla_dsl.language.agreement import Agreement
from sla_dsl.language.cycles import arrange
from sla_dsl.language.names import declare
from sla_dsl.language.types import quantities_of


def compile_agreement(agreement: Agreement, digest: str) -> tuple[Tree | None, list[Finding]]:
    """The tree of an agreement; `digest` is the SHA-256 of the policy's text.

    A finding where a length that must be fixed depends on evidence; then there is no tree.
    """
    try:
        return _compile(agreement, digest), []
    except NotCompiled as mistake:
        return None, [mistake.finding]


def _compile(agreement: Agreement, digest: str) -> Tree:
    names, _ = declare(agreement.file)
    order, _ = arrange(agreement.file, names)
    shop = Workshop(agreement, quantities_of(agreement.file, names, order))
    ends, truths = Names(), Truths()
    for found in order:
        _lower(shop, ends, truths, found.kind, known(found.name.text))
    credits = [
        Root(key, terms.name, lower_credit(shop, ends, truths, terms)) for key, terms in agreement.credits.items()
    ]
    targets = [_target_root(shop, sentence) for sentence in agreement.targets]
    return _tree(shop, digest, ends, truths, credits, targets)


def _lower(shop: Workshop, names: Names, truths: Truths, kind: str, name: str) -> None:
    """Lowers one definition; everything that it reads is lowered already."""
    agreement = shop.agreement
    if kind == "time" and agreement.times[name].is_measure:
        lower_measure(shop, names, agreement.times[name])
    elif kind == "value":
        names.values[name] = _value(shop, names, name)
    elif kind == "truth":
        sentence = agreement.truths[name]
        assert isinstance(sentence.body, n.DefineTruth)
        at = lower_condition(shop, names, truths, sentence.body.condition, sentence)
        truths[name] = shop.named(at, sentence.body.name.text)
    elif kind == "guarantee":
        terms = agreement.guarantees[name]
        assert isinstance(terms.guarantee.body, n.Guarantee)
        truth = lower_condition(shop, names, truths, terms.guarantee.body.condition, terms.guarantee)
        truths[f"guarantee:{name}"] = truth


def _value(shop: Workshop, names: Names, name: str) -> int:
    entry = shop.agreement.values[name]
    body = entry.definition.body
    assert isinstance(body, n.DefineValue)
    at = lower_value(shop, names, body.value, entry.definition)
    if entry.rounding is not None and isinstance(entry.rounding.body, n.RoundName):
        at = rounding(shop, at, entry.rounding.body.rounding, entry.rounding)
    return shop.named(at, entry.name)


def _target_root(shop: Workshop, sentence: n.Sentence) -> Root:
    assert isinstance(sentence.body, n.Target)
    return Root(known(sentence.body.step.text), sentence.body.step.text, lower_target(shop, sentence))


def _tree(shop: Workshop, digest: str, names: Names, truths: Truths, credits: list[Root], targets: list[Root]) -> Tree:
    agreement = shop.agreement
    measures = [Root(key, t.name, names.totals[key]) for key, t in agreement.times.items() if key in names.totals]
    measures += [Root(key, v.name, names.values[key]) for key, v in agreement.values.items()]
    guarantees = [
        Root(key, terms.name, shop.add("guarantee", (truths[f"guarantee:{key}"],), "guarantee", terms.guarantee))
        for key, terms in agreement.guarantees.items()
    ]
    ledgers = [Root(key, t.name, names.ledgers[key]) for key, t in agreement.times.items() if key in names.ledgers]
    stated = tuple(
        (_clause_text(shop, s), s.assuming) for s in agreement.file.sentences if s.assuming and not s.set_aside
    )
    nothing = tuple(
        (_clause_text(shop, s), s.body.because) for s in agreement.nothing if isinstance(s.body, n.NothingComputed)
    )
    return Tree(
        title=agreement.title,
        digest=digest,
        language=agreement.language,
        zone=agreement.zone,
        period=agreement.period,
        names=_names(agreement),
        recorded=_recorded(agreement, "step"),
        paused=_recorded(agreement, "pause"),
        calendars={key: calendar_entry(s, agreement.zone) for key, s in agreement.calendars.items()},
        clauses=tuple(shop.clauses),
        assumptions=tuple(shop.assumptions),
        stated=stated,
        nothing=nothing,
        nodes=tuple(shop.nodes),
        measures=tuple(measures),
        guarantees=tuple(guarantees),
        credits=tuple(credits),
        targets=tuple(targets),
        ledgers=tuple(ledgers),
    )


def _clause_text(shop: Workshop, sentence: n.Sentence) -> str:
    at = shop.clause(sentence)
    return "" if at < 0 else shop.clauses[at]


def _names(agreement: Agreement) -> Mapping[str, Mapping[str, str]]:
    names: dict[str, dict[str, str]] = {kind: {} for kind in KINDS}
    for key, sentence in agreement.declarations.items():
        if isinstance(sentence.body, n.Declaration):
            names[sentence.body.kind][key] = sentence.body.name.text
    return names


def _recorded(agreement: Agreement, kind: str) -> dict[str, str]:
    """What the evidence calls each step, or each pause: the field of the one, the state of the other."""
    fields: dict[str, Any] = {}
    for key, sentence in agreement.declarations.items():
        if isinstance(sentence.body, n.Declaration) and sentence.body.kind == kind:
            fields[key] = known((sentence.body.recorded_as or sentence.body.name).text)
    return fields

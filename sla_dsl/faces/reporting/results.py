"""What a period comes to: its measures, its promises, its credits, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator

from sla_dsl.evaluation.reasons import credit_reasons
from sla_dsl.evaluation.result import CreditResult, Known, PeriodResult
from sla_dsl.evaluation.tree import Root
from sla_dsl.faces.pictures.answers import credit_answer, guarantee_sentence
from sla_dsl.faces.pictures.steps import clause_of
from sla_dsl.faces.reporting.figures import end_of, figure_of
from sla_dsl.faces.reporting.model import Credit, Figure, Guarantee, Measure, Missing
from sla_dsl.values.unknown import Between


def measures_of(period: PeriodResult) -> tuple[Measure, ...]:
    """The measured values."""
    found = []
    for root in period.tree.measures:
        measure, value = period.measures[root.id], period.trace.values[root.node]
        figure = figure_of(measure.kind, value)
        least, most = _ends(measure.kind, measure.known)
        found.append(Measure(root.id, root.words, figure, least, most, measure.known.needs))
    return tuple(found)


def _ends(kind: str, known: Known) -> tuple[Figure | None, Figure | None]:
    return end_of(kind, known.least), end_of(kind, known.most)


def guarantees_of(period: PeriodResult) -> tuple[Guarantee, ...]:
    """The promises."""
    tree = period.tree
    return tuple(
        Guarantee(
            root.id,
            root.words,
            period.guarantees[root.id],
            guarantee_sentence(period, root),
            clause_of(tree, root.node),
        )
        for root in tree.guarantees
    )


def credits_of(period: PeriodResult) -> tuple[Credit, ...]:
    """The credits, in the policy's order."""
    return tuple(_credit(period, *pair) for pair in zip(period.tree.credits, period.credits, strict=True))


def _credit(period: PeriodResult, root: Root, credit: CreditResult) -> Credit:
    least, most = _ends("money", credit.amount)
    return Credit(
        id=root.id,
        name=root.words,
        status=credit.status,
        sentence=credit_answer(period, root, credit),
        clause=clause_of(period.tree, root.node),
        rate=_rate(credit.rate),
        amount=figure_of("money", credit.amount.value),
        least=least,
        most=most,
        capped=credit.capped,
        claim_by=credit.claim_by,
        paid_as=credit.paid_as.forms if credit.paid_as else (),
        because=tuple(credit_reasons(period, credit)),
        needs=credit.needs,
    )


def _rate(rate: Known) -> Figure:
    """The share that a credit is of; of one that is priced by the unit the price."""
    if rate.value is not None or rate.least is None or rate.most is None:
        return figure_of("ratio", rate.value)
    return Figure(f"{figure_of('ratio', rate.least).words} to {figure_of('ratio', rate.most).words}", None, "ratio")


def missing_of(period: PeriodResult) -> tuple[Missing, ...]:
    """Each fact that was not supplied and that something hangs on, with what hangs on it."""
    found: dict[str, list[str]] = {}
    for fact, change in _open_questions(period):
        found.setdefault(fact, [])
        if change not in found[fact]:
            found[fact].append(change)
    return tuple(Missing(fact, tuple(changes)) for fact, changes in found.items())


def _open_questions(period: PeriodResult) -> Iterator[tuple[str, str]]:
    """Pairs of a fact and what it decides, the money first."""
    for root, credit in zip(period.tree.credits, period.credits, strict=True):
        yield from ((fact, credit_answer(period, root, credit)) for fact in credit.needs)
    for root in period.tree.guarantees:
        value = period.trace.values[root.node]
        if isinstance(value, Between):
            yield from ((fact, guarantee_sentence(period, root)) for fact in value.needs)
    for root in period.tree.measures:
        value = period.trace.values[root.node]
        if isinstance(value, Between):
            words = figure_of(period.tree.nodes[root.node].type, value).words
            yield from ((fact, f"{root.words} is {words}.") for fact in value.needs)

"""Choices that the agreement must make: where contracts differ, nothing is taken for granted."""

from __future__ import annotations

from collections.abc import Iterator

from sla_dsl.findings.finding import Finding
from sla_dsl.language import choices, mistakes
from sla_dsl.language import nodes as n
from sla_dsl.language.agreement import identifier
from sla_dsl.language.folding import walk
from sla_dsl.language.gathering import Gathered, counting_sentences
from sla_dsl.language.incidents import downs, needing_outages
from sla_dsl.language.quantities import Quantity
from sla_dsl.language.references import roots
from sla_dsl.language.settings import beginning
from sla_dsl.language.weighing import Known, weigh


def forks(file: n.PolicyFile, gathered: Gathered, known: Known) -> list[Finding]:
    """Every choice that a sentence leaves open, with what may be written."""
    told: list[Finding] = []
    for sentence in counting_sentences(file):
        told += _in_sentence(sentence.body, gathered, known)
    return told


def silences(file: n.PolicyFile, gathered: Gathered) -> list[Finding]:
    """Every choice that takes a sentence of its own, where there is none."""
    told: list[Finding] = []
    if gathered.zone is None:
        told.append(choices.no_time_zone(beginning(file)))
    if gathered.period is None:
        told.append(choices.no_period(beginning(file)))
    told += _outages(file, gathered)
    told += [
        choices.no_credit_rounding(credit.name, credit.credit.body.span)
        for credit in gathered.credits.values()
        if credit.rounding is None
    ]
    return told


def _in_sentence(body: n.Body, gathered: Gathered, known: Known) -> Iterator[Finding]:
    match body:
        case n.RoundTotal() | n.RoundOutages() | n.RoundName():
            yield from _halves(body.rounding)
        case n.LongEnough() if body.extent is None:
            yield choices.no_extent(body.span)
        case n.Join() if body.how == "near" and body.gap is None and _apart(body, known):
            yield choices.no_gap(body.span)
        case n.Claim() if body.opens is None:
            yield choices.no_opening(body.span)
        case n.DefineCalendar() if not body.calendar.holidays:
            yield choices.no_holidays(body.name.text, body.calendar.span)
        case n.Payment() if len(body.forms) > 1 and not body.chooser:
            yield choices.no_chooser(body.span)
        case n.Payment() if len(body.forms) == 1 and body.chooser:
            yield mistakes.nothing_to_choose(body)
        case n.Limited() if not body.converted:
            yield from _currency(body, gathered, known)
        case _:
            pass
    for root in roots(body):
        for node in walk(root):
            if isinstance(node, n.PerUnit) and node.units is None:
                yield choices.no_units(node)


def _halves(rounding: n.Rounding) -> list[Finding]:
    left_open = rounding.mode == "nearest" and rounding.halves is None
    return [choices.no_halves(rounding.span)] if left_open else []


def _apart(join: n.Join, known: Known) -> bool:
    """Whether joined incidents may have time between them; only `at most 0 s` leaves none."""
    quantity = weigh(join.apart.value, known)[0] if join.apart else Quantity(None)
    return quantity.fixed != 0


def _currency(body: n.Limited, gathered: Gathered, known: Known) -> list[Finding]:
    """A limit that is a fixed amount, of a credit that is not; a share of a charge is in the charge's currency."""
    quantity, _ = weigh(body.value, known)
    terms = gathered.credits.get(identifier(body.name.text))
    credit = terms.credit.body if terms else None
    on = weigh(credit.base, known)[0].currency if isinstance(credit, n.Credit) else ""
    if not quantity.currency or on == quantity.currency:
        return []
    return [choices.limit_in_one_currency(quantity.currency, body.value.span)]


def _outages(file: n.PolicyFile, gathered: Gathered) -> list[Finding]:
    """The first rule that needs outages of a measure of which it is not said what one outage is."""
    first: dict[str, Finding] = {}
    for sentence in counting_sentences(file):
        for measure in needing_outages(sentence.body):
            time = gathered.times.get(identifier(measure.text))
            if time is not None and time.join is None and downs(time):
                first.setdefault(identifier(measure.text), choices.no_join(measure))
    return list(first.values())

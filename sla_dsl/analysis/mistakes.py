"""The wording of what analyses find: one constructor a finding."""

from __future__ import annotations

from collections.abc import Sequence

from sla_dsl.analysis.study import Study
from sla_dsl.evaluation.tree import Root
from sla_dsl.findings.finding import Finding, Related, Severity, Span, if_meant
from sla_dsl.findings.wording import listed

CODES = {
    "not-worked-out": "a result that cannot be worked out although every fact is known",
    "credit-while-kept": "money is due although the promise is kept",
    "breach-without-credit": "a promise is missed and nothing is due",
    "duration-against-percentage": "a length of time and a percentage for one promise that are not the same",
    "period-of-one-length": "a fixed length in place of the period's own",
    "less-for-worse": "a row that gives less than the row for better months",
    "merging-pays-less": "downtime that makes one outage of two, and less money",
    "two-credits-for-one-outage": "two credits on one charge for the same outage",
    "limit-never-binds": "a limit that lowers no credit",
    "limit-always-binds": "a limit that lowers every credit",
    "row-above-limit": "a row that a limit always lowers",
    "limit-depends-on-charge": "note: from which charge on a limit lowers a credit",
    "row-out-of-reach": "a row that no outage can reach",
    "searched-not-proved": "note: an amount that may rise and fall, and was tried in many places",
    "nothing-to-analyse": "note: no outage changes anything that is promised or credited",
}
"""Every code of this room, and what it is about."""


def _warning(code: str, message: str, span: Span | None, repair: str, related: Sequence[Related] = ()) -> Finding:
    told = f"{repair} {if_meant(code)}"
    return Finding(code, message, span, repair=told, severity="warning", related=tuple(related))


def _words_of(study: Study, node: int) -> Span:
    return Span(*study.tree.nodes[node].span)


def _promises(study: Study, promises: Sequence[Root]) -> tuple[Related, ...]:
    return tuple(
        [Related("the promise is here", _words_of(study, study.tree.nodes[p.node].inputs[0])) for p in promises]
    )


def not_worked_out(root: Root, where: str, why: str, span: Span) -> Finding:
    """A result that cannot be worked out although every fact is known."""
    message = f"{where} in which every fact is known, {root.words} cannot be worked out: {why}."
    repair = "Say in the definition what holds then, for instance with 'but at least' or 'but at most'."
    return _warning("not-worked-out", message, span, repair)


def credit_while_kept(study: Study, credit: Root, promises: Sequence[Root], where: str, span: Span) -> Finding:
    """A credit is due while every promise about the same measure is kept."""
    names = listed([p.words for p in promises], "and")
    kept = f"the guarantee {names} is kept" if len(promises) == 1 else f"the guarantees {names} are kept"
    message = f"{where}, {credit.words} is due although {kept}."
    repair = "Move the bound of the row or of the promise until they agree."
    return _warning("credit-while-kept", message, span, repair, _promises(study, promises))


def breach_without_credit(study: Study, promise: Root, credits: Sequence[Root], where: str) -> Finding:
    """A promise is missed and no credit is due."""
    names = listed([c.words for c in credits], "or")
    message = f"{where}, the guarantee {promise.words} is missed and no {names} is due."
    repair = "Add a row for it, or move the promise to where the credit begins."
    related = [Related(f"{c.words} is here", _words_of(study, c.node)) for c in credits]
    span = _words_of(study, study.tree.nodes[promise.node].inputs[0])
    return _warning("breach-without-credit", message, span, repair, related)


def duration_against_percentage(length: str, share: str, kind: str, allowed: str, spans: tuple[Span, Span]) -> Finding:
    """A length of time and a percentage that are near each other and not the same."""
    message = f"{length} is not what {share} of a {kind} leaves: that is {allowed}."
    repair = "Write both as lengths of time or both as percentages, or say of which length the percentage is meant."
    related = (Related("the percentage is here", spans[1]),)
    return _warning("duration-against-percentage", message, spans[0], repair, related)


def period_of_one_length(words: str, kind: str, others: str, effect: str, span: Span) -> Finding:
    """A fixed length stands for the period, and periods of other lengths come to something strange."""
    message = f"{words} stands for the length of the {kind}, which is another in {others}: {effect}."
    repair = "Divide by 'the length of the period', or keep the length and say what becomes of what is beyond it."
    return _warning("period-of-one-length", message, span, repair)


def less_for_worse(credit: Root, where: str, less: str, more: str, span: Span) -> Finding:
    """More downtime gives less money."""
    message = f"{where}, {credit.words} is {less}, and with less downtime it is {more}."
    repair = "Change the row, or what lowers it."
    return _warning("less-for-worse", message, span, repair)


def merging_pays_less(credit: Root, between: str, amounts: tuple[str, str], span: Span) -> Finding:
    """Time between two outages in which the service is down as well makes one outage of them, and less money."""
    message = (
        f"{credit.words} falls from {amounts[1]} to {amounts[0]} if the service is down in the {between} between "
        "outages as well, which makes one outage of two."
    )
    repair = "Count the time and not the outages, or round the total and not each outage."
    return _warning("merging-pays-less", message, span, repair)


def two_credits(credits: tuple[Root, Root], where: str, spans: tuple[Span, Span]) -> Finding:
    """Two credits on one charge are due for the same outage."""
    first, second = credits
    message = f"{where}, {first.words} and {second.words} are both due, on the same charge and for the same outage."
    repair = "Let one of the two be due only where the other is not, or put both into one table."
    related = (Related(f"{first.words} is due by this", spans[0]),)
    return _warning("two-credits-for-one-outage", message, spans[1], repair, related)


def limit_never_binds(credit: Root, span: Span) -> Finding:
    """A limit that lowers nothing, whatever the charge."""
    message = f"This limit never lowers {credit.words}, whatever is charged and however long the outage."
    return _warning("limit-never-binds", message, span, "Take it out, or lower it.")


def limit_always_binds(credit: Root, span: Span) -> Finding:
    """A limit that lowers every credit there is."""
    message = f"This limit lowers every {credit.words}, whatever is charged, so what stands above it decides nothing."
    return _warning("limit-always-binds", message, span, "Raise it, or write the limit as the credit.")


def row_above_limit(credit: Root, limit: Span, span: Span) -> Finding:
    """A row whose percentage can never be paid, because a limit lowers it whatever the charge."""
    message = f"What this row gives is never paid in full, because the limit on {credit.words} always lowers it."
    related = (Related("the limit is here", limit),)
    return _warning("row-above-limit", message, span, "Lower the row to the limit, or raise the limit.", related)


def limit_depends_on_charge(credit: Root, some: str, all_: str, span: Span) -> Finding:
    """From which charge on a limit in money lowers the highest credit, and from which on every credit."""
    message = f"This limit lowers {credit.words} for a charge above {some}{all_}."
    severity: Severity = "note"
    return Finding("limit-depends-on-charge", message, span, severity=severity)


def row_out_of_reach(kind: str, span: Span) -> Finding:
    """A row that no outage in any period can reach."""
    message = f"No outage of any length gets this row, in no {kind} that there is."
    return _warning("row-out-of-reach", message, span, "Move its bounds, or take it out.")


def searched_not_proved(words: str, places: int, span: Span) -> Finding:
    """An amount that may go both ways: its changes were looked for and not worked out."""
    message = (
        f"{words} may rise and fall as an outage lasts longer, so it was tried in {places:,} places and not proved."
    )
    return Finding("searched-not-proved", message, span, severity="note")


def searched_outages(places: int, span: Span) -> Finding:
    """A longer outage may count for less: what it comes to was looked for and not worked out."""
    message = f"A longer outage may count for less here, so lengths were tried in {places:,} places and not proved."
    return Finding("searched-not-proved", message, span, severity="note")


def too_large_to_analyse() -> Finding:
    """A policy of so many steps and measures that trying it would take minutes."""
    message = "This policy is too large to be tried on made-up outages, so promise and price were not compared."
    return Finding("nothing-to-analyse", message, severity="note")


def nothing_to_analyse(span: Span | None) -> Finding:
    """No outage of one service and cause moves anything that is promised or credited."""
    message = "No single outage changes what is promised or credited here, so promise and price were not compared."
    return Finding("nothing-to-analyse", message, span, severity="note")

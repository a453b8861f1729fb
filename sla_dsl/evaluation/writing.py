"""A result as plain data, in the form `sla-result/1` (`docs/formats.md`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sla_dsl.evaluation.accounting import Count, evidence_of
from sla_dsl.evaluation.asked import asked_years
from sla_dsl.evaluation.explaining import explanation
from sla_dsl.evaluation.ledger import Fate, Ledger
from sla_dsl.evaluation.noting import notes_of
from sla_dsl.evaluation.reasons import credit_reasons
from sla_dsl.evaluation.reasons_of_incidents import incident_reasons
from sla_dsl.evaluation.result import CreditResult, Measure, PeriodResult, Quantity, Result, TargetResult
from sla_dsl.evaluation.tree import LANGUAGE
from sla_dsl.values.instant import show_instant
from sla_dsl.values.money import Money, show_amount
from sla_dsl.values.numbers import show_number, show_percent, show_ratio, show_seconds
from sla_dsl.values.zones import tzdata_version

FORMAT = "sla-result/1"


def result_data(result: Result) -> dict[str, Any]:
    """The whole result, ready to be written as JSON: texts, whole numbers, lists and maps only."""
    tree = result.tree
    return {
        "format": FORMAT,
        "policy": {"name": tree.title, "digest": tree.digest},
        "account": result.account,
        "as_of": None if result.as_of is None else show_instant(result.as_of, "UTC"),
        "versions": versions(result),
        "evidence": {"digest": result.facts.timeline.digest(), "records": _records(result)},
        "assumptions": [{"clause": clause, "assuming": text} for clause, text in tree.stated],
        "periods": [_period(result, period) for period in result.periods],
        "notes": notes_of(result),
    }


def versions(result: Result) -> dict[str, Any]:
    """The versions that the result depends on; of the holidays only where a holiday was asked for."""
    found: dict[str, Any] = {"language": LANGUAGE, "tzdata": tzdata_version()}
    asked = [result.tree.calendars[name] for name in asked_years(result)]
    countries = [calendar for calendar in asked if calendar["countries"]]
    if countries:
        found["holidays"] = _holidays(countries[0])
    return found


def _holidays(calendar: Mapping[str, Any]) -> str:
    """The version of a calendar's holidays: of those that a compiled policy holds, or else of those that are here."""
    if calendar.get("listed"):
        return str(calendar["listed"]["version"])
    from sla_dsl.values.holidays import holidays_version

    return holidays_version()


def _records(result: Result) -> dict[str, Any]:
    return {kind: None if count is None else _count(count) for kind, count in evidence_of(result).items()}


def _count(count: Count) -> dict[str, int]:
    return dict(count._asdict())


def _period(result: Result, period: PeriodResult) -> dict[str, Any]:
    zone = result.tree.zone
    return {
        "period": period.name,
        "start": show_instant(period.trace.start, zone),
        "end": show_instant(period.trace.end, zone),
        "measures": {key: measure_data(m) for key, m in period.measures.items()},
        "guarantees": dict(period.guarantees),
        "credits": [_credit(period, c) for c in period.credits],
        "incidents": _incidents(period),
        "tickets": [_ticket(period, t, targets) for t, targets in period.tickets.items()],
        "ledger": {key: _ledger(period, ledger) for key, ledger in period.ledgers.items()},
        "explanation": explanation(period),
    }


def measure_data(measure: Measure) -> dict[str, Any]:
    """A measured value; where it is not known, the least and the most it can be, and what would settle it."""
    known = measure.known
    if known.value is not None:
        return _quantity(measure.kind, known.value)
    ends = ((name, end) for name, end in (("least", known.least), ("most", known.most)))
    bounds = {name: None if end is None else _quantity(measure.kind, end) for name, end in ends}
    return {**_no_quantity(measure.kind), **bounds, "needs": list(known.needs)}


def _quantity(kind: str, value: Quantity) -> dict[str, Any]:
    if isinstance(value, Money):
        return {"amount": _amount(value), "currency": value.currency or None}
    if kind == "elapsed":
        return {"seconds": show_seconds(value)}
    if kind == "ratio":
        return {"ratio": show_ratio(value), "percent": show_percent(value)}
    return {"number": show_number(value)}


def _no_quantity(kind: str) -> dict[str, None]:
    fields = {"elapsed": ("seconds",), "ratio": ("ratio", "percent"), "money": ("amount", "currency")}
    return dict.fromkeys(fields.get(kind, ("number",)))


def _credit(period: PeriodResult, credit: CreditResult) -> dict[str, Any]:
    data: dict[str, Any] = {
        "name": credit.id,
        "status": credit.status,
        "rate": _rate(credit.rate.value),
        "amount": _amount(credit.amount.value) if credit.status in ("due", "claimable") else None,
        "currency": _currency(credit),
        "capped": credit.capped,
        "because": credit_reasons(period, credit),
        "needs": list(credit.needs),
    }
    if credit.status == "unknown" or (credit.status == "claimable" and credit.amount.value is None):
        data["least"], data["most"] = _amount(credit.amount.least), _amount(credit.amount.most)
    if credit.rate.value is None:
        data["rate_least"], data["rate_most"] = _rate(credit.rate.least), _rate(credit.rate.most)
    if credit.claim_by is not None and credit.status in ("claimable", "unknown"):
        data["claim_by"] = credit.claim_by.isoformat()
    if credit.paid_as is not None:
        forms, only, chooser = credit.paid_as
        data["paid_as"] = {"forms": list(forms), "only": only, "chooser": chooser}
    return data


def _rate(rate: Quantity | None) -> str | None:
    """A rate in percent, exact."""
    if rate is None or isinstance(rate, Money):
        return None
    return show_number(rate * 100)


def _amount(amount: Quantity | None) -> str | None:
    if amount is None:
        return None
    if isinstance(amount, Money):
        return show_amount(amount) if amount.currency else show_number(amount.amount)
    return show_number(amount)


def _currency(credit: CreditResult) -> str | None:
    ends = (credit.amount.value, credit.amount.most, credit.amount.least)
    return next((e.currency for e in ends if isinstance(e, Money) and e.currency), None)


def _incidents(period: PeriodResult) -> list[dict[str, Any]]:
    """Every incident that was supplied, in order of time, with what became of it in this period."""
    rows = []
    for number, incident in enumerate(period.facts.incidents):
        fates = period.fates.get(number, ())
        rows.append(
            {
                "id": incident.id,
                **_seconds(fates),
                "verdict": verdict(fates),
                "because": incident_reasons(period, number),
                **_source(period, "incidents", incident.id),
            }
        )
    return rows


def _source(period: PeriodResult, kind: str, id: str) -> dict[str, str]:
    """Where a record came from, if the timeline says it."""
    source = period.facts.sources.get((kind, id))
    return {} if source is None else {"source": source}


def _seconds(fates: tuple[Fate, ...]) -> dict[str, Any]:
    """How much of an incident counts; where that is not known, nothing, with the least and the most."""
    least, most = max([f.counted for f in fates], default=0), max([f.most for f in fates], default=0)
    if least == most:
        return {"seconds": show_seconds(least)}
    return {"seconds": None, "least": show_seconds(least), "most": show_seconds(most)}


def verdict(fates: tuple[Fate, ...]) -> str:
    """`counted`, `partly`, `excluded`, `unknown` (it depends), or `elsewhere` (not in this period or service)."""
    if not fates:
        return "elsewhere"
    least = max([_rank(f.counted, f.reasons) for f in fates])
    most = max([_rank(f.most, f.most_reasons) for f in fates])
    return _VERDICTS[least] if least == most else "unknown"


_VERDICTS = ("excluded", "counted", "partly")


def _rank(counted: int, reasons: Sequence[object]) -> int:
    """The verdict of one measure, by its place among them: of several measures the last says what is shown."""
    return (2 if reasons else 1) if counted else 0


def _ticket(period: PeriodResult, id: str, targets: Sequence[TargetResult]) -> dict[str, Any]:
    told = [_target(target, period.tree.zone) for target in targets]
    return {"id": id, "targets": told, **_source(period, "tickets", id)}


def _target(target: TargetResult, zone: str) -> dict[str, Any]:
    due = None if target.due is None else show_instant(target.due, zone)
    data: dict[str, Any] = {"name": target.id, "due": due, "verdict": target.verdict}
    if target.left_out:
        data["not_counted"] = show_seconds(target.left_out)
    if target.stopped:
        data["stopped"] = True
    if target.needs:
        data["needs"] = list(target.needs)
    return data


def _ledger(period: PeriodResult, ledger: Ledger) -> list[dict[str, Any]]:
    from sla_dsl.values.intervals import length

    clauses = period.tree.clauses
    return [
        {
            "bucket": entry.bucket,
            "clause": clauses[entry.clause] if entry.clause >= 0 else "",
            "seconds": show_seconds(length(entry.spans)),
        }
        for entry in ledger.entries
    ]

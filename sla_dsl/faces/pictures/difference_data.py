"""How two policies differ, as plain data: `sla-diff/1`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sla_dsl.analysis.changes import Change
from sla_dsl.analysis.choosing import Told
from sla_dsl.analysis.differing import Comparison
from sla_dsl.analysis.history import Account, Row, Span
from sla_dsl.analysis.pairs import Pair
from sla_dsl.analysis.regions import Region
from sla_dsl.evaluation.arithmetic import BOUNDLESS
from sla_dsl.evidence.plain import plain_timeline
from sla_dsl.faces.pictures.finding_data import finding_data
from sla_dsl.faces.pictures.situations import standing
from sla_dsl.values.exact import Exact
from sla_dsl.values.numbers import show_number, show_ratio

FORMAT = "sla-diff/1"


def difference_data(
    names: tuple[str, str], comparison: Comparison, accounts: Sequence[Account] | None
) -> dict[str, Any]:
    """Everything that the text tells, and every situation as a timeline that can be evaluated."""
    pair = comparison.pair
    sides = {
        side: {"name": policy.title, "file": name, "digest": policy.digest}
        for side, name, policy in zip(("old", "new"), names, pair.given, strict=True)
    }
    data: dict[str, Any] = {
        "format": FORMAT,
        **sides,
        "verdict": comparison.verdict.replace(" ", "_"),
        "benefit": comparison.benefit,
        "proved": comparison.verdict == "same",
        "declared": [one._asdict() for one in comparison.declared],
        "regions": [_region(pair, region) for region in comparison.regions],
        "situations": [_told(pair, told) for told in comparison.told],
        "tried": {"situations": comparison.tried, "cut": list(comparison.cut), "lines_exact": comparison.exact},
    }
    return data if accounts is None else {**data, "accounts": [_account(account) for account in accounts]}


def _region(pair: Pair, region: Region) -> dict[str, Any]:
    return {
        "service": region.axis.service,
        "cause": region.axis.cause,
        "period": region.sample.period.name,
        "period_seconds": _seconds(region.sample.length),
        "fee": {"amount": _number(region.fee.amount), "currency": region.fee.currency},
        "from_seconds": _seconds(region.first),
        "to_seconds": _seconds(region.last),
        "changes": [_change(pair, change) for change in region.changes],
    }


def _seconds(microseconds: int) -> int | str:
    """A whole number where it is one, else an exact decimal."""
    whole, rest = divmod(microseconds, 1_000_000)
    return f"{whole}.{rest:06d}".rstrip("0") if rest else whole


def _told(pair: Pair, told: Told) -> dict[str, Any]:
    timeline, _ = pair.timelines(told.situation)
    return {
        "kind": told.situation.kind,
        "period": told.situation.sample.period.name,
        "benefit": told.benefit,
        "gains": {currency: _number(amount) for currency, amount in told.gains.items()},
        "changes": [_change(pair, change) for change in told.changes],
        "timeline": plain_timeline(timeline, pair.old.tree.zone),
    }


def _change(pair: Pair, change: Change) -> dict[str, Any]:
    zone = pair.old.tree.zone
    data = {
        "kind": change.kind,
        "name": change.id,
        "period": change.period,
        "old": standing(change, change.old, zone),
        "new": standing(change, change.new, zone),
        "benefit": change.benefit,
    }
    return {**data, "ticket": change.ticket} if change.ticket else data


def _account(account: Account) -> dict[str, Any]:
    if account.findings:
        return {"account": account.name, "refused": [finding_data(finding, {}) for finding in account.findings]}
    return {"account": account.name, "periods": [_row(row) for row in account.rows]}


def _row(row: Row) -> dict[str, Any]:
    return {"period": row.period, "currency": row.currency, "old": _span(row.old), "new": _span(row.new)}


def _span(span: Span) -> Any:
    if span[0] == span[1]:
        return _number(span[0])
    return {"least": _number(span[0]), "most": None if span[1] >= BOUNDLESS else _number(span[1])}


def _number(amount: Exact) -> str:
    shown = show_number(amount)
    return shown if shown.replace(".", "").lstrip("-").isdigit() else show_ratio(amount)

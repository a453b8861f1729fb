"""The money of two policies over real records, as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from sla_dsl.analysis.history import Account, Span, totals
from sla_dsl.evaluation.arithmetic import BOUNDLESS
from sla_dsl.evaluation.wording import money
from sla_dsl.faces.layout import Line, columns
from sla_dsl.values.money import Money

HEAD = ("", "old", "new", "difference")


def history_lines(accounts: Sequence[Account]) -> Iterator[Line]:
    """Each account with its periods that differ, then all of them."""
    rows = [HEAD]
    for account in accounts:
        if account.findings:
            rows.append((f"{account.name}: refused", "", "", ""))
            continue
        rows += _total(account.name, account)
        rows += [_row(f"  {r.period}", r.currency, r.old, r.new) for r in account.rows if r.old != r.new]
    rows += _total("all accounts", *(account for account in accounts if not account.findings))
    widths = [max(columns(row[k]) for row in rows) for k in range(4)]
    for row in rows:
        cells = [
            f"{row[0]:<{widths[0]}}",
            *(f"{cell:>{width}}" for cell, width in zip(row[1:], widths[1:], strict=True)),
        ]
        yield Line("   ".join(cells).rstrip(), "  ", "  ")


def _total(name: str, *accounts: Account) -> list[tuple[str, str, str, str]]:
    found = totals(chain.from_iterable(account.rows for account in accounts))
    rows = [_row(name, currency, old, new) for currency, (old, new) in sorted(found.items())]
    return rows or [(name, "nothing", "nothing", "none")]


def _row(name: str, currency: str, old: Span, new: Span) -> tuple[str, str, str, str]:
    return name, span_words(currency, old), span_words(currency, new), _difference(currency, old, new)


def span_words(currency: str, span: Span) -> str:
    """`45.00 EUR`, `0.00 to 45.00 EUR`, `not known`."""
    if span[0] == span[1]:
        return money(Money(span[0], currency))
    if span[1] >= BOUNDLESS:
        return "not known"
    return f"{money(Money(span[0], currency))} to {money(Money(span[1], currency))}"


def _difference(currency: str, old: Span, new: Span) -> str:
    if old[0] != old[1] or new[0] != new[1]:
        return "none" if old == new else "not known"
    more = new[0] - old[0]
    return "none" if not more else f"{'+' if more > 0 else '-'}{money(Money(max(more, -more), currency))}"

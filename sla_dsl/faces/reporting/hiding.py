"""A report without amounts of money: each becomes `●●●`, in every sentence and every cell."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, TypeVar

from sla_dsl.faces.reporting.model import Figure, Provenance, Report
from sla_dsl.values.currencies import MINOR_DIGITS

HIDDEN = "●●●"
SECRET = "money"
"""The unit of a figure whose amount is not told."""

_ELAPSED = frozenset(("elapsed", "ratio", "number"))

Node = TypeVar("Node")


def without_amounts(report: Report) -> Report:
    """The report with its amounts hidden, and without digests: from one an amount could be found out by trying."""
    hidden = _hidden(report)
    kept = hidden.provenance
    return hidden._replace(incognito=True, provenance=Provenance("", "", *kept[2:]))


def _hidden(node: Node) -> Node:
    """The same record, or row of records, with every text in it gone through; the model is only a few records deep."""
    made: Any = node
    if isinstance(node, str):
        made = hide(node)
    elif isinstance(node, Figure) and node.unit not in _ELAPSED:
        made = Figure(hide(node.words), None, SECRET)
    elif isinstance(node, tuple):
        parts = [_hidden(part) for part in node]
        made = type(node)(*parts) if hasattr(node, "_fields") else tuple(parts)
    return made  # type: ignore[no-any-return]


@lru_cache(maxsize=1)
def _amount() -> re.Pattern[str]:
    return re.compile(rf"-?[0-9][0-9,./]*…? (?:{'|'.join(sorted(MINOR_DIGITS))})\b")


_SAID_TWICE = re.compile(r"\b(?:incident|the charge|the guarantee) (?=(?:Incident|Charge|Guarantee) )")


def hide(text: str) -> str:
    """A sentence with its amounts hidden; `incident Incident 1` is one word too many."""
    return _SAID_TWICE.sub("", _amount().sub(HIDDEN, text)) if " " in text else text

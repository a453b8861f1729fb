"""The codes of the findings that this room makes: public and stable, each with what it says in one line."""

from __future__ import annotations

from collections.abc import Mapping

CODES: Mapping[str, str] = {
    "no-such-clause": "The policy cites a place that the contract does not have.",
    "several-such-clauses": "The policy cites a title that several clauses of the contract have.",
    "unreadable-document": "The text of the contract cannot be had from its file.",
}

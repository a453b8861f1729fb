"""The digest of evidence: from records to a name for exactly these records.

The evidence is written in one canonical form (instants as microseconds, amounts as fractions in lowest terms,
records sorted by what they say) and hashed.  So the order of records, the offsets of instants and the layout
of the file leave no trace, and everything that can change a result does.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TypeAlias

from sla_dsl.values.sha256 import sha256

Records: TypeAlias = Sequence[tuple[object, ...]]


def digest_of(head: Sequence[str | int | None], lists: Mapping[str, Records | None]) -> str:
    """`sha256:` and the hexadecimal digest of the canonical form."""
    return sha256(canonical(head, lists).encode("ascii"))


def canonical(head: Sequence[str | int | None], lists: Mapping[str, Records | None]) -> str:
    """The evidence as lines of ASCII that are the same for the same evidence; None is a list that is absent."""
    return "\n".join([_written(head), *(f"{name}:{_list(records)}" for name, records in lists.items())])


def _list(records: Records | None) -> str:
    if records is None:
        return "absent"
    return "[" + ",".join(sorted(_written([_plain(value) for value in record]) for record in records)) + "]"


def _plain(value: object) -> object:
    """A value of a record.  A tuple (the incidents of a claim, the steps of a ticket) has no order of its own."""
    if isinstance(value, Fraction):
        return str(value)
    return sorted(value) if isinstance(value, tuple) else value


def _written(values: Sequence[object]) -> str:
    return json.dumps(values, ensure_ascii=True, separators=(",", ":"))

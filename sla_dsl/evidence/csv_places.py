"""How a field of the evidence is named to a person, when it stands in a folder of tables."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import attrs

from sla_dsl.evidence.places import WHOLE

_NUMBER = re.compile(r"\[([0-9]+)\]\Z")


@attrs.frozen
class TablePlaces:
    """`incidents.csv, line 5, column cause`: for each kind the lines of its records.

    A record has several lines where each names one of a list: the incidents of a claim.  `account`: where the
    account is named.
    """

    account: str
    lines: Mapping[str, Sequence[Sequence[int]]]

    def __call__(self, kind: str, index: int, field: str) -> str:
        """The place of a field, of a whole record (empty field) or of a whole table (`WHOLE`)."""
        if not kind:
            return f"{self.account}, column {_NUMBER.sub('', field)}" if field else self.account
        if index == WHOLE:
            return f"{kind}.csv"
        lines = self.lines[kind][index]
        number = _NUMBER.search(field)
        line = lines[int(number[1])] if number else lines[0]
        return f"{kind}.csv, line {line}" + (f", column {_column(kind, field)}" if field else "")


def _column(kind: str, field: str) -> str:
    """The column of a field: that of a list is named after one of its values."""
    return "incident" if kind == "claims" and field.startswith("incidents") else field

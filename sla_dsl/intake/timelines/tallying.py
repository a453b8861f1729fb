"""How many records of the export became what: read = imported + set aside + refused, or the import fails."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from sla_dsl.findings.wording import counted
from sla_dsl.intake.stated import Export
from sla_dsl.intake.timelines.making import Fate
from sla_dsl.records import NamedTuple

ONE = {
    "incidents": "incident",
    "maintenance": "maintenance window",
    "tickets": "ticket",
    "pauses": "pause",
}


class Broken(Exception):
    """The counts do not add up: a defect of this program, never of the export."""


class Tally(NamedTuple):
    """`made` counts the records of the timeline by their list; `aside` the records of the source by the reason."""

    read: int
    imported: int
    made: dict[str, int]
    aside: dict[str, int]
    refused: int

    def _as_what(self) -> str:
        made = " and ".join(counted(number, ONE[kind]) for kind, number in self.made.items())
        return f", as {made}" if made else ""

    def sentence(self) -> str:
        """The equation as one sentence."""
        left = f"{sum(self.aside.values()):,} set aside, {self.refused:,} refused"
        return f"{counted(self.read, 'record')} read: {self.imported:,} imported{self._as_what()}; {left}."

    def lines(self) -> Iterator[str]:
        """The equation in words, a line each."""
        yield f"{counted(self.read, 'record')} read"
        yield f"  {self.imported:,} imported{self._as_what()}"
        yield f"  {sum(self.aside.values()):,} set aside"
        for reason, number in self.aside.items():
            if number:  # A further occurrence of an event that repeats is no record of its own.
                yield f"    {number:,}: {reason}"
        yield f"  {self.refused:,} refused"


def tally(export: Export, fates: Sequence[Fate]) -> Tally:
    """The counts of an import; each record of the source is in exactly one."""
    aside: Counter[str] = Counter(one.reason for one in export.aside)
    made: Counter[str] = Counter()
    imported = export.silent
    refused = len(export.refused)
    for fate in fates:
        if fate.left:
            what, why = fate.left
            aside[f"{what} ({why})"] += fate.record.parts
        elif fate.findings:
            refused += fate.record.parts
        else:
            imported += fate.record.parts
            made.update(one.kind for one in fate.made)
    found = Tally(export.read, imported, dict(made), dict(aside), refused)
    if found.read != imported + sum(aside.values()) + refused:
        raise Broken(f"{found}")
    return found

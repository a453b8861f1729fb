"""The records of all files, one after the other, while they are read: those that can be used, and the others."""

from __future__ import annotations

from sla_dsl.findings.finding import Finding
from sla_dsl.intake.reading.raw import Raw
from sla_dsl.intake.stated import Aside, Export, Refused, Stated


class Collected:
    """`read` counts the records of the source; `silent` those that say only that nothing failed."""

    def __init__(self) -> None:
        self.records: list[Stated] = []
        self.refused: list[Refused] = []
        self.aside: list[Aside] = []
        self.findings: list[Finding] = []
        self.notes: list[str] = []
        self.read = 0
        self.silent = 0

    def take(self, raw: Raw, made: Stated | Aside | None) -> None:
        """One record: refused if anything is wrong with it; None: it says only that nothing failed."""
        self.read += 1
        if raw.findings:
            self.refused.append(raw.refused())
        elif made is None:
            self.silent += 1
        elif isinstance(made, Aside):
            self.aside.append(made)
        else:
            self.records.append(made)

    def export(self) -> Export:
        """All of it."""
        return Export(
            tuple(self.records),
            self.read,
            tuple(self.refused),
            tuple(self.findings),
            tuple(self.aside),
            self.silent,
            notes=tuple(self.notes),
        )

"""The records of an export while they are read: those that can be used, and what became of the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sla_dsl.findings.finding import Finding
from sla_dsl.intake.reading.raw import Raw
from sla_dsl.intake.stated import AnyStated, Aside, Export, Refused


class Sorting:
    """`read` counts the records of the source; `findings` are about a file as a whole."""

    def __init__(self) -> None:
        self.refused: list[Refused] = []
        self.aside: list[Aside] = []
        self.findings: list[Finding] = []
        self.notes: list[str] = []
        self.read = 0

    def used(self, raw: Raw, made: AnyStated | Aside | None) -> AnyStated | None:
        """What was made of a record; None for one that is refused, for whatever is wrong with it, or set aside."""
        if raw.findings:
            self.refused.append(raw.refused())
        elif isinstance(made, Aside):
            self.aside.append(made)
        else:
            return made
        return None

    def exported(self, records: Iterable[AnyStated]) -> Export:
        """All of it; the records may be read only now."""
        return Export(
            tuple(records),
            self.read,
            tuple(self.refused),
            tuple(self.findings),
            tuple(self.aside),
            notes=tuple(self.notes),
        )


class Collected(Sorting):
    """The records of all files, one after the other; `silent` counts those that say only that nothing failed."""

    def __init__(self) -> None:
        super().__init__()
        self.records: list[AnyStated] = []
        self.silent = 0

    def take(self, raw: Raw, made: AnyStated | Aside | None) -> None:
        """One record; None: it says only that nothing failed."""
        self.read += 1
        used = self.used(raw, made)
        if used is not None:
            self.records.append(used)
        elif made is None and not raw.findings:
            self.silent += 1

    def export(self) -> Export:
        """All of it."""
        return self.exported(self.records)._replace(silent=self.silent)


def together(exports: Sequence[Export]) -> Export:
    """Several files as one export; it is of an account if all of them are of the same."""
    accounts = {export.account for export in exports}
    return Export(
        tuple(one for export in exports for one in export.records),
        sum(export.read for export in exports),
        tuple(one for export in exports for one in export.refused),
        tuple(finding for export in exports for finding in export.findings),
        tuple(one for export in exports for one in export.aside),
        sum(export.silent for export in exports),
        accounts.pop() if len(accounts) == 1 else "",
        "; ".join(dict.fromkeys(export.until for export in exports if export.until)),
        " and ".join(dict.fromkeys(export.zone for export in exports if export.zone)),
        tuple(dict.fromkeys(note for export in exports for note in export.notes)),
        any(export.cut_off_unseen for export in exports),
    )

"""An export that is a table while it is read: its rows, and what becomes of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.reading.collecting import Sorting
from sla_dsl.intake.reading.raw import Clock, Raw
from sla_dsl.intake.stated import AnyStated, Aside, Export
from sla_dsl.intake.tables.table import Table
from sla_dsl.intake.tables.times import dates_of, is_provisional, written_times


class TableExport(Sorting):
    """All tables of an export.  `missing`: what stands in a cell that is empty."""

    def __init__(self, tables: Sequence[Table], asking: Asking, missing: Sequence[str] = ()) -> None:
        super().__init__()
        self.tables = tables
        self.asking = asking
        self.raws: list[Raw] = [raw for table in tables for raw in table.records(missing)]
        self.findings += [finding for table in tables for finding in table.findings]
        self.refused += [one for table in tables for one in table.refused]
        self.read = len(self.raws) + len(self.refused)

    def clock(self, columns: Sequence[str]) -> Clock | None:
        """How the times in these columns are read; None where that is open and the times would be used."""
        dates = dates_of(written_times(self.raws, columns), self.asking)
        self.notes += [dates.note] if dates.note else []
        return None if is_provisional(dates, self.asking.mapped) else dates.clock

    def each(self, make: Callable[[Raw], AnyStated | Aside | None]) -> Iterator[AnyStated]:
        """What is made of each row; nothing of a row about which something is still open."""
        for raw in self.raws:
            used = self.used(raw, make(raw))
            if used is not None:
                yield used

    def export(self, made: Iterable[AnyStated] = (), notes: Sequence[str] = ()) -> Export:
        """All of it."""
        export = self.exported(made)
        return export._replace(
            notes=(*export.notes, *notes), cut_off_unseen=any(table.cut_off_unseen for table in self.tables)
        )

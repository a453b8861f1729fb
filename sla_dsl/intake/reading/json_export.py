"""Exports in JSON: the records of each file, one after the other, with all that is wrong in any of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from sla_dsl.intake import mistakes
from sla_dsl.intake.reading.collecting import Sorting, together
from sla_dsl.intake.reading.raw import Raw, kind_of, record_of
from sla_dsl.intake.sources import SourceFile
from sla_dsl.intake.stated import AnyStated, Aside, Export


class JsonExport(Sorting):
    """One file while it is read.  `zone` and `until` are hints that the file gives of itself; `notes` go further."""

    def __init__(self, file: SourceFile) -> None:
        super().__init__()
        self.file = file
        self.value, found = file.json()
        self.findings += found
        self.zone = self.until = self.account = ""

    def whole(self, names: Sequence[str], what: str) -> Raw | None:
        """The file as one record that has to have these fields; None, and a finding, where it has not."""
        if self.findings:
            return None
        if isinstance(self.value, dict) and all(name in self.value for name in names):
            return Raw(self.file.name, "", self.value, "")
        missing = kind_of(self.value) if not isinstance(self.value, dict) else f"it does not have {what}"
        self.refuse_file(missing if missing.startswith("it ") else f"it is {missing}")
        return None

    def listed(self, make: Callable[[Raw], AnyStated | Aside], *signs: str) -> Iterator[AnyStated]:
        """The records of a file that is one list; of another form if none of them has one of these fields."""
        if self.findings:
            return
        if not isinstance(self.value, list):
            self.refuse_file(f"it is {kind_of(self.value)}, not a list")
        elif self.value and signs and not any(_has(record, sign) for record in self.value for sign in signs):
            self.refuse_file(f'none of its records has "{signs[0]}"')
        else:
            yield from self._each("", self.value, make)

    def records(self, around: Raw, name: str, make: Callable[[Raw], AnyStated | Aside]) -> Iterator[AnyStated]:
        """The records of a list in the file; none where the list is not there."""
        values = around.listed(name)
        self.findings += around.findings
        around.findings.clear()
        yield from self._each(around.place(name), values, make)

    def only(self, make: Callable[[Raw], AnyStated | Aside]) -> Iterator[AnyStated]:
        """The record of a file that holds one, and nothing around it."""
        yield from self._one(Raw(self.file.name, "", self.value, ""), make)

    def _each(self, path: str, values: list[Any], make: Callable[[Raw], AnyStated | Aside]) -> Iterator[AnyStated]:
        for number, value in enumerate(values):
            yield from self._one(record_of(self.file.name, f"{path}[{number}]", value), make)

    def _one(self, raw: Raw, make: Callable[[Raw], AnyStated | Aside]) -> Iterator[AnyStated]:
        self.read += 1
        used = self.used(raw, None if raw.findings else make(raw))
        if used is not None:
            yield used

    def export(self, records: Iterable[AnyStated]) -> Export:
        """The file as an export."""
        return self.exported(records)._replace(account=self.account, until=self.until, zone=self.zone)

    def refuse_file(self, why: str) -> None:
        """Notes that the file is something else."""
        self.findings.append(mistakes.not_this_form(self.file.name, "the form that was named", why, ""))


def read_json(files: Sequence[SourceFile], read_one: Callable[[JsonExport], Iterator[AnyStated]]) -> Export:
    """All files as one export."""
    exports = [JsonExport(file) for file in files]
    return together([export.export(read_one(export)) for export in exports])


def first_has(value: object, *names: str) -> bool:
    """Whether it is a list whose first record has all of these fields: enough to know a form by."""
    return isinstance(value, list) and bool(value) and all(_has(value[0], name) for name in names)


def _has(record: object, name: str) -> bool:
    return isinstance(record, dict) and name in record

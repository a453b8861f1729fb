"""One record of an export in JSON or of a table, while it is read: its fields, and all that is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from sla_dsl.evidence.wrong import Number
from sla_dsl.findings.finding import Finding
from sla_dsl.intake import mistakes
from sla_dsl.intake.reading.times import read_iso
from sla_dsl.intake.stated import Origin, Refused, Said, Stamp

Clock: TypeAlias = Callable[[str], Stamp | str]


class Raw:
    """`findings`: what is wrong so far; a record with any is refused.  `id`: as far as it is known."""

    __slots__ = ("_fields", "_joint", "findings", "id", "origin")

    def __init__(
        self,
        file: str,
        place: str,
        fields: Mapping[str, Any],
        joint: str = ".",
        findings: list[Finding] | None = None,
    ) -> None:
        self.origin = Origin(file, place)
        self.findings: list[Finding] = [] if findings is None else findings
        self.id = ""
        self._fields = fields
        self._joint = joint

    def place(self, name: str) -> str:
        """Where a field of the record stands: `incidents[3].started_at`, or `line 4, column start`."""
        return f"{self.origin.place}{self._joint}{name}"

    def has(self, name: str) -> bool:
        """Whether the field is there and says something."""
        return self._fields.get(name) not in (None, "")

    def names(self) -> tuple[str, ...]:
        """The names of its fields."""
        return tuple(self._fields)

    def text(self, name: str, *, needed: bool = True) -> str:
        """The text of a field; empty where there is none, which is a mistake if it is needed."""
        value = self._fields.get(name)
        if isinstance(value, Number):
            return value.written
        if value is None or (isinstance(value, str) and not value.strip()):
            if needed:
                self.findings.append(mistakes.missing_field(self.origin.file, self.place(name), name))
            return ""
        if not isinstance(value, str):
            self.refuse(name, "a text", kind_of(value))
            return ""
        return value

    def time(self, name: str, clock: Clock = read_iso, *, needed: bool = False, weak: str = "") -> tuple[Said, ...]:
        """The time of a field under its name; none where the field is empty or cannot be read."""
        written = self.text(name, needed=needed)
        return self.said(name, written, clock, weak=weak) if written else ()

    def said(self, name: str, written: str, clock: Clock = read_iso, weak: str = "") -> tuple[Said, ...]:
        """A time that stands in the record, under a name."""
        stamp = clock(written)
        if isinstance(stamp, Stamp):
            return (Said(name, stamp, weak),)
        self.findings.append(mistakes.bad_time(self.origin.file, self.place(name), written, stamp))
        return ()

    def listed(self, name: str) -> list[Any]:
        """What a list in the record holds; nothing where there is no list."""
        value = self._fields.get(name)
        if value is None or isinstance(value, list):
            return value or []
        self.refuse(name, "a list", kind_of(value))
        return []

    def items(self, name: str) -> Iterator[Raw]:
        """The records of a list in the record; what is wrong with one of them is wrong with the whole."""
        yield from records(self.origin.file, self.place(name), self.listed(name), self.findings)

    def inner(self, name: str) -> Raw | None:
        """The record in a field, None where there is none; what is wrong with it is wrong with the whole."""
        value = self._fields.get(name)
        if value is None:
            return None
        if isinstance(value, dict):
            return Raw(self.origin.file, self.place(name), value, findings=self.findings)
        self.refuse(name, "a record", kind_of(value))
        return None

    def dictionary(self, name: str) -> Raw | None:
        """The record in a field that may hold anything; None where it holds something else."""
        return self.inner(name) if isinstance(self._fields.get(name), dict) else None

    def is_true(self, name: str) -> bool:
        """Whether a field says yes; one that is not there does not."""
        return self._fields.get(name) is True

    def apart(self, field: str) -> Iterator[tuple[str, Raw]]:
        """Each field by its name, as a record of its own in which its value is called `field`."""
        for name, value in self._fields.items():
            yield name, Raw(self.origin.file, self.place(name), {field: value}, ", ")

    def texts(self, name: str) -> tuple[str, ...]:
        """The texts of a list in the record."""
        value = self._fields.get(name)
        if value is None:
            return ()
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return tuple(value)
        self.refuse(name, "a list of texts", kind_of(value))
        return ()

    def refused(self) -> Refused:
        """The record as one that cannot be read."""
        return Refused(self.origin, self.id or self.origin.place, tuple(self.findings))

    def refuse(self, name: str, wanted: str, found: str) -> None:
        """Notes that a field is not what it should be."""
        self.findings.append(mistakes.wrong_field(self.origin.file, self.place(name), wanted, found))


def records(file: str, path: str, values: list[Any], findings: list[Finding]) -> Iterator[Raw]:
    """The records of a list; what is wrong with them, and what is no record, is told among the findings."""
    for number, value in enumerate(values):
        place = f"{path}[{number}]"
        if isinstance(value, dict):
            yield Raw(file, place, value, findings=findings)
        else:
            findings.append(mistakes.wrong_field(file, place, "a record", kind_of(value)))


def record_of(file: str, place: str, value: object, joint: str = ".") -> Raw:
    """What stands where a record should; of what is none a record with nothing in it, and a finding."""
    raw = Raw(file, place, value if isinstance(value, dict) else {}, joint)
    if not isinstance(value, dict):
        raw.findings.append(mistakes.wrong_field(file, place, "a record", kind_of(value)))
    return raw


def kind_of(value: object) -> str:
    """What a value of JSON is, in words."""
    match value:
        case dict():
            return "a record"
        case list():
            return "a list"
        case bool():
            return "yes or no"
        case str():
            return f'the text "{value[:40]}"'
        case Number():
            return f"the number {value.written[:40]}"
        case _:
            return "nothing"

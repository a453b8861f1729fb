"""What a reader of one timeline holds while it reads: where things stand, what was found, what was passed over."""

from __future__ import annotations

from sla_dsl.evidence import limits
from sla_dsl.evidence import related_mistakes as mistakes
from sla_dsl.evidence.fields import KINDS
from sla_dsl.evidence.mistakes import bad_instant, no_offset
from sla_dsl.evidence.scalars import Reader, Value, read_moment
from sla_dsl.evidence.timeline import Place
from sla_dsl.evidence.wrong import Wrong
from sla_dsl.findings.finding import Finding
from sla_dsl.values.instant import read_instant

_RANK = {"": -1, **{kind.name: rank for rank, kind in enumerate(KINDS)}}


def _by_place(found: tuple[int, int, Finding]) -> tuple[int, int]:
    return found[:2]


class Desk:
    """Collects findings with their places.  `zone`: where instants without an offset are read, if anywhere.

    `told` counts the mistakes, `unread` the fields of the writer's own, `assumed` the instants read in `zone`.
    `sources` are those of the records, as the timeline keeps them.
    """

    __slots__ = ("_found", "assumed", "place", "sources", "told", "unread", "zone")

    def __init__(self, place: Place, zone: str | None) -> None:
        self.place = place
        self.zone = zone
        self.told = self.unread = self.assumed = 0
        self.sources: dict[str, dict[int, str]] = {}
        self._found: list[tuple[int, int, Finding]] = []

    def tell(self, kind: str, index: int, field: str, wrong: Wrong) -> None:
        """Keep a mistake, and all that is wrong in the same value.  Beyond a bound they are only counted."""
        for one in wrong.all():
            self.told += 1
            if self.told <= limits.FINDINGS:
                self._found.append((_RANK[kind], index, one.at(self.place(kind, index, field + one.inside))))

    def findings(self) -> list[Finding]:
        """The findings in order of place: by list, by record, and within a record as they were found; notes last."""
        found = [finding for _, _, finding in sorted(self._found, key=_by_place)] if self._found else []
        if self.told > limits.FINDINGS:
            found.append(mistakes.more_findings("", self.told - limits.FINDINGS))
        if self.unread:
            found.append(mistakes.fields_not_read("", self.unread))
        if self.assumed and self.zone:
            found.append(mistakes.zone_assumed("", self.assumed, self.zone))
        return found

    def moment_reader(self) -> Reader:
        """How instants are read: only with an offset, unless the caller named a zone."""
        return read_moment if self.zone is None else self._moment_in_zone

    def _moment_in_zone(self, text: str) -> Value | Wrong:
        instant = read_moment(text)
        if not (isinstance(instant, Wrong) and instant.mistake is no_offset):
            return instant
        local = read_instant(text, self.zone)
        if isinstance(local, str):
            return Wrong(bad_instant, (text, local))
        self.assumed += 1
        return local

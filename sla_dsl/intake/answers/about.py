"""Which records a question is about, in words."""

from __future__ import annotations

from collections.abc import Sequence

from sla_dsl.intake.stated import Stated, StatedTicket

AnyStated = Stated | StatedTicket


def about(records: Sequence[AnyStated]) -> str:
    """`41 records, the first at incidents.json, incidents[3]`."""
    first = records[0].origin.words()
    return f"{first}" if len(records) == 1 else f"{len(records):,} records, the first at {first}"


def record_name(record: AnyStated) -> str:
    """What the mapping file calls a record: its id, or its place."""
    return record.id or record.origin.place

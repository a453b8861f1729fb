"""Which records a question is about, in words."""

from __future__ import annotations

from collections.abc import Sequence

from sla_dsl.intake.stated import AnyStated
from sla_dsl.intake.wording import first_at


def about(records: Sequence[AnyStated]) -> str:
    """`41 records, the first at incidents.json, incidents[3]`."""
    return first_at(len(records), "records", records[0].origin.words())


def record_name(record: AnyStated) -> str:
    """What the mapping file calls a record: its id, or its place."""
    return record.id or record.origin.place

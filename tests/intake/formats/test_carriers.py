"""Notices of carriers, held against what another project's parser reads out of the same files."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.answers.mapping import Mapped
from sla_dsl.intake.calendars.events import Event, Notice, read_event
from sla_dsl.intake.calendars.lines import read_calendars
from sla_dsl.intake.calendars.zones import Zones
from sla_dsl.intake.sources import SourceFile
from sla_dsl.values.instant import SECOND
from tests.intake.common import DATA, equation, records
from tests.intake.logs import imported, mapping, open_keys

FILES = ("ical1", "ical6")
ABSENT = {"status": "NO-CHANGE", "sequence": -1}
"""What the other parser says where the notice says nothing."""


def event_of(name: str) -> Event:
    file = SourceFile(name, (DATA / "calendar" / f"{name}.ics").read_bytes())
    [calendar], findings = read_calendars(file, "a calendar", "calendar")
    assert findings == []
    [component] = [one for one in calendar.inner if one.name == "VEVENT"]
    return read_event(component, name, Zones(Asking(Mapped("none"))), "")


def as_the_other(event: Event) -> dict[str, Any]:
    """The event in the words of the other parser."""
    assert isinstance(event.notice, Notice)
    assert event.start is not None
    assert event.length is not None
    notice, end = event.notice, event.length.end(event.start).stamp.instant
    assert end is not None
    return {
        "account": notice.account,
        "start": event.start.instant // SECOND,
        "end": end // SECOND,
        "stamp": event.stamp // SECOND,
        "circuits": [{"circuit_id": service, "impact": impact} for service, impact in notice.objects],
        "maintenance_id": notice.maintenance,
        "provider": notice.provider,
        "sequence": event.sequence or ABSENT["sequence"],
        "status": notice.status or ABSENT["status"],
        "summary": event.words["SUMMARY"][0],
        "uid": event.uid,
    }


@pytest.mark.parametrize("name", FILES)
def test_every_field_is_what_another_parser_reads(name: str) -> None:
    [known] = json.loads((DATA / "calendar" / f"{name}_result.json").read_text("utf-8"))
    found = as_the_other(event_of(name))
    # Whom to write to is no evidence.
    assert set(known) - set(found) <= {"organizer"}
    assert found == {field: value for field, value in known.items() if field != "organizer"}


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("ical1", ["TENTATIVE", "NO-IMPACT", "acme-widgets-as-a-service"]),
        ("ical6", ["(not said)", "OUTAGE", "246810"]),
    ],
)
def test_what_a_notice_leaves_open(name: str, asked: list[str]) -> None:
    file = SourceFile(f"{name}.ics", (DATA / "calendar" / f"{name}.ics").read_bytes())
    keys = open_keys(imported("calendar", [file]))
    labels = [("status", asked[0]), ("impact", asked[1]), ("service", asked[2])]
    assert keys == [("as_of",), *labels, ("announced",)]


def test_the_account_is_the_one_that_is_stated() -> None:
    file = SourceFile("ical6.ics", (DATA / "calendar" / "ical6.ics").read_bytes())
    found = imported("calendar", [file], mapping("calendar", "ical6.map.toml"))
    assert found.timeline is not None
    assert found.timeline["account"] == "47004321"
    assert equation(found) == (1, 1, 0, 0)
    [window], [incident] = records(found, "maintenance"), records(found)
    assert window == {
        "id": "GIN-CHG0040894",
        "service": "246810",
        "start": "2021-11-15T18:00:00Z",
        "end": "2021-11-15T20:57:00Z",
        "source": "ical6.ics, event at line 4",
    }
    assert (incident["cause"], incident["start"]) == ("maintenance", window["start"])


def test_notices_to_two_accounts_are_told_apart() -> None:
    files = [SourceFile(f"{name}.ics", (DATA / "calendar" / f"{name}.ics").read_bytes()) for name in FILES]
    keys = open_keys(imported("calendar", files))
    assert ("account",) in keys
    assert [key[1] for key in keys if key[0] == "notice_to"] == ["137.035999173", "47004321"]

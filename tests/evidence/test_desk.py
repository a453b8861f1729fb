"""What is kept while a timeline is read: findings in order, counted beyond a bound, notes at the end."""

from __future__ import annotations

import pytest

from sla_dsl.evidence import limits, mistakes
from sla_dsl.evidence.desk import Desk
from sla_dsl.evidence.places import WHOLE, field_path
from sla_dsl.evidence.wrong import Wrong
from sla_dsl.values.instant import read_instant
from tests.evidence.making import told

EMPTY = Wrong(mistakes.empty_text)


def test_findings_are_in_order_of_place_whenever_they_were_found() -> None:
    desk = Desk(field_path, None)
    for kind, index, field in [
        ("tickets", 0, "id"),
        ("incidents", 10, "id"),
        ("incidents", 9, "service"),
        ("incidents", 9, "id"),
        ("reports", WHOLE, ""),
        ("", 0, "account"),
    ]:
        desk.tell(kind, index, field, EMPTY)
    assert [finding.field for finding in desk.findings()] == [
        "account",
        "incidents[9].service",
        "incidents[9].id",
        "incidents[10].id",
        "reports",
        "tickets[0].id",
    ]
    assert desk.told == 6


def test_all_that_is_wrong_in_one_value_is_told() -> None:
    desk = Desk(field_path, None)
    desk.tell("claims", 0, "incidents", EMPTY._replace(inside="[0]", more=(EMPTY._replace(inside="[2]"),)))
    assert told(desk.findings()) == ["empty-text claims[0].incidents[0]", "empty-text claims[0].incidents[2]"]


def test_beyond_a_bound_mistakes_are_counted_and_cost_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FINDINGS", 2)
    desk = Desk(field_path, None)

    def costly(field: str) -> None:
        raise AssertionError("made all the same")

    desk.tell("incidents", 0, "id", EMPTY)
    desk.tell("incidents", 1, "id", EMPTY)
    desk.tell("incidents", 2, "id", Wrong(costly))  # type: ignore[arg-type]
    assert told(desk.findings()) == ["empty-text incidents[0].id", "empty-text incidents[1].id", "more-findings"]
    assert desk.findings()[-1].message == "One more mistake was found and not listed."


def test_notes_come_last() -> None:
    desk = Desk(field_path, "UTC")
    desk.unread, desk.assumed = 3, 1
    desk.tell("incidents", 0, "id", EMPTY)
    assert [finding.code for finding in desk.findings()] == ["empty-text", "fields-not-read", "zone-assumed"]


def test_instants_are_read_in_the_zone_that_was_named() -> None:
    desk = Desk(field_path, "Europe/Brussels")
    read = desk.moment_reader()
    assert read("2026-03-04T10:00:00") == read_instant("2026-03-04T09:00:00Z")
    assert read("2026-03-04T10:00:00+05:00") == read_instant("2026-03-04T05:00:00Z")
    assert desk.assumed == 1


def test_without_a_zone_nothing_is_assumed() -> None:
    desk = Desk(field_path, None)
    assert isinstance(desk.moment_reader()("2026-03-04T10:00:00"), Wrong)
    assert desk.findings() == []

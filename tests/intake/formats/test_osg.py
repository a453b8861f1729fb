"""OSG's downtimes: what is asked, what they become, and what is refused."""

from __future__ import annotations

import pytest

from sla_dsl.intake.answers.mapping import Key
from tests.intake.common import equation, errors, open_groups, records
from tests.intake.logs import imported, mapping, of_text, open_keys, spans, whole

PLAIN: dict[Key, str] = {
    ("service_from",): "ResourceName",
    ("service", "SE"): "storage",
    ("scheduled", "Outage"): "not down",
    ("unscheduled", "Outage"): "counts",
    ("cause", "(not said)"): "failure",
}
ENTRY = """- Class: SCHEDULED
  ID: 7
  Severity: Outage
  StartTime: Jan 16, 2017 11:00 +0000
  EndTime: Jan 16, 2017 20:00 -0500
  CreatedTime: Jan 2, 2017 20:00 +0000
  ResourceName: SE
  Services:
  - SRMv2
"""
BOTH = ("osg-downtime/MWT2_downtime.yaml", "osg-downtime/SPRACE_downtime.yaml")


def test_scheduled_work_is_a_window_with_its_announcement() -> None:
    made = of_text("osg", ENTRY, PLAIN)
    assert records(made, "maintenance") == [
        {
            "id": "7",
            "service": "storage",
            "announced": "2017-01-02T20:00:00Z",
            "start": "2017-01-16T11:00:00Z",
            "end": "2017-01-17T01:00:00Z",
            "source": "export, entry 1 at line 1",
        }
    ]
    assert records(made) == []


def test_what_was_not_scheduled_is_an_incident() -> None:
    made = of_text("osg", ENTRY.replace("SCHEDULED", "UNSCHEDULED"), PLAIN)
    assert spans(made) == [("2017-01-16T11:00:00Z", "2017-01-17T01:00:00Z")]
    assert "maintenance" not in (made.timeline or {})


def test_without_its_time_the_announcement_is_not_known() -> None:
    [window] = records(
        of_text("osg", ENTRY.replace("  CreatedTime: Jan 2, 2017 20:00 +0000\n", ""), PLAIN), "maintenance"
    )
    assert "announced" not in window


@pytest.mark.parametrize(
    ("answer", "service"),
    [("ResourceName", "SE"), ("Services", "SRMv2"), ("ResourceName and Services", "SE SRMv2")],
)
def test_what_a_service_is_called_is_asked_before_its_name(answer: str, service: str) -> None:
    assert open_keys(of_text("osg", ENTRY, {})) == [("service_from",)]
    asked = {**PLAIN, ("service_from",): answer, ("service", "SE"): "?"}
    assert open_keys(of_text("osg", ENTRY, asked)) == [("service", service)]


@pytest.mark.parametrize(
    ("right", "wrong", "place"),
    [
        ("Jan 16, 2017 11:00", "Jan 32, 2017 11:00", "entry 1 at line 1, StartTime"),
        ("Jan 16, 2017 11:00", "2017-01-16", "entry 1 at line 1, StartTime"),
        ("Class: SCHEDULED", "Class: PLANNED", "entry 1 at line 1, Class"),
        ("  ID: 7\n", "", "entry 1 at line 1, ID"),
        ("  Severity: Outage\n", "", "entry 1 at line 1, Severity"),
        ("  - SRMv2", "    a: b", "entry 1 at line 1, Services"),
        (ENTRY, "- text\n", "entry 1"),
    ],
)
def test_an_entry_with_anything_wrong_is_refused(right: str, wrong: str, place: str) -> None:
    made = of_text("osg", ENTRY.replace(right, wrong), PLAIN)
    assert place in [one for _, one in errors(made)]
    assert equation(made) == (1, 0, 0, 1)


@pytest.mark.parametrize(("text", "place"), [("a: b\n", "a record"), ("text\n", "the text")])
def test_what_is_no_list_is_something_else(text: str, place: str) -> None:
    made = of_text("osg", text, PLAIN)
    assert [code for code, _ in errors(made)] == ["export-form"]
    assert place in made.findings[0].message


def test_whether_the_last_line_is_whole_is_asked_where_it_does_not_end() -> None:
    cut = ENTRY.rstrip("\n")
    assert open_keys(of_text("osg", cut, PLAIN)) == [("last_line", "export")]
    assert records(of_text("osg", cut, {**PLAIN, ("last_line", "export"): "whole"}), "maintenance")


def test_the_two_sites_leave_open_what_they_do_not_say() -> None:
    files = whole(*BOTH)
    assert open_keys(imported("osg", files)) == [("service_from",), ("account",), ("as_of",), ("records",)]
    named = imported("osg", files, mapping("osg", "osg.map.toml", service_from="Services"))
    assert open_groups(named) == {"service": 10}


def test_every_entry_of_the_two_sites_is_imported() -> None:
    files = whole(*BOTH)
    mapped = mapping("osg", "osg.map.toml")
    assert equation(imported("osg", files, mapped)) == (718, 718, 0, 0)
    for file, number in zip(files, ("159", "559"), strict=True):
        alone = imported("osg", [file], mapping("osg", "osg.map.toml", records=number))
        assert equation(alone) == (int(number), int(number), 0, 0)
    made = imported("osg", files, mapped).timeline
    assert made is not None
    assert (len(made["incidents"]), len(made["maintenance"])) == (711, 245)
    assert sum("announced" not in window for window in made["maintenance"]) == 60

"""Was scheduled work announced two days ahead, as the word promises?  A policy is asked, and held against a count.

The Open Science Grid calls a downtime scheduled if it was announced 48 hours before it begins.  Its own files do not
keep to that: so says a policy of three sentences on the imported timeline, and so says a count that knows neither.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter

import pytest

from sla_dsl import evaluate, load_policy, timeline_from
from sla_dsl.intake.answers.mapping import Answer, Key, Mapped
from sla_dsl.intake.sources import SourceFile
from tests.intake.common import DATA
from tests.intake.logs import imported, mapping, whole

FILES = ("osg-downtime/MWT2_downtime.yaml", "osg-downtime/SPRACE_downtime.yaml")
NOTICE = dt.timedelta(hours=48)
QUIET: Key = ("scheduled", "No Significant Outage Expected")

LATE, IN_TIME, NOT_KNOWN = "counted", "excluded", "unknown"


def with_quiet_work(mapped: Mapped) -> Mapped:
    """The answers by which work of which nobody expected an outage was one, too: then every window has an incident."""
    return mapped._replace(answers={**mapped.answers, QUIET: Answer(("down",), "to count them all", None)})


def by_policy(files: list[SourceFile], mapped: Mapped) -> dict[str, str]:
    """What the policy makes of the incident in each window of scheduled work."""
    plain = imported("osg", files, mapped).timeline
    assert plain is not None
    policy = load_policy(DATA / "osg" / "notice.sla").require()
    result = evaluate(policy, timeline_from(plain).require()).require().to_dict()
    windows = {window["id"] for window in plain["maintenance"]}
    told = [one for period in result["periods"] for one in period["incidents"] if one["id"] in windows]
    found: dict[str, str] = {}
    for one in told:
        if one["verdict"] != "elsewhere":
            assert found.setdefault(one["id"], one["verdict"]) == one["verdict"]
    return found


def by_hand(files: list[SourceFile]) -> dict[str, str]:
    """The same from the texts of the files."""
    found: dict[str, str] = {}
    for file in files:
        for entry in re.split(r"^# -+$", file.data.decode(), flags=re.MULTILINE):
            fields = dict(re.findall(r"^[- ] (\w+): (.*)$", entry, re.MULTILINE))
            if fields.get("Class") == "SCHEDULED":
                found[fields["ID"]] = verdict(fields)
    return found


def verdict(fields: dict[str, str]) -> str:
    if "CreatedTime" not in fields:
        return NOT_KNOWN
    start, told = (dt.datetime.strptime(fields[name], "%b %d, %Y %H:%M %z") for name in ("StartTime", "CreatedTime"))
    return LATE if start - told < NOTICE else IN_TIME


def test_the_policy_finds_every_late_announcement() -> None:
    files = whole(*FILES)
    found = by_policy(files, with_quiet_work(mapping("osg", "osg.map.toml")))
    assert found == by_hand(files)
    assert Counter(found.values()) == {LATE: 90, IN_TIME: 95, NOT_KNOWN: 60}


def test_work_that_was_no_outage_has_nothing_to_excuse() -> None:
    # One of the 90 and six of the 95 are of the severity "No Significant Outage Expected": windows without an incident.
    found = by_policy(whole(*FILES), mapping("osg", "osg.map.toml"))
    assert Counter(found.values()) == {LATE: 89, IN_TIME: 89, NOT_KNOWN: 60}


@pytest.mark.parametrize(("told", "is_late"), [("Jan 14, 2017 11:00", False), ("Jan 14, 2017 11:01", True)])
def test_two_days_are_48_hours_to_the_minute(told: str, is_late: bool) -> None:
    entry = (DATA / "osg" / "sprace.yaml").read_text("utf-8").split("# -")[0] + f"  CreatedTime: {told} +0000\n"
    found = by_policy([SourceFile("one.yaml", entry.encode())], mapping("osg", "small.map.toml", records="1"))
    assert found == {"1005168": LATE if is_late else IN_TIME}

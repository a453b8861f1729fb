"""The strip of days: what each day shows, that the days hold all the time, and how months, quarters and years look."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sla_dsl.evaluation.policy import Policy, read_policy
from sla_dsl.evaluation.result import PeriodResult
from sla_dsl.evaluation.schema import BUCKETS
from sla_dsl.faces.layout import laid_out
from sla_dsl.faces.pictures.strip import SIGNS, days_of, strip_lines
from sla_dsl.faces.pictures.time_account import TONES
from sla_dsl.values.intervals import length
from tests.faces.running import GOLDEN, MARCH, incident, policy, printed, result, sla, timeline

MAIL = policy()
NOTHING: dict[str, Any] = {"reports": [], "maintenance": [], "tickets": [], "charges": []}


def _strip(plain: dict[str, Any], *periods: str, of: Policy = MAIL) -> list[str]:
    return list(laid_out(strip_lines(result(plain, *periods, of=of).periods[0]), None))


def _with(*incidents: dict[str, Any], **further: Any) -> dict[str, Any]:
    return timeline(**{**NOTHING, "incidents": list(incidents), **further})


def _for(period: str) -> Policy:
    text, _, _ = (GOLDEN / "mail.sla").read_text("utf-8").partition("Example ")
    return read_policy(text.replace("each calendar month", f"each calendar {period}")).require()


def test_a_month_is_a_row() -> None:
    assert _strip(timeline()) == [
        "           1   5    10   15   20   25   30",
        "    March  ...#.....#.c...................",
        "",
        "    #  counted as Downtime: 1 hour 8 min 5 s on 2026-03-04, 13 min 30 s on 2026-03-10",
        "    c  for a cause that does not count: 1 hour 30 min on 2026-03-12",
        "    .  without an incident: 28 days",
        "    Each sign is the gravest of what there is on that day, in the order of this list.",
    ]


def test_a_month_without_incidents_is_a_line() -> None:
    assert _strip(_with()) == ["    No day of March 2026 has an incident."]


def test_a_record_that_ends_within_the_month() -> None:
    lines = _strip(_with(as_of="2026-03-20T12:00:00+01:00"))
    assert lines[1] == "    March  ...................------------"
    assert lines[3:5] == ["    -  not observed: 12 days", "    .  without an incident: 19 days"]


def test_a_month_that_is_not_observed_at_all() -> None:
    lines = _strip(_with(as_of="2026-03-01T00:00:00+01:00"))
    assert lines[1] == "    March  not observed"


def test_an_incident_over_midnight_is_on_both_days() -> None:
    lines = _strip(_with(incident(start="2026-03-04T23:00:00+01:00", end="2026-03-06T01:00:00+01:00")))
    assert lines[1] == "    March  ...###........................."
    assert lines[3] == "    #  counted as Downtime: 1 hour on 2026-03-04, 1 day on 2026-03-05, 1 hour on 2026-03-06"


def test_of_many_days_the_longest_is_named() -> None:
    many = [
        incident(
            id=f"I-{day}", start=f"2026-03-{day:02d}T10:00:00+01:00", end=f"2026-03-{day:02d}T10:{day + 10}:00+01:00"
        )
        for day in range(1, 10)
    ]
    line = _strip(_with(*many))[3]
    assert line.startswith("    #  counted as Downtime: 9 days, 2 hours ")
    assert line.endswith(" together, the longest on 2026-03-09 (19 min)")


def test_what_cannot_be_decided() -> None:
    unnamed = {name: value for name, value in incident().items() if name != "cause"}
    lines = _strip(_with(unnamed))
    assert lines[1][11:].startswith("...?...")
    assert lines[3].startswith("    ?  perhaps Downtime, for something is not known: 1 hour 8 min 5 s on 2026-03-04")


def _rich() -> list[str]:
    plain = json.loads(Path(GOLDEN / "rich.json").read_text("utf-8"))
    return _strip(plain, "2026-Q1", of=policy("rich.sla"))


def test_a_quarter_has_a_row_for_each_month_and_a_strip_for_each_measure() -> None:
    lines = _rich()
    assert lines[:5] == [
        "  Network Downtime",
        "              1   5    10   15   20   25   30",
        "    January   .........#.....................",
        "    February  ..#.x.......................",
        "    March     .#.............................",
    ]
    at = lines.index("  Portal Downtime")
    assert lines[at - 1] == ""
    assert lines[at + 3 : at + 5] == ["    February  no incident", "    March     no incident"]
    assert "    h  outside the service hours: 10 min on 2026-01-17" in lines


def test_a_year() -> None:
    lines = _strip(_with(incident()), "2026", of=_for("year"))
    assert len(lines[1:13]) == 12
    assert lines[3] == "    March      ...#..........................."
    assert lines[1] == "    January    no incident"
    assert max(map(len, lines[:13])) < 80


@pytest.mark.parametrize(("zone", "hours"), [("Europe/Brussels", 23), ("UTC", 24)])
def test_the_day_on_which_the_clocks_change(zone: str, hours: int) -> None:
    text = (GOLDEN / "mail.sla").read_text("utf-8").replace("Europe/Brussels", zone)
    whole = incident(start="2026-03-28T00:00:00Z", end="2026-03-31T00:00:00Z")
    period = result(_with(whole), of=read_policy(text).require()).periods[0]
    (root,) = period.tree.ledgers
    days = days_of(period, period.ledgers[root.id])
    assert sum(days[28].parts.values()) == hours * 3_600_000_000


def test_a_day_that_the_calendar_leaves_out_is_no_day() -> None:
    text = (GOLDEN / "mail.sla").read_text("utf-8").partition("Example ")[0].replace("Europe/Brussels", "Pacific/Apia")
    over = incident(start="2011-12-29T20:00:00Z", end="2011-12-30T15:00:00Z")
    lines = _strip(_with(over), "2011-12", of=read_policy(text).require())
    assert lines[1] == "    December  ............................# #"
    assert "    .  without an incident: 28 days" in lines
    assert _strip(_with(), "2011-12", of=read_policy(text).require()) == [
        "    No day of December 2011 has an incident."
    ]


def test_every_part_of_the_ledger_has_a_sign_of_its_own() -> None:
    assert set(SIGNS) == set(BUCKETS)
    assert len({sign for sign, _ in SIGNS.values()}) == len(SIGNS)
    assert all(sign.isascii() and len(sign) == 1 for sign, _ in SIGNS.values())
    assert set(TONES) == set(SIGNS) - {"up"}


MINUTES = 31 * 24 * 60
spans = st.tuples(st.integers(0, MINUTES - 1), st.integers(0, MINUTES - 1)).map(sorted)


def _at(minute: int) -> str:
    return f"2026-03-{1 + minute // 1_440:02d}T{minute // 60 % 24:02d}:{minute % 60:02d}:00Z"


@settings(max_examples=60, deadline=None, database=None)
@given(st.lists(st.tuples(spans, st.sampled_from(["failure", "works", "customer"])), max_size=6))
def test_the_days_hold_all_the_time(drawn: list[tuple[list[int], str]]) -> None:
    records = [
        {"id": f"I-{number}", "service": "mail", "start": _at(start), "end": _at(end), "cause": cause}
        for number, ((start, end), cause) in enumerate(drawn)
    ]
    period: PeriodResult = result(_with(*records), of=MAIL).periods[0]
    (root,) = period.tree.ledgers
    ledger = period.ledgers[root.id]
    days = days_of(period, ledger)
    for bucket in set(BUCKETS) - {"up"}:
        whole = sum(length(entry.spans) for entry in ledger.entries if entry.bucket == bucket)
        assert sum(day.parts.get(bucket, 0) for day in days) == whole
    assert all(sum(day.parts.values()) <= 25 * 3_600_000_000 for day in days)
    assert len(days) == 31


# ---------------------------------------------------------------- the command


def test_it_is_shown_where_it_is_asked_for_and_changes_nothing_else() -> None:
    words = ("evaluate", "mail.sla", "acme.json", *MARCH)
    bare, with_strip = printed(*words), printed(*words, "--strip")
    before, found, after = with_strip.partition("Day by day\n")
    rest = after[after.index("Where the time went") :]
    assert found
    assert before + rest == bare
    assert with_strip.isascii() is bare.isascii()


def test_it_is_a_picture_in_text() -> None:
    done = sla("evaluate", "mail.sla", "acme.json", "--strip", "--format", "json")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "--strip is for text" in done.stderr

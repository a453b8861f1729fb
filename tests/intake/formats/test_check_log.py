"""Logs of checks and of changes: what is asked before anything is made of them, and what every row becomes."""

from __future__ import annotations

import pytest

from sla_dsl.intake.answers.mapping import Key
from sla_dsl.intake.importing import Imported
from sla_dsl.intake.sources import SourceFile
from tests.intake.common import equation, errors, open_groups, records
from tests.intake.logs import imported, mapping, of_text, open_keys, spans, whole

COLUMNS: dict[Key, str] = {("column", "time"): "at", ("column", "monitor"): "what", ("column", "status"): "how"}
MEANINGS: dict[Key, str] = {
    ("status", "up"): "good",
    ("status", "down"): "bad",
    ("status", "slow"): "leave out",
    ("row",): "a probe",
}
RULE: dict[Key, str] = {("opens_after",): "1", ("closes_after",): "1", ("unknown_after",): "never"}
LAST: dict[Key, str] = {
    ("start",): "first bad probe",
    ("end",): "first good probe",
    ("service", "Web"): "web",
    ("service", "Mail"): "mail",
    ("cause", "(not said)"): "failure",
    ("as_of",): "2024-04-01T00:00:00Z",
}
ALL = {**COLUMNS, **MEANINGS, **RULE, **LAST}

CHECKS = "upptime/cardano-explorer-checks-2024.csv"
CHANGES = "component-status/github-component-changes-2023.csv"


def log(*rows: str) -> str:
    return "\n".join(["at,what,how", *(f"2024-03-01T{row}" for row in rows), ""])


THREE = log("10:00:00Z,Web,up", "10:05:00Z,Web,down", "10:10:00Z,Web,down", "10:15:00Z,Web,up")


def made(text: str, **changes: str) -> Imported:
    return of_text("check-log", text, {**ALL, **{(key,): answer for key, answer in changes.items()}})


def test_what_has_to_be_known_is_asked_step_by_step() -> None:
    column: list[Key] = [("column", "time"), ("column", "monitor"), ("column", "status")]
    assert sorted(open_keys(of_text("check-log", THREE, {}))) == sorted(column)
    assert open_keys(of_text("check-log", THREE, COLUMNS)) == [("status", "up"), ("status", "down"), ("row",)]
    rule = of_text("check-log", THREE, {**COLUMNS, **MEANINGS})
    assert open_keys(rule) == [("opens_after",), ("closes_after",), ("unknown_after",)]
    assert rule.questions[2].words.endswith("(Two probes lie up to 5 min apart.)")
    last = of_text("check-log", THREE, {**COLUMNS, **MEANINGS, **RULE})
    assert open_keys(last) == [("service", "Web"), ("start",), ("end",), ("cause", "(not said)")]


def test_a_change_of_status_needs_no_rule() -> None:
    asked = of_text("check-log", THREE, {**COLUMNS, **MEANINGS, ("row",): "a change"})
    assert open_keys(asked) == [("service", "Web"), ("cause", "(not said)")]
    assert spans(made(THREE, row="a change")) == [("2024-03-01T10:05:00Z", "2024-03-01T10:15:00Z")]


@pytest.mark.parametrize(
    ("start", "end", "span"),
    [
        ("first bad probe", "first good probe", ("10:05", "10:15")),
        ("last good probe before", "last bad probe", ("10:00", "10:10")),
    ],
)
def test_which_probe_it_begins_and_ends_with_is_asked(start: str, end: str, span: tuple[str, str]) -> None:
    first, last = span
    found = spans(made(THREE, start=start, end=end))
    assert found == [(f"2024-03-01T{first}:00Z", f"2024-03-01T{last}:00Z")]


def test_an_outage_knows_the_row_that_it_begins_with() -> None:
    [one] = records(made(THREE))
    assert (one["id"], one["source"], one["service"]) == ("Web 2024-03-01T10:05:00Z", "export, line 3", "web")


def test_each_monitor_has_its_own_outages_whatever_the_order_of_the_rows() -> None:
    rows = ["10:00:00Z,Web,up", "10:05:00Z,Mail,down", "10:06:00Z,Web,down", "10:10:00Z,Mail,up", "10:20:00Z,Web,up"]
    expected = {("2024-03-01T10:05:00Z", "2024-03-01T10:10:00Z"), ("2024-03-01T10:06:00Z", "2024-03-01T10:20:00Z")}
    for order in (rows, rows[::-1]):
        found = made(log(*order))
        assert (set(spans(found)), equation(found)) == (expected, (5, 5, 0, 0))


def test_what_a_status_says_nothing_about_is_set_aside() -> None:
    found = made(THREE.replace("10:10:00Z,Web,down", "10:10:00Z,Web,slow"))
    assert found.tally is not None
    assert (equation(found), found.tally.aside) == ((4, 3, 1, 0), {'status "slow" (so it is)': 1})


def test_too_few_bad_probes_are_set_aside() -> None:
    found = made(THREE, opens_after="3")
    assert found.tally is not None
    assert (records(found), found.tally.aside) == ([], {"a bad probe that opens no outage": 2})


def test_what_becomes_of_an_outage_in_a_gap_is_asked() -> None:
    assert open_keys(made(THREE, unknown_after="3")) == [("at_a_gap",)]
    ends = made(THREE, unknown_after="3", at_a_gap="it ends", end="first good probe, else last bad probe")
    assert spans(ends) == [
        ("2024-03-01T10:05:00Z", "2024-03-01T10:05:00Z"),
        ("2024-03-01T10:10:00Z", "2024-03-01T10:10:00Z"),
    ]
    assert ends.timeline is not None
    assert "Nothing is known in 3 gaps between two probes, 15 min in all monitors together; " in str(
        ends.timeline["notes"]
    )
    on = made(THREE, unknown_after="3", at_a_gap="it goes on")
    assert spans(on) == [("2024-03-01T10:05:00Z", "2024-03-01T10:15:00Z")]


def test_an_outage_without_a_good_probe_after_it_is_still_open() -> None:
    assert spans(made(log("10:00:00Z,Web,up", "10:05:00Z,Web,down"))) == [("2024-03-01T10:05:00Z", None)]


def test_rows_of_one_moment() -> None:
    same = made(log("10:00:00Z,Web,up", "10:05:00Z,Web,down", "11:05:00+01:00,Web,down", "10:15:00Z,Web,up"))
    assert same.tally is not None
    assert (equation(same), len(records(same))) == ((4, 3, 1, 0), 1)
    other = made(log("10:00:00Z,Web,up", "10:05:00Z,Web,down", "10:05:00Z,Web,up"))
    assert errors(other) == [("export-double", "line 4")]
    assert equation(other) == (3, 2, 0, 1)


@pytest.mark.parametrize(
    ("row", "place"),
    [
        ("25:00:00Z,Web,up", "line 2, column at"),
        ("10:00:00Z,,up", "line 2, column what"),
        ("10:00:00Z,Web,", "line 2, column how"),
        ("10:00:00Z,Web", "line 2"),
        ('10:00:00Z,"We"b,up', "line 2"),
    ],
)
def test_a_row_with_anything_wrong_is_refused(row: str, place: str) -> None:
    found = made(log(row, "10:05:00Z,Web,down", "10:15:00Z,Web,up"))
    assert [one for _, one in errors(found)] == [place]
    assert equation(found) == (3, 2, 0, 1)


def test_local_times_are_read_in_the_zone_that_is_answered() -> None:
    local = THREE.replace("Z,", ",")
    assert open_keys(made(local)) == [("zone",)]
    assert spans(made(local, zone="Asia/Tokyo")) == [("2024-03-01T01:05:00Z", "2024-03-01T01:15:00Z")]
    skipped = local.replace("2024-03-01T10:05", "2024-03-31T02:05")
    assert errors(made(skipped, zone="Europe/Brussels")) == [("export-time", "line 3, column at")]


def test_all_rows_may_be_about_one_thing() -> None:
    text = THREE.replace(",Web", "").replace(",what", "")
    answers = {**ALL, ("column", "monitor"): "none", ("service", "(not named)"): "web"}
    [one] = records(of_text("check-log", text, answers))
    assert (one["id"], one["service"]) == ("2024-03-01T10:05:00Z", "web")


def test_a_file_without_columns_is_something_else() -> None:
    found = made("nothing\n")
    assert [code for code, _ in errors(found)] == ["export-form"]


def test_files_without_a_column_in_common_are_not_one_log() -> None:
    files = [SourceFile("a.csv", b"at,how\n1,2\n"), SourceFile("b.csv", b"x,y\n1,2\n")]
    [finding] = imported("check-log", files).findings
    assert (finding.code, finding.source) == ("export-form", "b.csv")
    assert finding.message == "This is no export of Logs of checks: none of its columns is one of a.csv."


def test_the_checks_of_a_year() -> None:
    files = whole(CHECKS)
    always = {"account": 1, "as_of": 1, "records": 1}
    assert open_groups(imported("check-log", files)) == {"column": 3, **always}
    found = imported("check-log", files, mapping("check-log", "cardano.map.toml"))
    assert (equation(found), len(records(found))) == ((4343, 4343, 0, 0), 865)
    strict = imported("check-log", files, mapping("check-log", "cardano.map.toml", opens_after="2"))
    assert strict.tally is not None
    assert sum(strict.tally.aside.values()) == strict.tally.read - strict.tally.imported > 0


def test_the_changes_of_a_year() -> None:
    found = imported("check-log", whole(CHANGES), mapping("check-log", "github.map.toml"))
    assert (equation(found), len(records(found))) == ((519, 518, 1, 0), 248)

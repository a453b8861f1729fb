"""`sheet`: tables of failures and planned work, with our column names and with any others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from sla_dsl.evidence.reading import read_plain
from sla_dsl.intake.answers.mapping import Mapped
from sla_dsl.intake.sources import SourceFile
from tests.intake.common import DATA, equation, errors, mapping, whole
from tests.intake.made_tables import HEAD, ROW, file, fixture, names, read, with_answers

ANSWERS = {("service", "Web"): "web", ("cause", "(not said)"): "bug"}
COLUMNS = ["kind", "id", "service", "start", "end", "cause", "severity"]


def incidents(text: str, answers: Mapping[Any, Any] | None = None) -> list[tuple[object, ...]]:
    found = read("sheet", file(text), with_answers({**ANSWERS, **(answers or {})}))
    assert (names(found), errors(found)) == ([], [])
    assert found.timeline is not None
    return [(one["id"], one["service"], one["start"], one["end"]) for one in found.timeline["incidents"]]


def test_our_own_column_names_need_no_question() -> None:
    assert incidents(f"{HEAD}\n{ROW}\n") == [("1", "web", "2026-03-04T10:00:00Z", "2026-03-04T11:00:00Z")]
    assert incidents(f"{HEAD.title()}\n{ROW}\n") == incidents(f"{HEAD}\n{ROW}\n")


def test_what_the_fixture_asks() -> None:
    found = fixture("sheet", "synthetic-incidents.csv", "-")
    assert names(found) == [
        *["account", "as_of", "records", "severity/high", "severity/low", "severity/info"],
        *["service/Mail", "service/Mail; archive", "service/Web", "planned", "zone", "no_end"],
        *["cause/power", 'cause/a cable,\ncut "by mistake"'],
    ]


def test_what_the_fixture_becomes() -> None:
    found = fixture("sheet", "synthetic-incidents.csv")
    assert equation(found) == (4, 3, 1, 0)
    assert found.timeline is not None
    assert found.timeline["maintenance"][0] == {
        "id": "2/mail",
        "service": "mail",
        "announced": "2026-03-26T11:00:00Z",
        "start": "2026-04-02T20:00:00Z",
        "end": "2026-04-02T23:30:00Z",
        "source": "synthetic-incidents.csv, line 3",
    }
    assert found.timeline["incidents"][1]["source"] == "synthetic-incidents.csv, line 4"
    assert found.timeline["incidents"][1]["end"] is None
    assert found.timeline["notes"][3] == (
        'In dates such as "13/03/2026 09:15" the day comes first: synthetic-incidents.csv, line 2 proves it.'
    )


def test_other_column_names_are_all_asked_for() -> None:
    found = fixture("sheet", "synthetic-flags.csv", "-")
    assert names(found) == [*[f"column/{name}" for name in COLUMNS], "account", "as_of", "records"]
    start = next(question for question in found.questions if question.key == ("column", "start"))
    assert [choice.answer for choice in start.choices] == [
        *["none", "number", "began", "over", "level", "API", "Chat", "Labs", "note"]
    ]
    assert start.choices[2].meaning == 'such as "2026-02-20T20:41:00Z"'


def test_when_planned_work_was_announced_is_asked_where_there_may_be_any() -> None:
    every = {("column", "kind"): "every row is planned work"}
    assert "column/announced" in names(read("sheet", fixture_file(), with_answers(every)))
    text = f"{HEAD},told\n{ROW},\n2{ROW[1:-7]}planned work,2026-03-01T10:00:00Z\n"
    columns: dict[Any, Any] = {("column", "cause"): "none", ("column", "severity"): "none", ("planned",): "not down"}
    columns |= ANSWERS
    assert names(read("sheet", file(text), with_answers(columns))) == ["column/announced"]
    told_at = read("sheet", file(text), with_answers({**columns, ("column", "announced"): "told"})).timeline
    assert told_at is not None
    assert [one.get("announced") for one in told_at["maintenance"]] == ["2026-03-01T10:00:00Z"]
    assert "column/announced" not in names(read("sheet", file(f"{HEAD},told\n{ROW},\n"), with_answers(columns)))


def fixture_file() -> SourceFile:
    return file((DATA / "sheet" / "synthetic-flags.csv").read_bytes(), "synthetic-flags.csv")


def test_columns_that_say_yes_or_no_are_services() -> None:
    found = fixture("sheet", "synthetic-flags.csv")
    assert equation(found) == (4, 2, 2, 0)
    assert found.timeline is not None
    assert [(one["id"], one["service"]) for one in found.timeline["incidents"]] == [("f1", "api"), ("f3", "chat")]
    assert "Columns that were not read: note." in found.timeline["notes"]


@pytest.mark.parametrize("flag", ["2", "maybe", "0.5"])
def test_a_flag_that_is_neither_is_refused(flag: str) -> None:
    text = f"id,start,end,kind,API,Chat\n1,2026-03-04T10:00:00Z,,failure,1,{flag}\n"
    found = read("sheet", file(text), with_answers(sheet_columns()))
    assert errors(found) == [("export-field", "line 2, column Chat")]


def sheet_columns() -> dict[Any, Any]:
    return {
        ("column", "service"): ["API", "Chat"],
        ("column", "cause"): "none",
        ("column", "severity"): "none",
    }


def test_a_column_that_the_file_does_not_have_is_no_answer() -> None:
    found = read("sheet", fixture_file(), with_answers({("column", "start"): "begun"}))
    [finding] = [one for one in found.findings if one.severity == "error"]
    assert (finding.code, finding.message) == (
        "answer-wrong",
        '"begun" is none of the answers. Did you mean "began"?',
    )


def test_the_day_and_the_time_of_day_may_stand_apart() -> None:
    text = "id,service,kind,day,from,end\n1,Web,failure,2026-03-04,10:00,\n"
    answers = {
        ("column", "start"): ["day", "from"],
        ("column", "cause"): "none",
        ("column", "severity"): "none",
        ("zone",): "UTC",
        ("as_of",): "2026-04-01T00:00:00Z",
        ("no_end",): "still going on",
    }
    assert incidents(text, answers)[0][2:] == ("2026-03-04T10:00:00Z", None)


def test_an_id_may_be_put_together() -> None:
    text = f"number,{HEAD[3:]}\n{ROW}\n1,Mail{ROW[5:]}\n"
    columns = {("column", "id"): ["number", "service"], ("column", "cause"): "none", ("column", "severity"): "none"}
    made = incidents(text, {**columns, ("service", "Mail"): "mail"})
    assert [one[0] for one in made] == ["1/Web", "1/Mail"]


def test_rows_without_an_id_are_called_by_their_line() -> None:
    text = f"{HEAD[3:]}\n{ROW[2:]}\n"
    assert incidents(text)[0][0] == "line 2"


def test_rows_of_two_files_without_an_id_do_not_meet() -> None:
    files = [file(f"{HEAD[3:]}\n{ROW[2:]}\n", name) for name in ("march.csv", "april.csv")]
    found = read("sheet", files, with_answers(ANSWERS))
    assert equation(found) == (2, 2, 0, 0)


def test_whether_rows_are_failures_is_always_asked_where_nothing_says_it() -> None:
    text = "id,service,start,end\n1,Web,2026-03-04T10:00:00Z,2026-03-04T11:00:00Z\n"
    assert "column/kind" in names(read("sheet", file(text)))


def test_kinds_in_other_words_are_asked_for() -> None:
    text = f"{HEAD}\n{ROW}\n{ROW.replace('1,', '2,', 1).replace('failure', 'drill')}\n3{ROW[1:-7]}\n"
    found = read("sheet", file(text), with_answers(ANSWERS))
    assert names(found) == ["kind/drill", "kind/(empty)"]
    left = {("kind", "drill"): "leave out", ("kind", "(empty)"): "failure"}
    found = read("sheet", file(text), with_answers({**ANSWERS, **left}))
    assert found.tally is not None
    assert (found.tally.imported, found.tally.aside) == (2, {'kind "drill" (so it is)': 1})


def test_an_end_before_the_start_is_refused() -> None:
    text = f"{HEAD}\n1,Web,2026-03-04T12:00:00Z,2026-03-04T11:00:00Z,failure\n"
    assert errors(read("sheet", file(text), with_answers(ANSWERS))) == [("export-order", "line 2")]


def test_files_with_other_columns_are_told() -> None:
    files = [file(f"{HEAD}\n{ROW}\n", "a.csv"), file("id,service,start,finish,kind\n", "b.csv")]
    columns = {("column", "cause"): "none", ("column", "severity"): "none"}
    found = read("sheet", files, with_answers({**ANSWERS, **columns}))
    assert [(one.code, one.source) for one in found.findings] == [("export-form", "b.csv")]


def test_the_order_of_day_and_month_is_asked_with_the_rest() -> None:
    text = f"{HEAD}\n1,Web,03/04/2026 10:00,04/04/2026 11:00,failure\n"
    assert names(read("sheet", file(text), with_answers(ANSWERS))) == ["dates", "zone"]
    zoned = with_answers({**ANSWERS, ("zone",): "UTC"})
    assert names(read("sheet", file(text), zoned)) == ["dates"]
    made = incidents(text, {("zone",): "UTC", ("dates",): "day first"})
    assert made[0][2] == "2026-04-03T10:00:00Z"


def test_reconstructed_downtimes_of_a_real_page() -> None:
    found = fixture("sheet", "github-downtime-excerpt.csv")
    assert equation(found) == (10, 9, 1, 0)


def test_all_of_that_page() -> None:
    path = whole("github-reconstructed/downtime_windows-2024.csv")
    first = read("sheet", file(path.read_bytes(), path.name), Mapped("none"))
    assert names(first) == [*[f"column/{name}" for name in COLUMNS], "account", "as_of", "records"]
    known = mapping("sheet", "github-downtime-excerpt.map.toml")
    found = read("sheet", file(path.read_bytes(), path.name), with_answers({("records",): "124"}, known))
    assert equation(found) == (124, 123, 1, 0)
    assert found.timeline is not None
    assert read_plain(found.timeline, lambda kind, index, field: field)[0] is not None
    assert sum(one["start"] == one["end"] for one in found.timeline["incidents"]) == 3


def test_incidents_with_a_column_for_each_service() -> None:
    path = whole("statuspage-daily-uptime/openai-incident-stages.csv")
    data = file(path.read_bytes(), path.name)
    columns = mapping("sheet", "openai-incident-stages.map.toml")
    second = columns._replace(answers={key: one for key, one in columns.answers.items() if key[0] == "column"})
    assert names(read("sheet", data, second)) == [
        *["account", "as_of", "records", *[f"severity/{level}" for level in "1023"]],
        *["service/API", "service/Playground", "service/Labs", "service/ChatGPT", "service/(not named)"],
        "cause/(not said)",
    ]
    found = read("sheet", data, columns)
    assert equation(found) == (160, 148, 12, 0)
    assert found.timeline is not None
    zero = {one["source"] for one in found.timeline["incidents"] if one["start"] == one["end"]}
    assert (len(found.timeline["incidents"]), len(zero)) == (197, ZERO_OF_OURS)


ZERO_OF_OURS = 4
"""Of the 13 incidents without length, the others name no service that is ours."""


def test_rows_without_a_severity_are_asked_about_as_those_with_one() -> None:
    text = "service,start,end,severity\nWeb,2026-03-04T10:00:00Z,2026-03-04T11:00:00Z,{}\n"
    columns = {("column", "id"): "none", ("column", "cause"): "none", ("column", "kind"): "every row is a failure"}
    asked = read("sheet", file(text.format("low") + text.format("").split("\n")[1] + "\n"), with_answers(columns))
    assert [name for name in names(asked) if name.startswith("severity")] == ["severity/low", "severity/(empty)"]

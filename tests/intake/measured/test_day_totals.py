"""Minutes by the day: Upptime's summary and tables; where in a day they lie, and in which zone, is as answered."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sla_dsl.intake.answers.mapping import Key
from sla_dsl.intake.importing import Imported
from tests.intake.common import equation, errors, open_groups, records
from tests.intake.logs import imported, mapping, of_text, open_keys, spans, whole

PLAIN: dict[Key, str] = {
    ("within_day",): "from the start of the day",
    ("zone",): "Europe/Brussels",
    ("service", "web"): "web",
    ("cause", "(not said)"): "failure",
}
TABLE: dict[Key, str] = {
    **PLAIN,
    ("column", "day"): "day",
    ("column", "service"): "service",
    ("minutes",): "partial|major",
}


def summary(minutes: Any, name: object = "web") -> str:
    return json.dumps([{"name": name, "dailyMinutesDown": minutes}])


def table(*rows: str) -> str:
    return "\n".join(["day,service,partial,major", *rows, ""])


def of_table(text: str, **changes: str) -> Imported:
    return of_text("daily-minutes", text, {**TABLE, **{(key,): answer for key, answer in changes.items()}})


def of_summary(text: str, **changes: str) -> Imported:
    return of_text("upptime", text, {**PLAIN, **{(key,): answer for key, answer in changes.items()}})


@pytest.mark.parametrize(
    ("within", "span"),
    [
        ("from the start of the day", ("2024-03-30T23:00:00Z", "2024-03-31T00:30:00Z")),
        ("to the end of the day", ("2024-03-31T20:30:00Z", "2024-03-31T22:00:00Z")),
    ],
)
def test_the_minutes_lie_where_it_is_answered(within: str, span: tuple[str, str]) -> None:
    # On that day the clocks go forward: it has 23 hours.
    assert spans(of_summary(summary({"2024-03-31": 90}), within_day=within)) == [span]
    assert spans(of_table(table("2024-03-31,web,60,30"), within_day=within)) == [span]


def test_what_is_asked_of_a_summary() -> None:
    found = of_text("upptime", summary({"2024-03-31": 90}), {})
    assert open_keys(found) == [("within_day",), ("zone",)]
    again = of_text("upptime", summary({"2024-03-31": 90}), {key: PLAIN[key] for key in list(PLAIN)[:2]})
    assert open_keys(again) == [("service", "web"), ("cause", "(not said)")]


def test_what_is_asked_of_a_table() -> None:
    keys = open_keys(of_text("daily-minutes", table("2024-03-31,web,60,30"), {}))
    assert keys == [("column", "day"), ("column", "service"), ("minutes",), ("within_day",), ("zone",)]


def test_only_the_columns_that_count_are_added_up() -> None:
    text = table("2024-03-01,web,60,30", "2024-03-02,web,60,0")
    assert spans(of_table(text, minutes="major")) == [("2024-02-29T23:00:00Z", "2024-02-29T23:30:00Z")]
    assert equation(of_table(text, minutes="major")) == (2, 2, 0, 0)
    wrong = of_table(text, minutes="majors")
    assert [code for code, _ in errors(wrong)] == ["answer-wrong"]


def test_a_day_is_a_record_of_its_own() -> None:
    found = of_summary(summary({"2024-03-01": 5, "2024-03-02": 0, "2024-03-03": 1.5}))
    assert [(one["id"], one["source"]) for one in records(found)] == [
        ("web 2024-03-01", "export, [0].dailyMinutesDown.2024-03-01"),
        ("web 2024-03-03", "export, [0].dailyMinutesDown.2024-03-03"),
    ]
    assert (spans(found)[1], equation(found)) == (("2024-03-02T23:00:00Z", "2024-03-02T23:01:30Z"), (3, 3, 0, 0))


@pytest.mark.parametrize(
    ("day", "minutes", "message"),
    [
        ("2024-02-30", 5, 'It should be a date such as 2024-11-26, and is the text "2024-02-30".'),
        ("03/01/2024", 5, 'It should be a date such as 2024-11-26, and is the text "03/01/2024".'),
        ("2024-03-31", 1381, "It should be at most the 1,380 minutes of the day, and is 1,381."),
        ("2024-03-31", 1380.5, "It should be at most the 1,380 minutes of the day, and is more than 1,380."),
        ("2024-03-01", -5, 'It should be a number of minutes, and is the text "-5".'),
        ("2024-03-01", "many", 'It should be a number of minutes, and is the text "many".'),
        ("2024-03-01", None, 'The record has no "minutes".'),
    ],
)
def test_a_day_with_anything_wrong_is_refused(day: str, minutes: object, message: str) -> None:
    found = of_summary(summary({day: minutes, "2024-05-01": 3}))
    assert [finding.message for finding in found.findings if finding.severity == "error"] == [message]
    assert equation(found) == (2, 1, 0, 1)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (summary(3), "[0].dailyMinutesDown"),
        (summary({}, name=None), "[0].name"),
        ('[{"name": "web"}]', "[0].dailyMinutesDown"),
        ("[3]", "[0]"),
    ],
)
def test_a_monitor_with_anything_wrong_is_refused(text: str, place: str) -> None:
    found = of_summary(text)
    assert [one for _, one in errors(found)] == [place]


def test_rows_of_a_table_with_anything_wrong_are_refused() -> None:
    found = of_table(table("2024-03-01,web,5,x", "2024-03-02,,5,0", "yesterday,web,5,0", "2024-03-04,web,5,0", "1,2"))
    assert [one for _, one in errors(found)] == [
        "line 6",
        "line 2, column major",
        "line 3, column service",
        "line 4, column day",
    ]
    assert equation(found) == (5, 1, 0, 4)


def test_the_days_of_openai() -> None:
    files = whole("statuspage-daily-uptime/openai-daily-outage.csv")
    assert open_groups(imported("daily-minutes", files))["column"] == 2
    found = imported("daily-minutes", files, mapping("daily-minutes", "openai.map.toml"))
    assert (equation(found), len(records(found))) == ((1863, 1863, 0, 0), 158)
    major = mapping("daily-minutes", "openai.map.toml", minutes="major_outage_minutes")
    assert len(records(imported("daily-minutes", files, major))) == 54


def test_the_days_of_three_monitors() -> None:
    files = whole("upptime/cardano-explorer-summary.json")
    assert open_groups(imported("upptime", files)) == {"within_day": 1, "zone": 1, "account": 1, "as_of": 1}
    found = imported("upptime", files, mapping("upptime", "cardano.map.toml"))
    assert (equation(found), len(records(found))) == ((47, 47, 0, 0), 47)

"""GitHub's incidents as mrshu/github-statuses keeps them."""

from __future__ import annotations

from typing import Any

from sla_dsl.intake.answers.mapping import Key
from tests.intake.common import errors, open_names, records
from tests.intake.exports import made, made_with

PLAIN: dict[str, Any] = {
    "id": "1",
    "status_sequence": ["Investigating", "Resolved"],
    "started_at": "2024-01-03T12:42:00Z",
    "resolved_at": "2024-01-03T17:05:00Z",
    "impact_window": {"start_at": "2024-01-03T12:00:00Z", "end_at": "2024-01-03T17:00:00Z"},
    "downtime_start": "2024-01-03T12:00:00Z",
    "downtime_end": "2024-01-03T17:00:00Z",
    "impact": "minor",
    "components": ["Pages"],
}
ANSWERS: dict[Key, str] = {("impact", "minor"): "counts", ("service", "Pages"): "pages"}
DECLARED: dict[Key, str] = {("start",): "started_at", ("end",): "resolved_at"}


def incidents(**changes: Any) -> list[dict[str, Any]]:
    answers = {**ANSWERS, **DECLARED}
    return records(made_with("github-history", ([{**PLAIN, **changes}],), answers))


def test_all_three_times_can_be_taken() -> None:
    [start, end] = made_with("github-history", ([PLAIN],), ANSWERS).questions
    assert [choice.answer for choice in start.choices][:3] == ["impact_window.start_at", "started_at", "downtime_start"]
    assert [choice.answer for choice in end.choices][:3] == ["impact_window.end_at", "resolved_at", "downtime_end"]
    assert "They lie up to 42 min apart." in start.words
    assert "downtime_start: it is what the project that keeps the history took for the truth." in start.words


def test_an_incident_that_goes_on() -> None:
    open_still = incidents(status_sequence=["Investigating"], resolved_at=None, impact_window=None, downtime_end=None)
    assert open_still[0]["end"] is None


def test_a_length_of_zero_is_kept() -> None:
    assert [one["id"] for one in incidents(resolved_at=PLAIN["started_at"])] == ["1"]


def test_components_that_a_program_guessed_are_asked_about() -> None:
    guessed = {**PLAIN, "components_source": "gliner2"}
    found = made("github-history", [guessed])
    assert open_names(found)[0] == 'components_source."gliner2"'
    answers = {**ANSWERS, **DECLARED}
    used: dict[Key, str] = {("components_source", "gliner2"): "used"}
    assert records(made_with("github-history", ([guessed],), {**answers, **used}))[0]["service"] == "pages"
    unused: dict[Key, str] = {("components_source", "gliner2"): "not used"}
    assert open_names(made_with("github-history", ([guessed],), {**answers, **unused})) == ['service."(not named)"']


def test_an_impact_that_is_not_stated_is_asked_about() -> None:
    assert 'impact."(not said)"' in open_names(made("github-history", [{**PLAIN, "impact": None}]))


def test_what_is_wrong_has_its_place() -> None:
    broken = {**PLAIN, "impact_window": {"start_at": "soon"}, "components": "Pages", "id": None}
    places = {"[0].id", "[0].impact_window.start_at", "[0].components"}
    assert {place for _, place in errors(made("github-history", [broken]))} == places

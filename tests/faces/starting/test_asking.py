"""Asking at a terminal, and saying which answer is missing where there is none."""

from __future__ import annotations

import click
import pytest
from click.testing import CliRunner

from sla_dsl.faces.starting import asking
from sla_dsl.faces.starting.asking import answers
from sla_dsl.faces.starting.questions import QUESTIONS, Answers

NONE: dict[str, str | None] = dict.fromkeys((question.key for question in QUESTIONS), None)
GIVEN: dict[str, str | None] = {"name": "A", "service": "B", "zone": "utc", "uptime": "99,9", "back": "10 %"}


def asked(typed: str, monkeypatch: pytest.MonkeyPatch, **given: str) -> tuple[Answers | None, str]:
    """What was answered at a terminal, and everything that stood there."""
    monkeypatch.setattr(asking, "at_terminal", lambda: True)
    found: list[Answers] = []

    @click.command()
    def command() -> None:
        found.append(answers({**NONE, **given}))

    done = CliRunner().invoke(command, [], input=typed)
    return (found[0] if found else None), done.output


def test_options_answer_everything() -> None:
    assert answers(GIVEN) == Answers("A", "B", "UTC", "99.9", "10")


def test_an_option_that_is_no_answer() -> None:
    with pytest.raises(click.UsageError, match=r"--uptime: '120' is no percentage up to 100"):
        answers({**GIVEN, "uptime": "120"})


def test_without_a_terminal_it_is_said_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(click.UsageError) as told:
        answers({**GIVEN, "zone": None, "back": None})
    assert told.value.message == (
        "Nobody can be asked here, and no answer is given by --zone, --back; "
        "write for example --zone 'Europe/Brussels' --back '25'."
    )


def test_what_stands_in_brackets_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    found, text = asked("\n\n\n\n\n", monkeypatch)
    assert found == Answers(*(question.default for question in QUESTIONS))
    assert [f"{number} of 5. " in text for number in range(1, 6)] == [True] * 5
    assert "[99.9]> " in text
    assert "For example: Europe/Brussels" in text


def test_only_what_no_option_answers_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    found, text = asked("Shop\n50\n", monkeypatch, name="N", zone="UTC", uptime="99")
    assert found == Answers("N", "Shop", "UTC", "99", "50")
    assert "1 of 2. Which service" in text


def test_it_is_asked_again_until_the_answer_can_be_used(monkeypatch: pytest.MonkeyPatch) -> None:
    found, text = asked("0\n0,999\nmany\n99,95\n", monkeypatch, name="N", service="S", zone="UTC", back="0")
    assert found is not None
    assert found.uptime == "99.95"
    assert text.count("> ") == 4
    for words in ("never up", "1 % or less", "'many' is no percentage"):
        assert words in text


def test_what_was_meant_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    found, text = asked("brussels\n\n", monkeypatch, name="N", service="S", uptime="99", back="0")
    assert found is not None
    assert found.zone == "Europe/Brussels"
    assert "There is no time zone 'brussels'. Did you mean 'Europe/Brussels'?" in text
    assert "[Europe/Brussels]> " in text


def test_who_leaves_gets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked("A\n", monkeypatch)[0] is None


def test_what_was_typed_cannot_talk_to_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    _, text = asked("\x1b[2J\nUTC\n", monkeypatch, name="N", service="S", uptime="99", back="0")
    assert "There is no time zone '\\x1b[2J'." in text

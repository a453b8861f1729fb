"""The command as a whole: help, names of commands, and how it ends."""

from __future__ import annotations

from typing import NoReturn

import click
import pytest

from sla_dsl.faces.exits import Exit
from sla_dsl.faces.group import COMMANDS, run
from sla_dsl.faces.group import sla as sla_group
from tests.faces.running import printed, sla


def test_what_each_command_does_is_told_whole(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    assert "..." not in capsys.readouterr().out.partition("Commands:")[2]


def test_the_help_names_every_command() -> None:
    text = printed("--help")
    for name in COMMANDS:
        assert f"\n  {name} " in text
    assert sla().stdout == text


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_two_examples(name: str) -> None:
    text = printed(name, "--help")
    _, _, examples = text.partition("Examples:\n")
    assert [line.split()[:2] for line in examples.splitlines()] == [["sla", name], ["sla", name]]
    command = sla_group.get_command(click.Context(sla_group), name)
    assert command
    assert all(option.help for option in command.params if isinstance(option, click.Option))


def test_a_misspelt_command() -> None:
    done = sla("chekc", "x")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "There is no command 'chekc'. Did you mean 'check'?" in done.stderr
    assert "There are init, evaluate, explain, " in sla("\x1b[2J").stderr


def test_wrong_use_shows_how_it_is_used() -> None:
    lines = sla("evaluate", "--perod", "2026-03").stderr.splitlines()
    assert lines[0].startswith("Usage: sla evaluate ")
    assert lines[1] == "Try 'sla evaluate --help'."
    assert "--perod" in lines[-1]


def test_words_of_the_command_line_cannot_talk_to_the_terminal() -> None:
    for words in (("\x1b[2J",), ("evaluate", "--\x1b[2J"), ("check", "\x1b]0;x\x07")):
        done = sla(*words)
        assert done.exit_code == 2
        assert not set(done.stderr) & set("\x1b\x07")


def test_versions() -> None:
    assert "language 1, time zones 20" in printed("--version")


def _fails_with(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*anything: object) -> NoReturn:
        raise error

    monkeypatch.setattr("sla_dsl.faces.pictures.limits.limit_lines", fail)


@pytest.mark.parametrize("error", [ValueError("two\nlines"), RecursionError(), MemoryError(), AssertionError("x")])
def test_a_defect_is_told_as_one(
    error: Exception, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _fails_with(error, monkeypatch)
    assert run(["limits"]) == int(Exit.DEFECT)
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert told.startswith("sla: this is a defect of the program, not of your files (")
    assert "faces/commands/limits.py, line " in told
    assert "Please report it" in told


@pytest.mark.parametrize("error", [KeyboardInterrupt(), click.Abort()])
def test_interrupted(error: BaseException, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    _fails_with(error, monkeypatch)
    assert run(["limits"]) == int(Exit.INTERRUPTED)
    assert capsys.readouterr() == ("", "")


def test_what_the_system_refuses_is_told_with_the_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sla_dsl.faces.group.silence_streams", lambda: None)
    _fails_with(PermissionError(13, "Permission denied", "x\x1b"), monkeypatch)
    assert run(["limits"]) == Exit.MISUSED
    assert capsys.readouterr().err == "sla: x\\x1b: Permission denied\n"

"""What is said when a command did not do its work."""

from __future__ import annotations

import click

from sla_dsl.faces.endings import defect_line, misuse_lines, unknown_command


def test_wrong_use_without_a_command() -> None:
    assert misuse_lines(click.UsageError("No.")) == ["sla: No."]
    assert misuse_lines(click.ClickException("No.")) == ["sla: No."]


def test_what_the_system_refuses() -> None:
    assert misuse_lines(OSError(13, "Permission denied", "a.txt")) == ["sla: a.txt: Permission denied"]
    assert misuse_lines(OSError(28, "No space")) == ["sla: The output cannot be written: No space"]
    assert misuse_lines(OSError()) == [
        "sla: The output cannot be written: the system does not let it be read or written"
    ]


def test_choices_are_told_in_one_line() -> None:
    missing = click.MissingParameter(param=click.Argument(["shell"], type=click.Choice(["bash", "zsh"])))
    assert misuse_lines(missing)[-1].endswith("Choose from: bash, zsh")


def test_a_defect_outside_of_the_program() -> None:
    line = defect_line(ValueError())
    assert line.startswith("sla: this is a defect of the program, not of your files (ValueError). Please report it")


def test_commands_that_there_are_not() -> None:
    known = ("check", "compile")
    assert unknown_command("chek", known) == "There is no command 'chek'. Did you mean 'check'?"
    assert unknown_command("zzz", known) == "There is no command 'zzz'. There are check, compile."

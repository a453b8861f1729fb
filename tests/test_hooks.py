"""The hooks for pre-commit: each entry is run as that program would, on files whose names its pattern lets through."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner, Result

from sla_dsl.faces.group import sla

ROOT = Path(__file__).parents[1]


class Hook(NamedTuple):
    """A hook as its file describes it."""

    id: str
    entry: str
    language: str
    files: str


def hooks() -> Iterator[Hook]:
    """The hooks; their file is a plain list, so it can be read without a library."""
    for part in (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8").split("\n- ")[1:]:
        fields = dict(re.findall(r"(?m)^ *([a-z_]+): (.+)$", part))
        yield Hook(*(fields[name] for name in Hook._fields))


HOOKS = {hook.id: hook for hook in hooks()}
GOOD = """\
Agreement "Hosting".

The time zone is UTC.

The period is each calendar month.

Hosting is a service: "web sites".

Downtime means the time in which Hosting is down.

The provider guarantees that Downtime is at most 45 min.

Example "half an hour" in 2026-03:
  given an incident from 2026-03-04 10:00 to 10:30;
  expect Downtime is 30 min.
"""


@pytest.fixture(autouse=True)
def _repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a b.sla").write_text(GOOD, "utf-8")
    (tmp_path / "notes.md").write_text("# Notes\n", "utf-8")
    monkeypatch.chdir(tmp_path)


def run(hook: Hook) -> Result:
    """The entry, with the names of all files that the pattern finds behind it."""
    program, *arguments = shlex.split(hook.entry)
    assert program == "sla"
    names = sorted(path.name for path in Path().iterdir() if re.search(hook.files, path.name))
    return CliRunner().invoke(sla, [*arguments, *names])


def change(old: str, new: str) -> None:
    Path("worse.sla").write_text(GOOD.replace(old, new), "utf-8")


def test_there_are_three() -> None:
    assert list(HOOKS) == ["sla-check", "sla-format", "sla-test"]
    assert {hook.language for hook in HOOKS.values()} == {"python"}


@pytest.mark.parametrize("hook", HOOKS.values(), ids=HOOKS)
def test_a_good_policy_passes_and_stays_as_it_is(hook: Hook) -> None:
    assert run(hook).exit_code == 0
    assert Path("a b.sla").read_text("utf-8") == GOOD


def test_check_finds_an_error() -> None:
    change("UTC", "Europe/Brussel")
    done = run(HOOKS["sla-check"])
    assert done.exit_code == 1
    assert "worse.sla:3:1: error: " in done.stderr


def test_format_changes_the_file() -> None:
    """The program itself stops a commit where a hook has changed a file."""
    change(".\n\nThe", ".  The")
    assert run(HOOKS["sla-format"]).exit_code == 0
    assert Path("worse.sla").read_text("utf-8") == GOOD


def test_test_finds_an_example_that_differs() -> None:
    change("is 30 min", "is 20 min")
    done = run(HOOKS["sla-test"])
    assert done.exit_code == 1
    assert "Downtime was expected to be 20 min, and is 30 min." in done.stderr

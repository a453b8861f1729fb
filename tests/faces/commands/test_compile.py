"""`sla compile`: a policy as data, written whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.faces.running import policy, printed, sla


def test_what_is_written_is_the_librarys_form(tmp_path: Path) -> None:
    path = tmp_path / "mail.json"
    said = printed("compile", "mail.sla", "-o", str(path))
    assert path.read_text("utf-8") == policy().to_compiled() + "\n"
    assert said.startswith(f"{path}: Mail service agreement, ")
    assert policy().digest in said


def test_standard_output_holds_nothing_else() -> None:
    data = json.loads(printed("compile", "mail.sla", "-o", "-"))
    assert data["title"] == "Mail service agreement"


def test_compiling_again_gives_the_same(tmp_path: Path) -> None:
    first = printed("compile", "mail.sla", "-o", "-")
    assert printed("compile", "-", "-o", "-", given=first) == first


def test_an_output_must_be_named() -> None:
    done = sla("compile", "mail.sla")
    assert done.exit_code == 2
    assert "Missing option" in done.stderr


def test_a_policy_with_errors_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    done = sla("compile", "-", "-o", str(path), given="Agreement.")
    assert done.exit_code == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("old", "new"), [('"zone":"Europe/Brussels"', '"zone":"UTC"'), ("[0,", "[1,")])
def test_a_changed_file_is_refused_by_every_command(old: str, new: str) -> None:
    changed = printed("compile", "mail.sla", "-o", "-").replace(old, new, 1)
    for words in (("evaluate", "-", "acme.json"), ("explain", "-", "acme.json"), ("tree", "-"), ("check", "-")):
        done = sla(*words, given=changed)
        assert done.exit_code == 1, words
        assert "was changed after it was compiled" in done.stderr

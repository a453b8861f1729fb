"""What is offered to a shell, from what has been typed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sla_dsl.faces.completing.answering import complete, rejoined
from sla_dsl.faces.completing.scripts import script
from sla_dsl.faces.group import COMMANDS

Offered = Callable[..., list[str]]


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Offered:
    """What may come last on a line in bash."""
    for name in ("a.sla", "a.compiled.json", "b.json", "c.jsonl", "d.pdf", ".hidden.sla", "sub/e.sla"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("", "utf-8")
    monkeypatch.chdir(tmp_path)

    def of(*words: str) -> list[str]:
        monkeypatch.setenv("COMP_WORDS", "\n".join(("sla", *words)))
        monkeypatch.setenv("COMP_CWORD", str(len(words)))
        complete("bash_complete")
        told = capsys.readouterr()
        assert told.err == ""
        return [line.partition(",")[2] for line in told.out.splitlines()]

    return of


def test_commands(offered: Offered) -> None:
    assert offered("") == list(COMMANDS)
    assert offered("co") == [name for name in COMMANDS if name.startswith("co")]
    assert offered("--v") == ["--version"]


def test_files_of_their_kind(offered: Offered) -> None:
    assert offered("check", "") == ["a.compiled.json", "a.sla", "sub"]
    assert offered("check", "a.sla", "sub/") == ["sub/e.sla"]
    assert offered("evaluate", "a.sla", "") == ["a.compiled.json", "b.json", "c.jsonl", "sub"]
    assert offered("coverage", "a.sla", "--document", "") == ["d.pdf", "sub"]
    assert offered("check", "a.sla", "--save-situations", "") == ["sub"]
    assert offered("compile", "a.sla", "-o", "") == ["a.compiled.json", "a.sla", "b.json", "c.jsonl", "d.pdf", "sub"]
    assert offered("diff", "a.sla", "") == ["a.compiled.json", "a.sla", "sub"]
    assert offered("check", ".h") == [".hidden.sla"]
    assert offered("check", "nowhere/") == []


def test_choices(offered: Offered) -> None:
    assert offered("check", "a.sla", "--format", "") == ["full", "concise", "json", "github", "sarif"]
    assert offered("evaluate", "a.sla", "--format", "=", "js") == ["json"]
    assert offered("evaluate", "a.sla", "--format", "=") == ["text", "json"]
    assert offered("schema", "t") == ["timeline", "table"]
    assert offered("completion", "") == ["bash", "zsh", "fish"]
    assert offered("import", "s") == ["statuspage", "slack", "servicenow", "sheet"]
    assert offered("import", "sheet", "d") == ["d.pdf"]
    assert offered("import", "sheet", "x.csv", "--policy", "a.s") == ["a.sla"]


def test_time_zones_by_name_and_by_city(offered: Offered) -> None:
    assert offered("evaluate", "a.sla", "b.json", "--zone", "europe/bru") == ["Europe/Brussels"]
    assert offered("diff", "--zone", "kathm") == ["Asia/Kathmandu"]


def test_nothing_is_offered_and_nothing_said_where_the_line_is_wrong(offered: Offered) -> None:
    assert offered("nix", "") == []
    assert offered("check", "--nix", "") == ["a.compiled.json", "a.sla", "sub"]


def test_settings_that_are_wrong_do_not_disturb(offered: Offered, tmp_path: Path) -> None:
    (tmp_path / "sla.toml").write_text("nonsense", "utf-8")
    assert offered("check", "a.s") == ["a.sla"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_given(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert complete(f"{shell}_source") == 0
    assert capsys.readouterr().out == script(shell)
    assert f"_SLA_COMPLETE={shell}_complete" in script(shell)


@pytest.mark.parametrize("instruction", ["bash", "bash_", "csh_source", "1", "bash_nothing"])
def test_what_nobody_asks(instruction: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert complete(instruction) == 1
    assert capsys.readouterr() == ("", "")


def test_without_the_words_of_the_shell(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COMP_WORDS", raising=False)
    assert complete("bash_complete") == 1
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        (["check", "a"], (["check"], "a")),
        (["--format", "=", "js"], (["--format"], "js")),
        (["--format", "="], (["--format"], "")),
        (["HEAD", ":", "a.sla", "b"], (["HEAD:a.sla"], "b")),
        (["a", ":", "b"], (["a:"], "b")),
        (["a", "="], (["a"], "=")),
        ([""], ([], "")),
    ],
)
def test_words_that_bash_cuts(words: list[str], whole: tuple[list[str], str]) -> None:
    assert rejoined(words[:-1], words[-1]) == whole

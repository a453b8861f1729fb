"""The page on the terminal: what its commands print, its signs, its colours, and what is told while one watches."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sla_dsl.faces import watching
from sla_dsl.faces.colours import STYLES
from sla_dsl.faces.group import run as run_command
from sla_dsl.faces.pictures.strip import MOST_LISTED, SIGNS
from sla_dsl.faces.progress import PATIENCE
from sla_dsl.faces.streams import WIDEST
from tests.docs.blocks import blocks, document, in_code, table
from tests.docs.transcripts import ROOT, as_printed, commands, lay_out, run

TEXT = document("terminal.md")
[CONSOLE] = [block for block in blocks("terminal.md") if block.language == "console"]
[WATCHED] = [block for block in blocks("terminal.md") if block.words == ("watched",)]


def test_a_command_prints_what_stands_below_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out(tmp_path, {})
    monkeypatch.chdir(tmp_path)
    for command in commands(CONSOLE):
        assert as_printed(run(command.line), command.output) == command.output


def test_the_signs_are_those_of_the_strip() -> None:
    assert [in_code(row[0])[0] for row in table(TEXT, "sign")] == [sign for sign, _ in SIGNS.values()]


def test_the_colours_are_those_of_the_program() -> None:
    named = {word for style in STYLES.values() for word in style.split()}
    assert {row[0] for row in table(TEXT, "colour")} == named


def test_the_numbers_are_those_of_the_program() -> None:
    assert (PATIENCE, MOST_LISTED, WIDEST) == (1, 6, 100)
    assert "longer than a second" in TEXT
    assert "up to six days" in TEXT
    assert "at most to 100 columns" in TEXT


def test_what_is_told_while_one_watches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    policy = tmp_path / "ecerium.sla"
    text = (ROOT / "policies" / "ecerium.sla").read_text("utf-8")
    policy.write_text(text, "utf-8")
    (tmp_path / "ecerium.json").write_bytes((ROOT / "examples" / "ecerium.json").read_bytes())

    def each_change(paths: object) -> Iterator[None]:
        yield
        policy.write_text(text.replace("gives  10 %", "gives  12 %"), "utf-8")
        yield
        raise KeyboardInterrupt

    monkeypatch.setattr(watching, "each_change", each_change)
    monkeypatch.chdir(tmp_path)
    assert run_command(["evaluate", "ecerium.sla", "ecerium.json", "--watch"]) == 0
    assert capsys.readouterr().out.endswith(f"\n\n{WATCHED.text}")

"""An answer for each account, in one picture or another."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest

from sla_dsl.faces.answering import Answer, Asked, Picture, answer, text_picture
from sla_dsl.faces.exits import Exit
from sla_dsl.faces.layout import Line
from tests.faces.running import result, timeline, written

NAMES = Picture(lambda answered: f"one {answered.account}\n", lambda answered: f"each {answered.account}\n")


def _asked(path: str, *periods: str, output: str = "-") -> Asked:
    return Asked("mail.sla", path, periods, None, output)


def test_one_account(capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(_asked("acme.json"), NAMES) == Exit.DONE
    assert capsys.readouterr().out == "one acme\n"


def test_one_account_that_is_refused_is_not_pictured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path / "t.json", timeline(as_of="soon"))
    assert answer(_asked(path), NAMES) == Exit.REFUSED
    assert capsys.readouterr().out == ""


def test_many_accounts_with_one_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "many.ndjson"
    path.write_text("\n".join(json.dumps(timeline(**one)) for one in ({}, {"as_of": "soon"})), "utf-8")
    assert answer(_asked(str(path)), NAMES) == Exit.REFUSED
    captured = capsys.readouterr()
    assert captured.out == "each acme\neach acme\n"
    assert f"{path}, line 2: " in captured.err


def test_lines_of_one_account_are_lines_all_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps(timeline()), "utf-8")
    assert answer(_asked(str(path)), NAMES) == Exit.DONE
    assert capsys.readouterr().out == "each acme\n"


def test_no_lines_give_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "none.jsonl").write_text("", "utf-8")
    output = tmp_path / "out.jsonl"
    assert answer(_asked(str(tmp_path / "none.jsonl"), output=str(output)), NAMES) == Exit.DONE
    assert output.read_text("utf-8") == ""


def test_what_the_evaluation_refuses_names_the_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = written(tmp_path / "t.json", timeline(charges=[], tickets=[{**timeline()["tickets"][0], "priority": "low"}]))
    assert answer(_asked(path), NAMES) == Exit.REFUSED
    assert capsys.readouterr().err.startswith(f"{path}: tickets[0].priority: error: ")


@pytest.mark.parametrize("periods", [("2026-00",), ("2026-03..2026-01",), ("2026-Q1",), ("1900-01..2200-12",)])
def test_periods_that_are_none(periods: tuple[str, ...]) -> None:
    with pytest.raises(click.UsageError):
        answer(_asked("acme.json", *periods), NAMES)


def test_texts_are_laid_out() -> None:
    picture = text_picture(lambda found: [Line(found.account), Line("\x1b")], "-")
    known = Answer("acme", result(timeline()), ())
    assert picture.one(known) == "acme\n\\x1b\n"
    assert picture.each(known) == "acme\n\\x1b\n\n\n"
    assert picture.each(Answer("acme", None, ())) == ""

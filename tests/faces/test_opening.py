"""What the arguments name: policies and evidence, opened, or why not."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from sla_dsl.faces.exits import Exit
from sla_dsl.faces.opening import INPUT_NAME, Opened, load_evidence, load_policy, mention, open_policy, refuse
from sla_dsl.findings.finding import Finding, Span
from sla_dsl.findings.source import Source


def _give(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="ascii"))


def test_a_policy_in_a_file() -> None:
    opened = open_policy("mail.sla")
    assert opened == Opened("mail.sla", Path("mail.sla").read_bytes())
    assert opened.source().line(1) == 'Agreement "Mail service agreement".'
    assert not opened.is_compiled()


def test_a_policy_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    _give(monkeypatch, ' {"format": "§"}'.encode())
    opened = open_policy("-")
    assert opened.name == INPUT_NAME
    assert opened.is_compiled()


def test_standard_input_that_was_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert open_policy("-").data == b""


def test_what_is_not_there() -> None:
    opened = open_policy("nix.sla")
    assert opened.data is None
    assert [finding.code for finding in opened.findings] == ["no-such-file"]
    assert opened.source().text == ""


def test_bytes_that_are_no_text_have_no_source() -> None:
    assert Opened("x", b"\xff\xfe").source() == Source("x", "")


def test_loading_a_policy(capsys: pytest.CaptureFixture[str]) -> None:
    policy, status = load_policy("mail.sla")
    assert policy is not None
    assert (policy.title, status) == ("Mail service agreement", Exit.DONE)
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("nix.sla", Exit.MISUSED, "no file or folder"),
        ("acme.json", Exit.REFUSED, "This is a timeline"),
        ("..", 2, "file"),
    ],
)
def test_a_policy_that_cannot_be_loaded(path: str, status: int, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert load_policy(path) == (None, status)
    captured = capsys.readouterr()
    assert captured.out == ""
    assert said in captured.err


def test_evidence_of_a_file_and_of_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    _give(monkeypatch, Path("acme.json").read_bytes())
    (given,) = load_evidence("-", None).readings
    (read,) = load_evidence("acme.json", None).readings
    assert given.timeline == read.timeline
    assert given.account == "acme"


def test_refusing_leaves_notes_aside_and_says_whose_mistake_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    note = Finding("zone-assumed", "Read in UTC.", severity="note")
    wrong = Finding("x", "Wrong.", Span(0, 3), source="a")
    assert refuse([note, wrong], [Source("a", "bad")]) == Exit.REFUSED
    assert capsys.readouterr().err == "a:1:1: error: Wrong. [x]\n    1 │ bad\n      │ ^^^\n\n"
    assert refuse([Finding("cannot-read", "No.")]) == Exit.MISUSED
    assert capsys.readouterr().err == "error: No. [cannot-read]\n"


def test_mentioning_is_a_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    mention([Finding("x", "Odd.", severity="warning", repair="Mend it.")])
    assert capsys.readouterr() == ("", "warning: Odd. [x]\n")
    mention([])
    assert capsys.readouterr() == ("", "")

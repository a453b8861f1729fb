"""`sla evaluate --watch`, on a real terminal and in a pipe, with files that change."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sla_dsl.faces import watching
from sla_dsl.faces.group import run
from sla_dsl.faces.layout import laid_out
from sla_dsl.faces.pictures.moves import figures_of, move_lines
from tests.faces.running import GOLDEN, MARCH, policy, result, sla, timeline, written
from tests.faces.terminals import PROGRAM, ROOT, Terminal, plain

WATCHING = "Watching mail.sla and acme.json; Ctrl-C ends."
WATCH = ("evaluate", "mail.sla", "acme.json", *MARCH, "--watch")
FASTER = f"import sla_dsl.faces.looking as l; l.INTERVAL = 0.05; l.MOMENT = 0.02; {PROGRAM}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("mail.sla", "acme.json"):
        (tmp_path / name).write_bytes((GOLDEN / name).read_bytes())
    return tmp_path


def _changed(path: Path, old: str, new: str) -> None:
    """Saves as editors do: another file takes the name."""
    text = path.read_text("utf-8")
    assert old in text
    part = path.with_suffix(".part")
    part.write_text(text.replace(old, new, 1), "utf-8")
    part.replace(path)


# ---------------------------------------------------------------- on a terminal


@pytest.fixture
def terminal(folder: Path) -> Iterator[Terminal]:
    pytest.importorskip("pty")
    with Terminal(*WATCH, folder=folder, program=FASTER) as terminal:
        yield terminal


def test_each_save_gives_the_answer_and_what_has_moved(terminal: Terminal, folder: Path) -> None:
    first = terminal.wait_for(WATCHING)
    assert "A credit of 50.00 EUR" in plain(first)
    assert "Since the last answer" not in plain(first)
    _changed(folder / "mail.sla", "limited to 50 EUR", "limited to 40 EUR")
    second = terminal.wait_for(WATCHING)
    assert watching.CLEAR in second
    shown = plain(second.rpartition(watching.CLEAR)[2])
    assert shown.startswith("Mail service agreement\n")
    assert "\nSince the last answer:\n  Credit: 50.00 EUR -> 40.00 EUR\n" in shown
    _changed(folder / "acme.json", "10:20:05", "10:20:06")
    assert "Since the last answer no figure has moved." in plain(terminal.wait_for(WATCHING))


def test_mistakes_stand_in_the_place_of_the_answer(terminal: Terminal, folder: Path) -> None:
    terminal.wait_for(WATCHING)
    _changed(folder / "mail.sla", "limited to 50 EUR", "limited to to 50 EUR")
    broken = plain(terminal.wait_for(WATCHING).rpartition(watching.CLEAR)[2])
    assert broken.startswith("mail.sla:")
    assert "Mail service agreement\n" not in broken
    assert "There is no answer as long as this is so.\n" in broken
    _changed(folder / "mail.sla", "limited to to 50 EUR", "limited to 30 EUR")
    assert "  Credit: 50.00 EUR -> 30.00 EUR\n" in plain(terminal.wait_for(WATCHING))


def test_a_file_that_is_away_and_comes_back(terminal: Terminal, folder: Path) -> None:
    terminal.wait_for(WATCHING)
    (folder / "acme.json").rename(folder / "away")
    gone = plain(terminal.wait_for(WATCHING))
    assert "acme.json" in gone
    assert "There is no answer as long as this is so." in gone
    (folder / "away").rename(folder / "acme.json")
    assert "Since the last answer no figure has moved." in plain(terminal.wait_for(WATCHING))


def test_it_ends_quietly(terminal: Terminal) -> None:
    terminal.wait_for(WATCHING)
    terminal.interrupt()
    assert terminal.wait_for_end() == "\r\n"
    assert terminal.process.wait(30) == 0


# ---------------------------------------------------------------- in a pipe


def test_a_pipe_has_one_answer_after_the_other(folder: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    words = [sys.executable, "-c", FASTER, *WATCH]
    with subprocess.Popen(
        words, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        first = _until_watching(running.stdout)
        _changed(folder / "mail.sla", "limited to 50 EUR", "limited to 40 EUR")
        second = _until_watching(running.stdout)
        running.send_signal(2)
        assert running.wait(30) == 0
        assert (running.stdout.read(), running.stderr.read()) == ("", "")
    answer = sla("evaluate", "mail.sla", "acme.json", *MARCH).stdout
    assert "".join(first) == f"{answer}\n{WATCHING}\n"
    assert "".join(second).startswith("\n\nMail service agreement\n")
    assert second[-2] == "  Credit: 50.00 EUR -> 40.00 EUR\n"
    assert "\x1b" not in "".join((*first, *second))


def _until_watching(stream: Any) -> list[str]:
    lines = [stream.readline()]
    while WATCHING not in lines[-1]:
        lines.append(stream.readline())
    return lines


def test_a_reader_that_goes_away_ends_it(folder: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    words = [sys.executable, "-c", FASTER, *WATCH]
    done = subprocess.run(words, cwd=folder, env=environment, stdout=writing, stderr=subprocess.PIPE, timeout=60)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


# ---------------------------------------------------------------- in this process


def _rounds(folder: Path, *changes: tuple[str, str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Watching for as many rounds as there are changes, and one."""

    def each_change(paths: object) -> Iterator[None]:
        yield
        for name, old, new in changes:
            _changed(folder / name, old, new)
            yield
        raise KeyboardInterrupt

    monkeypatch.setattr(watching, "each_change", each_change)
    monkeypatch.chdir(folder)


def test_a_period_that_no_longer_fits_is_told_in_place(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text, _, _ = (folder / "mail.sla").read_text("utf-8").partition("Example ")
    (folder / "mail.sla").write_text(text, "utf-8")
    _rounds(folder, ("mail.sla", "each calendar month", "each calendar year"), monkeypatch=monkeypatch)
    assert run(WATCH) == 0
    told = capsys.readouterr()
    assert told.err.startswith("sla: 2026-03 is not a year")
    assert "There is no answer as long as this is so." in told.out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("-", "acme.json"), "standard input can be read only once"),
        (("mail.sla", "-"), "standard input can be read only once"),
        (("mail.sla", "acme.json", "-o", "out.txt"), "it does not go with --output"),
        (("mail.sla", "acme.json", "--format", "json"), "--watch is for text"),
        (("mail.sla", "acme.json", "--period", "2026-Q1"), "2026-Q1 is not a month"),
        (("mail.sla", "nix.json"), "nix.json"),
    ],
)
def test_what_cannot_be_watched(words: tuple[str, ...], says: str) -> None:
    done = sla("evaluate", *words, "--watch")
    assert (done.exit_code, done.stdout) == (2, "")
    assert says in done.stderr


def test_a_policy_that_is_broken_from_the_beginning_is_waited_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "mail.sla").write_text("Agreement.\n", "utf-8")
    _rounds(folder, monkeypatch=monkeypatch)
    assert run(WATCH) == 0
    told = capsys.readouterr()
    assert "mail.sla:1:" in told.err
    assert told.out == f"There is no answer as long as this is so.\n{WATCHING}\n"


def test_many_accounts_of_which_one_is_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [json.dumps(timeline(account=name)) for name in ("a", "b")]
    (folder / "many.jsonl").write_text("\n".join(lines), "utf-8")
    changes = [
        ("many.jsonl", '"account": "b"', '"acount": "b"'),
        ("mail.sla", "limited to 50 EUR", "limited to 40 EUR"),
        ("many.jsonl", '"acount": "b"', '"account": "b"'),
    ]
    _rounds(folder, *changes, monkeypatch=monkeypatch)
    assert run(("evaluate", "mail.sla", "many.jsonl", *MARCH, "--watch")) == 0
    endings = re.findall(r"Since the last answer(.*?)Watching", capsys.readouterr().out, re.DOTALL)
    assert endings == [
        " no figure has moved.\n",
        ":\n  Credit: 50.00 EUR -> 40.00 EUR\n",
        ":\n  b, Credit: 50.00 EUR -> 40.00 EUR\n",
    ]


# ---------------------------------------------------------------- what has moved


def _moved(old: dict[str, Any], new: dict[str, Any], *periods: str) -> list[str]:
    before, now = (figures_of(result(plain, *periods, of=policy())) for plain in (old, new))
    return list(laid_out(move_lines({"acme": before}, {"acme": now}), None))


def test_every_kind_of_figure() -> None:
    tickets = timeline()["tickets"][:1]
    assert _moved(timeline(), timeline(incidents=[], reports=[])) == [
        "  Credit: 50.00 EUR -> none",
        "  the guarantee of Uptime: missed -> met",
        "  Downtime: 1 hour 22 min -> 0 s",
        "  Uptime: 99.810185… % -> 100 %",
    ]
    assert "  Credit: 50.00 EUR -> not decided" in _moved(timeline(), timeline(reports=None))
    assert "  Credit: 50.00 EUR -> not due" in _moved(timeline(), timeline(reports=[]))
    assert "  Answer on T-2: missed -> not there" in _moved(timeline(), timeline(tickets=tickets))


def test_the_period_is_named_where_there_are_several() -> None:
    lines = _moved(timeline(), timeline(incidents=[], reports=[]), "2026-02", "2026-03")
    assert "  Credit in March 2026: 50.00 EUR -> none" in lines


def test_names_cannot_talk_to_the_terminal() -> None:
    before, now = figures_of(result(timeline())), figures_of(result(timeline(incidents=[], reports=[])))
    lines = list(laid_out(move_lines({"a\x1b[2J": before, "b": before}, {"a\x1b[2J": now, "b": now}), None))
    assert lines[0] == r"  a\x1b[2J, Credit: 50.00 EUR -> none"
    assert lines[-1] == "  b, Uptime: 99.810185… % -> 100 %"


def test_of_very_many_the_first_are_told(tmp_path: Path) -> None:
    assert written(tmp_path / "t.json", timeline())
    before, now = figures_of(result(timeline())), figures_of(result(timeline(incidents=[], reports=[])))
    names = [f"a{number}" for number in range(10)]
    lines = list(laid_out(move_lines(dict.fromkeys(names, before), dict.fromkeys(names, now)), None))
    assert len(lines) == 21
    assert lines[-1] == "  and 20 more"

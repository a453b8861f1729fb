"""The bar of long runs: where it is shown, that nothing of it stays, and that it never mixes with what is written."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from sla_dsl.faces import streams
from sla_dsl.faces.progress import counted, working
from tests.faces.running import GOLDEN, timeline
from tests.faces.terminals import Terminal, plain, shown_on_a_terminal

pytest.importorskip("pty")

SLOWLY = """
import sys, time
import sla_dsl.faces.progress as progress
from sla_dsl.faces.streams import complain, prepare_streams, say
prepare_streams()
progress.PATIENCE = 0.05
"""


class Screen:
    """What a terminal shows in the end: enough of one for what is written here."""

    def __init__(self, text: str) -> None:
        self.lines = [""]
        self.row = 0
        self.cursor = True
        self._take_in(text)

    def rest(self) -> list[str]:
        """The lines down to the one on which the next text would stand; below it there must be nothing."""
        assert not "".join(self.lines[self.row + 1 :])
        return self.lines[: self.row + 1]

    def _take_in(self, text: str) -> None:
        for found in re.finditer(r"\x1b\[([0-9;?]*)([A-Za-z])|(\r)|(\n)|([^\x1b\r\n]+)", text):
            number, what, back, down, words = found.groups()
            if what:
                self._obey(number, what)
            elif back:
                self.column = 0
            elif down:
                self._go_down()
            else:
                self._put(words)

    column = 0

    def _obey(self, number: str, what: str) -> None:
        if what == "K":
            self.lines[self.row] = "" if number == "2" else self.lines[self.row][: self.column]
        elif what == "A":
            self.row -= int(number or 1)
        elif number == "?25":
            self.cursor = what == "h"

    def _go_down(self) -> None:
        self.row += 1
        if self.row == len(self.lines):
            self.lines.append("")

    def _put(self, words: str) -> None:
        line = self.lines[self.row].ljust(self.column)
        self.lines[self.row] = line[: self.column] + words + line[self.column + len(words) :]
        self.column += len(words)


def _run(program: str, columns: int = 80, **environment: str) -> str:
    with Terminal(folder=GOLDEN, columns=columns, environment=environment, program=f"{SLOWLY}{program}") as terminal:
        return terminal.wait_for_end()


COUNTING = """
for at in progress.counted(range(6), "Counting", 6):
    time.sleep(0.1)
    if at in (2, 3):
        complain([f"found {at}"])
say(["the end"])
"""


@pytest.mark.parametrize("columns", [20, 80, 120])
def test_nothing_of_a_bar_stays(columns: int) -> None:
    text = _run(COUNTING, columns)
    assert "Counting" in plain(text)
    assert Screen(text).rest() == ["found 2", "found 3", "the end", ""]
    assert Screen(text).cursor


def test_a_bar_says_how_far_it_has_come() -> None:
    text = plain(_run(COUNTING))
    assert re.search("[1-5]/6", text)
    assert "━" in text


def test_work_that_cannot_be_counted() -> None:
    text = _run('with progress.working("Comparing"): time.sleep(0.4)\nsay(["the end"])')
    assert "Comparing" in plain(text)
    assert "0" not in plain(text).replace("the end", "")
    assert Screen(text).rest() == ["the end", ""]


def test_a_number_that_is_not_known_before() -> None:
    text = _run('for at in progress.counted(iter(range(4)), "Evaluating"): time.sleep(0.15)')
    assert re.search("Evaluating [1-4]", plain(text))
    assert Screen(text).rest() == [""]


@pytest.mark.parametrize("end", ["raise ValueError", "raise KeyboardInterrupt"])
def test_it_goes_when_the_work_is_broken_off(end: str) -> None:
    text = _run(
        f"""
def work():
    for at in progress.counted(range(3), "Counting", 3):
        time.sleep(0.3)
        {end}
try:
    work()
except BaseException:
    pass
say(["the end"])
"""
    )
    assert "Counting" in plain(text)
    assert Screen(text).rest() == ["the end", ""]
    assert Screen(text).cursor


def test_short_work_shows_nothing_and_needs_no_library() -> None:
    program = "for at in progress.counted(range(3), 'Counting', 3): pass\nsay([str('rich' in sys.modules)])"
    assert _run(f"progress.PATIENCE = 5\n{program}") == "False\r\n"


def test_colour_is_not_needed() -> None:
    text = _run(COUNTING, NO_COLOR="1")
    assert "\x1b[36" not in text
    assert re.search("[1-5]/6", plain(text))
    assert Screen(text).rest() == ["found 2", "found 3", "the end", ""]


@pytest.mark.parametrize("environment", [{"TERM": "dumb"}, {"TERM": "dumb", "FORCE_COLOR": "1"}])
def test_a_terminal_that_knows_lines_only_has_none(environment: dict[str, str]) -> None:
    assert _run(COUNTING, 80, **environment) == "found 2\r\nfound 3\r\nthe end\r\n"


def test_elsewhere_there_is_none(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sla_dsl.faces.progress.PATIENCE", 0)
    monkeypatch.setenv("FORCE_COLOR", "1")
    with working("Comparing"):
        for at in counted("ab", "Counting", 2):
            streams.complain([at])
    assert capsys.readouterr() == ("", "a\nb\n")


# ---------------------------------------------------------------- the commands

AT_ONCE = "import sla_dsl.faces.progress as p; p.PATIENCE = 0; from sla_dsl.faces.main import main; main()"


def _accounts(path: Path) -> str:
    wrong = timeline(account="wrong", incidents=[{"id": "I-1"}], reports=[])
    found = [timeline(account=f"a{number}") for number in range(60)]
    lines = [json.dumps(one) for one in (*found[:30], wrong, *found[30:])]
    path.write_text("\n".join(lines), "utf-8")
    return str(path)


def test_accounts_into_a_file(tmp_path: Path) -> None:
    words = ("evaluate", str(GOLDEN / "mail.sla"), _accounts(tmp_path / "many.jsonl"), "-o", "out.txt")
    with Terminal(*words, folder=tmp_path, program=AT_ONCE) as terminal:
        text = terminal.wait_for_end()
    assert "Evaluating" in plain(text)
    told = "\n".join(Screen(text).lines)
    assert "Evaluating" not in told
    assert "is missing" in told or "error" in told
    assert (tmp_path / "out.txt").read_text("utf-8").count("Account a") == 60


def test_accounts_onto_the_terminal_need_no_bar(tmp_path: Path) -> None:
    words = ("evaluate", str(GOLDEN / "mail.sla"), _accounts(tmp_path / "many.jsonl"))
    with Terminal(*words, folder=tmp_path, program=AT_ONCE) as terminal:
        assert "Evaluating" not in plain(terminal.wait_for_end())


def test_into_another_program_there_is_no_bar(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    words = ("evaluate", str(GOLDEN / "mail.sla"), _accounts(tmp_path / "many.jsonl"), "--format", "json")
    with Terminal(*words, folder=tmp_path, program=AT_ONCE, stdout=writing) as terminal:
        os.close(writing)
        with os.fdopen(reading, "rb") as results:
            assert results.read().count(b"\n") == 61
        text = terminal.wait_for_end()
    assert "Evaluating" not in plain(text)
    assert "error" in text


def test_ctrl_c_leaves_nothing(tmp_path: Path) -> None:
    waiting = (
        "import time, sla_dsl.faces.commands.test as t; t.open_policy = lambda p: [time.sleep(0.1) for _ in range(600)]"
    )
    slow = f"{waiting}; {AT_ONCE}"
    with Terminal("test", "a.sla", "b.sla", folder=tmp_path, program=slow) as terminal:
        text = terminal.wait_for("Running the examples")
        terminal.interrupt()
        text += terminal.wait_for_end()
        assert terminal.process.wait(30) == 130
    assert Screen(text).rest() == [""]
    assert Screen(text).cursor


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("check", "mail.sla", "rich.sla"), "Checking"),
        (("test", "mail.sla", "rich.sla"), "Running the examples"),
        (("coverage", "mail.sla"), "Working out what the examples reach"),
        (("table", "mail.sla"), "Working out the edges"),
        (("diff", "mail.sla", "mail.sla"), "Comparing"),
    ],
)
def test_commands_that_may_take_long(words: tuple[str, ...], says: str) -> None:
    with Terminal(*words, folder=GOLDEN, program=AT_ONCE) as terminal:
        text = terminal.wait_for_end()
    assert says in plain(text)
    bare = plain(shown_on_a_terminal(*words, folder=GOLDEN, TERM="dumb"))
    assert Screen(text).rest() == bare.split("\n")

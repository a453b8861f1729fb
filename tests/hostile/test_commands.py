"""The command line under bad conditions: each row as a process of its own."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.hostile.making import HEAD, INCIDENT, INPUTS
from tests.hostile.rows import SECONDS
from tests.hostile.rows_of_commands import EVALUATE, ROWS, CommandRow
from tests.hostile.running import ROOT, START, run

IDS = [f"C{number:02d}" for number in range(1, 7)]
DANGEROUS = "INC\x1b[2J\x1b]8;;http://x\x07\x1b]52;c;eA==\x07\r\b\u202e1"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the small policy and the small timeline."""
    for name in ("policy.sla", "timeline.json"):
        shutil.copy(INPUTS / name, tmp_path)
    return tmp_path


def test_every_row_of_the_list_is_here() -> None:
    tested_below = {"C03"}
    assert sorted({row.id for row in ROWS} | tested_below) == IDS


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_command_ends_as_it_should(row: CommandRow, folder: Path) -> None:
    if row.made:
        row.made(folder)
    ended = run(*row.command, folder=folder, given=row.given, **row.environment)
    said = (ended.output + ended.complaint).decode("utf-8")
    assert ended.status == row.status, said
    assert "Traceback" not in said
    assert ended.seconds < SECONDS
    assert set(row.codes) <= set(re.findall(r"\[([a-z0-9-]+)\]$", said, re.MULTILINE))
    assert row.says in said
    assert (ended.status == 0) == (not ended.complaint)


# ---------------------------------------------------------------- C03: names that a terminal would obey


def _dangerous(folder: Path) -> str:
    timeline = {"format": "sla-timeline/1", "account": DANGEROUS, "incidents": [{**INCIDENT, "id": DANGEROUS}]}
    (folder / "dangerous.json").write_text(json.dumps(timeline), "utf-8")
    return "dangerous.json"


@pytest.mark.parametrize(
    "words",
    [
        ("evaluate", "policy.sla", "{}"),
        ("evaluate", "policy.sla", "{}", "--format", "json"),
        ("explain", "policy.sla", "{}"),
        ("explain", "policy.sla", "{}", "--incident", DANGEROUS),
    ],
    ids=["text", "json", "explain", "incident"],
)
def test_c03_a_name_is_shown_and_not_obeyed(words: tuple[str, ...], folder: Path) -> None:
    ended = run(*(word.replace("{}", _dangerous(folder)) for word in words), folder=folder)
    assert ended.status == 0
    _assert_harmless(ended.output + ended.complaint)
    assert b"\\x1b" in ended.output or b"\\u001b" in ended.output


def test_c03_a_mistake_shows_a_name_and_does_not_send_it(folder: Path) -> None:
    timeline = {"format": "sla-timeline/1", "account": "acme", "incidents": [{**INCIDENT, "cause": DANGEROUS}]}
    (folder / "dangerous.json").write_text(json.dumps(timeline), "utf-8")
    ended = run("evaluate", "policy.sla", "dangerous.json", folder=folder)
    assert ended.status == 1
    _assert_harmless(ended.output + ended.complaint)


def test_c03_a_policy_shows_its_characters_and_does_not_send_them(folder: Path) -> None:
    (folder / "dangerous.sla").write_text(f'{HEAD}Nothing is computed here, because "{DANGEROUS}".\n', "utf-8")
    ended = run("check", "dangerous.sla", folder=folder)
    assert ended.status == 1
    _assert_harmless(ended.output + ended.complaint)


def _assert_harmless(written: bytes) -> None:
    text = written.decode("utf-8")
    assert all(character.isprintable() or character == "\n" for character in text)


# ---------------------------------------------------------------- C04: whoever listens, goes away


def test_c04_the_same_bytes_in_every_surrounding(folder: Path) -> None:
    plain = run(*EVALUATE, folder=folder)
    other = run(*EVALUATE, folder=folder, LC_ALL="C", PYTHONIOENCODING="ascii", TZ="Asia/Kathmandu", COLUMNS="20")
    assert other.output == plain.output


def test_c04_a_reader_that_goes_away(folder: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    done = subprocess.run([*START, *EVALUATE], cwd=folder, env=environment, stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert done.returncode == 141
    assert done.stderr == b""


def test_c04_somebody_presses_control_c(folder: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    command = [*START, "evaluate", "policy.sla", "-"]
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as started:
        time.sleep(0.7)
        started.send_signal(signal.SIGINT)
        output, complaint = started.communicate(timeout=10)
    assert started.returncode == 130
    assert output == b""
    assert b"Traceback" not in complaint


# ---------------------------------------------------------------- C05: an output is whole or not there


def test_c05_an_output_that_exists_stays_as_it_was_where_the_timeline_is_refused(folder: Path) -> None:
    kept = folder / "result.txt"
    kept.write_text("yesterday", "utf-8")
    ended = run("evaluate", "policy.sla", str(INPUTS / "T01-end-before-start.json"), "-o", "result.txt", folder=folder)
    assert ended.status == 1
    assert kept.read_text("utf-8") == "yesterday"


def test_c05_an_output_takes_the_place_of_the_old_one_and_leaves_nothing_else(folder: Path) -> None:
    (folder / "result.txt").write_text("yesterday", "utf-8")
    ended = run(*EVALUATE, "-o", "result.txt", folder=folder)
    assert ended.status == 0
    assert (folder / "result.txt").read_bytes() == run(*EVALUATE, folder=folder).output
    assert sorted(path.name for path in folder.iterdir()) == ["policy.sla", "result.txt", "timeline.json"]

"""Cold starts: whole processes of `sla evaluate`, of a policy and of a compiled one, against a click hello-world."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.accounts import account
from benchmarks.measuring import Round, race
from benchmarks.policies import ECERIUM, ecerium
from benchmarks.tables import table, taken, times

_HELLO = """\
import click

@click.command()
@click.argument("name")
def hello(name):
    click.echo(f"Hello {name}!")

hello()
"""
_SLA = "from sla_dsl.faces.main import main; main()"
PEER = "click hello-world"


def measure(rounds: int) -> None:
    """Prints the ratios: of the time of the processor, and of the time that passes."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        commands = _commands(folder)
        busy = race({what: _process(command, folder) for what, command in commands.items()}, rounds)
        passing = race({what: _process(command, folder, wall=True) for what, command in commands.items()}, rounds)
    rows = [
        (what, taken(busy.seconds(what)), times(busy.ratio(what, PEER)), times(passing.ratio(what, PEER)))
        for what in commands
    ]
    heading = ("command", "processor", "× click hello-world", "on the wall, × click hello-world")
    table("Cold start, whole processes", heading, rows)


def _commands(folder: Path) -> dict[str, Sequence[str]]:
    """The commands to run, with their files laid into the folder."""
    hello, timeline, compiled = folder / "hello.py", folder / "timeline.json", folder / "ecerium.compiled.json"
    hello.write_text(_HELLO, encoding="utf-8")
    timeline.write_text(account(10).text, encoding="utf-8")
    compiled.write_text(ecerium().to_compiled(), encoding="utf-8")
    sla = [sys.executable, "-c", _SLA, "evaluate"]
    return {
        "python, nothing": [sys.executable, "-c", ""],
        PEER: [sys.executable, str(hello), "world"],
        "sla evaluate, compiled policy": [*sla, str(compiled), str(timeline)],
        "sla evaluate, compiled policy, as JSON": [*sla, str(compiled), str(timeline), "--format", "json"],
        "sla evaluate, policy": [*sla, str(ECERIUM), str(timeline)],
    }


def _process(command: Sequence[str], folder: Path, *, wall: bool = False) -> Round:
    # Files of compiled Python are written at the first start, as on any machine that is used.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    clock = time.perf_counter if wall else _time_of_children

    def once() -> float:
        begun = clock()
        subprocess.run(command, cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)
        return clock() - begun

    return once


def _time_of_children() -> float:
    """The time of the processor that finished processes took, their own and the system's."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime

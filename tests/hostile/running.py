"""Rows carried out: through the Python interface, and by the command in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from sla_dsl.evaluation.policy import read_policy
from sla_dsl.evaluation.using import evaluate, load_policy
from sla_dsl.evidence.opening import open_evidence
from sla_dsl.findings.finding import Finding
from sla_dsl.findings.source import Source
from tests.hostile.making import INPUTS
from tests.hostile.rows import BYTES, Row

ROOT = Path(__file__).parents[2]
BOUNDED = f"import resource; resource.setrlimit(resource.RLIMIT_DATA, ({BYTES}, {BYTES})); "
"""A process that asks for more memory than this is told that there is none."""

PROGRAM = f"{BOUNDED}from sla_dsl.faces.main import main; main()"
START = (sys.executable, "-c", PROGRAM)


def input_of(row: Row, folder: Path) -> Path:
    """The path of what is given."""
    return INPUTS / row.given if isinstance(row.given, str) else row.given(folder)


class Told(NamedTuple):
    """What came of a row: its findings with their places, and the result as data."""

    findings: tuple[str, ...]
    result: Mapping[str, Any] | None


def told(row: Row, folder: Path) -> Told:
    """The row through the Python interface."""
    path = input_of(row, folder)
    return _checked(row, path) if row.command[0] == "check" else _evaluated(row, path)


def _checked(row: Row, path: Path) -> Told:
    data = path.read_bytes()
    source = Source(path.name, data.decode("utf-8", "replace"))
    found = [_placed(finding, (source,)) for finding in _grave(read_policy(data, path.name).findings)]
    # What nothing reads is only told of where the row is about it: a small policy seldom reads all that it declares.
    quiet = not any("unread-declaration" in expected for expected in row.findings)
    return Told(tuple(one for one in found if not (quiet and one.startswith("unread-declaration"))), None)


def _evaluated(row: Row, path: Path) -> Told:
    options = dict(zip(row.options[::2], row.options[1::2], strict=True))
    policy = load_policy(INPUTS / row.command[1]).require()
    evidence = open_evidence(str(path), options.get("--zone"))
    findings = list(evidence.findings)
    result: Mapping[str, Any] | None = None
    for reading in evidence.readings:
        findings += reading.findings
        if reading.timeline is not None:
            outcome = evaluate(policy, reading.timeline, [options["--period"]] if "--period" in options else [])
            findings += outcome.findings
            result = None if outcome.value is None else outcome.value.to_dict()
    return Told(tuple(_placed(finding, evidence.sources) for finding in _grave(findings)), result)


def _grave(findings: Sequence[Finding]) -> Iterator[Finding]:
    return (finding for finding in findings if finding.severity != "note")


def _placed(finding: Finding, sources: Sequence[Source]) -> str:
    """The code and the place: the field of the evidence, or else the line and the column."""
    source = next((source for source in sources if source.name == finding.source), None)
    place = finding.field
    if not place and finding.span and source:
        place = "{}:{}".format(*source.position(finding.span.start))
    return f"{finding.code} {place}".rstrip()


def shown(result: Mapping[str, Any], path: str) -> object:
    """A part of the result: of its first period, of its notes, or of the account of the evidence."""
    head, *rest = path.split(".")
    here: Any = {"notes": result["notes"], "evidence": result["evidence"]["records"], **result["periods"][0]}[head]
    for name in rest:
        here = here[int(name)] if isinstance(here, list) else here[name]
    return here


# ---------------------------------------------------------------- processes


class Ended(NamedTuple):
    """How a process ended: its status, what it wrote, and how long it worked."""

    status: int
    output: bytes
    complaint: bytes
    seconds: float


def run(*words: str, folder: Path = INPUTS, given: bytes = b"", program: str = PROGRAM, **environment: str) -> Ended:
    """The command in a process of its own."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as complaint:
        started = subprocess.Popen(
            [sys.executable, "-c", program, *words],
            cwd=folder,
            env=_environment(environment),
            stdin=subprocess.PIPE,
            stdout=output,
            stderr=complaint,
        )
        assert started.stdin is not None
        with started.stdin:
            started.stdin.write(given)
        _, waited, used = os.wait4(started.pid, 0)
        started.returncode = os.waitstatus_to_exitcode(waited)
        output.seek(0)
        complaint.seek(0)
        return Ended(started.returncode, output.read(), complaint.read(), used.ru_utime + used.ru_stime)


def _environment(more: Mapping[str, str]) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", **more}

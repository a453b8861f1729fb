"""Small policies with the findings that each of them earns.

A file of `programs/` holds programs cut by lines of `---`.  Above each program, up to an empty line, stand:

    in measure                        the prelude that goes before it (see `PRELUDES`), if any
    row P16                           the rows of the list of bad inputs that it stands for, if any
    expect unknown-name "Downtim"     the code of a finding and the words underlined; one line a finding

All errors must be expected, and all warnings; `unread-declaration` alone may go unsaid, because a small
program seldom uses all that its prelude declares.  Notes are not looked at.  The words are compared with
white space made single blanks; words that end in `…` need only begin so.  A program may be followed by a line
`===` and the same program with its mistake mended.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from sla_dsl.findings.finding import Finding
from sla_dsl.findings.source import Source
from sla_dsl.language.agreement import Agreement
from sla_dsl.language.checking import check
from sla_dsl.language.parsing import parse

_FOLDER = Path(__file__).parent / "programs"
_EXPECT = re.compile(r'expect (\S+) "(.*)"')

_SETTINGS = """Agreement "Test".
The time zone is Europe/Brussels.
The period is each calendar month.
"""
_MEASURE = """
Gateway is a service: "sending messages".
Failure is a cause: "a failure".
Monthly Fee is a charge: "the fee of the month".
Downtime means the time in which Gateway is down because of Failure.
Uptime means 100 % minus Downtime divided by the length of the period.
"""
_CREDIT = """
Rebate is a credit on Monthly Fee, of 5 %.
Rebate is rounded to the nearest cent, halves up.
"""
PRELUDES = {
    "": "",
    "settings": _SETTINGS,
    "measure": _SETTINGS + _MEASURE,
    "credit": _SETTINGS + _MEASURE + _CREDIT,
}


class Expected(NamedTuple):
    """A finding as a test writes it: its code and the words that it underlines."""

    code: str
    words: str


class Program(NamedTuple):
    """A policy, the rows that it stands for, and the findings that it earns."""

    name: str
    rows: tuple[str, ...]
    text: str
    expected: tuple[Expected, ...]
    mended: str


def programs(file: str) -> list[Program]:
    """The programs of one file, in order; each is called after the file and its line."""
    found = []
    line = 1
    for part in (_FOLDER / f"{file}.txt").read_text("utf-8").split("\n---\n"):
        found.append(_program(f"{file}:{line}", part))
        line += part.count("\n") + 2
    return found


def all_programs() -> list[Program]:
    """Every program of every file."""
    return [program for path in sorted(_FOLDER.glob("*.txt")) for program in programs(path.stem)]


def _program(name: str, part: str) -> Program:
    head, _, body = part.partition("\n\n")
    prelude = ""
    rows: tuple[str, ...] = ()
    expected = []
    for line in head.splitlines():
        word, _, rest = line.partition(" ")
        if word == "in":
            prelude = rest
        elif word == "row":
            rows = tuple(rest.split())
        else:
            match = _EXPECT.fullmatch(line)
            assert match, f"{name}: {line}"
            expected.append(Expected(match[1], match[2]))
    wrong, _, mended = body.partition("\n===\n")
    before = PRELUDES[prelude]
    return Program(name, rows, f"{before}{wrong}\n", tuple(expected), f"{before}{mended}\n" if mended else "")


@cache
def checked(text: str) -> tuple[Agreement | None, list[Finding]]:
    """The agreement of a policy and everything that is found in it, syntax included."""
    file, findings = parse(Source("", text))
    if file is None:
        return None, findings
    agreement, more = check(file, whole=not findings, told=findings)
    return agreement, [*findings, *more]


def expectations(program: Program) -> list[Expected]:
    """What was found in the program, written as its expectations are; in their order, where they agree."""
    _, findings = checked(program.text)
    told = {expected.code for expected in program.expected}
    heard = [it for it in findings if it.severity != "note" and (it.code != "unread-declaration" or it.code in told)]
    return [_as_expected(finding, program) for finding in heard]


def _as_expected(finding: Finding, program: Program) -> Expected:
    start, end = finding.span or (0, 0)
    words = " ".join(program.text[start:end].split())
    for expected in program.expected:
        stem = expected.words.removesuffix("…")
        if expected.code == finding.code and stem != expected.words and words.startswith(stem):
            return expected
    return Expected(finding.code, words)

"""Damaged programs, each with what is told of it and where.

A file of `damaged/` holds programs cut by lines of `---`; the first line of each is its title, which names the
rows of the list of bad inputs that it stands for.  Behind ` <<< ` a line says what is found in it: the code of
a finding, and the words that it underlines.  Every finding must be said, and nothing else may be found.

All that is said is kept, word for word, in `damaged/wording/`; `python -m tests.language.damaged` writes it anew,
and the difference is then there to be read before it is kept.

A program begins with `Agreement "Test".` unless its title ends in `(whole)`.  `\\{200b}` stands for the character
that cannot be seen; a line that ends in `\\` goes on without its line break.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from sla_dsl.findings.finding import Finding
from sla_dsl.findings.source import Source
from sla_dsl.language.parsing import parse

FOLDER = Path(__file__).parent / "damaged"
WORDING = FOLDER / "wording"
HEAD = 'Agreement "Test".\n'
_MARK = re.compile(r" *<<< ([a-z-]+) '(.*?)'(?= <<<|$)")


class Told(NamedTuple):
    """One finding: its line, its code, and the words that it underlines."""

    line: int
    code: str
    words: str


class Damaged(NamedTuple):
    """A program, and what must be told of it."""

    title: str
    text: str
    expected: tuple[Told, ...]


def damaged(file: str) -> list[Damaged]:
    """The programs of one file, in order."""
    parts = (FOLDER / f"{file}.txt").read_text("utf-8").split("\n---\n")
    return [_program(part) for part in parts]


def all_damaged() -> list[Damaged]:
    """Every program of every file."""
    return [program for path in sorted(FOLDER.glob("*.txt")) for program in damaged(path.stem)]


def _program(part: str) -> Damaged:
    title, _, body = part.partition("\n")
    head = "" if title.endswith("(whole)") else HEAD
    lines = (head + body).split("\n")
    text = "\n".join(_MARK.sub("", line) for line in lines).replace("\\\n", "")
    expected = [
        Told(number, found[1], shown(found[2]))
        for number, line in enumerate(lines, 1)
        for found in _MARK.finditer(line)
    ]
    return Damaged(title, shown(text), tuple(expected))


def shown(text: str) -> str:
    """The text with its escaped characters put in."""
    return re.sub(r"\\{([0-9a-f]+)}", lambda found: chr(int(found[1], 16)), text)


def told(text: str) -> tuple[Told, ...]:
    """What is found in a text."""
    source = Source("", text)
    return tuple(_as_told(finding, source) for finding in parse(source)[1])


def _as_told(finding: Finding, source: Source) -> Told:
    assert finding.span is not None
    return Told(source.position(finding.span.start)[0], finding.code, source.text[slice(*finding.span)])


def said(file: str) -> str:
    """All that is told of the programs of a file: each finding where it stands, with its repair under it."""
    return "\n".join(f"=== {program.title}\n{_said(program)}" for program in damaged(file))


def _said(program: Damaged) -> str:
    source = Source("", program.text)
    lines = []
    for finding in parse(source)[1]:
        assert finding.span is not None
        line, column = source.position(finding.span.start)
        repair = finding.repair.replace("\n", "\n    ")
        lines.append(f"{line}:{column}: {finding.message}\n    {repair}\n")
    return "".join(lines)


if __name__ == "__main__":
    for path in sorted(FOLDER.glob("*.txt")):
        (WORDING / path.name).write_text(said(path.stem) + "\n", "utf-8")

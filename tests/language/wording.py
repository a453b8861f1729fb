"""All that is said about the programs, word for word, as kept in `wording/`.

`python -m tests.language.wording` writes the files anew; the difference is then there to be read, sentence by
sentence, before it is kept.
"""

from __future__ import annotations

from pathlib import Path

from sla_dsl.findings.finding import Finding
from tests.language.programs import Program, checked, programs

FOLDER = Path(__file__).parent / "wording"
FILES = (
    "names",
    "resolving",
    "doubles",
    "cycles",
    "types",
    "incidents",
    "forks",
    "bands",
    "unread",
    "settings",
    "examples",
)


def said(file: str) -> str:
    """What is said about each program of a file."""
    return "\n".join(_of_program(program) for program in programs(file))


def _of_program(program: Program) -> str:
    codes = {expected.code for expected in program.expected}
    _, findings = checked(program.text)
    told = [_of_finding(it, program.text) for it in findings if it.code in codes]
    return "\n".join([f"=== {program.name}", *told])


def _of_finding(finding: Finding, text: str) -> str:
    lines = [f"{finding.severity}: {finding.message}", *finding.repair.splitlines()]
    for related in finding.related:
        lines.append(f"{related.message}: {' '.join(text[related.span.start : related.span.end].split())}")
    return "\n    ".join(lines)


if __name__ == "__main__":
    for each in FILES:
        (FOLDER / f"{each}.txt").write_text(said(each) + "\n", "utf-8")

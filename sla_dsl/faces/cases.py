"""Cases that show what was found, as files: timelines that can be evaluated as any other, and a list of them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from sla_dsl.faces.saving import Output
from sla_dsl.records import NamedTuple

if TYPE_CHECKING:
    from sla_dsl.analysis.shown import Shown

LIST = "situations.txt"


class Case(NamedTuple):
    """A file to be written: its name, the timeline that it holds, what was found, and what the case shows."""

    file: str
    timeline: dict[str, Any]
    finding: str
    words: str


def cases_of(path: str, shown: Sequence[Shown]) -> list[Case]:
    """The cases of one policy; files are called after the policy, the code and a number."""
    stem = os.path.splitext(os.path.basename(path))[0] or "policy"
    numbers: dict[str, int] = {}
    found = []
    for claim in shown:
        for number, timeline, words in _timelines(claim, numbers):
            name = f"{stem}-{claim.finding.code}-{number}.json"
            found.append(Case(name, timeline, f"{claim.finding.message} [{claim.finding.code}]", words))
    return found


def _timelines(claim: Shown, numbers: dict[str, int]) -> Iterator[tuple[int, dict[str, Any], str]]:
    from sla_dsl.evidence.plain import plain_timeline

    for situation in claim.situations:
        code = claim.finding.code
        numbers[code] = numbers.get(code, 0) + 1
        yield numbers[code], plain_timeline(situation.timeline, situation.zone), situation.words


def save_cases(folder: str, cases: Sequence[Case]) -> None:
    """Writes the files and the list of them; the folder is made if it is not there."""
    from sla_dsl.faces.json_text import pretty_json

    os.makedirs(folder, exist_ok=True)
    for case in cases:
        _write(os.path.join(folder, case.file), pretty_json(case.timeline))
    _write(os.path.join(folder, LIST), "".join(f"{c.file}\n  {c.finding}\n  {c.words}\n\n" for c in cases))


def _write(path: str, text: str) -> None:
    with Output(path) as output:
        output.write(text)
        output.keep()

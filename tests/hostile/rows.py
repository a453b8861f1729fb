"""The list of bad inputs, row by row: what is given, the command, and what must come of it.

The ids are those of the field's list of what to expect: P a policy's text, T a timeline, C the command line, A the
Python interface.  Every row ends in an answer or in findings that have a place; never in a traceback, and within
`SECONDS` and `BYTES`.
"""

from __future__ import annotations

from typing import NamedTuple

from tests.hostile.making import Maker

SECONDS = 10.0
"""Each takes some two seconds at most on a processor of its own; the rest is for machines that do other things too."""
BYTES = 512 * 1024 * 1024

CHECK = ("check",)
EVALUATE = ("evaluate", "policy.sla")


class Row(NamedTuple):
    """One bad input.

    `given` is a file of `inputs/`, or what makes one.  `findings` are all errors and warnings, each as its code and
    its place (`line:column`, or the field); a last `…` stands for more of them.  `options` follow the command.
    `shows` are parts of the result: a path into its first period and the value there.  `process`: the row is run as
    a process of its own, too.
    """

    id: str
    what: str
    given: str | Maker
    command: tuple[str, ...]
    status: int
    findings: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    shows: tuple[str, ...] = ()
    process: bool = False

    @property
    def name(self) -> str:
        """How a test is called that is about the row."""
        return f"{self.id} {self.what}"


ELSEWHERE = {
    "P19": "There are no weights: a mean is written as arithmetic, and whether the factors add up is not looked at.",
    "P25": "There are no includes: nothing that a policy says opens a file or an address.",
}
"""Rows that do not apply as they stand, each with what happens instead; their inputs are in the table all the same."""

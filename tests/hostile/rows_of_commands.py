"""The rows C01 to C06: how the command itself can be used, and under what conditions it may find itself.

Each of them is run as a process of its own, in a folder with a copy of the small policy and the small timeline.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from tests.hostile import making as m

EVALUATE = ("evaluate", "policy.sla", "timeline.json", "--period", "2026-03")
CHECK = ("check", "policy.sla")


class CommandRow(NamedTuple):
    """A command line with its surroundings, its exit status, and the codes and words that it writes."""

    id: str
    what: str
    command: tuple[str, ...]
    status: int
    codes: tuple[str, ...] = ()
    says: str = ""
    made: m.Maker | None = None
    given: bytes = b""
    environment: Mapping[str, str] = {}

    @property
    def name(self) -> str:
        """How a test is called that is about the row."""
        return f"{self.id} {self.what}"


def help_file(folder: Path) -> Path:
    """A policy in a file that is called like an option."""
    return (folder / "policy.sla").rename(folder / "--help")


ROWS = (
    CommandRow("C01", "no such timeline", ("evaluate", "policy.sla", "nowhere.json"), 2, ("no-such-file",)),
    CommandRow("C01", "no such policy", ("check", "nowhere.sla"), 2, ("no-such-file",)),
    CommandRow("C01", "an empty name", ("check", ""), 2, ("no-such-file",)),
    CommandRow("C01", "a folder for a policy", ("check", "."), 2, ("not-a-file",)),
    CommandRow("C01", "a folder without tables", ("evaluate", "policy.sla", "empty"), 1, ("no-tables",), made=m.empty),
    CommandRow("C01", "a name in a circle", ("evaluate", "policy.sla", "circle"), 2, ("cannot-read",), made=m.circle),
    CommandRow("C01", "a channel", ("evaluate", "policy.sla", "channel"), 2, ("not-a-file",), made=m.channel),
    CommandRow("C01", "a channel for a policy", ("check", "channel"), 2, ("not-a-file",), made=m.channel),
    CommandRow("C01", "a file without an end", ("evaluate", "policy.sla", "/dev/zero"), 2, ("not-a-file",)),
    CommandRow("C01", "a policy without an end", ("check", "/dev/zero"), 2, ("not-a-file",)),
    CommandRow("C02", "standard input", ("check", "-"), 0, says="1 policy", given=m.HEAD.encode()),
    CommandRow(
        "C02",
        "a timeline from standard input",
        ("evaluate", "policy.sla", "-"),
        0,
        says="Account acme",
        given=(m.INPUTS / "timeline.json").read_bytes(),
    ),
    CommandRow("C02", "nothing from standard input", ("check", "-"), 1, ("empty-policy",)),
    CommandRow("C02", "a file called --help", ("check", "--", "--help"), 0, says="1 policy", made=help_file),
    CommandRow("C02", "a file called --help, by its folder", ("check", "./--help"), 0, says="1 policy", made=help_file),
    CommandRow(
        "C04",
        "the plainest settings",
        EVALUATE,
        0,
        says="March 2026",
        environment={"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ),
    CommandRow("C04", "a narrow window", EVALUATE, 0, says="March 2026", environment={"COLUMNS": "1", "LINES": "1"}),
    CommandRow("C05", "an output where no folder is", (*EVALUATE, "-o", "nowhere/result.txt"), 2, says="nowhere"),
    CommandRow("C05", "an output that is a folder", (*EVALUATE, "-o", "."), 2),
    CommandRow("C05", "a full disk", (*EVALUATE, "-o", "/dev/full"), 2, says="cannot be written"),
    CommandRow("C06", "it was done", EVALUATE, 0, says="Account acme"),
    CommandRow("C06", "the timeline was refused", ("evaluate", "policy.sla", "policy.sla"), 1, ("bad-json",)),
    CommandRow("C06", "the policy was refused", ("evaluate", "timeline.json", "timeline.json"), 1),
    CommandRow("C06", "an unknown option", ("evaluate", "--nonsense"), 2, says="--nonsense"),
    CommandRow("C06", "an unknown command", ("nonsense",), 2, says="nonsense"),
    CommandRow(
        "C06", "a period that is none", (*EVALUATE[:3], "--period", "2026-13"), 2, says="2026-13 is not a month"
    ),
)

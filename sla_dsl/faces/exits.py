"""The exit statuses of the command line."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """How a command ended.  The first three are the contract's; a shell knows the last two."""

    DONE = 0
    """It was done."""

    REFUSED = 1
    """The policy or the timeline was refused, or a check or a test failed: the findings say why."""

    MISUSED = 2
    """The command was used wrongly: an option, a period, a file that is not there or cannot be written."""

    DEFECT = 3
    """The program is at fault."""

    INTERRUPTED = 130
    """Somebody pressed Ctrl-C."""

    CLOSED = 141
    """Whoever read the output stopped reading."""

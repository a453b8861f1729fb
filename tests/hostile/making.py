"""Inputs that are too large for a file of their own, or that no file can hold: made when they are asked for."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

INPUTS = Path(__file__).parent / "inputs"
HEAD = (INPUTS / "policy.sla").read_text("utf-8")
LINE = HEAD.count("\n") + 1
"""The line on which what is added to the policy begins."""

Maker = Callable[[Path], Path]
"""Makes an input in a folder, and gives its path."""

INCIDENT = {
    "id": "INC-1",
    "service": "gateway",
    "start": "2026-03-04T10:00:00+01:00",
    "end": "2026-03-04T10:05:00+01:00",
    "cause": "failure",
}
GUARANTEE = "The provider guarantees that Uptime is at least "

DIRECTION = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\u180e\U000e0041"
BREAKS = "\r\x85\u2028\x0b\x0c"


def whole(text: str | bytes) -> Maker:
    """A policy of exactly this text."""

    def make(folder: Path) -> Path:
        path = folder / "policy.sla"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return make


def policy(text: str) -> Maker:
    """The small policy, and this after it."""
    return whole(f"{HEAD}{text}")


def remarks(characters: str) -> Maker:
    """The small policy, and a text in quotes with each of the characters, one a line."""
    return policy("".join(f'Nothing is computed here, because "a{c}b".\n' for c in characters))


def text(content: str | bytes, name: str = "timeline.json") -> Maker:
    """A file of exactly this content."""

    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return make


def timeline(**fields: Any) -> Maker:
    """A timeline with these fields."""
    return text(json.dumps({"format": "sla-timeline/1", "account": "acme", "incidents": [], **fields}))


def overlapping(count: int) -> Maker:
    """Incidents that begin a minute after each other, last five, and come again from the first of the month."""
    rows = [
        {**INCIDENT, "id": f"INC-{n}", "start": _minute(n % 40_000), "end": _minute(n % 40_000 + 5)}
        for n in range(count)
    ]
    return timeline(incidents=rows)


def _minute(number: int) -> str:
    hours, minute = divmod(number, 60)
    days, hour = divmod(hours, 24)
    return f"2026-03-{days + 1:02d}T{hour:02d}:{minute:02d}:00Z"


def table(cell: str) -> Maker:
    """A folder with one table, in which one cell is this."""

    def make(folder: Path) -> Path:
        row = ["INC-1", "gateway", INCIDENT["start"], INCIDENT["end"], cell]
        (folder / "march").mkdir()
        (folder / "march" / "incidents.csv").write_text(f"id,service,start,end,cause\n{','.join(row)}\n", "utf-8")
        return folder / "march"

    return make


# ---------------------------------------------------------------- what a name can lead to


def channel(folder: Path) -> Path:
    """A channel to another program, into which nobody writes."""
    os.mkfifo(folder / "channel")
    return folder / "channel"


def circle(folder: Path) -> Path:
    """A name that leads back to itself: nobody can open it, whatever they are allowed to."""
    os.symlink("circle", folder / "circle")
    return folder / "circle"


def empty(folder: Path) -> Path:
    """A folder with nothing in it."""
    (folder / "empty").mkdir()
    return folder / "empty"

"""Reading a timeline: the strict reader, against `json.loads` and `fromisoformat` of its instants alone."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from functools import partial

from benchmarks.accounts import account
from benchmarks.measuring import over, race
from benchmarks.tables import table, taken, times
from sla_dsl import Timeline, read_timeline

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_ONE = dt.timedelta(microseconds=1)


def measure(sizes: Sequence[int], rounds: int) -> None:
    """Prints the ratios for timelines with so many incidents."""
    rows = []
    for size in sizes:
        texts = [account(size, seed).text for seed in range(max(3, min(100, 4_000 // (size + 1))))]
        contenders = {
            "plain": partial(over, texts, plainly),
            "strict": partial(over, texts, strictly),
        }
        found = race(contenders, rounds)
        cells = (taken(found.seconds("plain")), taken(found.seconds("strict")), times(found.ratio("strict", "plain")))
        rows.append((f"{size:,} incidents", *cells))
    heading = ("a timeline with", "plain", "read_timeline", "× plain")
    table("Reading a JSON timeline, against json.loads and fromisoformat that check nothing", heading, rows)


def strictly(text: str) -> Timeline:
    """The timeline, with everything checked."""
    return read_timeline(text).require()


def plainly(text: str) -> list[tuple[object, ...]]:
    """The incidents, windows and reports with their instants as whole numbers, and nothing checked."""
    data = json.loads(text)
    incidents = [(i["id"], i["service"], i["cause"], *_instants(i, "start", "end")) for i in data["incidents"]]
    windows = [(w["id"], *_instants(w, "announced", "start", "end")) for w in data["maintenance"]]
    reports = [(r["incident"], *_instants(r, "at")) for r in data["reports"]]
    return [*incidents, *windows, *reports]


def _instants(record: Mapping[str, str], *fields: str) -> list[int]:
    return [(dt.datetime.fromisoformat(record[field]) - _EPOCH) // _ONE for field in fields]

"""The page of a report, of a month with few incidents and of one with many: against the evaluation alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from benchmarks.accounts import MONTH, account
from benchmarks.measuring import over, race
from benchmarks.policies import ecerium
from benchmarks.tables import table, taken, times
from sla_dsl import Timeline, evaluate, read_timeline
from sla_dsl.evaluation.result import Result
from sla_dsl.faces.reporting.making import report_of
from sla_dsl.faces.reporting.page import page


def measure(sizes: Sequence[int], rounds: int) -> None:
    """Prints for months with so many incidents what the page costs besides the evaluation, and how large it is."""
    rows = []
    for size in sizes:
        texts = [account(size, seed).text for seed in range(3)]
        contenders = {"evaluated": partial(over, texts, _evaluated), "page": partial(over, texts, _page)}
        found = race(contenders, rounds)
        bytes_of_it = len(_page(texts[0]).encode())
        cells = (
            taken(found.seconds("evaluated")),
            taken(found.seconds("page")),
            times(found.ratio("page", "evaluated")),
        )
        rows.append((f"{size:,} incidents", *cells, f"{bytes_of_it / 1_000:,.0f} kB"))
    heading = ("a month with", "read and evaluated", "the same and its page", "× read and evaluated", "the page has")
    table("The page of a report", heading, rows)


def _evaluated(text: str) -> Result:
    timeline: Timeline = read_timeline(text).require()
    return evaluate(ecerium(), timeline, [MONTH]).require()


def _page(text: str) -> str:
    return page(report_of(_evaluated(text)))

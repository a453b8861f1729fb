"""What a policy comes to: all the analyses of `sla check` on the shipped policies and on generated ones."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from benchmarks.measuring import over, race
from benchmarks.policies import ECERIUM, generated
from benchmarks.tables import table, taken, times
from sla_dsl import Policy, read_policy
from sla_dsl.analysis.checking import analysed

READ = "read and check"
ANALYSED = "all analyses"


def measure(sizes: Sequence[int], rounds: int) -> None:
    """Prints how long the analyses take, and against reading the same policy."""
    texts = {"the Ecerium agreement": ECERIUM.read_text(encoding="utf-8")}
    texts |= {f"{size:,} sentences": generated(size) for size in sizes}
    rows = []
    for name, text in texts.items():
        policy = read_policy(text).require()
        contenders = {READ: partial(over, [text], _read), ANALYSED: partial(over, [(policy, text)], _analyse)}
        found = race(contenders, rounds)
        seconds = [taken(found.seconds(each)) for each in (READ, ANALYSED)]
        rows.append((name, *seconds, times(found.ratio(ANALYSED, READ))))
    table("What a policy comes to", ("a policy of", READ, ANALYSED, "× reading"), rows)


def _read(text: str) -> None:
    read_policy(text).require()


def _analyse(given: tuple[Policy, str]) -> None:
    analysed(*given)

"""Timing contenders in turn, round by round, so that what slows the machine down slows all of them.

What is timed is the time of the processor: on a busy machine the clock on the wall tells of the others.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from statistics import median
from typing import NamedTuple, TypeVar

Thing = TypeVar("Thing")

Round = Callable[[], float]
"""Does its work once and says how long it took, in seconds for each piece of work."""


class Spread(NamedTuple):
    """The median of several measurements, the smallest and the greatest."""

    middle: float
    least: float
    most: float


def spread(values: Sequence[float]) -> Spread:
    """What several measurements come to."""
    return Spread(median(values), min(values), max(values))


class Race(NamedTuple):
    """The times of each contender, round by round."""

    times: Mapping[str, Sequence[float]]

    def seconds(self, name: str) -> Spread:
        """How long it took."""
        return spread(self.times[name])

    def ratio(self, name: str, peer: str) -> Spread:
        """How many times as long as the peer it took, in the same round."""
        return spread([own / other for own, other in zip(self.times[name], self.times[peer], strict=True)])


def race(contenders: Mapping[str, Round], rounds: int) -> Race:
    """Runs the contenders in turn; one round before the first is not counted."""
    times: dict[str, list[float]] = {name: [] for name in contenders}
    for counted in range(-1, rounds):
        for name, work in contenders.items():
            gc.collect()
            taken = work()
            if counted >= 0:
                times[name].append(taken)
    return Race(times)


def over(things: Iterable[Thing], work: Callable[[Thing], object]) -> float:
    """How long the work takes for each of the things, in seconds."""
    ready = list(things)
    begun = time.process_time()
    for thing in ready:
        work(thing)
    return (time.process_time() - begun) / len(ready)

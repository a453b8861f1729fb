"""From samples, good or bad, to outages: so many bad ones in a row open one, so many good ones close it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sla_dsl.intake.stated import Origin, Said, Stamp, Stated
from sla_dsl.records import NamedTuple


class Sample(NamedTuple):
    """One row: when, of what, and whether it was bad."""

    origin: Origin
    monitor: str
    stamp: Stamp
    is_bad: bool

    @property
    def instant(self) -> int:
        """When it was taken; the zone of its time is known by now."""
        return self.stamp.instant or 0


class Rule(NamedTuple):
    """`opens`, `closes`: how many in a row.

    `gap`: the length of time without a sample (microseconds) after which nothing is known; None: the last one holds
    until the next.  `ends_in_gap`: an outage is over with its last bad sample then; otherwise it goes on.
    `starts`, `ends`: what the two times at either end of an outage are called; one without a name is none.
    """

    opens: int = 1
    closes: int = 1
    gap: int | None = None
    ends_in_gap: bool = False
    starts: tuple[str, str] = ("first bad probe", "last good probe before")
    ends: tuple[str, str] = ("first good probe", "last bad probe")


class Found(NamedTuple):
    """`alone`: bad samples that open nothing.  `gaps`, `unknown`: how often nothing is known, and for how long."""

    outages: tuple[Stated, ...]
    alone: tuple[Sample, ...]
    gaps: int
    unknown: int


def outages(samples: Sequence[Sample], rule: Rule) -> Found:
    """The outages of one monitor; its samples are in the order of time."""
    walk = _Walk(rule)
    for sample in samples:
        walk.take(sample)
    walk.stop()
    return Found(tuple(walk.outages), tuple(walk.alone), walk.gaps, walk.unknown)


class _Walk:
    """Goes through the samples of one monitor.  `_bad`, `_good`: those in a row; `_open`: the outage is open."""

    def __init__(self, rule: Rule) -> None:
        self.outages: list[Stated] = []
        self.alone: list[Sample] = []
        self.gaps = self.unknown = 0
        self._rule = rule
        self._last: Sample | None = None
        self._last_good: Sample | None = None
        self._bad: list[Sample] = []
        self._good: list[Sample] = []
        self._open = False

    def take(self, sample: Sample) -> None:
        """The next sample."""
        self._look_at_gap(sample)
        self._last = sample
        if sample.is_bad:
            self._good = []
            self._bad.append(sample)
            self._open = self._open or len(self._bad) >= self._rule.opens
        else:
            self._take_good(sample)

    def _take_good(self, sample: Sample) -> None:
        if self._open:
            self._good.append(sample)
            if len(self._good) < self._rule.closes:
                return
            self._close((self._good[0], self._bad[-1]))
        self._forget()
        self._last_good = sample

    def _look_at_gap(self, sample: Sample) -> None:
        """After too long without a sample nothing before it goes on, unless outages do."""
        length = sample.instant - self._last.instant if self._last else 0
        if self._rule.gap is None or length <= self._rule.gap:
            return
        self.gaps += 1
        self.unknown += length
        if self._rule.ends_in_gap:
            if self._open:
                self._close((None, self._bad[-1]))
            self._forget()
            self._last_good = None

    def _forget(self) -> None:
        """Bad ones that were too few open nothing."""
        self.alone += [] if self._open else self._bad
        self._bad, self._good, self._open = [], [], False

    def stop(self) -> None:
        """No further sample: what is open stays open."""
        if self._open:
            self._close((None, None))
        self._forget()

    def _close(self, ends: tuple[Sample | None, Sample | None]) -> None:
        first = self._bad[0]
        made = Stated(
            first.origin,
            "outage",
            f"{first.monitor} {first.stamp.written}".strip(),
            (first.monitor,) if first.monitor else (),
            _said(self._rule.starts, (first, self._last_good)),
            _said(self._rule.ends, ends),
            still_open=ends == (None, None),
            parts=len(self._bad),
        )
        self.outages.append(made)


def _said(names: Iterable[str], samples: Iterable[Sample | None]) -> tuple[Said, ...]:
    return tuple(Said(name, sample.stamp) for name, sample in zip(names, samples, strict=True) if sample and name)

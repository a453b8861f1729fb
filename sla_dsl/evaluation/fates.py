"""What became of each incident in a period: how much of it counts, and why the rest does not."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from sla_dsl.evaluation.books import EXCLUDED, NOT_ATTRIBUTABLE, OUTSIDE_HOURS, Books, Marks, Reason
from sla_dsl.evidence.facts import Facts
from sla_dsl.records import NamedTuple
from sla_dsl.values.rulers import covered


class Window(NamedTuple):
    """A period from `start` to `end`, whose record goes up to `observed`."""

    start: int
    end: int
    observed: int


class Fate(NamedTuple):
    """What became of one incident in the period: the microseconds that count, and why others do not.

    `most` and `most_reasons` are the same for the most that can count; they differ only where facts are unknown.
    """

    incident: int
    counted: int
    reasons: tuple[Reason, ...]
    most: int
    most_reasons: tuple[Reason, ...]

    @property
    def undecided(self) -> bool:
        """Whether more of it may count than surely does."""
        return self.most != self.counted


def times_of(pieces: Sequence[tuple[int, int, int]], start: int, end: int) -> dict[int, int]:
    """How much of each incident lies in the period, by its number; of those of which something does."""
    times: dict[int, int] = {}
    for s, e, n in pieces:
        if s >= end:
            break
        if e > start:
            inside = (e if e < end else end) - (s if s > start else start)
            times[n] = times[n] + inside if n in times else inside
    return times


def fates_of(
    facts: Facts, marks: Marks, books: Books, counted: Mapping[int, int], window: Window
) -> list[tuple[int, int, tuple[Reason, ...]]]:
    """Number, counted time and reasons of each incident of the services that touches the period."""
    chosen = times_of(books.family, window.start, window.end)
    reasons = _reasons(facts, marks, books, chosen, counted, window)
    return [
        (n, counted.get(n, 0), reasons.get(n, ()) if n in chosen else _stranger(facts, marks, n))
        for n in sorted({*chosen, *_touching(facts, marks, window)})
    ]


def _touching(facts: Facts, marks: Marks, window: Window) -> list[int]:
    """The incidents of the services that touch the period, also those of no length."""
    start, end, _ = window
    starts, ends = facts.starts, facts.ends
    near = range(bisect_left(facts.reach, start), bisect_left(starts, end))
    return [
        n for n in near if facts.services[n] in marks.services and (ends[n] > start or starts[n] == ends[n] >= start)
    ]


def _stranger(facts: Facts, marks: Marks, n: int) -> tuple[Reason, ...]:
    """Why an incident that was never chosen does not count; one of no length needs no reason."""
    if facts.starts[n] == facts.ends[n]:
        return ()
    return ((NOT_ATTRIBUTABLE, marks.unnamed.get(facts.causes[n] or "", -1)),)


def _reasons(
    facts: Facts, marks: Marks, books: Books, chosen: Mapping[int, int], counted: Mapping[int, int], window: Window
) -> dict[int, tuple[Reason, ...]]:
    """Why some time of the chosen incidents does not count."""
    reasons: dict[int, dict[Reason, None]] = {}
    kept = times_of(books.kept, window.start, window.end)
    taken: dict[int, int] = {}
    for s, e, n in books.kept if books.lost else ():
        start, end = max(s, window.start), min(e, window.end)
        for why, lost in books.lost.get((facts.services[n], facts.causes[n]), ()) if start < end else ():
            time = covered(lost, start, end)
            if time:
                taken[n] = taken.get(n, 0) + time
                reasons.setdefault(n, {})[why] = None
    for n, time in chosen.items():
        if counted.get(n, 0) + taken.get(n, 0) < kept.get(n, 0):
            reasons.setdefault(n, {})[(OUTSIDE_HOURS, marks.hours)] = None
        if kept.get(n, 0) < time:
            reasons.setdefault(n, {})[(EXCLUDED, marks.too_short)] = None
    return {n: tuple(why) for n, why in reasons.items()}

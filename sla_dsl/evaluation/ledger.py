"""The ledger of time: every instant of a period in exactly one bucket, and what became of each incident.

Where several things are true of an instant, the first of this order has it: counted, in breach, excluded
(rule by rule, in the policy's order), too short, outside service hours, not attributable, not observed, up.
Where facts are unknown the ledger is made twice, for the least and for the most that can count; time on which
the two disagree is undecided.  The parts are cut out one after the other, and "up" is worked out by itself
as what no layer touches, so that their sum can be held against the period.  Likewise every incident's time
must be counted, or taken out by something that can be named.  `Broken` is raised if either does not hold.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from sla_dsl.evaluation.books import EXCLUDED, OUTSIDE_HOURS, Books, Entry, Marks, Reason
from sla_dsl.evidence.facts import Facts
from sla_dsl.records import NamedTuple
from sla_dsl.values.intervals import Spans, clip, complement, intersect, length, normal, subtract, union
from sla_dsl.values.rulers import covered

COUNTED = "counted"
UNDECIDED = "undecided"
NOT_ATTRIBUTABLE = "not_attributable"
NOT_OBSERVED = "not_observed"
UP = "up"


class Broken(Exception):
    """The ledger does not add up: a defect of this program, never the user's."""


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


__all__ = ["Broken", "Entry", "Fate", "Ledger", "Window", "settle"]


class Window(NamedTuple):
    """A period from `start` to `end`, whose record goes up to `observed`."""

    start: int
    end: int
    observed: int


class Ledger(NamedTuple):
    """The buckets of one measure in one period.

    `times` says how much of each incident surely counts, `most` how much of it may (the same, where nothing is
    unsure); incidents of which nothing counts are not in them.  `fates` tells what became of every incident.
    """

    entries: tuple[Entry, ...]
    times: Mapping[int, int]
    most: Mapping[int, int]
    sources: tuple[Facts, Marks, Books, Books, Window]

    def fates(self) -> tuple[Fate, ...]:
        """What became of each incident of the measure's services that touches the period, in order of time."""
        facts, marks, low, high, window = self.sources
        least = _fates(facts, marks, low, self.times, window)
        most = least if high is low else _fates(facts, marks, high, self.most, window)
        return tuple([Fate(*a, *b[1:]) for a, b in zip(least, most, strict=True)])


def settle(facts: Facts, marks: Marks, low: Books, high: Books, final: tuple[Spans, Spans], window: Window) -> Ledger:
    """The ledger of a period; `low` and `high` are the books of the least and the most that can count."""
    entries = _entries(low, final[0], window)
    times = most = _counted(facts, low, window)
    if high is not low:
        entries = _agreed(entries, _entries(high, final[1], window), window)
        most = _counted(facts, high, window)
    return Ledger(entries, times, most, (facts, marks, low, high, window))


def _entries(books: Books, final: Spans, window: Window) -> tuple[Entry, ...]:
    start, end, observed = window
    layers = [Entry(COUNTED, -1, final)]
    for bucket, clause, spans in books.layers:
        near = clip(spans, start, end)
        if near:
            layers.append(Entry(bucket, clause, near))
    if observed < end:
        layers.append(Entry(NOT_OBSERVED, -1, ((observed, end),)))
    return _disjoint(layers, start, end)


def _agreed(low: Sequence[Entry], high: Sequence[Entry], window: Window) -> tuple[Entry, ...]:
    """The entries on which both worlds agree; the rest of the period is undecided."""
    mine, other = _by_bucket(low), _by_bucket(high)
    same = [Entry(*key, intersect(spans, other.get(key, ()))) for key, spans in mine.items()]
    agreed = [entry for entry in same if entry.spans]
    rest = complement(normal([span for entry in agreed for span in entry.spans]), window.start, window.end)
    return (*agreed, Entry(UNDECIDED, -1, rest)) if rest else tuple(agreed)


def _by_bucket(entries: Sequence[Entry]) -> dict[tuple[str, int], Spans]:
    """The time of each bucket and clause; one clause may have several rules."""
    found: dict[tuple[str, int], Spans] = {}
    for bucket, clause, spans in entries:
        found[(bucket, clause)] = union(found.get((bucket, clause), ()), spans)
    return found


def _disjoint(layers: Sequence[Entry], start: int, end: int) -> tuple[Entry, ...]:
    """Each layer without what an earlier one has, then what none of them touches; checked against the period."""
    lengths = [length(layer[2]) for layer in layers]
    touched = layers[0].spans if len(layers) == 1 else normal([span for layer in layers for span in layer[2]])
    up = subtract(((start, end),), touched)
    entries = [layer for layer, long in zip(layers, lengths, strict=True) if long]
    total = sum(lengths)
    if total != length(touched):
        entries = _cut_apart(entries)
        total = sum([length(entry.spans) for entry in entries])
    if total + length(up) != end - start:
        raise Broken("the parts of the ledger do not add up to the period")
    if up:
        entries.append(Entry(UP, -1, up))
    return tuple(entries)


def _cut_apart(layers: Sequence[Entry]) -> list[Entry]:
    """The layers with each instant left to the first that has it."""
    entries: list[Entry] = []
    for bucket, clause, spans in layers:
        rest = spans
        for earlier in entries:
            rest = subtract(rest, earlier.spans)
        if rest:
            entries.append(Entry(bucket, clause, rest))
    return entries


def _counted(facts: Facts, books: Books, window: Window) -> dict[int, int]:
    """How much of each incident counts in the period; what does not must have been taken out by something."""
    start, end, _ = window
    if not books.left and books.inside is None:
        return _times(books.kept, start, end)
    times: dict[int, int] = {}
    for s, e, n in books.kept:
        if s >= end:
            break
        if e > start:
            counts = _time_of(facts, books, max(s, start), min(e, end), n)
            if counts:
                times[n] = times.get(n, 0) + counts
    return times


def _time_of(facts: Facts, books: Books, start: int, end: int, n: int) -> int:
    """How much of a piece of an incident counts."""
    kind = (facts.services[n], facts.causes[n])
    left = books.left.get(kind)
    if left is None:
        return end - start if books.inside is None else covered(books.inside, start, end)
    counts = covered(left, start, end)
    taken = sum([covered(lost, start, end) for _, lost in books.lost[kind]])
    if counts + taken > end - start or (books.inside is None and counts + taken != end - start):
        raise Broken("an incident's time is neither counted nor taken out")
    return counts


def _times(pieces: Sequence[tuple[int, int, int]], start: int, end: int) -> dict[int, int]:
    """How much of each incident lies in the period, by its number; of those of which something does."""
    times: dict[int, int] = {}
    for s, e, n in pieces:
        if s >= end:
            break
        if e > start:
            inside = (e if e < end else end) - (s if s > start else start)
            times[n] = times[n] + inside if n in times else inside
    return times


def _fates(
    facts: Facts, marks: Marks, books: Books, counted: Mapping[int, int], window: Window
) -> list[tuple[int, int, tuple[Reason, ...]]]:
    """Number, counted time and reasons of each incident of the services that touches the period."""
    chosen = _times(books.family, window.start, window.end)
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
    kept = _times(books.kept, window.start, window.end)
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

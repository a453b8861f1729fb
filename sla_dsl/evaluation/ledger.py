"""The ledger of time: every instant of a period in exactly one bucket, and what became of each incident.

Where several things are true of an instant, the first of this order has it: counted, in breach, excluded
(rule by rule, in the policy's order), too short, outside service hours, not attributable, not observed, up.
Where facts are unknown the ledger is made twice, for the least and for the most that can count; time on which
the two disagree is undecided.  The parts are cut out one after the other, and "up" is worked out by itself
as what no layer touches, so that their sum can be held against the period.  Likewise every incident's time
must be counted, or taken out by something that can be named.  `Broken` is raised if either does not hold.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from sla_dsl.evaluation.books import Books, Entry, Marks
from sla_dsl.evaluation.fates import Fate, Window, fates_of, times_of
from sla_dsl.evidence.facts import Facts
from sla_dsl.records import NamedTuple
from sla_dsl.values.intervals import Spans, clip, complement, intersect, length, normal, subtract, union
from sla_dsl.values.rulers import covered

COUNTED = "counted"
UNDECIDED = "undecided"
NOT_OBSERVED = "not_observed"
UP = "up"


class Broken(Exception):
    """The ledger does not add up: a defect of this program, never the user's."""


__all__ = ["Broken", "Entry", "Fate", "Ledger", "Window", "settle"]


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
        least = fates_of(facts, marks, low, self.times, window)
        most = least if high is low else fates_of(facts, marks, high, self.most, window)
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
        inside = spans and spans[0][0] >= start and spans[-1][1] <= end
        near = spans if inside else clip(spans, start, end)
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
    touched, up = _swept([layer[2] for layer in layers], start, end)
    entries = [layer for layer in layers if layer[2]]
    total = _together(entries)
    if total != touched:
        entries = _cut_apart(entries)
        total = _together(entries)
    if total + length(up) != end - start:
        raise Broken("the parts of the ledger do not add up to the period")
    if up:
        entries.append(Entry(UP, -1, up))
    return tuple(entries)


def _together(entries: Sequence[Entry]) -> int:
    """How long the entries are together; time that is in two of them counts twice."""
    return sum([e - s for _, _, spans in entries for s, e in spans])


def _swept(layers: Iterable[Spans], start: int, end: int) -> tuple[int, Spans]:
    """How much time the layers touch together, and the rest of the period, from one walk along all of them."""
    up, reach, touched = [], start, 0
    for begin, finish in sorted(chain.from_iterable(layers)):
        if begin > reach:
            up.append((reach, begin))
            reach = begin
        if finish > reach:
            touched += finish - reach
            reach = finish
    if reach < end:
        up.append((reach, end))
    return touched, tuple(up)


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
        return times_of(books.kept, start, end)
    times: dict[int, int] = {}
    whole = books.inside is None
    hit = {cause for _, cause in books.left}
    for s, e, n in books.kept:
        if s >= end:
            break
        if e > start:
            s, e = s if s > start else start, e if e < end else end
            counts = e - s if whole and facts.causes[n] not in hit else _time_of(facts, books, s, e, n)
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
    if counts == end - start:
        return counts
    taken = sum([covered(lost, start, end) for _, lost in books.lost[kind]])
    if counts + taken > end - start or (books.inside is None and counts + taken != end - start):
        raise Broken("an incident's time is neither counted nor taken out")
    return counts

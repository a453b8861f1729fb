"""The ground on which two policies are tried: the amounts, lengths and moments at which either of them turns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cached_property
from typing import Any

from sla_dsl.analysis.axes import Axis
from sla_dsl.analysis.pairs import Pair
from sla_dsl.analysis.regions import Line, one_outage
from sla_dsl.analysis.samples import Sample
from sla_dsl.analysis.situations import Situation
from sla_dsl.analysis.worlds import Outage
from sla_dsl.evaluation.tree import Node, Tree
from sla_dsl.values.instant import DAY, HOUR, MINUTE
from sla_dsl.values.money import Money
from sla_dsl.values.zones import local_date, start_of_day

MOST_LENGTHS = 6
"""So many lengths of an outage stand for all, where another fact is varied."""


class Ground:
    """What two policies are tried on, in one period; `lines` are the lines that were walked in it."""

    def __init__(self, pair: Pair, sample: Sample, lines: Iterable[Line]) -> None:
        self.pair = pair
        self.sample = sample
        self.lines = tuple(lines)
        self.fee = pair.fee()
        self.rates = pair.rates()

    def nodes(self, *operations: str) -> list[tuple[Tree, Node]]:
        """The steps of both policies that do one of these things."""
        return [(tree, node) for tree in self.pair.trees for node in tree.nodes if node.op in operations]

    def has(self, *operations: str) -> bool:
        """Whether either policy does one of these things."""
        return bool(self.nodes(*operations))

    @cached_property
    def zones(self) -> tuple[str, ...]:
        """The zones of both."""
        return tuple(dict.fromkeys(tree.zone for tree in self.pair.trees))

    @cached_property
    def counted(self) -> tuple[Axis, ...]:
        """Services and causes of which an outage counts under either policy."""
        return tuple(dict.fromkeys((*self.pair.old.outage_axes, *self.pair.new.outage_axes)))

    @cached_property
    def day(self) -> int:
        """The start of a quiet day in the middle: a Wednesday, a week or more into the period."""
        zone = self.pair.old.tree.zone
        date = local_date(self.sample.start, zone) + dt.timedelta(days=7)
        return start_of_day(date + dt.timedelta(days=(2 - date.weekday()) % 7), zone)

    @cached_property
    def noon(self) -> int:
        """Ten o'clock on that day."""
        return self.day + 10 * HOUR

    @cached_property
    def lengths(self) -> tuple[int, ...]:
        """Lengths of time that either policy names, and those at which anything changes along a line."""
        named = [int(value) for value in self._named("elapsed")]
        bounds = [int(Fraction(b[1])) for _, node in self.nodes("keep") for b in node.params["bounds"]]
        apart = [int(node.params["apart"]) for _, node in self.nodes("join")]
        cuts = [cut for line in self.lines for cut in line.cuts]
        found = {*named, *bounds, *apart, *cuts, *self.units}
        return tuple(sorted(length for length in found if 0 < length < self.sample.length))

    @cached_property
    def units(self) -> tuple[int, ...]:
        """The units of time to which anything is rounded or put back."""
        rounded = [node.params["unit"] for _, node in self.nodes("measure_outages", "round")]
        snapped = {node.params[edge] for _, node in self.nodes("snap") for edge in ("start", "end")} - {""}
        sizes = {"second": 1_000_000, "minute": MINUTE, "hour": HOUR, "day": DAY}
        lengths = [int(Fraction(unit)) for unit in rounded if Fraction(unit) >= 1_000_000]
        return tuple(sorted({*lengths, *(sizes[word] for word in snapped)}))

    @cached_property
    def paying(self) -> tuple[int, ...]:
        """A few lengths of an outage, one for each way in which credits and promises can stand."""
        found: dict[Any, int] = {}
        for line in self.lines:
            if line.axis in self.counted:
                for cut in line.cuts:
                    found.setdefault(self._standing(line.axis, cut), cut)
        lengths = sorted({max(cut, MINUTE) for cut in found.values()})
        step = max(1, -(-len(lengths) // MOST_LENGTHS))
        return tuple(dict.fromkeys((*lengths[::step], *lengths[-1:])))

    def _standing(self, axis: Axis, lasting: int) -> Any:
        situation = one_outage(self.pair, self.sample, axis, lasting)
        both = [results[0] for results in self.pair.outcomes(situation)]
        credits = [(credit.id, credit.status, credit.rate.value) for result in both for credit in result.credits]
        return (tuple(credits), *(tuple(result.guarantees.items()) for result in both))

    def _named(self, kind: str) -> Iterator[Fraction]:
        for _, node in self.nodes("literal"):
            if node.type == kind:
                yield Fraction(node.params["value"])

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """Plain whole numbers that either policy names: of outages, of units."""
        return tuple(sorted({int(n) for n in self._named("number") if n.denominator == 1 and 0 < n <= 100}))

    @cached_property
    def amounts(self) -> tuple[Money, ...]:
        """Amounts of money that either policy names."""
        found = [node.params["value"] for _, node in self.nodes("literal") if node.type == "money"]
        return tuple(sorted({Money(Fraction(value), currency) for value, currency in found}))

    @cached_property
    def shares(self) -> tuple[Fraction, ...]:
        """Percentages of either policy that may be rates: those above nothing and up to the whole."""
        return tuple(sorted({share for share in self._named("ratio") if 0 < share <= 1}))

    def outage(self, axis: Axis, start: int, lasting: int) -> Outage:
        """An outage of so long from a moment."""
        return axis.down(start, start + lasting)

    def situation(self, kind: str, *outages: Outage, **facts: Any) -> Situation:
        """A situation in this period, with the usual fee unless another is given."""
        return Situation(kind, self.sample, **{"fee": self.fee, "rates": self.rates, "outages": outages, **facts})

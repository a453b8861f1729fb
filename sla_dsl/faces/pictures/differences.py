"""How two policies differ, as a text for whoever signs the next version."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sla_dsl.analysis.axes import Axis
from sla_dsl.analysis.declared import Declared
from sla_dsl.analysis.differing import MOST_OF_A_KIND, Comparison
from sla_dsl.analysis.history import Account
from sla_dsl.analysis.pairs import Pair
from sla_dsl.analysis.regions import Region
from sla_dsl.analysis.samples import FIRST_YEAR, YEARS, Sample
from sla_dsl.evaluation.wording import elapsed, money
from sla_dsl.faces.layout import BLANK, Line, indented
from sla_dsl.faces.pictures.histories import history_lines
from sla_dsl.faces.pictures.moments import period_title
from sla_dsl.faces.pictures.situations import FOR_WHOM, situation_lines, standing, told_lines
from sla_dsl.findings.wording import listed

MOST_WAYS = 10

_ALWAYS = {
    "customer": "In all that was found it is for the benefit of the customer.",
    "provider": "In all that was found it is for the benefit of the provider.",
    "both": "Here it is for the benefit of the customer, there of the provider.",
    "neither": "No money, promise or target hangs on it.",
}


def difference_lines(
    names: tuple[str, str], comparison: Comparison, accounts: Sequence[Account] | None
) -> Iterator[Line]:
    """Which policies, the verdict, the smallest situation, where else, what is declared, and how it was looked for."""
    for side, name, policy in zip(("Old", "New"), names, comparison.pair.given, strict=True):
        yield Line(f"{side}: {policy.title} ({name})")
    yield BLANK
    yield Line(verdict_words(comparison))
    if comparison.told:
        yield from _section("The smallest situation in which they differ", _situation(comparison, 0))
    yield from _section("One outage, by how long it lasts", _regions(comparison))
    others = range(1, len(comparison.told))
    yield from _section("Other situations in which they differ", _others(comparison, others))
    yield from _section("What only one of them declares, or declares otherwise", _declared(comparison.declared))
    if accounts is not None:
        yield from _section("Over the records", history_lines(accounts))
    yield from _section("How it was looked for", _looked(comparison))


def verdict_words(comparison: Comparison) -> str:
    """The answer, in a sentence or two."""
    match comparison.verdict:
        case "same":
            return "The two policies mean the same. That is proved, for every record."
        case "not found":
            return "No difference was found."
        case "figures":
            return (
                "The two policies differ, but only in figures that are shown. No money, promise or target was found to."
            )
        case "different":
            return f"The two policies differ. {_ALWAYS[comparison.benefit]}"


def _section(title: str, lines: Iterable[Line]) -> Iterator[Line]:
    told = list(lines)
    if told:
        yield from (BLANK, Line(title), *told)


def _situation(comparison: Comparison, at: int) -> Iterator[Line]:
    told = comparison.told[at]
    yield from situation_lines(comparison.pair, told.situation, 2)
    yield from told_lines(comparison.pair, told, 4)


def _others(comparison: Comparison, places: range) -> Iterator[Line]:
    shown = [at for at in places if not comparison.told[at].grown]
    for number, at in enumerate(shown[:MOST_WAYS]):
        if number:
            yield BLANK
        yield from _situation(comparison, at)
    if len(shown) > MOST_WAYS:
        yield indented(f"And {len(shown) - MOST_WAYS:,} more, which --format json lists.", 2)


# ------------------------------------------------------------------ regions


Way = tuple[tuple[str, str], ...]
"""Along one line: for each region the lengths of the outage and how the two stand."""


def _regions(comparison: Comparison) -> Iterator[Line]:
    """Line by line; lines that differ in the same places are told together."""
    found: dict[Way, list[Region]] = {}
    told: set[object] = set()
    for line in comparison.lines:
        places = (line.axis, line.sample, *((region.first, region.last) for region in line.regions))
        if line.regions and places not in told:
            told.add(places)
            way = tuple([(_lengths(region), _changes(comparison.pair, region)) for region in line.regions])
            found.setdefault(way, []).append(line.regions[0])
    for way, first in found.items():
        axes = list(dict.fromkeys(region.axis for region in first))
        samples = list(dict.fromkeys(region.sample for region in first))
        fee = f", with a fee of {money(first[0].fee)} a month" if comparison.pair.charges else ""
        yield indented(f"{_axes(comparison.pair, axes)}, {_samples(samples)}{fee}:", 2, 2)
        for lengths, words in way[:MOST_WAYS]:
            yield indented(f"{lengths}: {words}.", 4, 2)
        if len(way) > MOST_WAYS:
            yield indented(f"And {len(way) - MOST_WAYS:,} more, which --format json lists.", 4, 2)


def _axes(pair: Pair, axes: Sequence[Axis]) -> str:
    names = pair.old.tree.names
    by_service: dict[str, list[str]] = {}
    for axis in axes:
        by_service.setdefault(axis.service, []).extend([names["cause"][axis.cause]] if axis.cause else [])
    parts = [f"{names['service'][service]}{_because(causes)}" for service, causes in by_service.items()]
    return listed(parts, "or")


def _because(causes: Sequence[str]) -> str:
    return f" because of {listed(causes, 'or')}" if causes else ""


def _samples(samples: Sequence[Sample]) -> str:
    lengths = [f"{elapsed(sample.length)} ({period_title(sample.period)})" for sample in samples]
    return f"in a period of {listed(lengths, 'or')}"


def _lengths(region: Region) -> str:
    if region.last == region.sample.length:
        return f"{elapsed(region.first)} and more"
    return (
        elapsed(region.first) if region.first == region.last else f"{elapsed(region.first)} to {elapsed(region.last)}"
    )


def _changes(pair: Pair, region: Region) -> str:
    """How each result stands, and for whom that is: once where it is for the same side throughout."""
    zone = pair.old.tree.zone
    sides = {change.benefit for change in region.changes}
    found = []
    for change in region.changes:
        old, new = (standing(change, value, zone) for value in (change.old, change.new))
        whose = "" if len(sides) == 1 else f", {FOR_WHOM[change.benefit]}"
        found.append(f"{change.words} {old} before, {new} now{whose}")
    whose = f": {FOR_WHOM[sides.pop()]}" if len(sides) == 1 else ""
    return "; ".join(found) + whose


# ------------------------------------------------------------------ declarations, and how it was looked for


def _declared(declared: Iterable[Declared]) -> Iterator[Line]:
    for one in declared:
        yield indented(_declared_words(one), 2, 2)


def _declared_words(one: Declared) -> str:
    if one.old is None or one.new is None:
        side = "new" if one.old is None else "old"
        return f"The {one.kind} {one.old or one.new} ({one.id}): only in the {side} policy."
    what = _capital(one.kind.replace("it", one.words, 1)) if one.term else f"The {one.kind}"
    return f"{what}: {one.old or 'nothing'} in the old policy, {one.new or 'nothing'} in the new one."


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def _looked(comparison: Comparison) -> Iterator[Line]:
    if not comparison.tried:
        yield indented("Step for step the two are one, but for words, places and order, so nothing need be tried.", 2)
        return
    if comparison.lines:
        yield indented(f"{_proved(comparison)}, {_years()}{_fees(comparison.pair)}.", 2, 2)
    yield indented(f"Searched: {comparison.tried:,} situations, made from the amounts of both policies.", 2, 2)
    if comparison.cut:
        cut = listed(comparison.cut, "and")
        yield indented(f"Of {cut} only the {MOST_OF_A_KIND:,} simplest situations were tried.", 2, 2)
    yield indented("A search can miss something. What it tells was evaluated, and is so.", 2)


def _proved(comparison: Comparison) -> str:
    exact = sum(1 for line in comparison.lines if line.exact)
    if exact == len(comparison.lines):
        return (
            "Proved: all that one outage can show that is reported and claimed when it ends, of any length, "
            "of each service for each cause that counts"
        )
    if exact:
        return f"Proved on {exact:,} of {len(comparison.lines):,} lines, else searched: one outage that grows"
    return "Searched: one outage that grows, of each service for each cause that counts"


def _years() -> str:
    return f"in periods as long as those of {FIRST_YEAR} to {FIRST_YEAR + YEARS - 1}"


def _fees(pair: Pair) -> str:
    return f", with a fee of {listed([money(fee) for fee in pair.fees], 'or')} a month" if pair.charges else ""

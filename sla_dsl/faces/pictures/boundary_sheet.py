"""The boundaries of a policy as a sheet that can be laid on a table and argued over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import assert_never

from sla_dsl.analysis.boundaries import Boundaries, Table
from sla_dsl.analysis.spans import first_paying, kept_spans
from sla_dsl.analysis.study import Study
from sla_dsl.analysis.worlds import charges_of, currencies
from sla_dsl.evaluation.tree import Root, Tree
from sla_dsl.evaluation.wording import elapsed, money
from sla_dsl.faces.pictures.boundary_parts import table_parts, without_empty
from sla_dsl.faces.pictures.boundary_words import (
    from_words,
    last_words,
    length_words,
    lengths_words,
    scale_of,
)
from sla_dsl.faces.pictures.moments import period_title
from sla_dsl.faces.pictures.sheets import Grid, Heading, Part, Sentence
from sla_dsl.findings.wording import listed
from sla_dsl.records import NamedTuple
from sla_dsl.values.money import Money

NOTHING = "There is no table to draw: no outage changes what this policy promises or pays."


class Group(NamedTuple):
    """Tables of one line in periods that come to the same, and what is told of each."""

    tables: tuple[Table, ...]
    parts: tuple[Part, ...]


def sheet(study: Study, found: Boundaries, fee: Money) -> Iterator[Part]:
    """All tables of a policy."""
    yield Heading(1, study.tree.title)
    if not found.tables:
        yield Sentence(NOTHING)
        return
    yield Sentence(taken(study.tree, fee))
    body = tuple(_body(study, found))
    if any(
        cell.startswith(("over ", "under ")) for part in body if isinstance(part, Grid) for cell in chain(*part.rows)
    ):
        yield Sentence("“Over” and “under” mean: by however little.")
    yield from body
    yield from _closing(study.tree, found)


def _body(study: Study, found: Boundaries) -> Iterator[Part]:
    for tables in by_line(found.tables):
        yield Heading(2, line_words(tables[0]))
        groups = groups_of(study, tables)
        if len(groups) > 1:
            yield from _glance(tables, found.named)
        for group in groups:
            yield Heading(3, group_title(group.tables, len(groups), found.named))
            yield from group.parts


def by_line(tables: Iterable[Table]) -> list[list[Table]]:
    """The tables of each line together: one for each period."""
    found: dict[object, list[Table]] = {}
    for table in tables:
        found.setdefault(table.line.axis, []).append(table)
    return list(found.values())


def groups_of(study: Study, tables: Sequence[Table]) -> list[Group]:
    """Periods in which a line comes to the same stand together."""
    found: dict[tuple[Part, ...], list[Table]] = {}
    for table in tables:
        found.setdefault(tuple(table_parts(study, table)), []).append(table)
    return [Group(tuple(same), parts) for parts, same in found.items()]


def group_title(tables: Sequence[Table], groups: int, named: bool) -> str:
    """`Every month: 28, 29, 30 or 31 days`, `A month of 30 days`, `March 2026 (31 days)`."""
    samples = [table.line.sample for table in tables]
    kind = samples[0].period.kind
    if named:
        words = listed([f"{period_title(sample.period)} ({length_words(sample.length)})" for sample in samples], "and")
        return words[0].upper() + words[1:]
    if groups > 1 or len(samples) == 1:
        return f"A {kind} of {lengths_words(samples)}"
    return f"Every {kind}: {lengths_words(samples)}"


def line_words(table: Table) -> str:
    """`One outage of SMS Gateway because of Provider Failure`."""
    names = table.steps[0].first.result.tree.names
    service, cause = table.line.axis.service, table.line.axis.cause
    because = "" if cause is None else f" because of {names['cause'].get(cause, cause)}"
    down = f"{names['service'].get(service, service)}{because}"
    match table.line.along:
        case "counted":
            return f"One outage of {down}"
        case "outage":
            return f"One outage of {down}, from the start of the period"
        case "outages":
            return f"One outage of {down} after another, each of {elapsed(table.line.axis.each)}"
        case _ as never:
            assert_never(never)


def taken(tree: Tree, fee: Money) -> str:
    """What is taken for granted."""
    read = {str(node.params["charge"]) for node in tree.nodes if node.op == "charge"}
    charges = [tree.names["charge"].get(name, name) for name in charges_of(tree) if name in read]
    each = "" if len(charges) == 1 else ", each"
    paid = f"Worked out for {listed(charges, 'and')} of {money(fee)}{each}. " if charges else ""
    rates = "Exchange rates are taken as 1. " if currencies(tree) and charges else ""
    return (
        f"{paid}{rates}The customer reports and claims every outage as soon as it ends, and is not in breach; nothing "
        "else happens in the period. Every number below comes from evaluating such a period."
    )


# ---------------------------------------------------------------- at a glance


def _glance(tables: Sequence[Table], named: bool) -> Iterator[Part]:
    """For each period the limits that are asked about first."""
    first = tables[0]
    head = [first.line.sample.period.kind.capitalize()]
    head += [f"{root.words}: met up to" for root in first.guarantees]
    head += [f"{root.words}: pays from" for root in first.credits]
    head += [f"{root.words}: maximum from" for root in first.credits]
    rows = []
    for table in tables:
        kept = [_met_up_to(table, root) for root in table.guarantees]
        paid = [_pays_from(table, root) for root in table.credits]
        lowered = [_lowered_from(table, root) for root in table.credits]
        rows.append((_period(table, named), *kept, *paid, *lowered))
    yield without_empty(Grid(tuple(head), tuple(rows)))


def _lowered_from(table: Table, root: Root) -> str:
    scale = scale_of(table, root)
    lowered = [point for point in table.points if point.lowered(root.id)]
    return from_words(table, scale.value(lowered[0])) if lowered else ""


def _period(table: Table, named: bool) -> str:
    sample = table.line.sample
    return sample.period.name if named else length_words(sample.length)


def _met_up_to(table: Table, root: Root) -> str:
    spans = kept_spans(table, root)
    return last_words(table, scale_of(table, root), spans[0].last) if spans[0].status == "met" else "never"


def _pays_from(table: Table, root: Root) -> str:
    paying = first_paying(table, root)
    return "never" if paying is None else from_words(table, scale_of(table, root).value(paying))


# ---------------------------------------------------------------- the end


def _closing(tree: Tree, found: Boundaries) -> Iterator[Part]:
    """What stands in no table, and which periods were looked at."""
    if found.unmoved:
        words = listed([root.words for root in found.unmoved], "and")
        yield Sentence(f"In no table, because no outage that was tried changes it: {words}.")
    samples = list(dict.fromkeys(table.line.sample for table in found.tables))
    if found.named:
        return
    told = [f"{period_title(sample.period)} ({length_words(sample.length)})" for sample in samples]
    hours = any(node.op == "hours" for node in tree.nodes)
    more = " Where hours of service matter, other periods of the same length may differ." if hours else ""
    yield Sentence(f"Looked at: {listed(told, 'and')}.{more}")

"""The wording of mistakes in the rows of a table: one constructor a mistake."""

from __future__ import annotations

from sla_dsl.findings.finding import Finding, Related, Span, if_meant
from sla_dsl.language.phrases import quantity
from sla_dsl.values.numbers import Exact

Rate = tuple[Span, Exact]
"""A row, and what it gives."""


def overlapping_rows(row: Span, earlier: Span, common: str) -> Finding:
    """Two rows of a table of which only one may apply; `common` says for what both do."""
    message = f"Two rows apply to what is {common}."
    repair = (
        "Change a bound of one of the two rows, or write 'by the last row that applies' if the later row goes first."
    )
    related = (Related("the other row is here", earlier),)
    return Finding("overlapping-rows", message, row, repair=repair, related=related)


def gap_between_rows(row: Span, below: Span, missing: str) -> Finding:
    """Something lies between two rows and in neither; `missing` are the bounds of the row that is not there."""
    message = f"No row applies to what is {missing}."
    repair = f"Add a row '{missing} gives …', move a bound of a row, or say that the amount is rounded."
    related = (Related("the row below the gap is here", below),)
    return Finding("gap-between-rows", message, row, repair=repair, related=related)


def row_never_applies(row: Span, later: Span) -> Finding:
    """A row of a table in which the last row that applies goes first: every case of it is a later row's."""
    message = "This row never applies, because later rows apply to all that it applies to."
    repair = "Move the row below the rows that apply to more, or take it out."
    related = (Related("a later row that applies is here", later),)
    return Finding("row-never-applies", message, row, repair=repair, related=related, severity="warning")


def row_between_steps(row: Span) -> Finding:
    """A row whose bounds lie between two values that the rounded measure can take."""
    message = "This row never applies, because what the table is read by is rounded past it."
    repair = "Change its bounds, take it out, or round to a smaller unit."
    return Finding("row-never-applies", message, row, repair=repair, severity="warning")


def rows_out_of_order(row: Span, before: Span) -> Finding:
    """Rows that run up and then down again, though each applies."""
    message = "This row is out of order: the rows go neither up nor down throughout."
    repair = "Put the rows in order, from the least to the greatest or the other way round."
    related = (Related("the row before it is here", before),)
    return Finding("rows-out-of-order", message, row, repair=repair, related=related, severity="warning")


def less_for_worse(row: Rate, better: Rate) -> Finding:
    """A row that gives less than the row for better months."""
    gives, more = (quantity(rate, "ratio") for _, rate in (row, better))
    message = f"A worse month gives less here: {gives}, where the row for better months gives {more}."
    return _turning(message, row, better)


def rates_turn(row: Rate, before: Rate, *, falls: bool) -> Finding:
    """Rows that give more and more, and then less, or the other way round; nothing tells which months are worse."""
    gives, other = (quantity(rate, "ratio") for _, rate in (row, before))
    rises, turns = ("rises", "falls") if falls else ("falls", "rises")
    return _turning(f"The credit {rises} from row to row and {turns} here: {gives} after {other}.", row, before)


def _turning(message: str, row: Rate, before: Rate) -> Finding:
    repair = f"Correct the rows. {if_meant('less-for-worse')}"
    related = (Related("the row before it is here", before[0]),)
    return Finding("less-for-worse", message, row[0], repair=repair, related=related, severity="warning")

"""What is said of a table that is not written as one should be: one constructor a mistake."""

from __future__ import annotations

from collections.abc import Collection

from sla_dsl.evidence.wording import shown, suggestion
from sla_dsl.findings.finding import Finding, Span
from sla_dsl.findings.wording import listed


def empty_table(field: str, columns: Collection[str]) -> Finding:
    """A table without a header line."""
    repair = f"Write the names of the columns in the first line: {','.join(columns)}."
    return Finding("no-header", "This table has no header line.", field=field, span=Span(0, 0), repair=repair)


def nul_character(field: str, span: Span) -> Finding:
    """A character with the code zero, as in a file that is no text."""
    message = "There is a character in this line that no text has (NUL)."
    return Finding("nul-character", message, field=field, span=span, repair="Save the table as CSV again.")


def bad_line_end(field: str, span: Span) -> Finding:
    """A carriage return without a line feed: programs disagree whether a line ends there."""
    message = "Here a line ends with a sign that only old programs use (CR)."
    return Finding("bad-line-end", message, field=field, span=span, repair="Save the table with line ends LF or CRLF.")


def open_quote(field: str, span: Span) -> Finding:
    """A quoted cell that is never closed: it would swallow all that follows."""
    message = "The quote that opens here is never closed."
    return Finding("open-quote", message, field=field, span=span, repair='Close it with ".')


def stray_quote(field: str, span: Span) -> Finding:
    """A quote inside a cell that is not quoted, or something after the closing quote."""
    message = "There is a quote inside a cell."
    repair = 'Put the whole cell in quotes, and write a quote inside it twice: "".'
    return Finding("stray-quote", message, field=field, span=span, repair=repair)


def ragged_row(field: str, span: Span, cells: int, width: int) -> Finding:
    """A row that has more or fewer cells than the header."""
    message = f"This row has {cells} {'cell' if cells == 1 else 'cells'}, and the header has {width}."
    repair = "Write one cell for each column; put a cell in quotes that holds a comma or a semicolon."
    return Finding("ragged-row", message, field=field, span=span, repair=repair)


def blank_row(field: str, span: Span) -> Finding:
    """An empty line among the rows."""
    message = "This line is empty, and more rows follow."
    return Finding("blank-line", message, field=field, span=span, repair="Take the empty line out.")


def second_header(field: str, span: Span) -> Finding:
    """The header again among the rows, as when two tables are put together."""
    message = "The header line stands here again."
    return Finding("second-header", message, field=field, span=span, repair="Take this line out.")


def unknown_column(field: str, span: Span, name: str, known: Collection[str]) -> Finding:
    """A column that the table does not have."""
    repair = suggestion(name, known) or f"The columns are {listed(known)}."
    message = f"There is no column {shown(name)} in this table."
    return Finding(
        "unknown-column", message, field=field, span=span, repair=f"{repair} A column of your own begins with x_."
    )


def double_column(field: str, span: Span, name: str) -> Finding:
    """Two columns of one name, and only one of them could be read."""
    message = f"The column {shown(name)} is here twice."
    return Finding("double-column", message, field=field, span=span, repair="Take one of the two out.")


def missing_table(field: str) -> Finding:
    """A table that must be there is not."""
    message = f"The folder has no {field}."
    repair = "Add it; if it is known that there were none, with its header line only."
    return Finding("missing-table", message, field=field, repair=repair)


def missing_column(field: str, name: str, meaning: str) -> Finding:
    """A column that must be there is not."""
    message = f"The column {shown(name)} is missing: {meaning}."
    return Finding("missing-column", message, field=field, repair=f"Add the column {shown(name)}.")


def no_account_column(field: str) -> Finding:
    """The folder holds several accounts, and this table does not say whose its rows are."""
    message = "There are several accounts here, and this table does not say whose its rows are."
    return Finding("no-account-column", message, field=field, repair='Add the column "account".')


def unknown_account(field: str, name: str, known: Collection[str]) -> Finding:
    """An account that the table of accounts does not have."""
    message = f"There is no account {shown(name)} in accounts.csv."
    repair = suggestion(name, known) or "Add it there, or correct the name."
    return Finding("unknown-account", message, field=field, repair=repair)


def double_account(field: str, name: str) -> Finding:
    """An account twice in the table of accounts."""
    message = f"The account {shown(name)} is here twice."
    return Finding("double-account", message, field=field, repair="Take one of the two rows out.")


def no_account(field: str) -> Finding:
    """Tables without a single account."""
    message = "No row names an account."
    return Finding("no-account", message, field=field, repair='Write "account" and the name into accounts.csv.')


def claim_rows_disagree(field: str, id: str, first: str) -> Finding:
    """The rows of one claim name different instants."""
    message = f"The claim {shown(id)} was made at another time in {first}."
    repair = "Write the same time in each row of a claim, or give one of them another id."
    return Finding("claim-rows-disagree", message, field=field, repair=repair)

"""Whose the rows of a folder are: the accounts that the tables name, or the folder's own name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sla_dsl.evidence import csv_mistakes as mistakes
from sla_dsl.evidence.csv_table import Table, file_of
from sla_dsl.evidence.fields import ACCOUNTS
from sla_dsl.findings.finding import Finding
from sla_dsl.records import NamedTuple


class Account(NamedTuple):
    """An account, where it is named, up to when its record is kept (None: it is closed), and what is said of it."""

    name: str
    place: str
    as_of: str | None
    note: str | None = None


def find_accounts(tables: Mapping[str, Table], folder: str) -> tuple[dict[str, Account], list[Finding]]:
    """The accounts by name, and what is wrong with how they are named.  `folder`: the folder's own name."""
    others = [table for name, table in tables.items() if name != ACCOUNTS.name]
    listed = tables.get(ACCOUNTS.name)
    if listed:
        accounts = {account.name: account for account in _listed(listed)}
        found = [*_doubles(listed), *_not_listed(others, accounts)]
    elif any(table.account_column is not None for table in others):
        accounts = {account.name: account for table in others for account in _named(table)}
        found = []
    else:
        return {folder: Account(folder, f"folder {folder}", None)}, []
    if not accounts and not found:
        return {}, [mistakes.no_account(file_of(ACCOUNTS))]
    unclear = [table for table in others if table.account_column is None] if len(accounts) > 1 else []
    return accounts, [*found, *(mistakes.no_account_column(f"{table.file}, line 1") for table in unclear)]


def _listed(table: Table) -> Iterator[Account]:
    """The accounts of the table of accounts."""
    column = table.account_column or 0
    for row, record in zip(table.rows, table.records(), strict=True):
        yield Account(row.cells[column], f"{table.file}, line {row.line}", record.get("as_of"), record.get("notes"))


def _named(table: Table) -> Iterator[Account]:
    """The accounts that the rows of another table name; nothing says up to when their records are kept."""
    column = table.account_column
    if column is not None:
        for row in table.rows:
            yield Account(row.cells[column], f"{table.file}, line {row.line}", None)


def _doubles(table: Table) -> Iterator[Finding]:
    seen: set[str] = set()
    for account in _listed(table):
        if account.name in seen:
            yield mistakes.double_account(f"{account.place}, column account", account.name)
        seen.add(account.name)


def _not_listed(tables: Iterable[Table], listed: Mapping[str, Account]) -> Iterator[Finding]:
    """Rows of accounts that the table of accounts does not have."""
    for table in tables:
        for account in _named(table):
            if account.name not in listed:
                yield mistakes.unknown_account(f"{account.place}, column account", account.name, listed)

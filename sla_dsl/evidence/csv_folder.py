"""Timelines from the tables of a folder: one file a kind of record, for one account or for many.

A file that is absent is a list that is absent; a file with its header only is a list that is known to be empty.  If
anything is wrong with how a table is written, no account is read, because it cannot be known whose the rows are.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sla_dsl.evidence import csv_mistakes as mistakes
from sla_dsl.evidence.csv_accounts import Account, find_accounts
from sla_dsl.evidence.csv_claims import join_claims
from sla_dsl.evidence.csv_places import TablePlaces
from sla_dsl.evidence.csv_spans import spanned
from sla_dsl.evidence.csv_table import Table, file_of, read_table
from sla_dsl.evidence.fields import ACCOUNTS, CLAIMS, INCIDENTS, KINDS
from sla_dsl.evidence.json_lines import Reading
from sla_dsl.evidence.reading import read_plain
from sla_dsl.evidence.timeline import FORMAT
from sla_dsl.findings.finding import Finding

TABLES = {file_of(kind): kind for kind in (ACCOUNTS, *KINDS)}
"""The names of the files that a folder may hold."""


class _Rows:
    """The rows of one account: for each kind that has a table its records, and the lines on which each stands."""

    __slots__ = ("lines", "records")

    def __init__(self, tables: Mapping[str, Table]) -> None:
        self.records: dict[str, list[dict[str, Any]]] = {name: [] for name in tables}
        self.lines: dict[str, list[list[int]]] = {name: [] for name in tables}


def read_folder(
    files: Mapping[str, bytes], folder: str, source: str = "", zone: str | None = None
) -> tuple[list[Reading], list[Finding]]:
    """Each account's timeline in order of the accounts' names, and what is wrong with the folder as a whole.

    `files`: the content of each file by its name.  `folder` names the account where no table does.  `source`
    names the folder in the findings.
    """
    tables, found = _read_tables(files)
    if not found:
        accounts, found = find_accounts(tables, folder)
    if found:
        return [], spanned(found, tables, source)
    rows = _distributed(tables, accounts)
    return [_read_account(accounts[name], rows[name], tables, source, zone) for name in sorted(accounts)], []


def _read_tables(files: Mapping[str, bytes]) -> tuple[dict[str, Table], list[Finding]]:
    tables: dict[str, Table] = {}
    found: list[Finding] = []
    for file, kind in TABLES.items():
        if file in files:
            table, wrong = read_table(files[file], kind)
            found += wrong
            if table:
                tables[kind.name] = table
        elif kind is INCIDENTS:
            found.append(mistakes.missing_table(file))
    return tables, found


def _distributed(tables: Mapping[str, Table], accounts: Mapping[str, Account]) -> dict[str, _Rows]:
    """The rows of the tables, each with its account."""
    lists = {name: table for name, table in tables.items() if name != ACCOUNTS.name}
    shares = {name: _Rows(lists) for name in accounts}
    only = next(iter(accounts))
    for name, table in lists.items():
        column = table.account_column
        for row, record in zip(table.rows, table.records(), strict=True):
            share = shares[only if column is None else row.cells[column]]
            share.records[name].append(record)
            share.lines[name].append([row.line])
        # No row may be lost on the way, whatever is wrong with it.
        assert len(table.rows) == sum(len(share.records[name]) for share in shares.values()), table.file
    return shares


def _read_account(account: Account, rows: _Rows, tables: Mapping[str, Table], source: str, zone: str | None) -> Reading:
    found: list[Finding] = []
    if CLAIMS.name in rows.records:
        claims = join_claims(rows.records[CLAIMS.name], rows.lines[CLAIMS.name], zone)
        rows.records[CLAIMS.name], rows.lines[CLAIMS.name], found = claims
    head = {"format": FORMAT, "account": account.name, "as_of": account.as_of, "notes": account.note and [account.note]}
    timeline, more = read_plain({**head, **rows.records}, TablePlaces(account.place, rows.lines), zone)
    return Reading(0, account.name, None if found else timeline, spanned(found + more, tables, source))

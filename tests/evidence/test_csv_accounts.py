"""Whose the rows are: listed, named by the rows, or the folder's own."""

from __future__ import annotations

from sla_dsl.evidence.csv_accounts import Account, find_accounts
from sla_dsl.evidence.csv_table import Table, read_table
from sla_dsl.evidence.fields import ACCOUNTS, BREACHES, INCIDENTS
from tests.evidence.making import told

MANY = "account,id,service,start,end\n"


def tables(**texts: str) -> dict[str, Table]:
    kinds = {kind.name: kind for kind in (ACCOUNTS, INCIDENTS, BREACHES)}
    read = {name: read_table(text.encode(), kinds[name])[0] for name, text in texts.items()}
    return {name: table for name, table in read.items() if table}


def test_no_table_names_an_account() -> None:
    accounts, findings = find_accounts(tables(incidents="id,service,start,end\n"), "acme")
    assert accounts == {"acme": Account("acme", "folder acme", None)}
    assert findings == []


def test_rows_name_accounts_and_the_last_place_that_does_is_not_needed() -> None:
    accounts, _ = find_accounts(tables(incidents=MANY + "a,1,s,,\nb,2,s,,\na,3,s,,\n"), "acme")
    assert sorted(accounts) == ["a", "b"]
    assert all(account.as_of is None for account in accounts.values())


def test_listed_accounts_say_up_to_when() -> None:
    accounts, findings = find_accounts(tables(accounts="as_of,account\nx,a\n,b\n", incidents=MANY), "acme")
    assert accounts == {"a": Account("a", "accounts.csv, line 2", "x"), "b": Account("b", "accounts.csv, line 3", None)}
    assert findings == []


def test_every_row_of_an_account_that_is_not_listed_is_told() -> None:
    _, findings = find_accounts(tables(accounts="account\na\n", incidents=MANY + "b,1,s,,\na,2,s,,\n,3,s,,\n"), "acme")
    assert told(findings) == [
        "unknown-account incidents.csv, line 2, column account",
        "unknown-account incidents.csv, line 4, column account",
    ]


def test_tables_that_do_not_say_whose_their_rows_are() -> None:
    both = tables(accounts="account\na\nb\n", incidents=MANY, breaches="start,end,what\n")
    assert told(find_accounts(both, "acme")[1]) == ["no-account-column breaches.csv, line 1"]
    one = tables(accounts="account\na\n", incidents=MANY, breaches="start,end,what\n")
    assert find_accounts(one, "acme")[1] == []

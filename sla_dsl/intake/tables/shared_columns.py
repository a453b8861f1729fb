"""Which column of a table is what: asked, because the name of a column proves nothing."""

from __future__ import annotations

from collections.abc import Sequence

from sla_dsl.findings.finding import Finding
from sla_dsl.intake import mistakes
from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.answers.questions import Choice, Question
from sla_dsl.intake.tables.columns import NONE, TOGETHER
from sla_dsl.intake.tables.table import Table


def ask_column(what: str, words: str, tables: Sequence[Table], asking: Asking, without: str = "") -> str | None:
    """The column that all tables have; `without`: what it means that there is no such column, if that may be."""
    return asking.one(Question(("column", what), words, "choice", _choices(tables, without), "", "", TOGETHER))


def ask_columns(name: str, words: str, tables: Sequence[Table], asking: Asking) -> tuple[str, ...] | None:
    """Several columns."""
    return asking.ask(Question((name,), words, "names", _choices(tables, ""), "a list of them"))


def wrong_tables(tables: Sequence[Table], title: str) -> list[Finding]:
    """What is wrong with the files as a whole: each by itself, or that they have no column in common."""
    found = [finding for table in tables for finding in table.findings]
    if found or _shared(tables):
        return found
    why = f"none of its columns is one of {tables[0].file}"
    return [mistakes.not_this_form(tables[-1].file, title, why, "")]


def _shared(tables: Sequence[Table]) -> list[str]:
    """The columns that all tables have."""
    return [name for name in tables[0].columns if all(name in table.columns for table in tables)]


def _choices(tables: Sequence[Table], without: str) -> tuple[Choice, ...]:
    shared = _shared(tables)
    return (*(Choice(name) for name in shared), *((Choice(NONE, without),) if without else ()))

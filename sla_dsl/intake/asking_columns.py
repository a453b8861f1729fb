"""Which column of a table is what: asked, because the name of a column proves nothing."""

from __future__ import annotations

from collections.abc import Sequence

from sla_dsl.intake.asking import Asking
from sla_dsl.intake.questions import Choice, Question
from sla_dsl.intake.tables import Table

NONE = "none"
_TOGETHER = "Which column of the file is each of these?"


def ask_column(what: str, words: str, tables: Sequence[Table], asking: Asking, without: str = "") -> str | None:
    """The column that all tables have; `without`: what it means that there is no such column, if that may be."""
    return asking.one(Question(("column", what), words, "choice", _choices(tables, without), "", "", _TOGETHER))


def ask_columns(name: str, words: str, tables: Sequence[Table], asking: Asking) -> tuple[str, ...] | None:
    """Several columns."""
    return asking.ask(Question((name,), words, "names", _choices(tables, ""), "a list of them"))


def _choices(tables: Sequence[Table], without: str) -> tuple[Choice, ...]:
    shared = [name for name in (tables[0].columns if tables else ()) if all(name in table.columns for table in tables)]
    return (*(Choice(name) for name in shared), *((Choice(NONE, without),) if without else ()))

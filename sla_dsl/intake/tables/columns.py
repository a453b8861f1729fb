"""Which columns of a table hold what: those with our own names, and those that somebody has to name."""

from __future__ import annotations

from collections.abc import Sequence

from sla_dsl.findings.finding import Finding
from sla_dsl.intake import mistakes
from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.answers.questions import Choice, Question
from sla_dsl.intake.reading.raw import Raw
from sla_dsl.intake.tables.table import Table
from sla_dsl.records import NamedTuple

NONE = "none"
EMPTY = "(empty)"
"""What an empty cell is called where it is asked what the texts of a column mean."""

_NO_SUCH = Choice(NONE, "the file does not say it")
TOGETHER = "Which column of the file is each of these?"
_SHOWN = 40
_SEVERAL = 'several in a list, such as ["date", "time"]'


class Wanted(NamedTuple):
    """What a column may hold: our name for it, in words what that is, and whether it is usually several columns."""

    name: str
    words: str
    several: bool = False


class Columns:
    """The columns of the tables.  `chosen`: those that are read, by our name; None where that is still open."""

    def __init__(self, tables: Sequence[Table], wanted: Sequence[Wanted], asking: Asking) -> None:
        self._tables = tables
        self._asking = asking
        self.names = tuple(dict.fromkeys(name for table in tables for name in table.columns))
        self._own = {name: found for name in (one.name for one in wanted) if (found := self._called(name))}
        self.chosen: dict[str, tuple[str, ...] | None] = {}

    def _called(self, name: str) -> tuple[str, ...]:
        """The one column that has exactly our name, in small letters or not."""
        same = [column for column in self.names if column.casefold() == name]
        return tuple(same) if len(same) == 1 else ()

    def find(self, wanted: Wanted, others: Sequence[Choice] = (_NO_SUCH,)) -> tuple[str, ...] | None:
        """The columns that hold it, or one of the other answers; asked where no column has exactly our name."""
        question = self._question(wanted, others)
        absent = () if self._is_all_ours() and _NO_SUCH in others else None
        own = self._own.get(wanted.name, absent)
        found = own if question.key not in self._asking.mapped.answers and own is not None else self._ask(question)
        self.chosen[wanted.name] = found
        return found

    def _question(self, wanted: Wanted, others: Sequence[Choice]) -> Question:
        choices = (*others, *(Choice(name, self._such_as(name)) for name in self.names))
        words = f"Which {'columns are' if wanted.several else 'column is'} the {wanted.name}?"
        return Question(("column", wanted.name), words, "names", choices, _SEVERAL, wanted.words, TOGETHER)

    def _such_as(self, name: str) -> str:
        """The first text in a column, by which people know it."""
        cells = (
            row.cells[table.columns.index(name)].strip()
            for table in self._tables
            if name in table.columns
            for row in table.rows
        )
        first = next(filter(None, cells), "")
        return f'such as "{first if len(first) <= _SHOWN else first[:_SHOWN] + "…"}"' if first else "always empty"

    def _ask(self, question: Question) -> tuple[str, ...] | None:
        answers = self._asking.ask(question)
        return () if answers == (NONE,) and NONE not in self.names else answers

    def _is_all_ours(self) -> bool:
        """Whether every column has one of our names: then none of the others is there under another."""
        return {name for names in self._own.values() for name in names} == set(self.names)

    @property
    def is_open(self) -> bool:
        """Whether a column is still to be named."""
        return any(found is None for found in self.chosen.values())

    def findings(self) -> list[Finding]:
        """Files that do not have a column which is read."""
        read = [name for found in self.chosen.values() for name in found or () if name in self.names]
        return missing_columns(self._tables, list(dict.fromkeys(read)), "the same kind as the others")

    def unread(self) -> list[str]:
        """A note on the columns that nothing was read from."""
        read = {name for found in self.chosen.values() for name in found or ()}
        left = [name for name in self.names if name not in read]
        return [f"Columns that were not read: {', '.join(left)}."] if left else []


def missing_columns(tables: Sequence[Table], needed: Sequence[str], kind: str) -> list[Finding]:
    """Files that do not have a column which is needed."""
    return [
        mistakes.not_this_form(table.file, kind, f'it has no column "{name}"', "")
        for table in tables
        if not table.findings
        for name in needed
        if name not in table.columns
    ]


def joined(raw: Raw, columns: Sequence[str], joint: str = ", ") -> str:
    """What stands in the columns of a row, those that are empty left out."""
    return joint.join(raw.text(name) for name in columns if raw.has(name))

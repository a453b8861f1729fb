"""Opening the files of an export that is a table, CSV or Excel by what they are."""

from __future__ import annotations

from collections.abc import Sequence

from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.sources import SourceFile
from sla_dsl.intake.tables.csv_tables import header_of, read_csv
from sla_dsl.intake.tables.table import Table
from sla_dsl.intake.tables.workbook import read_workbook

_ZIP = b"PK\x03\x04"


def read_tables(files: Sequence[SourceFile], asking: Asking) -> list[Table]:
    """The tables of all files; which sheets of a workbook is asked where there are several."""
    return [table for file in files for table in _read_file(file, asking)]


def _read_file(file: SourceFile, asking: Asking) -> list[Table]:
    if is_workbook(file):
        return read_workbook(file, asking)
    return [read_csv(file, asking)]


def is_workbook(file: SourceFile) -> bool:
    """Whether a file is an Excel workbook, or pretends to be one."""
    return file.data.startswith(_ZIP) or file.name.casefold().endswith((".xlsx", ".xlsm"))


def is_json(file: SourceFile) -> bool:
    """Whether a file is JSON and no table."""
    return not is_workbook(file) and file.data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[")


def first_columns(file: SourceFile) -> frozenset[str]:
    """The names of the columns of a CSV file, in small letters; none of a file that is no table."""
    if is_workbook(file):
        return frozenset()
    return frozenset(name.casefold() for name in header_of(file))

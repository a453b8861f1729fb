"""What is said of files and folders that cannot be read: one constructor a mistake."""

from __future__ import annotations

from collections.abc import Collection

from sla_dsl.evidence.wording import cut, shown, suggestion
from sla_dsl.findings.finding import Finding
from sla_dsl.findings.wording import listed


def no_such_file(path: str) -> Finding:
    """Nothing has this name."""
    message = f"There is no file or folder {shown(path)}."
    return Finding("no-such-file", message, source=path, repair="Correct the name.")


def not_a_file(path: str) -> Finding:
    """A device, a pipe or the like, which may never end."""
    message = f"{shown(path)} is no ordinary file."
    return Finding("not-a-file", message, source=path, repair="Name an ordinary file.")


def cannot_read(path: str) -> Finding:
    """The system does not let it be read."""
    message = f"{shown(path)} cannot be read."
    return Finding("cannot-read", message, source=path, repair="Make sure that you are allowed to read it.")


def single_table(path: str) -> Finding:
    """One table by itself, where the folder is meant."""
    message = f"{shown(path)} is one table of a timeline."
    return Finding("single-table", message, source=path, repair="Name the folder that holds the tables.")


def unknown_file(path: str, name: str, known: Collection[str]) -> Finding:
    """A file in the folder that is no table of a timeline."""
    message = f"{shown(name)} is no table of a timeline."
    repair = suggestion(name, known) or f"Take it out of the folder. The tables are {listed(known)}."
    return Finding("unknown-file", message, field=cut(name), source=path, repair=repair)


def more_unknown_files(path: str, count: int) -> Finding:
    """There are more such files than are told one by one."""
    message = f"{count} more files in the folder are no tables of a timeline."
    return Finding("unknown-file", message, source=path, repair="Put the tables into a folder of their own.")


def hidden_file(path: str, name: str) -> Finding:
    """A note: a file whose name begins with a point is passed over."""
    return Finding("file-not-read", f"{shown(name)} was not read.", field=cut(name), source=path, severity="note")


def no_tables(path: str, known: Collection[str]) -> Finding:
    """A folder without a single table."""
    message = f"The folder {shown(path)} holds no table of a timeline."
    return Finding("no-tables", message, source=path, repair=f"The tables are {listed(known)}.")

"""What is read is not written over: a record that an answer takes the place of is lost."""

from __future__ import annotations

import os
import stat

import click

from sla_dsl.faces.options import STANDARD_INPUT


def spare_inputs(output: str, *inputs: str) -> None:
    """Tells that the output is one of the inputs, or would stand among the tables of one."""
    if output != STANDARD_INPUT and any(_is_one_file(output, path) or _among_tables(output, path) for path in inputs):
        raise click.UsageError(
            f"Writing to {output} would change what is read: the policy and the records stay as they are. "
            "Name another place, with -o."
        )


def will_be_one_file(path: str, other: str) -> bool:
    """Whether two paths lead to one file, or will when it is written."""
    return _is_one_file(path, other) or os.path.realpath(path) == os.path.realpath(other)


def _is_one_file(output: str, path: str) -> bool:
    """Whether both are one file; a terminal or a pipe can be read and written."""
    try:
        found = os.stat(output)
        return stat.S_ISREG(found.st_mode) and os.path.samestat(found, os.stat(path))
    except OSError:
        return False


def _among_tables(output: str, path: str) -> bool:
    """Whether the output would be a table in a folder of tables, which are all read."""
    folder = os.path.realpath(os.path.dirname(os.path.realpath(output)))
    return output.lower().endswith(".csv") and os.path.isdir(path) and folder == os.path.realpath(path)

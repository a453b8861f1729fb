"""The core as the reference prints it: one row an operation."""

from __future__ import annotations

from sla_dsl.evaluation.operations import OPERATIONS


def operation_rows() -> list[tuple[str, ...]]:
    """The rows of the table of operations, in the order of the code."""
    rows: list[tuple[str, ...]] = []
    for name, operation in OPERATIONS.items():
        takes = ", ".join(f"`{kind}`" for kind in operation.takes) or "—"
        rows.append((f"`{name}`", takes, f"`{operation.gives}`", operation.meaning))
    return rows

"""The scenarios inside the policies of the documents, run as `sla test` runs them."""

from __future__ import annotations

from sla_dsl.evaluation.compiling.examples import run_examples
from sla_dsl.evaluation.compiling.reading import Read


def differences(read: Read) -> list[str]:
    """What differs from what the scenarios expect, and what keeps them from being run."""
    told = []
    for run in run_examples(read):
        told += [f"{run.title}: {difference}" for difference in run.differences]
        told += [f"{run.title}: {finding.message}" for finding in run.findings]
    return told

"""All that the analyses find in a policy."""

from __future__ import annotations

from sla_dsl.evaluation.policy import Policy
from sla_dsl.findings.finding import Finding

CODES: tuple[str, ...] = ()
"""Every code of this room."""


def analysed(policy: Policy, text: str, name: str) -> tuple[Finding, ...]:
    """What is found in a policy; `text` is its text, empty for a compiled one, and `name` what findings call it."""
    return ()

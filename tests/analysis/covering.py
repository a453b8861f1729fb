"""Policies with their examples under study."""

from __future__ import annotations

from functools import cache

from sla_dsl.analysis.coverage import Coverage
from sla_dsl.analysis.suggesting import Suggesting
from sla_dsl.evaluation.compiling.reading import Read, read


def reading(text: str) -> Read:
    found = read(text, "sha256:0", "policy.sla")
    assert found.tree is not None, found.findings
    return found


@cache
def coverage(text: str) -> Coverage:
    return Coverage(reading(text), text)


@cache
def suggesting(text: str) -> Suggesting:
    return Suggesting(coverage(text))


def reached(text: str, kind: str = "") -> dict[str, tuple[str, ...]]:
    """What is reached, and by which examples; without whole sentences, unless they are asked for."""
    items = coverage(text).items
    return {i.words: i.by for i in items if i.by and (i.kind == kind if kind else i.kind != "statement")}


def missing(text: str) -> set[str]:
    return {item.words for item in coverage(text).items if not item.by and item.kind != "statement"}


def example(given: str, expect: str, title: str = "one", period: str = "2026-04") -> str:
    return f'Example "{title}" in {period}: given {given}; expect {expect}.\n'


def outage(start: str, end: str, cause: str = "Failure") -> str:
    return f"an incident because of {cause} from 2026-04-07 {start} to {end}"

"""The policies in the documents: put together, read, and what is found in them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from sla_dsl.evaluation.compiling.reading import Read, read
from sla_dsl.findings.finding import Finding, is_error
from tests.docs.blocks import FOLDER, Block

BY_THE_WAY = ("unread-declaration",)
"""Warnings that a fragment earns because it is one: its preamble declares more than it reads."""


def preamble(name: str) -> str:
    """The beginning of a policy that a fragment continues; `docs/preambles/` holds them."""
    return (FOLDER / "preambles" / f"{name}.sla").read_text("utf-8") if name else ""


def policy_of(block: Block) -> str:
    """The whole policy that a block stands for."""
    return preamble(block.options.get("in", "")) + block.text


@cache
def reading(text: str) -> Read:
    """A policy as it is read, checked and compiled."""
    return read(text, "sha256:0", "policy.sla")


def told(text: str, expected: Iterable[str] = ()) -> list[Finding]:
    """The errors and warnings of a policy; those that any fragment earns only where they are expected."""
    unsaid = set(BY_THE_WAY) - set(expected)
    return [f for f in reading(text).findings if f.severity != "note" and f.code not in unsaid and not f.accepted]


def errors(text: str) -> list[Finding]:
    """The errors of a policy alone."""
    return [f for f in reading(text).findings if is_error(f)]


def in_words(findings: Iterable[Finding]) -> str:
    """Findings as the documents print them: the message, and below it the repair."""
    return "".join("".join(f"{line}\n" for line in (f.message, f.repair) if line) for f in findings)


def words(text: str, finding: Finding) -> str:
    """The words that a finding underlines, on one line."""
    start, end = finding.span or (0, 0)
    return " ".join(text[start:end].split())


def line(block: Block, finding: Finding) -> int:
    """The line of the block on which a finding begins, counted from 1."""
    text = policy_of(block)
    offset = len(text) - len(block.text)
    start = finding.span[0] if finding.span else 0
    return text.count("\n", offset, start) + 1


def operations(text: str) -> set[str]:
    """The operations of the tree that a policy compiles to."""
    tree = reading(text).tree
    return {node.op for node in tree.nodes} if tree else set()

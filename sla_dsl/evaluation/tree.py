"""The evaluation tree: what a policy compiles to.

A tree is a row of nodes in working order: each node reads nodes before it, so nothing ever recurses and
every evaluation ends.  A node says what it does (`op`), what it reads (`inputs`), with which fixed facts
(`params`, plain data that can be written as JSON), what comes out (`type`), and where it comes from: the
clause, the assumption and the words of the policy.  `operations.py` is the list of what nodes can do.
"""

from collections.abc import Mapping
from typing import Any

from sla_dsl.records import NamedTuple
from sla_dsl.values.periods import PeriodKind

NodeType = str
"""One of `set family outages counted elapsed ratio number money truth claim guarantee credit target ledger`."""

LANGUAGE = 1
"""The version of the language that this program reads and evaluates."""


class Node(NamedTuple):
    """One step.  `clause` and `assumption` are indexes into the tree's lists, -1 for none."""

    op: str
    inputs: tuple[int, ...]
    params: Mapping[str, Any]
    type: NodeType
    name: str = ""
    clause: int = -1
    assumption: int = -1
    span: tuple[int, int] = (0, 0)


class Root(NamedTuple):
    """A node whose value the result shows, under the identifier and the words the policy gives it."""

    id: str
    words: str
    node: int


_NO_PAUSES: Mapping[str, str] = {}


class Tree(NamedTuple):
    """A compiled policy: immutable, safe to share between threads, complete without its text.

    `names` gives the words for each identifier of the evidence, by kind; `calendars` the hours, zone and
    holidays by which business time runs; `clauses` the places, `assumptions` the texts that nodes point to;
    `stated` every assumption with its clause (also those on sentences that make no node); `digest` the
    SHA-256 of the policy's text; `recorded` and `paused` are what the evidence calls each step and each pause of
    tickets; `source` the name of its file.
    """

    title: str
    digest: str
    language: int
    zone: str
    period: PeriodKind
    names: Mapping[str, Mapping[str, str]]
    recorded: Mapping[str, str]
    calendars: Mapping[str, Mapping[str, Any]]
    clauses: tuple[str, ...]
    assumptions: tuple[str, ...]
    stated: tuple[tuple[str, str], ...]
    nothing: tuple[tuple[str, str], ...]
    nodes: tuple[Node, ...]
    measures: tuple[Root, ...]
    guarantees: tuple[Root, ...]
    credits: tuple[Root, ...]
    targets: tuple[Root, ...]
    ledgers: tuple[Root, ...]
    paused: Mapping[str, str] = _NO_PAUSES

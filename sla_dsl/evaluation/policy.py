"""A policy, ready to evaluate: from its text, or compiled before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sla_dsl.evaluation import mistakes
from sla_dsl.evaluation.compiled import read_compiled, write_compiled
from sla_dsl.evaluation.plan import Plan, plan
from sla_dsl.evaluation.tree import Tree
from sla_dsl.evidence.utf8 import wide_encoding
from sla_dsl.findings.finding import Finding
from sla_dsl.findings.frozen import Frozen, put
from sla_dsl.findings.outcome import Outcome
from sla_dsl.records import NamedTuple
from sla_dsl.values.sha256 import sha256

if TYPE_CHECKING:
    from sla_dsl.evaluation.compiling.reading import Read

MOST_BYTES = 64 * 1024 * 1024
"""Bytes of a file with a policy, as people write it or compiled."""


class Policy(Frozen):
    """A checked policy: immutable, and safe to share between threads and processes.

    `title` is the agreement's name, `digest` the SHA-256 of the policy's text.
    """

    __slots__ = ("plan", "tree")

    tree: Tree
    plan: Plan

    def __init__(self, tree: Tree) -> None:
        put(self, "tree", tree)
        put(self, "plan", plan(tree))

    @property
    def title(self) -> str:
        """The agreement's name."""
        return self.tree.title

    @property
    def digest(self) -> str:
        """`sha256:` and the digest of the text that the policy was compiled from."""
        return self.tree.digest

    def to_compiled(self) -> str:
        """The policy as JSON text, to be read back without the language."""
        return write_compiled(self.tree)

    def __reduce__(self) -> tuple[type[Policy], tuple[Tree]]:
        return (Policy, (self.tree,))

    def __repr__(self) -> str:
        return f"<Policy {self.title!r} {self.digest[:19]}>"


class Reading(NamedTuple):
    """What reading a policy gives: the policy if nothing refuses it, what is found, and all that was read of a text."""

    policy: Policy | None
    findings: tuple[Finding, ...]
    read: Read | None = None


def read_policy(text: str | bytes, name: str = "") -> Outcome[Policy]:
    """The policy in a text or in the bytes of a file: as people write it, or compiled.

    `name` is what findings call the source.  Without a policy, the findings hold every error.
    """
    reading = read_sentences(text, name)
    return Outcome(reading.policy, reading.findings)


def read_sentences(text: str | bytes, name: str = "") -> Reading:
    """The same, with the sentences of the policy; one that is compiled has none."""
    decoded = _decoded(text, name)
    if isinstance(decoded, Finding):
        return Reading(None, (decoded,))
    if decoded.lstrip("\ufeff \t\r\n").startswith("{"):
        decoded = decoded.lstrip("\ufeff")
        tree, findings = read_compiled(decoded)
        named = tuple(f._replace(source=name) for f in findings)
        return Reading(None if tree is None else Policy(tree), named)
    return _from_text(decoded, text if isinstance(text, bytes) else decoded.encode("utf-8", "surrogatepass"), name)


def read_policy_file(path: str) -> bytes | Finding:
    """The content of a file with a policy, or why there is none."""
    from sla_dsl.evidence.files import read_file

    data = read_file(path, MOST_BYTES)
    if isinstance(data, Finding) and data.code == "too-large":
        return mistakes.too_large(MOST_BYTES, path)
    return data


def _decoded(text: str | bytes, name: str) -> str | Finding:
    if len(text) > MOST_BYTES:
        return mistakes.too_large(MOST_BYTES, name)
    if isinstance(text, str):
        return text
    if encoding := wide_encoding(text):
        return mistakes.is_utf16(encoding, name)
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError as error:
        return mistakes.not_utf8(text, error.start, name)


def _from_text(text: str, data: bytes, name: str) -> Reading:
    from sla_dsl.evaluation.compiling.reading import read

    found = read(text, sha256(data), name)
    return Reading(None if found.tree is None else Policy(found.tree), found.findings, found)

"""A compiled policy as data: written as JSON, read back, checked before it is trusted.

The data hold the whole tree, the SHA-256 of the policy's text, and a seal: the SHA-256 of everything else
in the file.  The seal finds damage and careless edits; it is no signature, so the structure of the tree is
checked all the same (`validating.py`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sla_dsl.evaluation import compiled_mistakes as mistakes
from sla_dsl.evaluation.calendars import with_holidays
from sla_dsl.evaluation.tree import LANGUAGE, Node, Root, Tree
from sla_dsl.evaluation.validating import complaint
from sla_dsl.findings.finding import Finding
from sla_dsl.values.sha256 import sha256

FORMAT = "sla-policy/1"
ROOTS = ("measures", "guarantees", "credits", "targets", "ledgers")
_TEXTS = ("title", "digest", "zone", "period")
_MAPS = ("names", "recorded", "paused", "calendars")
_LISTS = ("clauses", "assumptions")
_PAIRS = ("stated", "nothing")


_FIELDS = {"format", "language", "nodes", *_TEXTS, *_MAPS, *_LISTS, *_PAIRS, *ROOTS}


def write_compiled(tree: Tree) -> str:
    """The tree as JSON text: the same policy gives the same text."""
    data: dict[str, Any] = {"format": FORMAT, "language": tree.language}
    data.update({name: getattr(tree, name) for name in (*_TEXTS, *_MAPS)})
    data["calendars"] = with_holidays(tree)
    data.update({name: list(getattr(tree, name)) for name in _LISTS})
    data.update({name: [list(pair) for pair in getattr(tree, name)] for name in _PAIRS})
    data["nodes"] = [_node_data(node) for node in tree.nodes]
    data.update({name: [list(root) for root in getattr(tree, name)] for name in ROOTS})
    return json.dumps({**data, "seal": _seal(data)}, ensure_ascii=False, separators=(",", ":"))


def _node_data(node: Node) -> list[Any]:
    return [
        node.op,
        list(node.inputs),
        dict(node.params),
        node.type,
        node.name,
        node.clause,
        node.assumption,
        list(node.span),
    ]


def _seal(data: Mapping[str, Any]) -> str:
    plain = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return sha256(plain.encode("utf-8", "surrogatepass"))


def read_compiled(text: str) -> tuple[Tree | None, list[Finding]]:
    """The tree of a compiled policy; or None, with the reason why it is refused."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return None, [mistakes.not_a_compiled_policy()]
    refusal = _refusal(data)
    if refusal is not None:
        return None, [refusal]
    try:
        tree = _tree(data)
    except (KeyError, TypeError, ValueError, IndexError):
        return None, [mistakes.damaged("its parts do not have the form that they should")]
    wrong = complaint(tree)
    return (None, [mistakes.damaged(wrong)]) if wrong else (tree, [])


def _refusal(data: Any) -> Finding | None:
    if not isinstance(data, dict) or not isinstance(data.get("format"), str):
        return mistakes.not_a_compiled_policy()
    if data["format"].startswith("sla-timeline/"):
        return mistakes.a_timeline()
    if not data["format"].startswith("sla-policy/"):
        return mistakes.not_a_compiled_policy()
    if data["format"] != FORMAT:
        return mistakes.other_format(data["format"], FORMAT)
    language = data.get("language")
    if type(language) is int and language > LANGUAGE:
        return mistakes.newer_language(language, LANGUAGE)
    seal = data.pop("seal", None)
    try:
        if seal != _seal(data):
            return mistakes.broken_seal()
    except RecursionError:
        return mistakes.not_a_compiled_policy()
    if type(language) is not int or language < 1 or set(data) != _FIELDS:
        return mistakes.damaged("its parts are not those of a policy")
    return None


def _tree(data: Mapping[str, Any]) -> Tree:
    texts = {name: _text(data[name]) for name in _TEXTS}
    lists = {name: tuple(_text(t) for t in data[name]) for name in _LISTS}
    pairs = {name: tuple((_text(a), _text(b)) for a, b in data[name]) for name in _PAIRS}
    roots = {name: tuple(Root(_text(i), _text(w), n) for i, w, n in data[name]) for name in ROOTS}
    maps = {name: data[name] for name in _MAPS}
    nodes = tuple(_node(entry) for entry in data["nodes"])
    return Tree(language=data["language"], nodes=nodes, **texts, **lists, **pairs, **roots, **maps)  # type: ignore[arg-type]


def _node(entry: list[Any]) -> Node:
    op, inputs, params, kind, name, clause, assumption, span = entry
    if type(params) is not dict or type(inputs) is not list or type(op) is not str or type(kind) is not str:
        raise TypeError("a step has another form")
    return Node(op, tuple(inputs), params, kind, name, clause, assumption, (span[0], span[1]))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("a text is wanted here")
    return value

"""Compiled policies taken apart, changed and sealed again."""

from __future__ import annotations

import copy
import json
from functools import cache
from typing import Any

from sla_dsl import read_policy
from sla_dsl.evaluation.compiled import _seal, write_compiled
from tests.evaluation.making import policy
from tests.evaluation.worlds import RICH

Json = dict[str, Any]
Path = tuple[str | int, ...]


@cache
def _whole() -> str:
    return write_compiled(policy(RICH).tree)


def compiled() -> Json:
    """The rich policy as data, without its seal."""
    data: Json = json.loads(_whole())
    del data["seal"]
    return data


def sealed(data: Json) -> str:
    """The data as a compiled policy whose seal is right."""
    return json.dumps({**data, "seal": _seal(data)}, ensure_ascii=False)


def put(path: Path, value: Any) -> Json:
    """The policy with another value at a place."""
    data = copy.deepcopy(compiled())
    within: Any = data
    for step in path[:-1]:
        within = within[step]
    within[path[-1]] = value
    return data


def refused(text: str | bytes) -> tuple[str, str]:
    """The code and the message with which a compiled policy is refused."""
    outcome = read_policy(text, "it.json")
    assert outcome.value is None
    (finding,) = outcome.findings
    assert (finding.source, bool(finding.repair)) == ("it.json", True)
    return finding.code, finding.message


def at(op: str) -> int:
    """The place of the first step of an operation."""
    return next(n for n, node in enumerate(compiled()["nodes"]) if node[0] == op)

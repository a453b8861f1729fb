"""Reading and checking a policy of 50 and of 1,000 sentences, and what it grows with."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from benchmarks.measuring import Spread, over, race
from benchmarks.policies import generated
from benchmarks.tables import table, taken, times
from sla_dsl import read_policy
from sla_dsl.findings.source import Source
from sla_dsl.language.checking import check
from sla_dsl.language.parsing import parse


def measure(sizes: Sequence[int], rounds: int) -> None:
    """Prints the times for policies of so many sentences, and each against the first by the sentence."""
    texts = {f"{size:,} sentences": generated(size) for size in sizes}
    checks = race({name: partial(over, [text], _check) for name, text in texts.items()}, rounds)
    loads = race({name: partial(over, [text], _load) for name, text in texts.items()}, rounds)
    first, *_ = texts
    rows = []
    for name, size in zip(texts, sizes, strict=True):
        growth = Spread(*(ratio * sizes[0] / size for ratio in checks.ratio(name, first)))
        rows.append((name, taken(checks.seconds(name)), taken(loads.seconds(name)), times(growth)))
    heading = ("a policy of", "parse and check", "ready to evaluate", f"a sentence, against {first}")
    table("Checking a policy (the parser is there already)", heading, rows)


def _check(text: str) -> None:
    file, findings = parse(Source("generated.sla", text))
    if file is None or findings or check(file)[0] is None:
        raise ValueError("the generated policy has mistakes")


def _load(text: str) -> None:
    read_policy(text, "generated.sla").require()

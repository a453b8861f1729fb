"""Running the examples of a policy: each scenario is evaluated, and what comes out is held against what it expects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from sla_dsl.evaluation.compiling import example_mistakes as wrong
from sla_dsl.evaluation.compiling.expected import Bench, differences
from sla_dsl.evaluation.compiling.given import Scene, scene_of, timeline_of
from sla_dsl.evaluation.compiling.possible import impossible
from sla_dsl.evaluation.compiling.reading import Read
from sla_dsl.evaluation.policy import Policy
from sla_dsl.evaluation.result import Result
from sla_dsl.evaluation.using import evaluate
from sla_dsl.findings.finding import Finding, Span
from sla_dsl.language import nodes as n
from sla_dsl.language.agreement import Agreement, identifier
from sla_dsl.language.cycles import arrange
from sla_dsl.language.names import declare
from sla_dsl.language.places import place_words
from sla_dsl.language.quantities import Quantity
from sla_dsl.language.types import quantities_of


@attrs.frozen
class ExampleRun:
    """How one example went.

    `place` is the clause it stands under, "" before the first.  `differences` say what is not as expected, each a
    sentence, with a line below it for every reason that the result gives.  `findings` say why it could not be run.
    """

    title: str
    place: str
    span: Span
    passed: bool
    differences: tuple[str, ...]
    findings: tuple[Finding, ...]


def run_examples(read: Read, policy: Policy | None = None) -> tuple[ExampleRun, ...]:
    """The runs of all examples of a policy, in its order; none where the policy itself is refused.

    `policy` is what was read, if it was made ready to evaluate before.
    """
    if read.agreement is None or read.tree is None or not read.agreement.examples:
        return ()
    policy = policy or Policy(read.tree)
    scene, known = scene_of(read.agreement, read.tree), known_values(read.agreement)
    examples = [(sentence, sentence.body) for sentence in read.agreement.examples]
    return tuple(_run(s, body, policy, scene, known) for s, body in examples if isinstance(body, n.Example))


def contradictions(read: Read, policy: Policy | None = None) -> tuple[Finding, ...]:
    """A finding for each example that does not come out as it says, with the first thing that differs."""
    return tuple(
        [
            wrong.example_differs(run.title, run.differences[0].split("\n")[0], run.span)
            for run in run_examples(read, policy)
            if run.differences
        ]
    )


def known_values(agreement: Agreement) -> Mapping[str, Quantity]:
    """What is known of each named value before any evidence: an example may expect a value by its name."""
    names, _ = declare(agreement.file)
    order, _ = arrange(agreement.file, names)
    return quantities_of(agreement.file, names, order)


def _run(
    sentence: n.Sentence, example: n.Example, policy: Policy, scene: Scene, known: Mapping[str, Quantity]
) -> ExampleRun:
    findings = impossible(example, scene)
    found: tuple[str, ...] = ()
    if not findings:
        outcome = evaluate(policy, timeline_of(example, scene), [example.period])
        findings = tuple(f._replace(span=example.span, field="") for f in outcome.findings)
        if outcome.value is not None:
            found = tuple(_differences(example, outcome.value, known))
    place = place_words(sentence.place) if sentence.place else ""
    return ExampleRun(example.title, place, example.span, not found and not findings, found, findings)


def _differences(example: n.Example, result: Result, known: Mapping[str, Quantity]) -> Iterator[str]:
    bench = Bench(result.periods[0], known)
    for expect in example.expect:
        for difference in differences(expect, bench):
            yield "\n".join([difference, *(f"  {reason}" for reason in _reasons(expect.name, result))])


def _reasons(name: n.Name, result: Result) -> list[str]:
    """What the result says of it: of a credit and a guarantee its own reasons, of a measure those of each incident."""
    data: Mapping[str, Any] = result.to_dict()["periods"][0]
    key = identifier(name.text)
    credits = [list(credit["because"]) for credit in data["credits"] if credit["name"] == key]
    if credits:
        return credits[0]
    keys = [root.id for root in result.tree.guarantees]
    if key in keys:
        return [data["explanation"]["guarantees"][keys.index(key)]["says"]]
    if key not in data["measures"]:
        return []
    return [f"incident {row['id']}: {'; '.join(row['because'])}" for row in data["incidents"]]

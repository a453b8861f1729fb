"""From a tree to a plan: the working steps in order, once for a policy, to be run for any number of accounts.

Steps that do not depend on the period run once for an account; the others once for each period.  Steps
whose inputs are all constants are worked out here.

Each step is there twice.  The quick way takes every input as known; as soon as something turns out not to
be (`Unsure`), the steps are run again the careful way, which carries values that lie between two.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sla_dsl.evaluation.arithmetic import Undefined, amount
from sla_dsl.evaluation.binding import Known, known_names
from sla_dsl.evaluation.explanation import Line, outline
from sla_dsl.evaluation.lift import lift, needs_of, nothing_known
from sla_dsl.evaluation.operations import OPERATIONS, OWN
from sla_dsl.evaluation.quick import quick
from sla_dsl.evaluation.run import Run
from sla_dsl.evaluation.steps import MAKERS as PLAIN
from sla_dsl.evaluation.steps_of_claims import MAKERS as CLAIMS
from sla_dsl.evaluation.steps_of_facts import MAKERS as FACTS
from sla_dsl.evaluation.steps_of_outages import MAKERS as OUTAGES
from sla_dsl.evaluation.steps_of_rules import MAKERS as RULES
from sla_dsl.evaluation.tree import Node, Tree
from sla_dsl.evaluation.weaving import Thread, Unsure, Woven, weave
from sla_dsl.records import NamedTuple
from sla_dsl.values.unknown import Between

_MAKERS = {**PLAIN, **FACTS, **OUTAGES, **CLAIMS, **RULES}
_OF_CONSTANTS = frozenset(
    ("add", "multiply", "greater", "lesser", "beyond", "units", "round", "compare", "both", "either", "negate")
)
_MAY_BE_UNSURE = frozenset(("incidents", "windows", "charge", "convert", "table", "reported", "claimed_only"))
"""Operations that give something unsure from inputs that are known: there unknown facts come in."""


class Step(NamedTuple):
    """One step: where its answer goes, what it reads, how, how it moves with its inputs, and what its type is.

    `divisors` are the inputs (counted from 0) by which it divides.
    """

    at: int
    work: Callable[..., Any]
    inputs: tuple[int, ...]
    variance: str
    type: str
    divisors: tuple[int, ...] = ()


class Steps(NamedTuple):
    """The same steps, the quick way and the careful way."""

    quick: Woven
    careful: tuple[Step, ...]


class Plan(NamedTuple):
    """The steps of a tree.  `constants` are the values known beforehand, by place, None elsewhere.

    `sure` is whether each of them has a value: one that has none (only where a compiled policy was changed by
    hand does a constant divide by nothing) leaves the careful way alone.
    """

    tree: Tree
    known: Known
    outline: tuple[Line, ...]
    constants: tuple[Any, ...]
    once: Steps
    each: Steps
    sure: bool


def plan(tree: Tree) -> Plan:
    """The plan of a tree that was made by the compiler or has passed `validate`."""
    constants: list[Any] = [None] * len(tree.nodes)
    moving: set[int] = set()
    once: list[Step] = []
    each: list[Step] = []
    for at, node in enumerate(tree.nodes):
        step = _step(at, node, tree)
        if node.op == "literal" or (node.op in _OF_CONSTANTS and all(constants[k] is not None for k in node.inputs)):
            constants[at] = _answer(step, [constants[k] for k in node.inputs], None)
        elif OPERATIONS[node.op].by_period or not moving.isdisjoint(node.inputs):
            moving.add(at)
            each.append(step)
        else:
            once.append(step)
    sure = not any(type(c) is Between for c in constants)
    first, then = (_both_ways(tree, steps, constants, sure) for steps in (once, each))
    return Plan(tree, known_names(tree), outline(tree), tuple(constants), first, then, sure)


def _step(at: int, node: Node, tree: Tree) -> Step:
    variance = OPERATIONS[node.op].variance
    divisors: tuple[int, ...] = ()
    if node.op == "add":
        variance = "".join(["+" if sign > 0 else "-" for sign in node.params["signs"]])
    elif node.op == "multiply":
        divisors = tuple([k for k, power in enumerate(node.params["powers"]) if power < 0])
    elif node.op == "units":
        divisors = (1,)
    return Step(at, _MAKERS[node.op](node, tree), node.inputs, variance, node.type, divisors)


def _both_ways(tree: Tree, steps: Sequence[Step], constants: Sequence[Any], sure: bool) -> Steps:
    threads = []
    for step in steps if sure else ():
        node = tree.nodes[step.at]
        work = quick(node, tree, constants) or step.work
        threads.append(Thread(step.at, work, step.inputs, node.op in _MAY_BE_UNSURE))
    return Steps(weave(threads), tuple(steps))


def carry_out(steps: Steps, values: list[Any], run: Run, sure: bool) -> bool:
    """Works the steps in order, putting each answer in its place; whether everything is still sure."""
    if sure:
        try:
            steps.quick(values, run)
            return True
        except (Unsure, Undefined):
            pass
    carefully(steps.careful, values, run)
    return False


def carefully(steps: Iterable[Step], values: list[Any], run: Run | None) -> None:
    """Works the steps in order, on values that may lie between two."""
    for step in steps:
        values[step.at] = _answer(step, [values[k] for k in step.inputs], run)


def _answer(step: Step, arguments: list[Any], run: Run | None) -> Any:
    """The answer of a step whose inputs may be unsure; what has no value is not known, with its reason."""
    try:
        if step.variance is OWN or not any(type(a) is Between for a in arguments):
            return step.work(run, *arguments)
        if any(_may_be_nothing(arguments[k]) for k in step.divisors):
            return nothing_known(step.type, needs_of(arguments))
        return lift(lambda *ends: step.work(run, *ends), step.variance, arguments, step.type)
    except Undefined as undefined:
        return nothing_known(step.type, (str(undefined),))


def _may_be_nothing(divisor: Any) -> bool:
    """Whether an unsure divisor may be nothing, or change its sign: then its ends bound no quotient."""
    return type(divisor) is Between and amount(divisor.low) <= 0 <= amount(divisor.high)

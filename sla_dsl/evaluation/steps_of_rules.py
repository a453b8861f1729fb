"""The working steps of rules and results: exclusions, comparisons, tables, credits, targets, the ledger."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sla_dsl.evaluation.arithmetic import Quantity, order
from sla_dsl.evaluation.books import Marks, keep_books
from sla_dsl.evaluation.bounds import Outcome, Row, least_and_most, look_up, possible, within
from sla_dsl.evaluation.credits import settle_by_claim, settle_credit
from sla_dsl.evaluation.families import Counted, Family, Outages, Rule, excuse
from sla_dsl.evaluation.ledger import Ledger, Window, settle
from sla_dsl.evaluation.lift import needs_of
from sla_dsl.evaluation.run import Run
from sla_dsl.evaluation.steps import Maker, Step, read_number
from sla_dsl.evaluation.steps_of_claims import within_of
from sla_dsl.evaluation.targets import Aim, Judged, judge
from sla_dsl.evaluation.tree import Node, Tree
from sla_dsl.values.exact import Exact
from sla_dsl.values.intervals import Spans
from sla_dsl.values.unknown import Between, truth_both, truth_either, truth_not


def make_excuse(node: Node, tree: Tree) -> Step:
    rules = [(_set_or_none(r["causes"]), _set_or_none(r["services"])) for r in node.params["rules"]]

    def step(run: Run, chosen: Outages | Family, *times: Spans) -> Counted:
        working = [Rule(n, *rule, time) for n, (rule, time) in enumerate(zip(rules, times, strict=True)) if time]
        return excuse(chosen, working, run.facts.causes, run.facts.services)

    return step


def _set_or_none(names: Sequence[str] | None) -> frozenset[str] | None:
    return None if names is None else frozenset(names)


def make_compare(node: Node, tree: Tree) -> Step:
    comparisons = tuple(node.params["comparisons"])
    unit = unit_of(tree, node.inputs[0])

    def step(run: Run, value: Any, *bounds: Any) -> bool | Between:
        if not isinstance(value, Between) and not any(isinstance(b, Between) for b in bounds):
            return within(value, comparisons, bounds)
        return _compare_ends(value, comparisons, bounds, unit)

    return step


def unit_of(tree: Tree, at: int) -> Exact:
    """The unit that a value is always a multiple of, since it was rounded to it; 0 for none."""
    node = tree.nodes[at]
    return read_number(node.params["unit"]) if node.op == "round" else 0


def _compare_ends(value: Any, comparisons: Sequence[str], bounds: Sequence[Any], unit: Exact) -> bool | Between:
    needs = needs_of((value, *bounds))
    low, high = (value.low, value.high) if isinstance(value, Between) else (value, value)
    if any(isinstance(b, Between) for b in bounds):
        parts = (_compare_spans((low, high), c, _both(b), needs) for c, b in zip(comparisons, bounds, strict=True))
        return truth_both(*parts)
    row = Row(tuple(comparisons), tuple(bounds), 1)
    found = {outcome.row >= 0 for outcome in possible(low, high, [row], True, unit)}
    return found.pop() if len(found) == 1 else Between(False, True, needs)


def _both(value: Any) -> tuple[Any, Any]:
    return (value.low, value.high) if isinstance(value, Between) else (value, value)


def _compare_spans(
    value: tuple[Any, Any], comparison: str, bound: tuple[Any, Any], needs: tuple[str, ...]
) -> bool | Between:
    """One comparison of a value and a bound of both of which only the ends are known."""
    answers = {within(v, (comparison,), (b,)) for v in value for b in bound}
    if comparison == "exactly":
        apart = order(value[1], bound[0]) < 0 or order(value[0], bound[1]) > 0
        return False if apart else Between(False, True, needs)
    return answers.pop() if len(answers) == 1 else Between(False, True, needs)


def _ends(values: Sequence[Any]) -> list[tuple[Any, ...]]:
    lows = tuple(v.low if isinstance(v, Between) else v for v in values)
    highs = tuple(v.high if isinstance(v, Between) else v for v in values)
    return [lows, highs]


def make_both(node: Node, tree: Tree) -> Step:
    return lambda run, *parts: truth_both(*parts)


def make_either(node: Node, tree: Tree) -> Step:
    return lambda run, *parts: truth_either(*parts)


def make_negate(node: Node, tree: Tree) -> Step:
    return lambda run, part: truth_not(part)


def make_table(node: Node, tree: Tree) -> Step:
    last = node.params["pick"] == "last"
    shapes = [tuple(row) for row in node.params["rows"]]
    unit = unit_of(tree, node.inputs[0])

    def step(run: Run, value: Any, *cells: Any) -> Quantity | Between:
        if any(isinstance(c, Between) for c in cells):
            return _widest(shapes, cells, needs_of((value, *cells)))
        rows = _rows(shapes, cells)
        if isinstance(value, Between):
            outcomes = possible(value.low, value.high, rows, last, unit)
            return _settled(outcomes, rows, value.needs)
        return _settled([look_up(value, rows, last)], rows, ())

    return step


def rows_of(node: Node, cells: Sequence[Any]) -> list[Row]:
    """The rows of a table node, given the values of its cells."""
    return _rows([tuple(row) for row in node.params["rows"]], cells)


def _rows(shapes: Sequence[tuple[str, ...]], cells: Sequence[Any]) -> list[Row]:
    rows, at = [], 0
    for comparisons in shapes:
        edge = at + len(comparisons)
        rows.append(Row(comparisons, tuple(cells[at:edge]), cells[edge]))
        at = edge + 1
    return rows


def _settled(outcomes: Sequence[Outcome], rows: Sequence[Row], needs: tuple[str, ...]) -> Quantity | Between:
    doubts = tuple(dict.fromkeys(f"which row of the table applies: {o.doubtful}" for o in outcomes if o.doubtful))
    if not doubts:
        return least_and_most(outcomes, needs)
    everything = [*outcomes, *(Outcome(n, row.gives) for n, row in enumerate(rows))]
    return least_and_most(everything, (*needs, *doubts))


def _widest(shapes: Sequence[tuple[str, ...]], cells: Sequence[Any], needs: tuple[str, ...]) -> Quantity | Between:
    """What the table gives at all, where its edges are not known: nothing, or any of its rows."""
    outcomes = [Outcome(-1, 0)]
    for lows_or_highs in _ends(cells):
        outcomes += [Outcome(n, row.gives) for n, row in enumerate(_rows(shapes, lows_or_highs))]
    return least_and_most(outcomes, needs)


def make_guarantee(node: Node, tree: Tree) -> Step:
    return lambda run, truth: truth


def make_credit(node: Node, tree: Tree) -> Step:
    has_claim = node.params["claim"]

    def step(run: Run, rate: Any, full: Any, limited: Any, final: Any, *rest: Any) -> Any:
        claim, conditions = (rest[0], rest[1:]) if has_claim else (None, rest)
        return settle_credit(rate, full, limited, final, claim, conditions)

    return step


def make_credit_by_claim(node: Node, tree: Tree) -> Step:
    return lambda run, whole, claimed, claimable, claim: settle_by_claim(whole, claimed, claimable, claim)


def make_target(node: Node, tree: Tree) -> Step:
    params = node.params
    limit, pauses = within_of(params["within"], tree), frozenset(params["pauses"])
    aim = Aim(params["recorded"], params["priority"], limit, params["after"], pauses)

    def step(run: Run) -> tuple[Judged, ...]:
        if not run.facts.tickets:
            return ()
        return judge(run.facts, aim, tree.zone, run.start, run.end)

    return step


def make_books(node: Node, tree: Tree) -> Step:
    marks = marks_of(node)

    def step(run: Run, *chain: Any) -> Any:
        if not any(isinstance(v, Between) for v in chain):
            return keep_books(run.facts, marks, *chain)
        low = keep_books(run.facts, marks, *(v.low if isinstance(v, Between) else v for v in chain))
        high = keep_books(run.facts, marks, *(v.high if isinstance(v, Between) else v for v in chain))
        return Between(low, high, needs_of(chain))

    return step


def marks_of(node: Node) -> Marks:
    """Where the buckets of a ledger come from."""
    params = node.params
    causes = params["causes"]
    return Marks(
        rules=[(bucket, clause) for bucket, clause in params["rules"]],
        too_short=params["too_short"],
        unnamed=dict(params["unnamed"]),
        services=frozenset(params["services"]),
        causes=None if causes is None else frozenset(causes),
        hours=params["hours"],
    )


def make_ledger(node: Node, tree: Tree) -> Step:
    marks = marks_of(tree.nodes[node.inputs[0]])

    def step(run: Run, books: Any, final: Any) -> Ledger:
        low, high = (books.low, books.high) if isinstance(books, Between) else (books, books)
        time = (final.low, final.high) if isinstance(final, Between) else (final, final)
        return settle(run.facts, marks, low, high, time, Window(run.start, run.end, run.observed))

    return step


MAKERS: Mapping[str, Maker] = {
    "excuse": make_excuse,
    "compare": make_compare,
    "both": make_both,
    "either": make_either,
    "negate": make_negate,
    "table": make_table,
    "guarantee": make_guarantee,
    "credit": make_credit,
    "credit_by_claim": make_credit_by_claim,
    "target": make_target,
    "books": make_books,
    "ledger": make_ledger,
}

__all__ = ["MAKERS", "read_number"]

"""A tree that is none is refused, whoever wrote it; one that passes can be evaluated."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from typing import Any

import pytest

from sla_dsl import evaluate, read_policy
from sla_dsl.evaluation.compiled import write_compiled
from sla_dsl.evaluation.operations import OPERATIONS
from sla_dsl.evaluation.tree import Node
from sla_dsl.evaluation.validating import complaint
from tests.evaluation.making import (
    DOWNTIME,
    charge,
    claim,
    incident,
    literal,
    node,
    report,
    root,
    ticket,
    timeline,
    tree,
    tree_of,
    window,
)
from tests.evaluation.sealing import Path, compiled, put, refused, sealed
from tests.evaluation.worlds import RICH

NUMBER = literal("1", "number")


def test_trees_of_the_compiler_are_sound() -> None:
    for text in (DOWNTIME, RICH):
        assert complaint(tree(text)) == ""
    assert complaint(tree_of()) == ""


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"zone": "Mars/Olympus"}, "the time zone Mars/Olympus is not known"),
        ({"zone": "x" * 1_000}, f"the time zone {'x' * 40} is not known"),
        ({"period": "week"}, "its period is not one of month, quarter and year"),
        ({"names": {}}, "its names or calendars do not have the form that they should"),
        ({"recorded": None}, "its names or calendars do not have the form that they should"),
        ({"measures": (root(5),)}, "one of its measures is no step of that kind"),
        ({"guarantees": (root(0),)}, "one of its guarantees is no step of that kind"),
        ({"measures": (root(-1),)}, "one of its measures is no step of that kind"),
    ],
)
def test_a_tree_that_is_not_whole(fields: dict[str, Any], words: str) -> None:
    assert complaint(tree_of(NUMBER, **fields)) == words


FORWARD = "reads a step that does not stand before it"
TYPE = "reads something of a type that it cannot use"
SETTINGS = "does not have the settings that it needs"
CLAUSE = "points to a clause that is not there"
FORM = "has a setting that does not have the form that it should"
SUM = node("add", 0, 0, type="number", signs=[1, 1])


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (node("period")._replace(op="fly"), "does something that this program does not know (fly)"),
        (SUM._replace(inputs=(0, 1)), FORWARD),
        (SUM._replace(inputs=(0, 2)), FORWARD),
        (SUM._replace(inputs=(0, -1)), FORWARD),
        (SUM._replace(inputs=(0, True)), FORWARD),
        (SUM._replace(inputs=(0, 0.0)), FORWARD),  # type: ignore[arg-type]
        (SUM._replace(params={}), SETTINGS),
        (SUM._replace(params={"signs": [1, 1], "more": 1}), SETTINGS),
        (SUM._replace(clause=0), CLAUSE),
        (SUM._replace(clause=-2), CLAUSE),
        (SUM._replace(assumption=0), CLAUSE),
        (SUM._replace(assumption=1.5), CLAUSE),  # type: ignore[arg-type]
        (SUM._replace(clause=False), CLAUSE),
        (SUM._replace(type="truth"), "gives something of a type that it cannot give"),
        (SUM._replace(type=""), "gives something of a type that it cannot give"),
        (node("negate", 0), TYPE),
        (node("negate"), TYPE),
        (node("period", 0), TYPE),
        (node("measure", 0, 0), TYPE),
        (SUM._replace(params={"signs": [1]}), FORM),
        (SUM._replace(span=(-1, 0)), FORM),
        (SUM._replace(name=None), FORM),  # type: ignore[arg-type]
    ],
)
def test_a_step_that_is_none(made: Node, words: str) -> None:
    assert complaint(tree_of(NUMBER, made)) == f"step 1 {words}"


def test_every_operation_takes_what_it_says() -> None:
    types = ("set", "family", "outages", "counted", "elapsed", "ratio", "number", "money", "truth", "claim", "events")
    for op, operation in OPERATIONS.items():
        wanted = [take for take in operation.takes if not take.endswith("*")]
        given = [node("period")._replace(type=kind) for kind in types]
        for place in range(len(wanted)):
            for n, kind in enumerate(types):
                inputs = tuple(n if k == place else 0 for k in range(len(wanted)))
                made = node(op, *inputs)._replace(params=dict.fromkeys(operation.params))
                found = complaint(tree_of(*given, made))
                assert found.startswith("step"), (op, kind)


# ---------------------------------------------------------------- inputs that do not stand to each other as they should

MONEY, RATIO, TRUTH = node("charge", charge="c"), literal("1", "ratio"), node("both")


@pytest.mark.parametrize(
    ("nodes", "made"),
    [
        ((MONEY,), node("multiply", 0, 0, type="money", powers=[1, 1])),
        ((MONEY,), node("multiply", 0, 0, type="money", powers=[1, -1])),
        ((MONEY, RATIO), node("multiply", 1, 0, type="money", powers=[1, -1])),
        ((MONEY, RATIO), node("multiply", 1, 0, type="ratio", powers=[1, 1])),
        ((RATIO, MONEY, TRUTH), node("credit", 0, 1, 1, 1, 2, claim=True, paid_as=[], only=False, chooser="")),
        ((NUMBER,), node("compare", 0, 0, comparisons=["at most", "at least"])),
        ((NUMBER,), node("table", 0, 0, type="number", pick="one", rows=[["at most"]])),
        ((node("incidents", services=[], causes=None),), node("excuse", 0, rules=[{}])),
    ],
)
def test_inputs_that_do_not_fit_together(nodes: tuple[Node, ...], made: Node) -> None:
    assert complaint(tree_of(*nodes, made)).startswith(f"step {len(nodes)} ")


# ---------------------------------------------------------------- every place, changed and sealed again

OTHER: tuple[Any, ...] = (None, True, -1, 5, 10**9, "", "zzz", [], {}, 1.5, "1/0", "1e9", "-1", [[]], {"a": 1})
LINE = timeline(
    incident("04 10:00-11:00", name="I0"),
    incident("05 10:00-11:00", None, "I1"),
    incident("05 09:00-12:00", "work", "I2"),
    incident("06 10:00-12:00", "failure", "I3", "cloud"),
    maintenance=[window("05 10:00-10:40", "01 00:00"), window("06 10:00-10:40", None, known=False)],
    reports=[report("I0")],
    claims=[claim("10 10:00", "I3")],
    charges=[charge("100", what="monthly_fee"), charge("50", what="support_fee")],
    tickets=[ticket("04 10:00", replied="04 11:00", repaired=None)],
)


def paths(within: Any, path: Path = ()) -> Iterator[Path]:
    """Every place in the data."""
    if path:
        yield path
    if isinstance(within, dict | list):
        for step in within if isinstance(within, dict) else range(len(within)):
            yield from paths(within[step], (*path, step))


def test_whatever_is_changed_and_sealed_again_is_refused_or_evaluated() -> None:
    places = [*paths(compiled())]
    draw = random.Random(2026)
    accepted = 0
    for _ in range(800):
        text = sealed(put(draw.choice(places), copy.deepcopy(draw.choice(OTHER))))
        outcome = read_policy(text)
        if outcome.value is None:
            assert refused(text)[0].endswith(("compiled-policy", "newer-language"))
            continue
        accepted += 1
        found = evaluate(outcome.value, LINE, ["2026-03"])
        if found.value is not None:
            found.value.to_dict()
    assert 0 < accepted < 200


def test_whatever_reads_another_step_of_the_same_type_is_refused_or_evaluated() -> None:
    nodes = compiled()["nodes"]
    others = [
        (at, place, other)
        for at, node in enumerate(nodes)
        for place, read in enumerate(node[1])
        for other in range(at)
        if other != read and nodes[other][3] == nodes[read][3]
    ]
    for at, place, other in random.Random(2026).sample(others, 200):
        outcome = read_policy(sealed(put(("nodes", at, 1, place), other)))
        if outcome.value is not None:
            evaluate(outcome.value, LINE, ["2026-03"]).require().to_dict()


@pytest.mark.parametrize(
    ("setting", "value"),
    [("services", []), ("services", ["gateway", "cloud"]), ("causes", None), ("causes", ["failure"]), ("causes", [])],
)
def test_books_of_other_incidents_than_are_chosen(setting: str, value: Any) -> None:
    data = compiled()
    books = next(n for n, made in enumerate(data["nodes"]) if made[0] == "books")
    assert data["nodes"][books][2][setting] != value
    assert refused(sealed(put(("nodes", books, 2, setting), value)))[0] == "damaged-compiled-policy"


def credit(*amounts: int) -> Node:
    return node("credit", *amounts, claim=False, paid_as=[], only=False, chooser="", type="credit")


def test_the_amounts_of_a_credit_are_made_from_one_another() -> None:
    limited = node("lesser", 1, 1, type="money")
    rounded = node("round", 3, type="money", unit="0", mode="down", halves="up")
    nodes = (RATIO, MONEY, node("charge", charge="d"), limited, rounded)
    for amounts in ((0, 1, 1, 1), (0, 1, 3, 3), (0, 1, 3, 4), (0, 3, 3, 4), (0, 4, 4, 4)):
        assert complaint(tree_of(*nodes, credit(*amounts))) == ""
    for amounts in ((0, 1, 2, 2), (0, 1, 1, 2), (0, 1, 1, 3), (0, 3, 1, 1), (0, 1, 4, 4), (0, 4, 3, 3)):
        assert complaint(tree_of(*nodes, credit(*amounts))) == f"step 5 {TYPE}"


def test_steps_taken_out_or_turned_round_are_refused() -> None:
    data = compiled()
    for at in range(len(data["nodes"])):
        fewer = {**data, "nodes": data["nodes"][:at] + data["nodes"][at + 1 :]}
        assert read_policy(sealed(fewer)).value is None
    assert refused(sealed({**data, "nodes": data["nodes"][::-1]}))[0] == "damaged-compiled-policy"


def test_a_constant_that_has_no_value() -> None:
    text = DOWNTIME + "Edge means 1 min divided by 2.\nThe provider guarantees as Calm that Downtime is at most Edge.\n"
    data = json.loads(write_compiled(tree(text)))
    del data["seal"]
    (two,) = [n for n in data["nodes"] if n[0] == "literal" and n[2]["value"] == "2"]
    two[2]["value"] = "0"
    found = evaluate(read_policy(sealed(data)).require(), timeline(incident("04 10:00-11:00")), ["2026-03"]).require()
    assert found.periods[0].guarantees == {"calm": "unknown"}

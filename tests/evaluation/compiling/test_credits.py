from __future__ import annotations

from typing import Any

import pytest

from sla_dsl.evaluation.tree import Node
from tests.evaluation.compiling.programs import CREDIT, DOWNTIME, PROMISE, ROUNDED, UPTIME, Policy, policy

BASE = (DOWNTIME, UPTIME, PROMISE)
TABLE = "Rebate is a credit on Monthly Fee, by the {} row that applies to Uptime: {}"


def credit(*sentences: str) -> tuple[Policy, list[Node]]:
    """The policy, and the rate, the full, the limited and the final amount of its credit."""
    made = policy(*BASE, *sentences)
    return made, [made.before(made.node("credit"), k) for k in range(4)]


def test_a_credit_of_a_value() -> None:
    made, (rate, full, limited, final) = credit(CREDIT, ROUNDED)
    assert (rate.op, full.op, limited, final.op) == ("units", "multiply", full, "round")
    assert [made.before(full, k).op for k in range(2)] == ["units", "charge"]
    assert (full.type, full.params) == ("money", {"powers": [1, 1]})
    node = made.node("credit")
    assert (node.name, made.clause(node)) == ("Rebate", f"§ {len(made.sentences) - 1}")


@pytest.mark.parametrize(
    ("pick", "rows", "expected"),
    [
        ("last", "less than 99 % gives 5 %", {"pick": "last", "rows": [["less than"]]}),
        (
            "one", "at least 95 % but less than 99 % gives 5 %, less than 95 % gives 10 %",
            {"pick": "one", "rows": [["at least", "less than"], ["less than"]]},
        ),
    ],
)  # fmt: skip
def test_a_credit_by_a_table(pick: str, rows: str, expected: dict[str, Any]) -> None:
    made, (rate, *_) = credit(TABLE.format(pick, rows), ROUNDED)
    assert (rate.op, rate.type, rate.params) == ("table", "ratio", expected)
    cells = [made.words(made.before(rate, k)) for k in range(1, len(rate.inputs))]
    assert " ".join(cells) == " ".join(
        word for word in rows.replace(",", "").replace(" %", "%").split() if "%" in word
    ).replace("%", " %")
    assert made.before(rate).name == "Uptime"


def test_the_base_may_be_any_amount() -> None:
    made, (_, full, _, _) = credit("Rebate is a credit on 20 % of Monthly Fee, of 5 %", ROUNDED)
    assert [made.before(full, k).op for k in range(2)] == ["literal", "multiply"]


def test_limits_are_applied_one_after_the_other() -> None:
    limits = ("Rebate is limited to 20 % of Monthly Fee", "Rebate is limited to 125 EUR, converted at the given rate")
    made, (_, full, limited, final) = credit(CREDIT, ROUNDED, *limits)
    assert (limited.op, made.before(limited).op, made.before(made.before(limited)) is full) == (
        "lesser",
        "lesser",
        True,
    )
    assert made.before(limited, 1).op == "convert"
    assert [made.before(made.before(limited, 1), k).op for k in range(2)] == ["literal", "charge"]
    assert made.before(final) is limited
    assert [made.clause(limited), made.clause(made.before(limited))] == [f"§ {len(made.sentences) - n}" for n in (0, 1)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (None, {"paid_as": [], "only": False, "chooser": ""}),
        ("Rebate is paid as Account Credit", {"paid_as": ["Account Credit"], "only": False, "chooser": ""}),
        ("Rebate is paid only as Refund", {"paid_as": ["Refund"], "only": True, "chooser": ""}),
        (
            "Rebate is paid as Account Credit or Refund at the choice of the customer",
            {"paid_as": ["Account Credit", "Refund"], "only": False, "chooser": "customer"},
        ),
        (
            "Rebate is paid as Account Credit or Refund by a rule that the agreement does not give",
            {"paid_as": ["Account Credit", "Refund"], "only": False, "chooser": "not given"},
        ),
    ],
)
def test_how_it_is_paid(sentence: str | None, expected: dict[str, Any]) -> None:
    made, _ = credit(CREDIT, ROUNDED, *((sentence,) if sentence else ()))
    assert made.node("credit").params == {"claim": False, **expected}


def test_several_credits() -> None:
    other = ("Bonus is a credit on Monthly Fee, of 5 %", "Bonus is rounded down to the cent")
    made, _ = credit(CREDIT, ROUNDED, *other)
    assert [(root.id, made.tree.nodes[root.node].name) for root in made.tree.credits] == [
        ("rebate", "Rebate"),
        ("bonus", "Bonus"),
    ]


# ---------------------------------------------------------------- targets


@pytest.mark.parametrize(
    ("words", "within", "after"),
    [
        ("4 hours after it is opened", {"kind": "elapsed", "amount": 14_400_000_000, "calendar": ""}, ""),
        ("90 s after Repair", {"kind": "elapsed", "amount": 90_000_000, "calendar": ""}, "repaired"),
        ("3 days after it is opened", {"kind": "days", "amount": 3, "calendar": ""}, ""),
        (
            "2 Business hours after it is opened",
            {"kind": "business", "amount": 7_200_000_000, "calendar": "business"},
            "",
        ),
        (
            "1.5 Business hours after Repair",
            {"kind": "business", "amount": 5_400_000_000, "calendar": "business"},
            "repaired",
        ),
        ("5 Business days after it is opened", {"kind": "business days", "amount": 5, "calendar": "business"}, ""),
    ],
)
def test_targets(words: str, within: dict[str, Any], after: str) -> None:
    made = policy(*BASE, f"Reply is due on an Urgent ticket within {words}")
    node = made.node("target")
    assert node.params == {"recorded": "replied", "priority": "urgent", "within": within, "after": after, "pauses": []}
    assert node.name == "Reply"

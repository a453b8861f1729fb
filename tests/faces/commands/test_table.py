"""`sla table`: the boundary table in its four forms, and every number of it evaluated again from what is printed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from sla_dsl import evaluate, read_policy, read_timeline
from tests.analysis.table_policies import POLICIES
from tests.faces.running import POLICIES as SHIPPED
from tests.faces.running import assert_golden, printed, sla

NAMES = ("ecerium", "ezcnam")
NOTHING = """Agreement "A".
The time zone is UTC.
The period is each calendar month.
Gateway is a service: "sending messages".
Urgent is a priority: "nothing works".
Answer is a step on tickets recorded as Answered: "the provider answers".
Answer is due on an Urgent ticket within 2 hours after it is opened.
"""


def table(name: str, *words: str) -> str:
    """The table of one of the policies of these tests."""
    return printed("table", "-", *words, given=POLICIES[name])


def data(name: str, *words: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(table(name, "--format", "json", *words))
    return found


# ---------------------------------------------------------------- what a person sees


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("form", "ending"), [("text", "txt"), ("markdown", "md"), ("svg", "svg")])
def test_the_shipped_policies(name: str, form: str, ending: str) -> None:
    assert_golden(f"table-{name}.{ending}", printed("table", str(SHIPPED / f"{name}.sla"), "--format", form))


@pytest.mark.parametrize("name", ["plain", "count", "many steps", "two services", "condition"])
def test_small_policies(name: str) -> None:
    period = () if name == "plain" else ("--period", "2026-03")
    assert_golden(f"table-{name.replace(' ', '-')}.txt", table(name, *period))


@pytest.mark.parametrize("name", sorted(POLICIES))
def test_a_line_of_text_fits_on_a_screen(name: str) -> None:
    lines = table(name).splitlines()
    assert max(len(line) for line in lines) <= 80
    assert not any(line.endswith(" ") for line in lines)


def test_what_was_searched_is_said() -> None:
    assert "Searched, not proved:" in table("up and down")
    assert "Searched, not proved" in table("up and down", "--format", "svg")
    assert "Searched" not in table("ecerium")


def test_a_policy_with_nothing_to_tell() -> None:
    assert printed("table", "-", given=NOTHING).splitlines()[-1].startswith("There is no table to draw:")
    assert "There is no table to draw:" in printed("table", "-", "--format", "svg", given=NOTHING)
    assert json.loads(printed("table", "-", "--format", "json", given=NOTHING))["tables"] == []


def test_periods_that_are_asked_for_are_named() -> None:
    text = table("plain", "--period", "2026-02..2026-03")
    assert "\nFebruary 2026 (28 days)\n" in text
    assert "\nMarch 2026 (31 days)\n" in text
    assert "Looked at:" not in text
    assert [t["period"] for t in data("plain", "--period", "2026-02..2026-03")["tables"]] == ["2026-02", "2026-03"]


def test_the_fee_that_is_asked_about() -> None:
    text = table("ecerium", "--fee", "2600 EUR")
    assert "The maximum is 125.00 EUR for this fee, and lowers the credit from 1 min on." in text
    assert "Usage Fees of 80.00 USD" in table("ezcnam", "--fee", "80 USD")
    assert "Usage Fees of 80.00 EUR" in table("ezcnam", "--fee", "80")


def test_a_maximum_is_not_said_to_be_out_of_reach_where_it_is_reached() -> None:
    text = " ".join(table("few steps", "--period", "2026-04").split())
    assert "lowers the credit for more than 4 hours. at the edge" in text
    assert "No fee was found" not in text
    assert "No fee was found" in " ".join(table("ezcnam").split())


def test_a_compiled_policy_has_the_same_table(tmp_path: Path) -> None:
    compiled = str(tmp_path / "ecerium.json")
    printed("compile", str(SHIPPED / "ecerium.sla"), "-o", compiled)
    for form in ("text", "json", "svg"):
        assert printed("table", compiled, "--format", form) == table("ecerium", "--format", form)


def test_into_a_file(tmp_path: Path) -> None:
    path = tmp_path / "table.svg"
    assert table("plain", "--format", "svg", "-o", str(path)) == ""
    assert path.read_text("utf-8") == table("plain", "--format", "svg")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--fee", "much"), "'much' is no fee; write for example \"1000 EUR\"."),
        (("--fee", "-5 EUR"), "is no fee"),
        (("--fee", "5 XYZ"), "is no fee"),
        (("--fee", "5 USD"), "The policy names amounts in EUR; write the fee in EUR, too."),
        (("--period", "2026-13"), "2026-13 is not a month"),
        (("--format", "pdf"), "'pdf' is not one of"),
    ],
)
def test_wrong_use(words: tuple[str, ...], said: str) -> None:
    done = sla("table", str(SHIPPED / "ecerium.sla"), *words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr


def test_a_policy_with_errors_has_no_table() -> None:
    done = sla("table", "-", given="Agreement.")
    assert (done.exit_code, done.stdout) == (1, "")


# ---------------------------------------------------------------- the picture


@pytest.mark.parametrize("name", sorted(POLICIES))
def test_the_picture_is_well_formed_and_has_the_words_in_it(name: str) -> None:
    drawn = ElementTree.fromstring(table(name, "--format", "svg"))
    words = " ".join("".join(text.itertext()) for text in drawn.iter("{http://www.w3.org/2000/svg}text"))
    assert drawn.attrib["role"] == "img"
    assert "Promised: " in words or "promised: " in words or "promised" not in table(name).lower()


HOSTILE = 'A <script>alert("1")</script> & \x1b[2J *b* | c'


def test_names_from_outside_are_text() -> None:
    given = POLICIES["plain"].replace('"Test"', f'"{HOSTILE.replace(chr(34), chr(39))}"')
    if sla("check", "-", given=given).exit_code:
        given = given.replace("\x1b[2J ", "")
    drawn = printed("table", "-", "--format", "svg", given=given)
    assert "<script" not in drawn
    assert "&lt;script&gt;" in drawn
    ElementTree.fromstring(drawn)
    marked = printed("table", "-", "--format", "markdown", given=given)
    assert marked.startswith("# A &lt;script&gt;alert")
    assert "\\*b\\* \\| c" in marked


# ---------------------------------------------------------------- data


@pytest.mark.parametrize("name", sorted(POLICIES))
def test_the_data_are_valid(name: str) -> None:
    schema = Draft202012Validator(json.loads(printed("schema", "table")))
    assert list(schema.iter_errors(data(name))) == []


def _timeline(found: dict[str, Any], where: dict[str, Any], point: dict[str, Any], charge: str) -> str:
    """The period of a point, as anybody would write it down from what is printed."""
    incidents = [
        {"id": f"I-{n}", "service": where["service"], "cause": where["cause"], "start": o["from"], "end": o["to"]}
        for n, o in enumerate(point["outages"])
    ]
    return json.dumps(
        {
            "format": "sla-timeline/1",
            "account": "anybody",
            "incidents": incidents,
            "maintenance": [],
            "breaches": [],
            "reports": [{"incident": i["id"], "at": i["end"]} for i in incidents],
            "claims": [{"id": f"C-{i['id']}", "at": i["end"], "incidents": [i["id"]]} for i in incidents],
            "charges": [{"period": where["period"], "what": charge, **found["fee"]}],
        }
    )


@pytest.mark.parametrize("name", sorted(POLICIES))
def test_every_point_comes_out_again(name: str) -> None:
    """Each period in the data is written down as a timeline and evaluated by the library: the same results."""
    policy, found = read_policy(POLICIES[name]).require(), data(name, "--fee", "1234.56 EUR")
    (charge,) = policy.tree.names["charge"]
    for where in found["tables"]:
        for point in where["points"]:
            timeline = read_timeline(_timeline(found, where, point, charge)).require()
            (period,) = evaluate(policy, timeline, [where["period"]]).require().to_dict()["periods"]
            assert point["measures"] == period["measures"]
            assert point["guarantees"].items() <= period["guarantees"].items()
            results = {credit["name"]: credit for credit in period["credits"]}
            for credit, said in point["credits"].items():
                assert said == {field: results[credit][field] for field in said}


@pytest.mark.parametrize("name", sorted(POLICIES))
def test_whatever_is_numbered_is_a_point(name: str) -> None:
    for where in data(name)["tables"]:
        spans = [span for kind in ("guarantees", "credits") for one in where[kind] for span in one["spans"]]
        numbers = [span[end] for span in spans for end in ("from", "to")]
        numbers += [edge[side] for edge in where["edges"] for side in ("below", "at", "above")]
        numbers += [one[field] for one in where["credits"] for field in ("pays_from", "lowered_from")]
        assert {n for n in numbers if n is not None} <= set(range(len(where["points"])))
        assert all(span["from"] <= span["to"] for span in spans)

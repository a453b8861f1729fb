"""`sla coverage`: what the examples leave out, the missing ones, and what of the contract is cited."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.faces.running import assert_golden, printed, sla

CONTRACT = """# Mail service agreement

## 1 Measuring

We count.

## 2 Work

We announce it.

## 3 Promise

We promise. We mean it.

## 4 Credit

We pay.

## 5 Help

We help.

## 6 Law

It holds.

## 7 Notices

By mail.
"""


def _contract(folder: Path, text: str = CONTRACT) -> str:
    path = folder / "contract.md"
    path.write_text(text, "utf-8")
    return str(path)


def test_what_is_missing_and_the_figures() -> None:
    assert_golden("coverage.txt", printed("coverage", "mail.sla"))


def test_what_is_reached_too() -> None:
    text = printed("coverage", "mail.sla", "--verbose")
    assert '       Uptime is met: "a quarter of an hour is nothing yet"\n' in text
    assert '       a result depends on it: "a quarter of an hour is nothing yet" and 1 more\n' in text
    assert len(text.splitlines()) > len(printed("coverage", "mail.sla").splitlines())


def test_the_missing_examples_are_alone_on_standard_output(tmp_path: Path) -> None:
    done = sla("coverage", "mail.sla", "--suggest")
    assert (done.exit_code, done.stderr.split(":")[0]) == (0, "19 examples")
    assert "Read them before you paste them" in done.stderr
    completed = tmp_path / "completed.sla"
    completed.write_text(f"{Path('mail.sla').read_text('utf-8')}\n{done.stdout}", "utf-8")
    assert printed("test", str(completed)) == "1 policy: all 21 examples agree\n"
    again = sla("coverage", str(completed), "--suggest", "--fail-under", "100")
    assert (again.exit_code, again.stdout) == (0, "")
    assert again.stderr.startswith("There is no example to suggest")


def test_what_of_the_contract_is_cited(tmp_path: Path) -> None:
    done = sla("coverage", "mail.sla", "--document", _contract(tmp_path))
    assert done.exit_code == 0
    _, _, contract = done.stdout.partition("\nThe contract\n\n")
    assert_golden("coverage-contract.txt", contract)


def test_a_citation_of_no_clause_fails(tmp_path: Path) -> None:
    done = sla("coverage", "mail.sla", "--document", _contract(tmp_path, CONTRACT.replace("## 6 Law", "## 8 Law")))
    assert done.exit_code == 1
    assert "mail.sla:57:1: error: The contract has no clause 6 for § 6. [no-such-clause]" in done.stderr


def test_the_text_of_a_contract_that_cannot_be_read(tmp_path: Path) -> None:
    missing = sla("coverage", "mail.sla", "--document", str(tmp_path / "none.md"))
    assert (missing.exit_code, missing.stdout) == (2, "")
    other = sla("coverage", "mail.sla", "--document", "mail.sla")
    assert (other.exit_code, other.stdout) == (1, "")
    assert "[unreadable-document]" in other.stderr


@pytest.mark.parametrize(("least", "status"), [("35", 0), ("36", 1), ("0", 0)])
def test_less_than_was_asked_for_fails(least: str, status: int) -> None:
    done = sla("coverage", "mail.sla", "--fail-under", least)
    assert done.exit_code == status
    assert bool(done.stderr) == bool(status)


def test_as_data(tmp_path: Path) -> None:
    done = sla("coverage", "mail.sla", "--format", "json", "--document", _contract(tmp_path))
    data = json.loads(done.stdout)
    assert (data["format"], data["examples"]) == ("sla-coverage/1", {"agree": 2, "differ": 0})
    assert data["covered"] == {"reached": 19, "all": 54, "percent": 35}
    assert {item["state"] for item in data["items"]} == {"reached", "missing", "out of reach"}
    kept = next(item for item in data["items"] if item["what"] == "Uptime is met")
    assert (kept["line"], kept["clause"], kept["examples"]) == (37, "§ 3", ["a quarter of an hour is nothing yet"])
    clauses = {clause["number"]: clause for clause in data["document"]["clauses"]}
    assert clauses["7"]["cited_by_lines"] == []
    assert clauses["6"]["cited_by_lines"] == [59]
    assert [passage["what"] for passage in clauses["3"]["passages"]] == ["paragraph 1"]
    assert data["document"]["findings"] == []
    assert json.loads(printed("coverage", "mail.sla", "--format", "json"))["document"] is None


def test_a_policy_that_is_refused(tmp_path: Path) -> None:
    assert sla("coverage", str(tmp_path / "none.sla")).exit_code == 2
    done = sla("coverage", "-", given="Agreement.")
    assert (done.exit_code, done.stdout) == (1, "")
    compiled = str(tmp_path / "mail.json")
    printed("compile", "mail.sla", "-o", compiled)
    refused = sla("coverage", compiled)
    assert refused.exit_code == 2
    assert "compiled policy, which holds no examples" in refused.stderr


def test_an_example_that_differs_is_told() -> None:
    text = Path("mail.sla").read_text("utf-8").replace("Credit is 30 EUR", "Credit is 31 EUR")
    assert "1 example differs and reaches nothing; 'sla test' says why\n" in printed("coverage", "-", given=text)

"""`sla init`: five answers, and a folder in which the commands work."""

from __future__ import annotations

import json
import shlex
from itertools import product
from pathlib import Path

import pytest

from tests.faces.running import printed, sla

OPTIONS = (
    "--name",
    "Hosting",
    "--service",
    "Web shop",
    "--zone",
    "Europe/Brussels",
    "--uptime",
    "99,9",
    "--back",
    "10",
)


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_what_it_says() -> None:
    assert printed("init", "my shop", *OPTIONS).splitlines() == [
        "my shop is written:",
        "  policy.sla     the policy; 'Web shop' is called Web Shop in it",
        "  timeline.json  a month that is made up",
        "  sla.toml       which files the commands take there",
        "  README.md      what is what",
        "",
        "Go on with:",
        "  cd 'my shop'",
        "  sla check",
        "  sla test",
        "  sla evaluate",
    ]
    assert sorted(path.name for path in Path("my shop").iterdir()) == [
        "README.md",
        "policy.sla",
        "sla.toml",
        "timeline.json",
    ]


def test_it_goes_into_agreement_or_here() -> None:
    assert printed("init", *OPTIONS).startswith("agreement is written:")
    assert "cd" not in printed("init", ".", *OPTIONS)
    assert Path("policy.sla").read_bytes() == Path("agreement/policy.sla").read_bytes()


def test_the_commands_work_there(monkeypatch: pytest.MonkeyPatch) -> None:
    printed("init", "shop", *OPTIONS)
    monkeypatch.chdir("shop")
    checked, tested, evaluated = sla("check"), sla("test"), sla("evaluate")
    assert checked.stdout.startswith("1 policy, no problems; 9 assumptions are stated")
    assert tested.stdout == "1 policy: all 7 examples agree\n"
    assert "A rebate of 100.00 EUR is due." in evaluated.stdout
    assert checked.stderr == "sla.toml: note: policy = policy.sla, fail-on = warning\n"
    assert tested.stderr == "sla.toml: note: policy = policy.sla\n"
    assert evaluated.stderr == "sla.toml: note: policy = policy.sla, timeline = timeline.json\n"
    assert printed("format", "--check", "policy.sla") == ""


def test_nothing_is_written_over() -> None:
    printed("init", "shop", *OPTIONS)
    before = Path("shop/policy.sla").read_bytes()
    done = sla("init", "shop", *OPTIONS, "--back", "20")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "shop/policy.sla is there already, and nothing was written; name another folder." in done.stderr
    assert Path("shop/policy.sla").read_bytes() == before


def test_a_missing_answer_is_named_and_nothing_written() -> None:
    done = sla("init", *OPTIONS[:-2], given="")
    assert done.exit_code == 2
    assert "no answer is given by --back; write for example --back '25'." in done.stderr
    assert not Path("agreement").exists()


def test_a_wrong_answer_is_told_and_nothing_written() -> None:
    done = sla("init", *OPTIONS, "--zone", "Brussels")
    assert done.exit_code == 2
    assert "--zone: There is no time zone 'Brussels'. Did you mean 'Europe/Brussels'?" in done.stderr
    assert not Path("agreement").exists()


NAMES = ('The "deluxe" plan', "Договор", "Monday, credit and 99 %")
SERVICES = ("web shop", "Почта", "credit", "Monday report", "downtime")
FIGURES = (("99,95", "10"), ("100 %", "100"), ("99.999999", "0"), ("2", "0,5"))
ZONES = ("UTC", "america/new york", "Asia/Kathmandu")


@pytest.mark.parametrize(("uptime", "back"), FIGURES)
@pytest.mark.parametrize("zone", ZONES)
def test_typical_and_odd_answers_give_a_folder_that_works(zone: str, uptime: str, back: str) -> None:
    for number, (name, service) in enumerate(product(NAMES, SERVICES)):
        if (number + len(zone) + len(uptime)) % 3:  # A third of all for each: all services and all names are in it.
            continue
        folder = f"f{number}"
        words = ("--name", name, "--service", service, "--zone", zone, "--uptime", uptime, "--back", back)
        printed("init", folder, *words)
        assert printed("check", f"{folder}/policy.sla", "--fail-on", "note").startswith("1 policy, no problems"), words
        assert " examples agree" in printed("test", f"{folder}/policy.sla"), words
        done = json.loads(printed("evaluate", f"{folder}/policy.sla", f"{folder}/timeline.json", "--format", "json"))
        assert len(done["periods"]) == 1, words


def test_the_readme_names_commands_that_are_there() -> None:
    printed("init", *OPTIONS)
    lines = [
        line for line in Path("agreement/README.md").read_text("utf-8").splitlines() if line.startswith("    sla ")
    ]
    assert [shlex.split(line)[1] for line in lines] == ["check", "test", "evaluate"]

"""Settings on a command line: which goes before which, and that nothing is taken in silence."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sla_dsl.faces.settings.keys import known_keys
from sla_dsl.faces.settings.places import RESERVED, is_anything_set, nearest_file
from sla_dsl.faces.settings.settling import variable_for
from tests.faces.running import GOLDEN, printed, sla


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a policy, a timeline and a folder below it, in which the test works."""
    for name in [name for name in os.environ if name.startswith("SLA_")]:
        monkeypatch.delenv(name)
    for name in ("mail.sla", "acme.json"):
        shutil.copy(GOLDEN / name, tmp_path)
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def settings(text: str) -> None:
    Path("sla.toml").write_text(text, "utf-8")


BOTH = '[all]\npolicy = "mail.sla"\ntimeline = "acme.json"\nperiod = "2026-03"\n'


def test_without_settings_nothing_is_said() -> None:
    assert not is_anything_set()
    assert printed("evaluate", "mail.sla", "acme.json", "--period", "2026-03")


def test_what_is_left_open_is_taken_and_said() -> None:
    expected = printed("evaluate", "mail.sla", "acme.json", "--period", "2026-03")
    settings(BOTH)
    done = sla("evaluate")
    assert (done.exit_code, done.stdout) == (0, expected)
    assert done.stderr == "sla.toml: note: policy = mail.sla, timeline = acme.json, period = 2026-03\n"
    assert sla("evaluate", "mail.sla", "--period", "2026-04").stderr == "sla.toml: note: timeline = acme.json\n"
    assert sla("evaluate", "mail.sla", "acme.json", "--period", "2026-03").stderr == ""


def test_files_are_meant_from_where_the_settings_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    settings(BOTH + '[compile]\noutput = "out.json"\n')
    monkeypatch.chdir("below")
    assert nearest_file() == "../sla.toml"
    done = sla("compile")
    assert done.stderr == "../sla.toml: note: policy = ../mail.sla, output = ../out.json\n"
    assert Path("../out.json").exists()


def test_the_nearest_file_is_the_one(monkeypatch: pytest.MonkeyPatch) -> None:
    settings(BOTH)
    monkeypatch.chdir("below")
    settings('[all]\npolicy = "../mail.sla"\n')
    assert sla("check").stderr.startswith("sla.toml: note: policy = ../mail.sla\n")
    assert "Missing argument 'TIMELINE'" in sla("evaluate").stderr


def test_what_goes_before_what(monkeypatch: pytest.MonkeyPatch) -> None:
    def taken(*words: str) -> str:
        return sla("check", "mail.sla", *words).stderr.splitlines()[0]

    settings('[all]\nformat = "json"\n')
    assert taken("--fail-on", "error") == "sla.toml: note: format = json"
    settings('[all]\nformat = "json"\n[check]\nformat = "sarif"\n')
    assert taken() == "sla.toml: note: format = sarif"
    monkeypatch.setenv("SLA_FORMAT", "github")
    assert taken() == "SLA_FORMAT: note: format = github"
    monkeypatch.setenv("SLA_CHECK_FORMAT", "concise")
    assert taken() == "SLA_CHECK_FORMAT: note: format = concise"
    done = sla("check", "mail.sla", "--format", "full")
    assert "note: format" not in done.stderr


def test_every_kind_of_value_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLA_POLICY", "mail.sla")
    monkeypatch.setenv("SLA_TEST_VERBOSE", "yes")
    monkeypatch.setenv("SLA_TIMELINE", "acme.json")
    monkeypatch.setenv("SLA_PERIOD", "2026-03 2026-04")
    monkeypatch.setenv("SLA_FAIL_UNDER", "0")
    assert " agrees\n" in sla("test").stdout
    assert "SLA_PERIOD: note: period = 2026-03 2026-04\n" in sla("evaluate").stderr
    assert "SLA_FAIL_UNDER: note: fail-under = 0\n" in sla("coverage").stderr
    monkeypatch.setenv("SLA_POLICY", os.pathsep.join(("mail.sla", "./mail.sla")))
    assert sla("check").stdout.startswith("2 policies, ")


@pytest.mark.parametrize(
    ("name", "value", "repair"),
    [
        ("SLA_ZONE", "Mars", "There is no time zone 'Mars'"),
        ("SLA_EVALUATE_FORMAT", "xml", "Write one of text, json"),
        ("SLA_FORMAT", "jsn", "Did you mean 'json'?"),
    ],
)
def test_a_variable_that_cannot_be_used(name: str, value: str, repair: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    done = sla("evaluate", "mail.sla", "acme.json")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(f"{name}: error: '{value}' cannot be what ")
    assert repair in done.stderr


def test_a_variable_for_another_command_disturbs_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLA_FORMAT", "svg")
    monkeypatch.setenv("SLA_FAIL_UNDER", "many")
    assert printed("evaluate", "mail.sla", "acme.json", "--period", "2026-03")


def test_variables_that_mean_something_else(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in RESERVED:
        monkeypatch.setenv(name, "1")
    assert not is_anything_set()
    for name, keys in known_keys().items():
        assert not {variable_for(key, name) for key in keys} & RESERVED
        assert not {variable_for(key) for key in keys} & RESERVED


def test_a_mistake_in_the_file_stops_what_it_would_change() -> None:
    settings('[check]\nfail-on = "warnign"\n')
    done = sla("evaluate", "mail.sla", "acme.json")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == (
        "sla.toml:2:11: error: 'warnign' cannot be what 'fail-on' is set to. [wrong-setting]\n"
        '    2 │ fail-on = "warnign"\n'
        "      │           ^^^^^^^^^\n"
        "      help: Did you mean 'warning'?\n\n"
    )


def test_a_mistake_in_the_file_does_not_stop_what_takes_nothing_from_it() -> None:
    settings("nonsense")
    for words in (
        ["limits"],
        ["completion", "bash"],
        ["check", "--help"],
        ["--help"],
        ["--version"],
        ["config", "--keys"],
    ):
        assert sla(*words).exit_code == 0


def test_a_period_that_is_none_is_told_after_where_it_came_from() -> None:
    settings('[all]\nperiod = "2026-3"\n')
    lines = sla("evaluate", "mail.sla", "acme.json").stderr.splitlines()
    assert lines[0] == "sla.toml: note: period = 2026-3"
    assert "2026-3" in lines[-1]


def test_where_there_is_nothing_nothing_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Looking for settings must not make every start slower."""
    words = (
        "import sys; from sla_dsl.faces.group import run; run(['check', 'mail.sla']);"
        "print([n for n in sys.modules if n == 'tomllib' or n.startswith('sla_dsl.faces.settings.')])"
    )
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "['sla_dsl.faces.settings.places']"


def test_a_folder_that_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> str:
        raise FileNotFoundError(2, "No such file or directory")

    monkeypatch.setattr(os, "getcwd", gone)
    assert nearest_file() == ""

"""`sla config`: what applies here, from where, and for which commands."""

from __future__ import annotations

from pathlib import Path

import pytest

from sla_dsl.faces.settings.keys import known_keys
from tests.faces.running import printed, sla


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("os.environ", {})


def test_nothing() -> None:
    assert printed("config") == "There is no sla.toml in this folder or above it.\nNothing is set.\n"


def test_what_applies(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("sla.toml").write_text(
        '[all]\nzone = "UTC"\nperiod = ["2026-01", "2026-02"]\n[check]\nfail-on = "note"\n', "utf-8"
    )
    monkeypatch.setattr("os.environ", {"SLA_DIFF_ZONE": "CET", "SLA_PERIOD": "2026"})
    text = printed("config")
    assert text.startswith("The nearest settings are in sla.toml.\n\n")
    assert "\nzone = UTC\n  from sla.toml, line 2\n  for evaluate" in text
    assert "\nzone = CET\n  from SLA_DIFF_ZONE\n  for diff\n" in text
    assert "\nfail-on = note\n  from sla.toml, line 5\n  for check\n" in text
    assert "\nperiod = 2026-01 2026-02\n  from sla.toml, line 3\n  not used: others go before it\n" in text


def test_names_of_files_as_they_are_from_here(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("sla.toml").write_text('[test]\npolicy = ["a.sla", "-"]\n', "utf-8")
    Path("below").mkdir()
    monkeypatch.chdir("below")
    assert "The nearest settings are in ../sla.toml.\n\npolicy = ../a.sla -\n" in printed("config")


def test_a_misspelt_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.environ", {"SLA_ZON": "UTC", "SLA_SLOW": "1", "SLA_LIMITS_ZONE": "UTC", "SLA_ZONE": "UTC"})
    text = printed("config")
    assert "SLA_ZON sets nothing: no setting is called so.\n" in text
    assert text.count(" sets nothing") == 2


def test_mistakes(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("sla.toml").write_text('[al]\nzone = "UTC"\n', "utf-8")
    monkeypatch.setattr("os.environ", {"SLA_ZONE": "Mars"})
    done = sla("config")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "sla.toml:1:2: error: There is no command 'al' of which anything can be set. [settings-part]" in done.stderr
    assert done.stderr.count("SLA_ZONE: error: ") == 1


def test_keys() -> None:
    text = printed("config", "--keys")
    for name, keys in known_keys().items():
        part = text.partition(f"[{name}]\n")[2].partition("\n\n")[0]
        assert [line.split()[0] for line in part.splitlines()] == list(keys)
    assert "  fail-on          The mildest finding by which the check fails. [error|warning|note]\n" in text
    assert "  policy           The policy where none is named; several in square brackets.\n" in text

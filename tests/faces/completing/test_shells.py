"""Completion in the shells themselves, by the installed command; a shell that is not there is not tested."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from sla_dsl.faces.completing.scripts import script
from tests.faces.completing.shells import command_in, line_after

pytest.importorskip("pty")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with a policy, a timeline, and a folder whose name has a blank in it."""
    command_in(tmp_path)
    for name in ("shop.sla", "march.json", "my files/other one.sla"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("", "utf-8")
    return tmp_path


@pytest.mark.parametrize("shell", ["bash", "zsh"])
@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ("sla cov\t", "sla coverage "),
        ("sla check sh\t", "sla check shop.sla "),
        ("sla check my\t", "sla check my\\ files/"),
        ("sla check my\\ files/o\t", "sla check my\\ files/other\\ one.sla "),
        ("sla evaluate shop.sla \t", "sla evaluate shop.sla m"),
        ("sla evaluate shop.sla march.json --zone Europe/Brus\t", None),
        ("sla check shop.sla --fail-on w\t", "sla check shop.sla --fail-on warning "),
        ("sla check --ass\t", "sla check --assumptions "),
        ("sla compile shop.sla -o n\t", "sla compile shop.sla -o n"),
        ("sla nix sh\t", "sla nix sh"),
    ],
)
def test_what_a_tab_does(shell: str, keys: str, line: str | None, folder: Path) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"there is no {shell}")
    (folder / "sla-script").write_text(script(shell), "utf-8")
    wanted = line if line is not None else f"{keys.removesuffix(chr(9))}sels "
    assert line_after(shell, keys, folder) == wanted


@pytest.mark.skipif(shutil.which("fish") is None, reason="there is no fish")
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("sla cov", ["coverage"]),
        ("sla check ", ["my files/", "shop.sla"]),
        ("sla check 'my files/'", ["my files/other one.sla"]),
        ("sla evaluate shop.sla m", ["march.json", "my files/"]),
        ("sla evaluate shop.sla march.json --zone Europe/Brus", ["Europe/Brussels"]),
        ("sla check --fail-on w", ["warning"]),
        ("sla nix ", []),
    ],
)
def test_what_fish_offers(line: str, offered: list[str], folder: Path) -> None:
    (folder / "sla-script").write_text(script("fish"), "utf-8")
    words = f'set PATH {folder} $PATH; source sla-script; complete -C "{line}"'
    done = subprocess.run(["fish", "--no-config", "-c", words], cwd=folder, capture_output=True, text=True, check=True)
    assert [line.partition("\t")[0] for line in done.stdout.splitlines()] == offered

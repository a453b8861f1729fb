"""`sla completion`: the script for a shell."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from sla_dsl.faces.commands.completion import SHELLS
from sla_dsl.faces.completing.scripts import script
from tests.faces.running import printed, sla


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_printed_and_the_shell_can_read_it(shell: str) -> None:
    text = printed("completion", shell)
    assert text == script(shell)
    if shutil.which(shell):
        assert subprocess.run([shell, "-n"], input=text, text=True, capture_output=True, check=False).stderr == ""


def test_another_shell() -> None:
    done = sla("completion", "csh")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "'csh' is not one of 'bash', 'zsh', 'fish'." in done.stderr

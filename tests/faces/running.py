"""Running the command in this process, and holding what it prints against golden files.

A golden file is written anew where the environment variable SLA_GOLDEN is set; read the difference before keeping it.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from sla_dsl.evaluation import result as results
from sla_dsl.evaluation.policy import Policy
from sla_dsl.evaluation.using import evaluate, load_policy, read_timeline
from sla_dsl.faces.group import sla as command

GOLDEN = Path(__file__).parent / "golden"
POLICIES = Path(__file__).parents[2] / "policies"
CASES = Path(__file__).parents[1] / "cases"
MARCH = ("--period", "2026-03")

_DIGEST = re.compile("sha256:[0-9a-f]{64}")
_VERSIONS = re.compile("time zones .*")


def sla(*words: str, given: str | bytes | None = None) -> Result:
    """What came of a command line: `stdout`, `stderr`, `exit_code`."""
    return CliRunner().invoke(command, words, input=given)


def printed(*words: str, given: str | bytes | None = None) -> str:
    """What a command printed that must do its work in silence otherwise."""
    done = sla(*words, given=given)
    assert (done.exit_code, done.stderr) == (0, "")
    return done.stdout


def timeline(**changes: Any) -> dict[str, Any]:
    """The timeline of the golden files with some fields changed; None takes a field out."""
    plain = json.loads((GOLDEN / "acme.json").read_text("utf-8"))
    return {name: value for name, value in {**plain, **changes}.items() if value is not None}


def incident(**changes: Any) -> dict[str, Any]:
    """The first incident of the golden timeline with some fields changed."""
    first: dict[str, Any] = {**timeline()["incidents"][0], **changes}
    return first


def written(path: Path, plain: Mapping[str, Any]) -> str:
    """A file with a timeline; its name."""
    path.write_text(json.dumps(plain), "utf-8")
    return str(path)


def policy(name: str = "mail.sla") -> Policy:
    """A policy of the golden files."""
    return load_policy(GOLDEN / name).require()


def result(plain: Mapping[str, Any], *periods: str, of: Policy | None = None) -> results.Result:
    """The result for a timeline under the policy of the golden files."""
    read = read_timeline(json.dumps(plain)).require()
    return evaluate(of or policy(), read, periods or ("2026-03",)).require()


def assert_golden(name: str, text: str) -> None:
    """The text is the golden one but for digests and versions."""
    plain = _VERSIONS.sub("time zones (version)", _DIGEST.sub("sha256:(digest)", text))
    path = GOLDEN / name
    if os.environ.get("SLA_GOLDEN"):
        path.write_text(plain, "utf-8")
    assert plain == path.read_text("utf-8"), "if it is meant so, run the test again with SLA_GOLDEN=1"

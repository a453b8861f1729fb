"""The folders in which the commands of `errors.md` are run: a policy, a timeline, and what a section asks for.

A block says what else lies there: `console exit=1 made=channel`.  `exit` is the status with which its commands end.
"""

from __future__ import annotations

import contextlib
import json
import os
import shlex
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from sla_dsl.evaluation.compiled import write_compiled
from sla_dsl.evaluation.policy import MOST_BYTES, read_policy
from sla_dsl.faces.group import sla
from tests.docs.blocks import FOLDER, Block
from tests.docs.messages import POLICY_FILE, SMALL, SMALL_TABLE, promise
from tests.docs.transcripts import as_printed, commands

MARCH = {
    **SMALL,
    "incidents": [
        {
            "id": "INC-1",
            "service": "gateway",
            "start": "2026-03-04T10:00:00Z",
            "end": "2026-03-04T12:00:00Z",
            "cause": "failure",
        }
    ],
    "charges": [{"period": "2026-03", "what": "monthly_fee", "amount": "900.00", "currency": "EUR"}],
}


@contextlib.contextmanager
def folder_of(block: Block) -> Iterator[None]:
    """The folder of a block, as the one in which the process works."""
    with tempfile.TemporaryDirectory() as name, contextlib.chdir(name):
        _write(POLICY_FILE, promise())
        _write("march.json", json.dumps(MARCH))
        if "made" in block.options:
            _MAKERS[block.options["made"]]()
        yield


def outcome(line: str) -> tuple[int, str]:
    """The status with which a command ends, and everything that it writes."""
    program, *arguments = shlex.split(line)
    assert program == "sla", line
    result = CliRunner().invoke(sla, arguments)
    return result.exit_code, result.output


def transcript(block: Block) -> str:
    """What a block should show today."""
    with folder_of(block):
        return "".join(f"$ {it.line}\n{as_printed(outcome(it.line)[1], it.output)}" for it in commands(block))


# ---------------------------------------------------------------- what lies there


def _write(name: str, text: str) -> None:
    Path(name).write_text(text, "utf-8")


def _draft() -> None:
    _write("draft.sla", promise().replace("less than 99.9 %", "less than 99.9"))


def _differing() -> None:
    example = 'Example "two hours" in 2026-03:\n' + (
        "  given Monthly Fee of 900 EUR, an incident because of Failure from 2026-03-04 10:00 to 12:00;\n"
        "  expect Rebate is 90 EUR.\n"
    )
    _write("differing.sla", promise() + example)


CITED = """Agreement "Hosting".
The time zone is UTC.
The period is each calendar month.
Hosting is a service: "web sites".
Downtime means the time in which Hosting is down.
Example "an hour" in 2026-03:
  given an incident from 2026-03-04 10:00 to 11:00;
  expect Downtime is 1 hour.
§ 2 "Credits"
Nothing is computed here, because "it is agreed case by case".
"""


def _contract(text: str) -> None:
    """A policy that cites the second clause of a contract, and that contract."""
    _write("cited.sla", CITED)
    _write("contract.md", text)
    _write("contract.odt", text)


def _settings(text: str) -> None:
    _write("sla.toml", f"{text}\n")


def _channel() -> None:
    os.mkfifo("channel")


def _locked() -> None:
    """A name that leads back to itself: nobody can open it, whatever they are allowed to."""
    os.symlink("locked.json", "locked.json")


def _large() -> None:
    with open("large.sla", "wb") as file:
        file.truncate(MOST_BYTES + 1)


def _tables(*further: str) -> None:
    os.mkdir("march")
    _write("march/incidents.csv", SMALL_TABLE)
    for name in further:
        _write(f"march/{name}", "")


def _no_tables() -> None:
    os.mkdir("reports")
    _write("reports/march.pdf", "")


def _compiled(name: str = "promise.compiled.json", **changes: Any) -> None:
    """The policy, compiled; what is changed in it is changed before its sum is made."""
    tree = read_policy(promise()).require().tree._replace(**changes)
    _write(name, write_compiled(tree))


def _edited(name: str, old: str, new: str) -> None:
    """The same, with words changed after its sum was made."""
    _compiled(name)
    text = Path(name).read_text("utf-8")
    assert old in text
    _write(name, text.replace(old, new))


def _export(answers: str = "", **changes: Any) -> None:
    """The export of the documents with its first incident changed, and a mapping file with an answer changed."""
    whole = json.loads((FOLDER / "import" / "page.json").read_text("utf-8"))
    whole["incidents"][0].update(changes)
    _write("page.json", json.dumps(whole))
    mapping = (FOLDER / "import" / "page.map.toml").read_text("utf-8")
    name = answers.split(" = ")[0]
    lines = [answers if answers and line.startswith(f"{name} = ") else line for line in mapping.splitlines()]
    _write("page.map.toml", "\n".join([*lines, ""] if answers in lines else [*lines, answers, ""]))


def _table(rows: int) -> None:
    """A table of outages, cut off behind so many rows, and a mapping file that knows of two."""
    lines = ["id,service,start,end,cause"]
    lines += [f"INC-{n},gateway,2026-03-0{n}T10:00:00Z,2026-03-0{n}T11:00:00Z,failure" for n in (1, 2)][:rows]
    _write("outages.csv", "\n".join([*lines, ""]))
    answers = {
        "account": "acme",
        "as_of": "closed",
        "records": "2",
        "column.kind": "every row is a failure",
        'service."gateway"': "gateway",
        'cause."failure"': "failure",
    }
    written = [f'{name} = {{ is = "{answer}", because = "so it is" }}' for name, answer in answers.items()]
    _write("outages.map.toml", "\n".join(['format = "sla-mapping/1"', 'export = "sheet"', *written, ""]))


_MAKERS: dict[str, Callable[[], None]] = {
    "draft": _draft,
    "differing-example": _differing,
    "contract": lambda: _contract("## 1 Promise\n\nWe are there.\n\n## 2 Credits\n\nYou get one.\n"),
    "contract-without-clause": lambda: _contract("## 1 Promise\n\nWe are there.\n\n## 3 Credits\n\nYou get one.\n"),
    "contract-with-two": lambda: _contract("## 2 Credits\n\nYou get one.\n\n## 2 Credits\n\nYou get one.\n"),
    "settings": lambda: _settings('[all]\npolicy = "promise.sla"\ntimeline = "march.json"'),
    "settings-form": lambda: _settings("[all]\npolicy = promise.sla"),
    "settings-part": lambda: _settings('[evalute]\npolicy = "promise.sla"'),
    "settings-key": lambda: _settings('[check]\nfail_on = "warning"'),
    "settings-value": lambda: _settings('[check]\nfail-on = "warnign"'),
    "settings-for-check": lambda: _settings('[check]\nfail-on = "warning"'),
    "channel": _channel,
    "locked": _locked,
    "large": _large,
    "tables": _tables,
    "no-tables": _no_tables,
    "unknown-file": lambda: _tables("claim.csv"),
    "hidden-file": lambda: _tables(".DS_Store"),
    "other-data": lambda: _write("package.json", '{"name": "shop"}'),
    "export": _export,
    "export-of-a-text": lambda: _export(id=3, status=["resolved"]),
    "export-backwards": lambda: _export(monitoring_at="2026-03-04T08:00:00Z"),
    "export-of-yesterday": lambda: _export(resolved_at="yesterday"),
    "export-doubled": lambda: _export(id="m2x7", impact="critical"),
    "export-answered-wrong": lambda: _export('start = { is = "begin", because = "so it is" }'),
    "export-without-reason": lambda: _export('start = { is = "started_at", because = "?" }'),
    "export-not-asked": lambda: _export('record."k3v8".use = { is = "leave out", because = "it was a test" }'),
    "export-with-number": lambda: _export("start = started_at"),
    "export-short": lambda: _table(1),
    "export-whole": lambda: _table(2),
    "export-of-another": lambda: _export('export = "slack"'),
    "compiled": _compiled,
    "compiled-in-language-2": lambda: _edited("later.json", '"language":1', '"language":2'),
    "compiled-in-another-format": lambda: _edited("later.json", '"sla-policy/1"', '"sla-policy/2"'),
    "compiled-and-changed": lambda: _edited("changed.json", "Example", "Sample"),
    "compiled-and-damaged": lambda: _compiled("damaged.json", period="week"),
}

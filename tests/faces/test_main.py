"""The command as a process of its own: streams, signals, settings of the machine, and what it imports."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.faces.running import GOLDEN, MARCH, printed, timeline, written

ROOT = Path(__file__).parents[2]
START = (sys.executable, "-c", "from sla_dsl.faces.main import main; main()")
EVALUATE = ("evaluate", "mail.sla", "acme.json", *MARCH)


def _environment(**changes: str) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", **changes}


def process(
    *words: str, environment: dict[str, str] | None = None, **further: Any
) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own; no way of ending may show a traceback."""
    streams: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **further}
    done = subprocess.run([*START, *words], cwd=GOLDEN, env=_environment(**environment or {}), timeout=60, **streams)
    assert b"Traceback" not in (done.stderr or b"")
    return done


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (EVALUATE, 0),
        (("test", "mail.sla"), 0),
        (("check", "acme.json"), 1),
        (("evaluate", "mail.sla", "mail.sla"), 1),
        (("evaluate", "mail.sla", "nix.json"), 2),
        (("evaluate", "--nonsense"), 2),
        (("nonsense",), 2),
        ((), 0),
        (("--help",), 0),
        (("--version",), 0),
    ],
)
def test_exit_statuses(words: tuple[str, ...], status: int) -> None:
    done = process(*words)
    assert done.returncode == status
    assert bool(done.stderr) == bool(status)


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Kathmandu", "PYTHONHASHSEED": "1"},
        {"LANG": "nl_BE.ISO-8859-1", "TZ": "America/New_York", "COLUMNS": "20", "PYTHONHASHSEED": "2"},
    ],
)
def test_the_same_bytes_on_any_machine(environment: dict[str, str]) -> None:
    for form in ("text", "json"):
        done = process(*EVALUATE, "--format", form, environment=environment)
        assert done.stdout.decode("utf-8") == printed(*EVALUATE, "--format", form)


def test_the_package_is_run_as_the_command_is() -> None:
    words = [sys.executable, "-m", "sla_dsl", *EVALUATE]
    done = subprocess.run(words, cwd=GOLDEN, env=_environment(), timeout=60, capture_output=True)
    assert (done.returncode, done.stderr, done.stdout.decode("utf-8")) == (0, b"", printed(*EVALUATE))
    wrong = subprocess.run([*words[:3], "nonsense"], env=_environment(), timeout=60, capture_output=True)
    assert (wrong.returncode, wrong.stderr) == (2, process("nonsense").stderr)


def test_a_reader_that_goes_away_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = process(*EVALUATE, stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


def test_closed_streams() -> None:
    for closing in (">&-", "2>&-", "<&-", ">&- 2>&- <&-"):
        shell = f'exec "$0" "$@" {closing}'
        done = subprocess.run(
            ["/bin/sh", "-c", shell, *START, *EVALUATE], cwd=GOLDEN, env=_environment(), timeout=60, capture_output=True
        )
        assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told_once() -> None:
    with open("/dev/full", "wb") as full:
        done = process(*EVALUATE, stdout=full)
    assert done.returncode == 2
    assert done.stderr == b"sla: The output cannot be written: No space left on device\n"


def test_interrupted_in_silence() -> None:
    words = [*START, "evaluate", "mail.sla", "-"]
    with subprocess.Popen(
        words, cwd=GOLDEN, env=_environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        time.sleep(2)
        running.send_signal(signal.SIGINT)
        assert running.wait(30) == 130
        assert running.stdout is not None
        assert running.stderr is not None
        assert (running.stdout.read(), running.stderr.read()) == (b"", b"")


def test_files_that_look_like_options(tmp_path: Path) -> None:
    (tmp_path / "--help").write_bytes((GOLDEN / "acme.json").read_bytes())
    (tmp_path / "-x.sla").write_bytes((GOLDEN / "mail.sla").read_bytes())
    words = [*START, "evaluate", *MARCH, "--", "-x.sla", "--help"]
    done = subprocess.run(words, cwd=tmp_path, env=_environment(), timeout=60, capture_output=True, check=True)
    assert done.stdout.startswith(b"Mail service agreement\n")


def test_timeline_from_standard_input() -> None:
    given = (GOLDEN / "acme.json").read_bytes()
    assert process("evaluate", "mail.sla", "-", *MARCH, input=given).stdout == process(*EVALUATE).stdout


def test_lines_are_wrapped_on_a_terminal_and_only_there() -> None:
    pty = pytest.importorskip("pty")
    import fcntl
    import struct
    import termios

    leading, following = pty.openpty()
    fcntl.ioctl(following, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 60, 0, 0))
    done = process("tree", "mail.sla", stdout=following, environment={"NO_COLOR": "1"})
    os.close(following)
    shown = b""
    while piece := _read(leading):
        shown += piece
    os.close(leading)
    assert done.returncode == 0
    assert max(len(line) for line in shown.decode().splitlines()) <= 60
    assert max(len(line) for line in process("tree", "mail.sla").stdout.decode().splitlines()) > 60
    assert shown.decode().split() == process("tree", "mail.sla").stdout.decode().split()


def _read(number: int) -> bytes:
    try:
        return os.read(number, 65_536)
    except OSError:
        return b""


# ---------------------------------------------------------------- what it takes to start

HEAVY = (
    "lark",
    "rich",
    "holidays",
    "attr",
    "csv",
    "hashlib",
    "pathlib",
    "textwrap",
    "difflib",
    "tempfile",
    "importlib.metadata",
)


def test_evaluating_a_compiled_policy_imports_nothing_heavy(tmp_path: Path) -> None:
    compiled = str(tmp_path / "mail.json")
    process("compile", "mail.sla", "-o", compiled)
    given = written(tmp_path / "timeline.json", timeline(incidents=timeline()["incidents"][:4]))
    program = (
        "import sys; from sla_dsl.faces.group import run; "
        f"status = run(['evaluate', {compiled!r}, {given!r}, '--format', 'json', '--output', {os.devnull!r}]); "
        "print(status, *sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=GOLDEN, env=_environment(), capture_output=True, text=True, timeout=60
    )
    status, *modules = done.stdout.split()
    assert status == "0"
    assert not {name for name in modules if name in HEAVY or name.startswith("sla_dsl.language")}
    assert [name for name in modules if name.startswith("sla_dsl.faces.commands.")] == [
        "sla_dsl.faces.commands.evaluate"
    ]


@pytest.mark.parametrize("words", [EVALUATE, ("check", "mail.sla"), ("test", "mail.sla"), ("check", "acme.json")])
def test_what_a_terminal_needs_is_not_imported_without_one(words: tuple[str, ...]) -> None:
    program = (
        "import sys; from sla_dsl.faces.group import run; "
        f"run({list(words)!r}); print(*[name for name in sys.modules if name.split('.')[0] == 'rich'], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=GOLDEN, env=_environment(), capture_output=True)
    assert b"rich" not in done.stderr

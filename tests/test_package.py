"""The package as others get it: its public names, what importing it loads, and the built wheel in a new place.

The tests of the wheel take half a minute and need the package index, so they run where SLA_SLOW is set (`.ci/run`).
"""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

import sla_dsl

ROOT = Path(__file__).parents[1]
NAMES = [
    "Finding",
    "Outcome",
    "Policy",
    "Refused",
    "Result",
    "Timeline",
    "evaluate",
    "load_policy",
    "load_timelines",
    "read_policy",
    "read_timeline",
    "timeline_from",
]
OTHERS_AT_IMPORT = {"attr", "attrs", "tzdata"}
"""Packages of others that importing `sla_dsl` may load."""

HEAVY = {
    "argparse",
    "asyncio",
    "click",
    "csv",
    "dataclasses",
    "difflib",
    "email",
    "hashlib",
    "holidays",
    "http",
    "importlib.metadata",
    "importlib.resources",
    "inspect",
    "lark",
    "logging",
    "pathlib",
    "socket",
    "ssl",
    "subprocess",
    "tempfile",
    "unittest",
    "urllib",
    "xml",
}
"""What importing `sla_dsl` must not load: each costs more than a small evaluation."""

slow = [
    pytest.mark.slow,
    pytest.mark.skipif("SLA_SLOW" not in os.environ, reason="builds and installs the package: SLA_SLOW=1 runs it"),
]


def test_the_public_names_are_these() -> None:
    assert sorted(sla_dsl.__all__) == NAMES
    assert [name for name in NAMES if not getattr(sla_dsl, name).__doc__] == []


def test_the_package_says_that_it_is_typed() -> None:
    assert (ROOT / "sla_dsl" / "py.typed").exists()


def loaded_by(*statements: str) -> set[str]:
    """The modules that a new interpreter has after these statements, and had not before them."""
    lines = ["import sys", "before = set(sys.modules)", *statements, "print(*sorted(set(sys.modules) - before))"]
    return set(output(sys.executable, "-c", "\n".join(lines)).split())


def output(*command: str, folder: Path = ROOT) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=environment())
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def environment() -> dict[str, str]:
    """The environment without what would let an interpreter find the checkout, or another's packages."""
    return {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "VIRTUAL_ENV")}


def tops(modules: set[str]) -> set[str]:
    return {module.split(".")[0] for module in modules}


def test_importing_it_loads_nothing_heavy() -> None:
    loaded = loaded_by("import sla_dsl")
    assert loaded & HEAVY == set()
    own = {"sla_dsl", *(name for name in tops(loaded) if name.startswith("_"))}
    assert tops(loaded) - set(sys.stdlib_module_names) - own <= OTHERS_AT_IMPORT


def test_lark_is_loaded_when_a_policy_text_is_read() -> None:
    reading = "sla_dsl.load_policy('policies/ecerium.sla').require()"
    assert "lark" in loaded_by("import sla_dsl", reading)


def test_neither_lark_nor_the_language_is_loaded_for_a_compiled_policy(tmp_path: Path) -> None:
    compiled, timeline = tmp_path / "ecerium.compiled.json", ROOT / "examples" / "ecerium.json"
    compiled.write_text(
        sla_dsl.load_policy(ROOT / "policies" / "ecerium.sla").require().to_compiled(), encoding="utf-8"
    )
    loaded = loaded_by(
        "import sla_dsl",
        f"policy = sla_dsl.load_policy({str(compiled)!r}).require()",
        f"[timeline] = sla_dsl.load_timelines({str(timeline)!r})",
        "sla_dsl.evaluate(policy, timeline.require()).require().to_dict()",
    )
    assert "lark" not in loaded
    assert [module for module in loaded if module.startswith("sla_dsl.language")] == []


class Built:
    """The source distribution and the wheel, built once, and a new environment with the wheel in it."""

    def __init__(self, folder: Path) -> None:
        output(sys.executable, "-m", "build", "--outdir", str(folder / "dist"), str(ROOT))
        [self.wheel] = (folder / "dist").glob("*.whl")
        [self.source] = (folder / "dist").glob("*.tar.gz")
        output(sys.executable, "-m", "venv", str(folder / "venv"))
        self.python = str(folder / "venv" / "bin" / "python")
        self.sla = str(folder / "venv" / "bin" / "sla")
        output(self.python, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", str(self.wheel))
        self.empty = folder / "empty"
        self.empty.mkdir()

    def run(self, *command: str) -> str:
        """What a command prints that is run in an empty folder."""
        return output(*command, folder=self.empty)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return Built(tmp_path_factory.mktemp("built"))


def missing(wanted: Sequence[str], names: Sequence[str]) -> list[str]:
    return [end for end in wanted if not any(name.endswith(end) for name in names)]


class TestTheWheel:
    pytestmark = slow

    def test_it_holds_the_grammar_and_the_tables(self, built: Built) -> None:
        names = zipfile.ZipFile(built.wheel).namelist()
        wanted = ["sla_dsl/grammars/sla.lark", "sla_dsl/grammars/sla.tables.json", "sla_dsl/py.typed", "LICENSE"]
        assert missing(wanted, names) == []
        assert [name for name in names if name.startswith(("tests/", "benchmarks/"))] == []

    def test_the_source_distribution_holds_what_the_wheel_is_made_from(self, built: Built) -> None:
        with tarfile.open(built.source) as source:
            names = source.getnames()
        wanted = ["grammars/sla.lark", "hatch_build.py", "sla_dsl/py.typed", "LICENSE", "policies/ecerium.sla"]
        assert missing(wanted, names) == []

    def test_it_is_the_installed_package_that_runs(self, built: Built) -> None:
        where = built.run(built.python, "-c", "import sla_dsl; print(sla_dsl.__file__)")
        assert where.startswith(str(Path(built.python).parents[1]))

    def test_it_evaluates_a_shipped_policy_in_an_empty_folder(self, built: Built) -> None:
        policy, timeline = str(ROOT / "policies" / "ecerium.sla"), str(ROOT / "examples" / "ecerium.json")
        assert "90.00 EUR" in built.run(built.sla, "evaluate", policy, timeline)
        built.run(built.sla, "compile", policy, "-o", "ecerium.compiled.json")
        assert "90.00 EUR" in built.run(built.sla, "evaluate", "ecerium.compiled.json", timeline)

    def test_it_writes_the_page_of_a_report_with_the_templates_that_it_brings(self, built: Built) -> None:
        policy, timeline = str(ROOT / "policies" / "ecerium.sla"), str(ROOT / "examples" / "ecerium.json")
        built.run(built.sla, "report", policy, timeline, "-o", "acme.html")
        assert '<p class="amount">90.00 EUR</p>' in (built.empty / "acme.html").read_text("utf-8")

    def test_the_examples_in_the_policies_agree(self, built: Built) -> None:
        built.run(built.sla, "test", *(str(path) for path in sorted((ROOT / "policies").glob("*.sla"))))

    def test_the_parser_comes_from_the_prepared_tables(self, built: Built) -> None:
        program = "from sla_dsl.language import tables; print(tables.load(tables.grammar_text()) is not None)"
        assert built.run(built.python, "-c", program) == "True\n"

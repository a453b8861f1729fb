"""What the source never does, whoever wrote it: read off the syntax of every module of the package."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeGuard

import pytest

PACKAGE = Path(__file__).parents[1] / "sla_dsl"
EXACT_ROOMS = ("findings", "values", "evidence", "evaluation", "language")

WEAVING = PACKAGE / "evaluation" / "weaving.py"
REVISIONS = PACKAGE / "faces" / "revisions.py"
"""The only module that starts another program: git, which it asks for a policy as it was."""

LOOKING = PACKAGE / "faces" / "looking.py"
PROGRESS = PACKAGE / "faces" / "progress.py"
"""The only modules that let time pass: between two looks at a file, and before a bar is shown.  They read no clock."""

WAITING = {"sleep", "Timer", "alarm", "setitimer"}
YAML = PACKAGE / "intake" / "reading" / "yaml_text.py"
"""The only module that reads YAML: as a row of events, of which it makes texts and nothing else."""

CLOCKS = {"now", "utcnow", "today", "time_ns", "localtime", "monotonic", "perf_counter"}
UNSAFE_MODULES = {"pickle", "marshal", "shelve", "dill", "yaml", "subprocess", "socket", "random", "locale"}
UNSAFE_CALLS = {"eval", "__import__", "globals", "input"}

Rule = Callable[[ast.AST], bool]


def modules(*rooms: str) -> list[Path]:
    """The modules of these rooms, or of all."""
    return sorted(path for room in rooms or ("",) for path in (PACKAGE / room).glob("**/*.py"))


def broken(rule: Rule, paths: list[Path]) -> list[str]:
    """Where a rule is broken."""
    return [f"{path.relative_to(PACKAGE)}:{line}" for path in paths for line in _lines(rule, path)]


def _lines(rule: Rule, path: Path) -> Iterator[int]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if rule(node):
            yield getattr(node, "lineno", 0)


def called(node: ast.AST) -> str:
    """The name of what is called: `f` of `f(…)` and of `a.f(…)`, empty for anything else."""
    if not isinstance(node, ast.Call):
        return ""
    function = node.func
    return (
        function.id if isinstance(function, ast.Name) else function.attr if isinstance(function, ast.Attribute) else ""
    )


def imported(node: ast.AST) -> set[str]:
    """The top modules that a statement imports."""
    if isinstance(node, ast.Import):
        return {alias.name.split(".")[0] for alias in node.names}
    return {(node.module or "").split(".")[0]} if isinstance(node, ast.ImportFrom) else set()


def is_float(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, float | complex)


def makes_a_float(node: ast.AST) -> bool:
    return calls_by_name(node, {"float"})


def reads_a_clock(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and (called(node) in CLOCKS or ast.unparse(node.func) == "time.time")


def waits(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and called(node) in WAITING


def is_unsafe(node: ast.AST) -> bool:
    return bool(imported(node) & UNSAFE_MODULES) or calls_by_name(node, UNSAFE_CALLS)


def runs_text(node: ast.AST) -> bool:
    return calls_by_name(node, {"exec", "compile"})


def calls_by_name(node: ast.AST, names: set[str]) -> bool:
    """Whether one of these is called as it is, and not as a part of something else."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names


def keeps_a_parser(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and any(keyword.arg == "cache" for keyword in node.keywords)


def test_there_is_something_to_look_at() -> None:
    assert len(modules()) > 150
    assert all(modules(room) for room in EXACT_ROOMS)


def test_no_number_is_a_float() -> None:
    assert broken(is_float, modules(*EXACT_ROOMS)) == []
    assert broken(makes_a_float, modules(*EXACT_ROOMS)) == []


def test_no_clock_is_read() -> None:
    assert broken(reads_a_clock, modules()) == []


def test_time_passes_only_where_somebody_watches() -> None:
    assert broken(waits, [path for path in modules() if path not in (LOOKING, PROGRESS)]) == []
    assert broken(waits, [LOOKING]) != []
    assert broken(waits, [PROGRESS]) != []


def test_nothing_unsafe_is_used() -> None:
    assert broken(is_unsafe, [path for path in modules() if path not in (REVISIONS, YAML)]) == []


def test_of_yaml_only_the_events_are_read() -> None:
    used = [node.attr for node in ast.walk(ast.parse(YAML.read_text("utf-8"))) if _is_of_yaml(node)]
    assert set(used) <= {"parse", "BaseLoader", "YAMLError", "MarkedYAMLError"} | {
        name for name in used if name.endswith("Event")
    }
    assert broken(lambda node: calls_by_name(node, UNSAFE_CALLS), [YAML]) == []


def _is_of_yaml(node: ast.AST) -> TypeGuard[ast.Attribute]:
    return isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "yaml"


def test_text_is_run_as_a_program_only_where_steps_are_woven() -> None:
    assert broken(runs_text, [path for path in modules() if path != WEAVING]) == []
    assert broken(runs_text, [WEAVING]) != []


def test_no_parser_is_kept_in_a_cache() -> None:
    assert broken(keeps_a_parser, modules("language")) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("x = 1.5", is_float),
        ("x = float(y)", makes_a_float),
        ("x = dt.datetime.now()", reads_a_clock),
        ("x = dt.date.today()", reads_a_clock),
        ("x = time.time()", reads_a_clock),
        ("time.sleep(1)", waits),
        ("import pickle", is_unsafe),
        ("from pickle import loads", is_unsafe),
        ("x = eval('1')", is_unsafe),
        ("exec('x = 1')", runs_text),
        ("x = Lark(text, cache=True)", keeps_a_parser),
    ],
)
def test_each_rule_finds_what_it_is_for(text: str, rule: Rule) -> None:
    assert any(rule(node) for node in ast.walk(ast.parse(text)))

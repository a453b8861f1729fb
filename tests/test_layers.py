"""The direction of imports: every room knows what stands below it and nothing else (`ARCHITECTURE.md`).

The contracts stand in `pyproject.toml`; here they are checked, and what they cannot say is checked beside them.
Imports inside functions are held to the same rules as those at the top.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import grimp
import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "sla_dsl"
GROUND = {"records"}
"""Single files that every room may import, and that import nothing of the package."""

DOOR = "__main__"
"""`python -m sla_dsl`: it imports the faces, and nothing imports it."""

ROOMS = {
    "findings": set[str](),
    "values": set[str](),
    "language": {"findings", "values"},
    "evidence": {"findings", "values"},
    "documents": {"findings", "values"},
    "intake": {"findings", "values", "evidence"},
    "evaluation": {"findings", "values", "language", "evidence"},
    "analysis": {"findings", "values", "evidence", "documents", "evaluation"},
    "faces": {"findings", "values", "language", "evidence", "documents", "evaluation", "intake", "analysis"},
}
"""Each room, and those that it may import."""


@cache
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("sla_dsl", cache_dir=None, exclude_type_checking_imports=True)


def imports() -> Iterator[tuple[str, str]]:
    for module in sorted(graph().modules):
        for imported in sorted(graph().find_modules_directly_imported_by(module)):
            yield module, imported


def room(module: str) -> str:
    return (*module.split("."), "")[1]


def test_the_contracts_are_kept(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT))
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0, capsys.readouterr().out


def test_every_room_is_listed() -> None:
    rooms = {path.name for path in PACKAGE.iterdir() if path.is_dir() and any(path.glob("**/*.py"))}
    modules = {path.name for path in PACKAGE.glob("*.py")}
    assert (rooms, modules) == (set(ROOMS), {"__init__.py", *(f"{name}.py" for name in (DOOR, *GROUND))})


def test_every_room_imports_only_rooms_below_it() -> None:
    crossing = [(a, b) for a, b in imports() if room(a) and room(b) != room(a)]
    allowed = {**ROOMS, **{name: set[str]() for name in GROUND}, DOOR: {"faces"}}
    assert [(a, b) for a, b in crossing if room(b) not in allowed[room(a)] | GROUND] == []


def test_within_evaluation_only_the_compiler_imports_the_language() -> None:
    inside = [(a, b) for a, b in imports() if room(a) == "evaluation" and room(b) == "language"]
    assert inside
    assert {a for a, _ in inside if not a.startswith("sla_dsl.evaluation.compiling.")} == set()


def test_no_module_imports_the_root_of_the_package() -> None:
    assert [path for path in PACKAGE.glob("*/**/*.py") if _names_the_root(path)] == []


def _names_the_root(path: Path) -> bool:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module == "sla_dsl" or node.level):
            return True
        if isinstance(node, ast.Import) and any(alias.name == "sla_dsl" for alias in node.names):
            return True
    return False


def test_no_command_imports_another() -> None:
    commands = "sla_dsl.faces.commands."
    assert [(a, b) for a, b in imports() if a.startswith(commands) and b.startswith(commands)] == []


def test_no_modules_import_one_another_in_a_circle() -> None:
    below: dict[str, set[str]] = {module: set() for module in graph().modules}
    for module, imported in imports():
        below[module].add(imported)
    assert len(list(TopologicalSorter(below).static_order())) == len(graph().modules)


@pytest.mark.parametrize("path", sorted(PACKAGE.glob("**/__init__.py")), ids=lambda path: str(path.relative_to(ROOT)))
def test_the_beginning_of_a_room_is_its_description(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)
    if path.parent != PACKAGE:
        assert len(tree.body) == 1

"""When the package is built: prepares the parser's tables and lays them next to the grammar."""

from __future__ import annotations

import importlib.util
import os
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TablesHook(BuildHookInterface):  # type: ignore[type-arg]
    """Writes `grammars/sla.tables.json`: a wheel takes it in, an editable install reads it in place."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel":
            return
        tables = _load(os.path.join(self.root, "sla_dsl", "language", "tables.py"))
        grammar, path = tables.grammar_text(), tables.tables_path()
        tables.write(tables.build(grammar), grammar, path)
        if version != "editable":
            build_data["force_include"][tables.grammar_path()] = "sla_dsl/grammars/sla.lark"
            build_data["force_include"][path] = "sla_dsl/grammars/sla.tables.json"


def _load(path: str) -> ModuleType:
    """A module of the package alone: what the package itself needs is not there while it is built."""
    spec = importlib.util.spec_from_file_location("tables", path)
    if spec is None or spec.loader is None:
        raise ImportError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module

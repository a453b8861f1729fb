"""The limits of the program, read from where they are kept: the constants and the sentences below them."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from importlib import import_module

from sla_dsl.faces.layout import BLANK, Line
from sla_dsl.records import NamedTuple

_ROOMS = (
    ("A policy", "sla_dsl.evaluation.policy", ("MOST_BYTES",)),
    ("", "sla_dsl.language.limits", ()),
    ("", "sla_dsl.evaluation.compiling.constants", ("MOST_DAYS",)),
    ("A timeline", "sla_dsl.evidence.limits", ()),
    ("A compiled policy", "sla_dsl.evaluation.validating", ("MOST_NODES",)),
    ("An evaluation", "sla_dsl.evaluation.evaluate", ("MOST_PERIODS",)),
    ("", "sla_dsl.values.periods", ("LONGEST_RANGE",)),
    ("", "sla_dsl.values.elapsed", ("FIRST_YEAR", "LAST_YEAR")),
    ("A settings file", "sla_dsl.faces.settings.reading", ("MOST_BYTES",)),
    ("What is shown", "sla_dsl.faces.pictures.findings", ("MOST_SHOWN",)),
)
"""A title, a module, and the names of its limits; none for all its constants."""


_YEARS = {
    "FIRST_YEAR": "The first year in which a time or a period may lie.",
    "LAST_YEAR": "The last year in which a time or a period may lie.",
}
"""Constants that stand in the code without a sentence below them."""


class Limit(NamedTuple):
    """A constant of the program, and what it says."""

    name: str
    value: int
    meaning: str


def limit_lines() -> Iterator[Line]:
    """The limits of each room under its title."""
    for at, (title, module, names) in enumerate(_ROOMS):
        if title:
            yield from ((BLANK,) if at else ())
            yield from (Line(title), BLANK)
        for limit in limits_of(module, names):
            shown = str(limit.value) if limit.name in _YEARS else f"{limit.value:,}"
            yield Line(limit.meaning, f"  {shown:>13}  ", " " * 17)


def limits_of(module: str, names: tuple[str, ...]) -> list[Limit]:
    """The named constants of a module, or all that are whole numbers, each with the sentence that stands below it."""
    loaded = import_module(module)
    meanings = _meanings(inspect.getsource(loaded))
    wanted = names or [name for name in meanings if isinstance(getattr(loaded, name), int)]
    return [Limit(name, getattr(loaded, name), meanings.get(name, _YEARS.get(name, ""))) for name in wanted]


def _meanings(source: str) -> dict[str, str]:
    """For each name that is set in the source, the text that follows it; on one line."""
    found: dict[str, str] = {}
    body = ast.parse(source).body
    for statement, following in zip(body, body[1:], strict=False):
        match statement, following:
            case ast.Assign(targets=[ast.Name(id=name)]), ast.Expr(value=ast.Constant(value=str(text))):
                found[name] = " ".join(text.split())
    return found

"""The forms of exports that can be imported, as a list."""

from __future__ import annotations

from collections.abc import Iterator

from sla_dsl.faces.layout import BLANK, Line, indented
from sla_dsl.findings.wording import listed
from sla_dsl.intake.listing import READERS, other_names


def form_lines() -> Iterator[Line]:
    """Each form with what it needs and what it gives."""
    for number, reader in enumerate(READERS):
        if number:
            yield BLANK
        yield Line(f"{reader.name}: {reader.title}")
        others = other_names(reader)
        if others:
            yield indented(f"also called {listed(others, 'and')}", 2, 2)
        yield indented(f"needs {reader.needs}", 2, 2)
        yield indented(f"gives {reader.gives}", 2, 2)
        if reader.extra:
            yield indented(f'with the extra "{reader.extra}": pip install "sla-dsl[{reader.extra}]"', 2, 2)

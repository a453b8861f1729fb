"""How two texts differ, in the usual form of lines taken out and put in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sla_dsl.faces.escaping import shown

_LINE = re.compile("[^\n]*\n|[^\n]+")
_UNENDED = "\\ No newline at end of file"


def differing_lines(name: str, old: str, new: str) -> Iterator[str]:
    """The lines of a unified difference between two versions of one file; a sign that does not print is shown."""
    from difflib import unified_diff

    for line in unified_diff(_LINE.findall(old), _LINE.findall(new), name, name):
        yield "\t".join(map(shown, line.removesuffix("\n").split("\t")))
        if not line.endswith("\n"):
            yield _UNENDED

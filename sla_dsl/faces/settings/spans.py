"""Where parts and settings stand in the text of a settings file: its reader does not say.

Looked for line by line, which finds what people write.  What is written in an unusual way (a setting on the line of
its part, a text on many lines) may not be found; then the finding has no place, and its words say enough.
"""

from __future__ import annotations

import re

from sla_dsl.findings.finding import Span
from sla_dsl.records import NamedTuple

_NAME = r"""([A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_PART = re.compile(rf"[ \t]*\[[ \t]*{_NAME}[ \t]*\]")
_SETTING = re.compile(rf"[ \t]*(?:{_NAME}[ \t]*\.[ \t]*)?{_NAME}[ \t]*=[ \t]*")
_VALUE = re.compile(r""""(?:[^"\\\n]|\\.)*"|'[^'\n]*'|\[[^\]]*\]|[^#\n]*[^#\s]""")


class Spans(NamedTuple):
    """The places of parts by name, and of settings and their values by part and name."""

    parts: dict[str, Span]
    keys: dict[tuple[str, str], Span]
    values: dict[tuple[str, str], Span]


def spans_of(text: str) -> Spans:
    """Every place that is found."""
    spans, part, start = Spans({}, {}, {}), "", 0
    for line in text.splitlines(keepends=True):
        if found := _PART.match(line):
            part = _bare(found[1])
            spans.parts.setdefault(part, _span(found, 1, start))
        elif found := _SETTING.match(line):
            place = (_bare(found[1]) if found[1] and not part else part, _bare(found[2]))
            spans.keys.setdefault(place, _span(found, 2, start))
            if value := _VALUE.match(text, start + found.end()):
                spans.values.setdefault(place, Span(*value.span()))
        start += len(line)
    return spans


def _span(found: re.Match[str], group: int, start: int) -> Span:
    return Span(start + found.start(group), start + found.end(group))


def _bare(name: str) -> str:
    return name.strip("\"'")

"""Where the values of a JSON text stand: the slow pass that is made only when there is something to tell.

The text is known to be JSON (or, for `too_deep`, anything).  Nothing here calls itself, so no text is too deep.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from sla_dsl.evidence import json_mistakes as mistakes
from sla_dsl.evidence import limits
from sla_dsl.evidence.places import in_path
from sla_dsl.findings.finding import Finding, Span
from sla_dsl.records import NamedTuple

_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[\[\]{},:]|[^\s\[\]{},:"]+', re.DOTALL)
_BRACKET = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*(?:"|\Z)|[\[\]{}]', re.DOTALL)

NOT_NUMBERS = ("NaN", "Infinity", "-Infinity")


class Spot(NamedTuple):
    """A value: its path, where it begins and ends (of a list or an object: its bracket), and where its name stands."""

    path: str
    span: Span
    name: str
    name_span: Span | None
    again: bool
    """Whether its object has this name already."""


class _Inside:
    """The list or object that is being walked through: `index` counts in a list and is -1 in an object."""

    __slots__ = ("index", "name", "name_span", "path", "seen", "waits_for_name")

    def __init__(self, path: str, bracket: str) -> None:
        self.path = path
        self.index = 0 if bracket == "[" else -1
        self.waits_for_name = bracket == "{"
        self.name = ""
        self.name_span: Span | None = None
        self.seen: set[str] = set()

    def spot(self, span: Span) -> Spot:
        """The value that stands here."""
        if self.index >= 0:
            return Spot(f"{self.path}[{self.index}]", span, "", None, again=False)
        if self.name_span is None:
            return Spot("", span, "", None, again=False)
        step, again = in_path(self.name), self.name in self.seen
        self.seen.add(self.name)
        return Spot(f"{self.path}.{step}" if self.path else step, span, self.name, self.name_span, again)

    def take_name(self, token: str, span: Span) -> None:
        """The name of the next value."""
        self.name = json.loads(token) if "\\" in token else token[1:-1]
        self.name_span = span

    def next(self) -> None:
        """A comma: the next value of a list, or the next name of an object."""
        if self.index >= 0:
            self.index += 1
        else:
            self.waits_for_name = True


def walk(text: str) -> Iterator[Spot]:
    """Every value of a JSON text with its place, in order."""
    inside = [_Inside("", "")]
    for match in _TOKEN.finditer(text):
        token, here = match[0], inside[-1]
        if token in "]}":
            inside.pop()
        elif token == ",":
            here.next()
        elif token == ":":
            here.waits_for_name = False
        elif here.waits_for_name:
            here.take_name(token, Span(*match.span()))
        else:
            spot = here.spot(Span(*match.span()))
            yield spot
            if token in "[{":
                inside.append(_Inside(spot.path, token))


def find_spots(text: str, paths: Iterable[str]) -> dict[str, Spot]:
    """The values of these paths.  Of a path that the text does not have: the value around it."""
    around = {path: list(_outwards(path)) for path in paths}
    if not around:
        return {}
    wanted = {path for outwards in around.values() for path in outwards}
    spots = {spot.path: spot for spot in walk(text) if spot.path in wanted}
    return {path: next(spots[one] for one in outwards if one in spots) for path, outwards in around.items()}


def _outwards(path: str) -> Iterator[str]:
    """The path, then the paths of what it is in, down to the empty path of the whole text."""
    yield path
    while path:
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
        yield path


def too_deep(text: str) -> Span | None:
    """The first bracket that opens more than is read; the text need not be JSON."""
    depth = 0
    for match in _BRACKET.finditer(text):
        if match[0] in "[{":
            depth += 1
            if depth > limits.NESTING:
                return Span(*match.span())
        elif match[0] in "]}":
            depth -= 1
    return None


def find_oddities(text: str) -> list[Finding]:
    """What ordinary readers of JSON let pass: a field twice in one object, and NaN or Infinity."""
    found: list[Finding] = []
    for spot in walk(text):
        written = text[spot.span.start : spot.span.end]
        if spot.again and spot.name_span:
            found.append(mistakes.double_field(spot.path, spot.name_span, spot.name))
        if written in NOT_NUMBERS:
            found.append(mistakes.not_a_number(spot.path, spot.span, written))
    return found

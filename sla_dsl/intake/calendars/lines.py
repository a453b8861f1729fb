"""The lines of a calendar: what each says, on which line of the file, and in which component it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sla_dsl.evidence.limits import NESTING
from sla_dsl.findings.finding import Finding
from sla_dsl.intake import mistakes
from sla_dsl.intake.sources import SourceFile
from sla_dsl.records import NamedTuple

CALENDAR = "VCALENDAR"


class Property(NamedTuple):
    """`DTSTART;TZID=Europe/Brussels:20240301T020000`: its parameters by name, and the text behind the colon.

    `text` is what is meant where the value is a text; `raw` is as it stands there.
    """

    name: str
    parameters: dict[str, str]
    raw: str
    text: str
    line: int


class Component:
    """What stands between BEGIN and END: its properties, and the components in it."""

    __slots__ = ("inner", "line", "name", "properties")

    def __init__(self, name: str, line: int) -> None:
        self.name, self.line = name, line
        self.properties: list[Property] = []
        self.inner: list[Component] = []

    def all(self, name: str) -> list[Property]:
        """Every property of the name that says something."""
        return [one for one in self.properties if one.name == name and one.raw.strip()]

    def text(self, name: str) -> str:
        """The text of the first property of the name; empty where there is none."""
        found = self.all(name)
        return found[0].text.strip() if found else ""


def read_calendars(file: SourceFile, title: str, extra: str) -> tuple[list[Component], list[Finding]]:
    """The calendars in a file, and what is wrong with it: then there are none."""
    text = file.text()
    if isinstance(text, Finding):
        return [], [text]
    try:
        from icalendar import parser
    except ImportError:
        return [], [mistakes.not_installed(file.name, title, extra)]
    root = Component("", 0)
    why = _build(root, unfolded(text), parser)
    if not why and not root.inner:
        return [], [mistakes.not_this_form(file.name, title, f'it has no "BEGIN:{CALENDAR}"', "")]
    return ([], [mistakes.cannot_be_read(file.name, why)]) if why else (root.inner, [])


def unfolded(text: str) -> Iterator[tuple[int, str]]:
    """The lines with the numbers that they begin on; one that begins with a blank goes on from the line before."""
    number, parts = 0, [""]
    for current, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        if line[:1] in (" ", "\t"):
            parts.append(line[1:])
        else:
            yield number, "".join(parts)
            number, parts = current, [line]
    yield number, "".join(parts)


def _build(root: Component, lines: Iterator[tuple[int, str]], parser: Any) -> str:
    """Puts the components together; the answer is why that cannot be done, or empty."""
    path = [root]
    for number, line in lines:
        if not line.strip():
            continue
        found = _property(line, number, parser)
        if found is None:
            return f"line {number} is no line of a calendar"
        why = _place(path, found)
        if why:
            return f"line {number} {why}"
    return f"{path[-1].name}, which begins on line {path[-1].line}, has no end" if len(path) > 1 else ""


def _place(path: list[Component], found: Property) -> str:
    """Puts a property where it belongs; the answer is why it belongs nowhere, or empty."""
    name = found.raw.strip().upper()
    if found.name == "BEGIN" and (len(path) == 1) == (name == CALENDAR) and len(path) < NESTING:
        path.append(Component(name, found.line))
        path[-2].inner.append(path[-1])
    elif found.name == "BEGIN":
        return f"begins {name[:40]} where none can begin"
    elif len(path) == 1:
        return "stands outside a calendar"
    elif found.name != "END":
        path[-1].properties.append(found)
    elif path.pop().name != name:
        return f"ends {name[:40]}, which has not begun"
    return ""


def _property(line: str, number: int, parser: Any) -> Property | None:
    try:
        name, parameters, raw = parser.Contentline(line).raw_parts()
    except ValueError:
        return None
    named = {key.upper(): value if isinstance(value, str) else ",".join(value) for key, value in parameters.items()}
    return Property(name.upper(), named, raw, parser.unescape_backslash(raw), number)

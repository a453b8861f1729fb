"""YAML as plain text: lists, records and texts, and nothing else.

What stands in the file stays as it is written: a date is a text, `no` is a text, a tag makes nothing.  An alias stands
for what it names without a copy, and never for something that it stands in.  Nothing here calls itself.
"""

from __future__ import annotations

from typing import Any

from sla_dsl.evidence.limits import NESTING
from sla_dsl.findings.finding import Finding
from sla_dsl.intake import mistakes
from sla_dsl.intake.sources import SourceFile

LINE = ""
"""The key under which a record keeps the line on which it begins; no name in a file is empty."""


class _Bad(Exception):
    """Why the text is not read, and where."""

    def __init__(self, why: str, line: int) -> None:
        self.why, self.line = why, line


def read_yaml(file: SourceFile, title: str, extra: str) -> tuple[Any, list[Finding]]:
    """The value of a file, None where there is none, and what is wrong with it."""
    text = file.text()
    if isinstance(text, Finding):
        return None, [text]
    try:
        import yaml
    except ImportError:
        return None, [mistakes.not_installed(file.name, title, extra)]
    builder = _Builder()
    try:
        for event in yaml.parse(text, Loader=yaml.BaseLoader):
            builder.take(event, yaml)
    except _Bad as bad:
        return None, [mistakes.cannot_be_read(file.name, f"line {bad.line}: {bad.why}")]
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return None, [mistakes.cannot_be_read(file.name, f"line {mark.line + 1 if mark else 1} is not YAML")]
    except (yaml.YAMLError, ValueError, OverflowError):
        return None, [mistakes.cannot_be_read(file.name, "a character in it is not allowed in YAML")]
    return builder.value, []


class _Open:
    """A list or a record that is not yet closed; `key` waits for its value."""

    def __init__(self, value: Any, anchor: str | None) -> None:
        self.value = value
        self.anchor = anchor
        self.key: str | None = None


class _Builder:
    """Puts the events of a file together."""

    def __init__(self) -> None:
        self.value: Any = None
        self._open: list[_Open] = []
        self._named: dict[str, Any] = {}
        self._documents = 0

    def take(self, event: Any, yaml: Any) -> None:
        """One event."""
        line = event.start_mark.line + 1
        match event:
            case yaml.ScalarEvent():
                self._add(event.value, event.anchor, line)
            case yaml.AliasEvent():
                self._add(self._of(event.anchor, line), None, line)
            case yaml.SequenceStartEvent():
                self._begin([], event.anchor, line)
            case yaml.MappingStartEvent():
                self._begin({LINE: line}, event.anchor, line)
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                done = self._open.pop()
                self._add(done.value, done.anchor, line)
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    raise _Bad("a second document begins", line)

    def _begin(self, value: Any, anchor: str | None, line: int) -> None:
        if len(self._open) >= NESTING:
            raise _Bad("too much stands inside each other", line)
        self._open.append(_Open(value, anchor))

    def _of(self, anchor: str, line: int) -> Any:
        if anchor not in self._named:
            raise _Bad(f'nothing before it is called "{anchor[:40]}"', line)
        return self._named[anchor]

    def _add(self, value: Any, anchor: str | None, line: int) -> None:
        if anchor:
            self._named[anchor] = value
        around = self._open[-1] if self._open else None
        if around is None:
            self.value = value
        elif isinstance(around.value, list):
            around.value.append(value)
        else:
            _into_record(around, value, line)


def _into_record(around: _Open, value: Any, line: int) -> None:
    """A name, or the value of the name before it."""
    if around.key is None:
        if not isinstance(value, str) or value in ("", "<<"):
            raise _Bad("the name of a field is not a plain text", line)
        if value in around.value:
            raise _Bad(f'the field "{value[:40]}" stands there twice', line)
        around.key = value
    else:
        around.value[around.key] = value
        around.key = None

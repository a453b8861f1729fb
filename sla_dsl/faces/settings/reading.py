"""A settings file, read: each setting with its place, or everything that is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sla_dsl.evidence.files import read_file
from sla_dsl.evidence.utf8 import text_of
from sla_dsl.faces.settings import mistakes
from sla_dsl.faces.settings.keys import ALL, having, known_keys
from sla_dsl.faces.settings.spans import Spans, spans_of
from sla_dsl.faces.settings.values import fitted, one_of
from sla_dsl.findings.finding import Finding, Span, in_order
from sla_dsl.findings.source import Source
from sla_dsl.findings.toml_slips import slip
from sla_dsl.records import NamedTuple

MOST_BYTES = 65_536
"""Bytes of a settings file."""

_PLACE = re.compile(r"\(at line ([0-9]+), column ([0-9]+)\)")


class Setting(NamedTuple):
    """A setting: the part that it stands in (a command, or all of them), its name, its value, where it stands."""

    part: str
    key: str
    value: object
    origin: str
    line: int = 0


class Read(NamedTuple):
    """The settings of a file; what is wrong with it, and its text to show where."""

    settings: tuple[Setting, ...]
    findings: tuple[Finding, ...] = ()
    source: Source = Source("", "")


def read_settings(path: str) -> Read:
    """The file's settings, each looked at for every command that it is for."""
    data = read_file(path, MOST_BYTES)
    text = data if isinstance(data, Finding) else text_of(data, MOST_BYTES)
    if isinstance(text, Finding):
        return Read((), (text._replace(source=path),))
    source = Source(path, text)
    tables = _tables(source)
    if isinstance(tables, Finding):
        return Read((), (tables._replace(source=path),), source)
    spans = spans_of(text)
    found = [finding._replace(source=path) for finding in _mistakes(tables, spans)]
    return Read(tuple(_settings(tables, spans, source)), in_order(found), source)


def _tables(source: Source) -> dict[str, Any] | Finding:
    import tomllib

    try:
        # Lines that end as on Windows are as good; the reader's own refusal of others would say nothing to anybody.
        return tomllib.loads(source.text)
    except (ValueError, RecursionError) as wrong:
        place = _PLACE.search(str(wrong))
        span = _line(source, int(place[1]) if place else source.text.count("\n") + 1)
        return mistakes.not_toml(span, slip(source.text[span.start : span.end], str(wrong))[1])


def _line(source: Source, number: int) -> Span:
    """What is written in a line, or in the last one before it that is not empty."""
    while number > 1 and not source.line(number).strip():
        number -= 1
    text = source.line(number)
    start = sum(len(line) for line in source.text.splitlines(keepends=True)[: number - 1])
    return Span(start + len(text) - len(text.lstrip()), start + len(text.rstrip()))


def _settings(tables: dict[str, Any], spans: Spans, source: Source) -> Iterator[Setting]:
    for part, table in tables.items():
        for key, value in table.items() if isinstance(table, dict) else ():
            span = spans.keys.get((part, key))
            yield Setting(part, key, value, source.name, source.position(span.start)[0] if span else 0)


# ---------------------------------------------------------------- what is wrong


def _mistakes(tables: dict[str, Any], spans: Spans) -> Iterator[Finding]:
    for part, table in tables.items():
        if not isinstance(table, dict):
            yield mistakes.outside(part, spans.keys.get(("", part)))
        elif part != ALL and part not in known_keys():
            yield mistakes.unknown_part(part, _nearest_part(part), spans.parts.get(part))
        else:
            for key, value in table.items():
                yield from _of_setting(part, key, value, spans)


def _nearest_part(part: str) -> str:
    return one_of((ALL, *known_keys()), part)


def _of_setting(part: str, key: str, value: object, spans: Spans) -> Iterator[Finding]:
    place = (part, key)
    if part == ALL:
        parameters = [parameter for _, parameter in having(key)]
    else:
        parameters = [known_keys()[part][key]] if key in known_keys()[part] else []
    if not parameters:
        yield mistakes.unknown_setting(key, part, _nearest_setting(part, key), spans.keys.get(place))
        return
    repairs = [fitting.repair for parameter in parameters if (fitting := fitted(parameter, value)).value is None]
    if len(repairs) == len(parameters):
        yield mistakes.wrong_value(key, _shown(value), _repair(repairs), spans.values.get(place))


def _repair(repairs: list[str]) -> str:
    """What to write instead: for several commands the shortest way to say it, so that it is always the same."""
    return min(repairs, key=lambda repair: (not repair.startswith("Did you"), -len(repair), repair))


def _nearest_setting(part: str, key: str) -> str:
    elsewhere = [name for name, keys in known_keys().items() if key in keys]
    if elsewhere:
        named = [f"[{name}]" for name in elsewhere]
        return f"Write it under {' or '.join(filter(None, [', '.join(named[:-1]), named[-1]]))}."
    known = {key for keys in known_keys().values() for key in keys} if part == ALL else set(known_keys()[part])
    return one_of(sorted(known), key)


def _shown(value: object) -> str:
    from sla_dsl.evidence.wording import cut

    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "A part of its own"
    if isinstance(value, list):
        return "A list"
    return f"'{cut(value)}'" if isinstance(value, str) else cut(str(value))

"""A mapping file: the answers to what an export leaves open, each a line with its reason.

account                 = { is = "acme", because = "our customer number 4711" }
service."Git Operations" = { is = "git_operations", because = "§ 1 of the agreement" }
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from sla_dsl.findings.finding import Finding, Span
from sla_dsl.findings.toml_slips import slip
from sla_dsl.intake import mistakes
from sla_dsl.records import NamedTuple

FORMAT = "sla-mapping/1"
DEEPEST = 4

Key: TypeAlias = tuple[str, ...]

_TEXT = r'"(?:[^"\\\n]|\\.)*"'
_LINE = re.compile(
    rf"^[ \t]*+(?:(?P<key>(?:{_TEXT}|[^\"=#\n\[])++)=|\[(?P<head>(?:{_TEXT}|[^\"\[\]\n])++)\])", re.MULTILINE
)
"""A name or the head of a group, and nothing of what stands behind them: a remark may hold `[0]` or `=` as well."""
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_AT = re.compile(r"\(at line (\d+), column (\d+)\)")


class Answer(NamedTuple):
    """What was answered, why, and where it stands in the file."""

    given: tuple[str, ...]
    because: str
    span: Span | None


class Mapped(NamedTuple):
    """A mapping file as it was read: the name of the file, the form of export that it is for, the answers."""

    name: str = ""
    export: str = ""
    answers: Mapping[Key, Answer] = {}


def name_of(key: Key) -> str:
    """The name of a question as the file has it: `service."Git Operations"`."""
    ours = {"record": (0, 2), "column": (0, 1)}.get(key[0], (0,))
    return ".".join(
        part if number in ours and _BARE.fullmatch(part) else quoted(part) for number, part in enumerate(key)
    )


def quoted(text: str) -> str:
    """A text as TOML writes it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in escaped) + '"'


def read_mapping(text: str, name: str, wanted: str = "") -> tuple[Mapped, list[Finding]]:
    """The answers, and what is wrong with how they are written; `wanted` is the form of export that they are for."""
    try:
        plain = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Mapped(name), [mistakes.not_toml(name, *_told(text, str(error)))]
    except RecursionError:
        return Mapped(name), [mistakes.not_toml(name, "too much stands inside each other", "", None)]
    except ValueError:
        return Mapped(name), [mistakes.not_toml(name, "a number in it is too long", "", None)]
    spans = dict(_spans(text))
    form = plain.pop("format", "")
    export = plain.pop("export", "")
    found = [] if form == FORMAT else [mistakes.newer_mapping(name, str(form), FORMAT, spans.get(("format",)))]
    if wanted and export != wanted:
        found.append(mistakes.other_export(name, str(export), wanted, spans.get(("export",))))
    answers: dict[Key, Answer] = {}
    for key, value in _leaves(plain):
        answer = _answer(value, spans.get(key))
        if answer is None:
            found.append(mistakes.not_an_answer(name, name_of(key), _number(value), spans.get(key)))
        else:
            answers[key] = answer
    return Mapped(name, export if isinstance(export, str) else "", answers), found


def _told(text: str, error: str) -> tuple[str, str, Span]:
    """Why the text is no TOML, the repair where it is plain, and the line that it is about."""
    at = _AT.search(error)
    lines = text.rstrip("\n").split("\n")
    number = min(int(at[1]), len(lines)) - 1 if at else len(lines) - 1
    start = sum(len(line) + 1 for line in lines[:number])
    return *slip(lines[number], error), Span(start, start + max(len(lines[number]), 1))


def _leaves(plain: dict[str, Any]) -> Iterator[tuple[Key, object]]:
    """What is an answer or should be one, with its name, in the order of the file."""
    waiting: list[tuple[Key, object]] = [((name,), value) for name, value in reversed(plain.items())]
    while waiting:
        key, value = waiting.pop()
        if isinstance(value, dict) and not _looks_answered(value) and len(key) < DEEPEST:
            waiting += [((*key, name), inner) for name, inner in reversed(value.items())]
        else:
            yield key, value


def _looks_answered(value: dict[str, Any]) -> bool:
    return any(name in value and not isinstance(value[name], dict) for name in ("is", "because"))


def _answer(value: object, span: Span | None) -> Answer | None:
    if not isinstance(value, dict) or not set(value) <= {"is", "because"}:
        return None
    given, because = value.get("is", "?"), value.get("because", "")
    listed = given if isinstance(given, list) else [given]
    if not listed or not all(isinstance(one, str) for one in (*listed, because)):
        return None
    return Answer(tuple(listed), because, span)


def _number(value: object) -> str:
    """An answer that is a number without quotation marks: every answer is a text."""
    given = value.get("is") if isinstance(value, dict) else value
    return str(given) if isinstance(given, int) and not isinstance(given, bool) else ""


def _spans(text: str) -> Iterator[tuple[Key, Span]]:
    """Where each answer stands; of a file that is TOML."""
    table: Key = ()
    for match in _LINE.finditer(text):
        if match["head"]:
            table = _key(match["head"])
            continue
        end = text.find("\n", match.start())
        yield (*table, *_key(match["key"])), Span(match.start("key"), len(text) if end < 0 else end)


def groups_of(text: str) -> dict[Key, int]:
    """The groups of a mapping file, `[service]`, and the number of the line behind the one on which each begins."""
    heads = [match for match in _LINE.finditer(text) if match["head"]]
    return {_key(match["head"]): text.count("\n", 0, match.end()) + 1 for match in heads}


def _key(written: str) -> Key:
    """The parts of a name; of what is no name, none."""
    try:
        inner: object = tomllib.loads(f"{written} = 0")
    except tomllib.TOMLDecodeError:
        return ()
    parts: list[str] = []
    while isinstance(inner, dict):
        [(part, inner)] = inner.items()
        parts.append(part)
    return tuple(parts)

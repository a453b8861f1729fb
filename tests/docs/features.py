"""The features of the field as `docs/field.md` has them: each with its sentences and how it stands with them."""

from __future__ import annotations

import re
from typing import NamedTuple

from tests.docs.blocks import Block, blocks, document, in_code, sections

NAME = "field.md"
_HEADING = re.compile(r"([0-9]+) `([a-z0-9-]+)`")
_STANDING = re.compile(r"(Today|To come)\. Core: ([^;.]+)(?:; new: ([^.]+))?\.")


class Standing(NamedTuple):
    """How it stands with a sentence: said today or not, the operations that it goes to, those that are missing."""

    today: bool
    core: tuple[str, ...]
    new: tuple[str, ...]


class Feature(NamedTuple):
    """A feature of the field: its sentences, each with how it stands."""

    number: int
    name: str
    meaning: str
    said: tuple[tuple[Block, Standing], ...]


def features() -> list[Feature]:
    """The features, in the order of the document."""
    found = []
    for title, body in sections(document(NAME), 3).items():
        if heading := _HEADING.fullmatch(title):
            said = [block for block in blocks(NAME) if block.heading == title]
            standing = [_standing(match) for match in _STANDING.finditer(body)]
            meaning = body.strip().split("\n\n")[0]
            found.append(Feature(int(heading[1]), heading[2], meaning, tuple(zip(said, standing, strict=True))))
    return found


def _standing(match: re.Match[str]) -> Standing:
    return Standing(match[1] == "Today", tuple(in_code(match[2])), tuple(in_code(match[3] or "")))


def summary(feature: Feature) -> str:
    """How it stands with a feature, in a few words."""
    return "; ".join(dict.fromkeys(_in_words(standing) for _, standing in feature.said))


def _in_words(standing: Standing) -> str:
    if standing.today:
        return "today"
    if not standing.new:
        return "form to come, core there"
    return f"new in the core: {', '.join(f'`{name}`' for name in standing.new)}"


def feature_rows() -> list[tuple[str, ...]]:
    """The rows of the table at the head of the document."""
    ordered = sorted(features())
    return [(str(it.number), f"`{it.name}`", summary(it)) for it in ordered]

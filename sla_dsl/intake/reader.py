"""What a reader of exports is: a name, what it needs and gives, how it knows its form, and how it reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal, TypeAlias

from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.sources import SourceFile
from sla_dsl.intake.stated import Export
from sla_dsl.records import NamedTuple

Bearing: TypeAlias = Literal["counts", "down"]


class Topic(NamedTuple):
    """A respect in which records are labelled.

    `words`: the question, with `{}` for the label.  `bearing`: whether such a record counts at all, or whether the
    service was down during such planned work.
    """

    words: str
    bearing: Bearing = "counts"


class Reader(NamedTuple):
    """A form of export.

    `name` is what the command line calls it; `title` what people do.  `needs` says what to export and how, `gives`
    what it becomes.  `extra`: the extra that has to be installed, if any.  `sniff`: whether a file looks like it.
    `read` takes all files together and may ask what it needs to know to read at all.
    """

    name: str
    title: str
    needs: str
    gives: str
    sniff: Callable[[SourceFile], bool]
    read: Callable[[Sequence[SourceFile], Asking], Export]
    topics: Mapping[str, Topic] = {}
    extra: str = ""

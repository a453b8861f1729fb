"""A mistake whose place is not yet known: the reader of a value knows the words, its caller the place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from sla_dsl.findings.finding import Finding
from sla_dsl.records import NamedTuple


class Wrong(NamedTuple):
    """A constructor of `mistakes.py` and what it says besides the place.

    `inside`: where in the value it is, as `[2]` for the third of a list.  `more`: what else is wrong with it.
    """

    mistake: Callable[..., Finding]
    words: tuple[object, ...] = ()
    inside: str = ""
    more: tuple[Any, ...] = ()

    def at(self, field: str) -> Finding:
        """The finding, told of this field."""
        return self.mistake(field, *self.words)

    def all(self) -> Iterator[Wrong]:
        """This mistake, then the others in the same value."""
        yield self
        yield from self.more


class Number(NamedTuple):
    """A number of a JSON text, as it was written: it is never turned into a value."""

    written: str

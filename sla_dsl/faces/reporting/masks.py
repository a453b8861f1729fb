"""Other names for what has a name: each always the same, `Service A` and `Service B`, `Incident 1` and `Incident 2`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


class Masks:
    """The names that were given so far."""

    def __init__(self) -> None:
        self._given: dict[str, dict[str, str]] = {}
        self._words: dict[str, str] = {}

    def name(self, kind: str, hidden: str) -> str:
        """The name of something of a kind: the next letter if it has none yet."""
        given = self._given.setdefault(kind, {})
        return given.setdefault(hidden, f"{kind} {letters(len(given))}")

    def numbered(self, kind: str, hidden: Iterable[str]) -> Mapping[str, str]:
        """Names with a number for all of a kind; nothing stays nothing."""
        order = [text for text in dict.fromkeys(hidden) if text]
        return {"": ""} | {text: f"{kind} {number}" for number, text in enumerate(order, start=1)}

    def same(self, words: Mapping[str, str]) -> None:
        """Says under which name something is known that other steps may be called by; the first one holds."""
        self._words = {**words, **self._words}

    def known(self, word: str) -> str:
        """The name of a step: that of the thing it is called by, or else a term of its own."""
        return self._words.get(word) or self.name("Term", word)


def letters(number: int) -> str:
    """`A` to `Z`, `AA`, `AB` and so on, counted from 0."""
    rest, found = number + 1, ""
    while rest:
        rest, place = divmod(rest - 1, 26)
        found = chr(ord("A") + place) + found
    return found

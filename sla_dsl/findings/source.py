"""A text that was read, and where its characters stand in it."""

from __future__ import annotations

from bisect import bisect_right

from sla_dsl.findings.frozen import Frozen, put


class Source(Frozen):
    """A text and its name (that of its file, or empty).

    A line ends with a line feed, and with a carriage return before it where there is one; with nothing else.
    """

    __slots__ = ("_starts", "name", "text")

    name: str
    text: str
    # Where each line starts; filled when it is first asked for, since most texts are read without a mistake.
    _starts: list[int]

    def __init__(self, name: str, text: str) -> None:
        put(self, "name", name)
        put(self, "text", text)
        put(self, "_starts", [])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Source) and (self.name, self.text) == (other.name, other.text)

    def __hash__(self) -> int:
        return hash((self.name, self.text))

    def __repr__(self) -> str:
        return f"Source(name={self.name!r}, text={self.text!r})"

    def position(self, offset: int) -> tuple[int, int]:
        """The line and the column of a character, both counted from 1; `offset` counts characters from 0."""
        starts = self._line_starts()
        line = bisect_right(starts, max(offset, 0))
        return line, max(offset, 0) - starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its end; empty where there is no such line."""
        starts = self._line_starts()
        if not 1 <= number <= len(starts):
            return ""
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].removesuffix("\n").removesuffix("\r")

    def _line_starts(self) -> list[int]:
        if not self._starts:
            self._starts.append(0)
            self._starts.extend(place + 1 for place, character in enumerate(self.text) if character == "\n")
        return self._starts

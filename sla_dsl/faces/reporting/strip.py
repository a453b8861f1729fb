"""The strip: the time of a period in rows, with a mark for each stretch of time in which something happened.

What would be narrower than a pixel is drawn together with what stands next to it, and says how much it stands for.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from sla_dsl.faces.pictures.strip import SIGNS
from sla_dsl.faces.reporting.rows import WHOLE, Row, Rows
from sla_dsl.records import NamedTuple

ORDER = tuple([bucket for bucket in SIGNS if bucket != "up"])
"""Of several things in one pixel the first of these is drawn."""


class Piece(NamedTuple):
    """A stretch of time in one bucket of the ledger: when and what in words, and the incidents that lie in it."""

    start: int
    end: int
    bucket: str
    when: str
    what: str
    incidents: tuple[str, ...]


class Mark(NamedTuple):
    """What is drawn in a row, from `left` for `width` (ten-thousandths), for one or more pieces of time."""

    left: int
    width: int
    bucket: str
    pieces: tuple[Piece, ...]
    first: bool


class Drawn(NamedTuple):
    """A row with its marks, and the places of its ends and its ticks."""

    row: Row
    left: int
    width: int
    ticks: tuple[tuple[int, str], ...]
    marks: tuple[Mark, ...]


def drawn_rows(rows: Rows, pieces: Sequence[Piece]) -> tuple[Drawn, ...]:
    """Each row with what is drawn in it."""
    within = _by_row(rows, pieces)
    return tuple([_drawn(rows, row, within[n]) for n, row in enumerate(rows.rows)])


def merged(drawn: Sequence[Drawn]) -> int:
    """How many pieces of time are drawn together with others."""
    return sum(len(mark.pieces) for row in drawn for mark in row.marks if len(mark.pieces) > 1)


def _by_row(rows: Rows, pieces: Sequence[Piece]) -> list[list[tuple[Piece, bool]]]:
    """The pieces of each row in order of time, and whether they begin there."""
    found: list[list[tuple[Piece, bool]]] = [[] for _ in rows.rows]
    starts = [row.start for row in rows.rows]
    for piece in sorted(pieces, key=lambda it: (it.start, it.end)):
        at = begun = max(bisect_right(starts, piece.start) - 1, 0)
        while at < len(starts) and starts[at] < piece.end:
            # A day that the calendar of the zone leaves out has a row, but no time in which anything could be.
            if rows.rows[at].start < rows.rows[at].end:
                found[at].append((piece, at == begun))
            at += 1
    return found


def _drawn(rows: Rows, row: Row, pieces: Sequence[tuple[Piece, bool]]) -> Drawn:
    left = rows.place(row, row.start)
    ticks = tuple([(rows.place(row, tick.at), tick.words) for tick in row.ticks])
    marks = tuple([_mark(rows, row, group) for group in _groups(rows, pieces)])
    return Drawn(row, left, rows.place(row, row.end) - left, ticks, marks)


def _groups(rows: Rows, pieces: Sequence[tuple[Piece, bool]]) -> Iterator[list[tuple[Piece, bool]]]:
    """Each piece by itself, but those narrower than a pixel with their like, as far as these lie as near."""
    group: list[tuple[Piece, bool]] = []
    for piece, begins in pieces:
        small = piece.end - piece.start < rows.grain
        if group and not (small and _near(rows, group, piece)):
            yield group
            group = []
        group.append((piece, begins))
        if not small:
            yield group
            group = []
    if group:
        yield group


def _near(rows: Rows, group: Sequence[tuple[Piece, bool]], piece: Piece) -> bool:
    """Whether a small piece comes within a pixel of the one before it, in a group that is not yet wide."""
    return piece.start - group[-1][0].end < rows.grain and piece.end - group[0][0].start < 4 * rows.grain


def _mark(rows: Rows, row: Row, group: Sequence[tuple[Piece, bool]]) -> Mark:
    pieces = tuple([piece for piece, _ in group])
    left = rows.place(row, max(pieces[0].start, row.start))
    right = rows.place(row, min(pieces[-1].end, row.end))
    bucket = min((piece.bucket for piece in pieces), key=rank)
    width = max(right - left, WHOLE // 1_000)
    return Mark(left, width, bucket, pieces, any(begins for _, begins in group))


def rank(bucket: str) -> int:
    """Where a bucket stands in the order; time without an incident stands last."""
    return ORDER.index(bucket) if bucket in ORDER else len(ORDER)

"""The staircase of a credit as its template draws it: places as shares of the width, heights in pixels.

It is true to scale where its steps can then be told apart, and otherwise every step is drawn as wide.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from sla_dsl.faces.layout import columns
from sla_dsl.faces.reporting.model import Here, Stair, Staircase
from sla_dsl.faces.reporting.rows import WHOLE
from sla_dsl.faces.reporting.strip_picture import share
from sla_dsl.records import NamedTuple
from sla_dsl.values.exact import Exact

TOP, HIGH = 30, 150
"""Where the highest amount is drawn, and how high that is, in pixels."""

BOTTOM = TOP + HIGH
NARROWEST = WHOLE * 7 // 100
"""A step that would be narrower makes the picture one that is not to scale."""

LETTER = 6
WIDE, NARROW = 560, 250
"""About how wide a letter is, and the plot on paper and on a telephone."""


MOST_IN_A_LINE = 2
"""A label of more words is written in two lines."""


class Label(NamedTuple):
    """Words at a place across; `anchor` is start, middle or end; `wide` ones have no room on a telephone."""

    at: str
    words: str
    anchor: str
    wide: bool
    y: int


class Run(NamedTuple):
    """A straight line."""

    x1: str
    y1: int
    x2: str
    y2: int


class Mark(NamedTuple):
    """Where the period lies: from one place to another, the same where it is known, and how high."""

    left: str
    width: str
    at: str
    y: int
    words: str
    anchor: str
    exact: bool


class StairsPicture(NamedTuple):
    """What the template draws."""

    id: str
    title: str
    told: str
    bottom: int
    height: int
    corners: str
    runs: tuple[Run, ...]
    risers: tuple[Run, ...]
    ticks: tuple[str, ...]
    under: tuple[Label, ...]
    rates: tuple[Label, ...]
    amounts: tuple[tuple[int, str], ...]
    promises: tuple[Run, ...]
    limit: int | None
    here: Mark | None
    even: bool


class Scale(NamedTuple):
    """Where places along the staircase lie: the beginnings of its steps, and how far it is drawn."""

    starts: tuple[int, ...]
    reach: int
    even: bool

    def x(self, value: int) -> int:
        """A place in ten-thousandths of the width."""
        if not self.even:
            return min(value, self.reach) * WHOLE // self.reach
        step = max(n for n, start in enumerate(self.starts) if start <= value or n == 0)
        left, width = step * WHOLE // len(self.starts), WHOLE // len(self.starts)
        end = self.starts[step + 1] if step + 1 < len(self.starts) else max(self.reach, value + 1)
        return left + width * (value - self.starts[step]) // (end - self.starts[step])


def stairs_picture(name: str, stairs: Staircase) -> StairsPicture:
    """The picture of a staircase; `name` begins every place in the page that belongs to it."""
    scale = _scale(stairs)
    edges = [*(scale.x(step.start) for step in stairs.steps), WHOLE]
    runs = tuple(_runs(stairs.steps, edges))
    return StairsPicture(
        id=name,
        title=f"{stairs.name}: {stairs.about}",
        told="; ".join(f"{step.start_words} – {step.end_words}: {step.amount}" for step in stairs.steps),
        bottom=BOTTOM,
        height=BOTTOM + 36,
        corners=_corners(runs),
        runs=runs,
        risers=tuple([Run(a.x2, a.y2, b.x1, b.y1) for a, b in zip(runs, runs[1:], strict=False) if a.y2 != b.y1]),
        ticks=tuple([share(edge) for edge in edges[1:-1]]),
        under=tuple(_under(stairs.steps, edges)),
        rates=tuple(_rates(stairs.steps, edges, _lines(stairs, scale))),
        amounts=tuple(_amounts(stairs)),
        promises=tuple(_promises(stairs, scale)),
        limit=_limit(stairs),
        here=None if stairs.here is None else _here(stairs.here, scale),
        even=scale.even,
    )


def _scale(stairs: Staircase) -> Scale:
    starts = tuple([step.start for step in stairs.steps])
    most = max(starts[-1], stairs.here.most if stairs.here else 0)
    true = Scale(starts, max(most * 115 // 100, 1), even=False)
    edges = [*(true.x(start) for start in starts), WHOLE]
    crowded = any(b - a < NARROWEST for a, b in zip(edges, edges[1:], strict=False))
    return true._replace(even=crowded and len(starts) > 1)


def _y(height: Exact) -> int:
    return BOTTOM - int(HIGH * Fraction(height))


def _runs(steps: Sequence[Stair], edges: Sequence[int]) -> Iterator[Run]:
    for step, left, right in zip(steps, edges, edges[1:], strict=False):
        yield Run(share(left), _y(step.height), share(right), _y(step.last_height))


def _corners(runs: Sequence[Run]) -> str:
    """The area below the staircase, in a square of a hundred by the height."""
    along = " ".join(f"{run.x1},{run.y1} {run.x2},{run.y2}" for run in runs)
    return f"0,{BOTTOM} {along} 100,{BOTTOM}"


def _under(steps: Sequence[Stair], edges: Sequence[int]) -> Iterator[Label]:
    """Where each step begins, below the line, as far as there is room on paper; on a telephone there is less."""
    free = {WIDE: 0, NARROW: 0}
    for step, edge in zip(steps, edges, strict=False):
        lines = _in_two(step.start_words)
        length = max(map(columns, lines)) * LETTER
        anchor = "start" if edge == 0 else "end" if edge > WHOLE * 92 // 100 else "middle"
        fits = {width: _left(edge, length, width, anchor) >= free[width] for width in free}
        if fits[WIDE]:
            for width in free:
                if fits[width]:
                    free[width] = _left(edge, length, width, anchor) + length + LETTER
            for n, words in enumerate(lines):
                yield Label(share(edge), words, anchor, not fits[NARROW], BOTTOM + 17 + 14 * n)


def _in_two(words: str) -> tuple[str, ...]:
    """`14 hours` and below it `25 min`."""
    parts = words.split(" ")
    cut = (len(parts) + 1) // 4 * 2 if len(parts) > MOST_IN_A_LINE else len(parts)
    return tuple([" ".join(part) for part in (parts[:cut], parts[cut:]) if part])


def _left(edge: int, length: int, width: int, anchor: str) -> int:
    """Where words begin, in pixels; before the picture's edge where they would not fit in it."""
    at = edge * width // WHOLE
    left = at if anchor == "start" else at - length if anchor == "end" else at - length // 2
    return left if left + length <= width else -1


def _rates(steps: Sequence[Stair], edges: Sequence[int], lines: Sequence[int]) -> Iterator[Label]:
    """The rate on each step that has room for it, beside the lines that cross the step."""
    for step, left, right in zip(steps, edges, edges[1:], strict=False):
        length = (columns(step.rate) + 1) * LETTER
        start, end = _widest([left, *(at for at in sorted(lines) if left < at < right), right])
        room = {width: (end - start) * width // WHOLE for width in (WIDE, NARROW)}
        if step.rate and step.height > 0 and length <= room[WIDE]:
            high = _y(max(step.height, step.last_height))
            y = high + 15 if BOTTOM - high >= 20 else high - 5
            yield Label(share((start + end) // 2), step.rate, "middle", length > room[NARROW], y)


def _widest(marks: Sequence[int]) -> tuple[int, int]:
    """The widest part between two marks."""
    return max(zip(marks, marks[1:], strict=False), key=lambda pair: pair[1] - pair[0])


def _amounts(stairs: Staircase) -> Iterator[tuple[int, str]]:
    """What the steps pay, beside the picture; what would lie on another is left to the table below."""
    found = {_y(step.height): step.amount for step in stairs.steps}
    if stairs.limit is not None and stairs.limit <= 1:
        found[_y(stairs.limit)] = stairs.limit_words
    found[TOP] = stairs.highest
    last = -100
    for y in (TOP, *sorted(found)):
        if y - last >= 15 and (y == BOTTOM or BOTTOM - y >= 15):
            yield y, "0" if y == BOTTOM else found[y]
            last = y


def _lines(stairs: Staircase, scale: Scale) -> list[int]:
    """Where lines stand that words should not lie on."""
    ends = (stairs.here.least, stairs.here.most) if stairs.here else ()
    return [scale.x(at) for at in (*ends, *_missed(stairs))]


def _missed(stairs: Staircase) -> list[int]:
    """Where promises begin to be broken."""
    return [promise.start for promise in stairs.promises if promise.status == "missed" and promise.start > 0]


def _promises(stairs: Staircase, scale: Scale) -> Iterator[Run]:
    """A line where a promise begins to be broken."""
    for start in _missed(stairs):
        at = share(scale.x(start))
        yield Run(at, TOP - 8, at, BOTTOM)


def _limit(stairs: Staircase) -> int | None:
    return _y(stairs.limit) if stairs.limit is not None and stairs.limit <= 1 else None


def _here(here: Here, scale: Scale) -> Mark:
    left, right = scale.x(here.least), scale.x(here.most)
    middle = (left + right) // 2
    anchor = "start" if middle < WHOLE // 3 else "end" if middle > WHOLE * 2 // 3 else "middle"
    exact = here.least == here.most
    return Mark(share(left), share(right - left), share(middle), _y(here.most_height), here.words, anchor, exact)

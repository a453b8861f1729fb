"""A credit as a staircase over downtime, with the promise and the maximum drawn in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from sla_dsl.analysis.boundaries import Point, Table
from sla_dsl.analysis.maximum import has_maximum, maximum_at
from sla_dsl.analysis.spans import CreditSpan, credit_spans, kept_spans
from sla_dsl.evaluation.arithmetic import amount
from sla_dsl.evaluation.tree import Root
from sla_dsl.evaluation.wording import money
from sla_dsl.faces.pictures.boundary_words import Scale, credit_words, from_words, rate_words, scale_of
from sla_dsl.faces.pictures.svg import (
    DASH_DOTTED,
    DASHED,
    Place,
    area,
    line,
    lines_of,
    text,
    width_of,
)
from sla_dsl.records import NamedTuple
from sla_dsl.values.exact import Exact
from sla_dsl.values.money import Money

LEFT, RIGHT, WIDTH = 104, 744, 760
HEIGHT, LOW = 200, 24
"""Of the plot itself, without its labels; and where there is no credit to be drawn."""

TICK = 62
"""Labels are not nearer to one another."""


class Frame(NamedTuple):
    """Where the plot lies, and how places along the line are laid onto it."""

    top: int
    scale: Scale
    ticks: tuple[Point, ...]
    most: Exact
    even: bool
    height: int = HEIGHT

    @property
    def bottom(self) -> int:
        """Where nothing is paid."""
        return self.top + self.height

    def x(self, point: Point) -> int:
        """Where a tick stands; the point before all of them on the left."""
        known = [tick.place for tick in self.ticks]
        if self.even:
            return LEFT + (RIGHT - LEFT) * sum(place <= point.place for place in known) // (len(known) + 1)
        reach = max(self.scale.value(self.ticks[-1]) * 115 // 100, 1)
        return LEFT + (RIGHT - LEFT) * min(self.scale.value(point), reach) // reach

    def y(self, paid: Exact) -> int:
        """The height of an amount."""
        return self.bottom - int(self.height * Fraction(paid) / Fraction(self.most)) if self.most else self.bottom


def picture(table: Table, credit: Root | None, top: int) -> tuple[list[str], int]:
    """The drawing of one credit (or of the promises alone) below a height, and where it ends."""
    spans = credit_spans(table, credit) if credit is not None else []
    frame = _frame(table, credit, spans, top + 22 + 18 * len(table.guarantees))
    drawn = [*_promises(table, frame)]
    if credit is not None:
        drawn = [
            *_stairs(frame, spans, credit),
            *drawn,
            *_maximum(frame, table, credit),
            *_amounts(frame, spans, credit),
        ]
        drawn += _rates(frame, spans, credit)
    labels, lowest = _ticks(table, frame)
    return [*_axes(frame, credit), *drawn, *labels], lowest


def _frame(table: Table, credit: Root | None, spans: Sequence[CreditSpan], top: int) -> Frame:
    scale = scale_of(table, credit or table.guarantees[0])
    begins = [span.first for span in spans]
    begins += [span.first for root in table.guarantees for span in kept_spans(table, root)]
    places = {point.place: point for point in begins if point.place > 0}
    ticks = tuple(places[place] for place in sorted(places))
    limit, highest = _limit(table, credit), _highest(spans, credit)
    most = max(highest, limit) if limit <= 2 * highest else highest
    frame = Frame(top, scale, ticks, most * Fraction(112, 100), False, HEIGHT if credit else LOW)
    return frame._replace(even=_crowded(frame))


def _highest(spans: Sequence[CreditSpan], credit: Root | None) -> Fraction:
    if credit is None:
        return Fraction(0)
    return max(Fraction(point.payable(credit.id)) for span in spans for point in (span.first, span.last))


def _limit(table: Table, credit: Root | None) -> Fraction:
    """The maximum of the credit, 0 for none."""
    last = table.steps[-1].last
    if credit is None or not has_maximum(last, credit):
        return Fraction(0)
    limit = maximum_at(last, credit)
    return Fraction(0) if limit is None else Fraction(amount(limit))


def _crowded(frame: Frame) -> bool:
    """Whether true to scale the labels would not be told apart."""
    if not frame.ticks:
        return False
    places = [LEFT, *(frame.x(point) for point in frame.ticks)]
    return any(b - a < TICK for a, b in zip(places, places[1:], strict=False))


# ---------------------------------------------------------------- the parts


def _axes(frame: Frame, credit: Root | None) -> Iterator[str]:
    yield line((Place(LEFT, frame.bottom), Place(RIGHT, frame.bottom)))
    if credit is not None:
        yield line((Place(LEFT, frame.top), Place(LEFT, frame.bottom)))


def _ticks(table: Table, frame: Frame) -> tuple[list[str], int]:
    """Where something changes, below the line: as many labels as can be told apart."""
    drawn, free, lowest = [], LEFT + TICK // 2, 0
    room = (RIGHT - LEFT) // (len(frame.ticks) + 1) if frame.even else TICK + 16
    drawn.append(text(Place(LEFT, frame.bottom + 16), "0" if table.line.along == "outages" else "0 s", "middle", 11))
    for point in frame.ticks:
        at = frame.x(point)
        drawn.append(line((Place(at, frame.bottom), Place(at, frame.bottom + 5))))
        if at - max(room, TICK) // 2 < free - TICK // 2:
            continue
        for row, words in enumerate(lines_of(from_words(table, frame.scale.value(point)), max(room, TICK), 11)):
            drawn.append(text(Place(at, frame.bottom + 16 + 13 * row), words, "middle", 11))
            lowest = max(lowest, row)
        free = at + max(room, TICK) // 2 + TICK // 2
    under = frame.bottom + 38 + 13 * lowest
    note = f"{frame.scale.words} from … on" + (" (not to scale: all steps are drawn as wide)" if frame.even else "")
    return [*drawn, text(Place((LEFT + RIGHT) // 2, under), note, "middle")], under + 12


def _stairs(frame: Frame, spans: Sequence[CreditSpan], credit: Root) -> Iterator[str]:
    """The staircase; a span that rises in many steps is a slope, true wherever something is marked below it."""
    corners = []
    for span, (start, end) in zip(spans, _ends(frame, spans), strict=True):
        corners.append(Place(start, frame.y(span.first.payable(credit.id))))
        if span.rises:
            within = [tick for tick in frame.ticks if span.first.place < tick.place < span.last.place]
            corners += [Place(frame.x(tick), frame.y(tick.payable(credit.id))) for tick in within]
        corners.append(Place(end, frame.y(span.last.payable(credit.id))))
    yield area([Place(LEFT, frame.bottom), *corners, Place(RIGHT, frame.bottom)], "#e4e4e4")
    yield line(corners, 3)


def _ends(frame: Frame, spans: Sequence[CreditSpan]) -> list[tuple[int, int]]:
    """Where each span begins and ends in the drawing."""
    starts = [LEFT if span.first.place == 0 else frame.x(span.first) for span in spans]
    return list(zip(starts, [*starts[1:], RIGHT], strict=True))


def _amounts(frame: Frame, spans: Sequence[CreditSpan], credit: Root) -> Iterator[str]:
    """The amounts at the left, as many as can be told apart."""
    found = {point.payable(credit.id): point for span in spans for point in (span.first, span.last)}
    last = frame.bottom + 20
    for paid, point in sorted(found.items(), key=lambda pair: pair[0]):
        at = frame.y(paid)
        if last - at < 15:
            continue
        yield text(Place(LEFT - 8, at + 4), credit_words(point, credit) if paid else "0", "end", 11)
        yield line((Place(LEFT - 4, at), Place(LEFT, at)))
        last = at


def _rates(frame: Frame, spans: Sequence[CreditSpan], credit: Root) -> Iterator[str]:
    """The rate on each step that has room for it, beside the lines that cross the step."""
    for span, (start, end) in zip(spans, _ends(frame, spans), strict=True):
        heights = [frame.y(point.payable(credit.id)) for point in (span.first, span.last)]
        words = "in many steps" if span.rises else rate_words(span, credit)
        left, right = _widest(frame, start, end)
        if words and heights[-1] < frame.bottom - 18 and width_of(words, 11) <= right - left:
            under = Place(end - 6, frame.bottom - 8)
            beside = Place((left + right) // 2, heights[0] + 15)
            yield text(under, words, "end", 11) if span.rises else text(beside, words, "middle", 11)


def _widest(frame: Frame, start: int, end: int) -> tuple[int, int]:
    """The widest part of a step between two marks."""
    marks = [start, *(at for at in map(frame.x, frame.ticks) if start < at < end), end]
    return max(zip(marks, marks[1:], strict=False), key=lambda pair: pair[1] - pair[0])


def _promises(table: Table, frame: Frame) -> Iterator[str]:
    """Where each promise is met and missed: a dashed line, and words above it."""
    for row, root in enumerate(table.guarantees):
        height = frame.top - 14 - 18 * row
        for span in kept_spans(table, root)[1:]:
            at = frame.x(span.first)
            yield line((Place(at, height - 10), Place(at, frame.bottom)), 2, DASHED)
            yield from _sides(
                at, height, f"{root.words} {'met' if span.status == 'missed' else 'not met'}", span.status
            )


def _sides(at: int, height: int, left: str, right: str) -> Iterator[str]:
    """What holds on each side of a line; both on the right where there is no room on the left."""
    if width_of(left) < at - 8:
        yield text(Place(at - 6, height), f"{left} ◂", "end")
        yield text(Place(at + 6, height), f"▸ {right}")
    else:
        yield text(Place(at + 6, height), f"◂ {left} | {right} ▸")


def _maximum(frame: Frame, table: Table, credit: Root) -> Iterator[str]:
    """The maximum, where it is near enough to be shown."""
    limit = _limit(table, credit)
    if not limit or limit > frame.most:
        return
    at = frame.y(limit)
    words = f"maximum {money(Money(limit, table.fee.currency))}"
    yield line((Place(LEFT, at), Place(RIGHT, at)), 1, DASH_DOTTED)
    yield text(Place(LEFT + 6, at - 5), words, size=11)

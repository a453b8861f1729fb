"""The strip as its template draws it: places as shares of the width, words for each mark, and where each leads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from sla_dsl.evaluation.wording import elapsed
from sla_dsl.faces.reporting.model import Period, Stretch, Strip, Total
from sla_dsl.faces.reporting.rows import WHOLE, Row, rows_of
from sla_dsl.faces.reporting.strip import ORDER, Drawn, Mark, Piece, drawn_rows, merged, rank
from sla_dsl.records import NamedTuple
from sla_dsl.values import periods
from sla_dsl.values.elapsed import DAY, MINUTE

HEIGHT, BAR = 20, 16
"""Of a row, and of the bar in it."""

NAMED = 4
"""So many incidents of a mark are named."""

FRIDAY = 4

KINDS: tuple[periods.PeriodKind, ...] = ("month", "quarter", "year")


class At(NamedTuple):
    """A place across the picture, and what is written there."""

    at: str
    words: str


class Bar(NamedTuple):
    """A row: where its bar lies, its ticks, what it is called, and how many hours it has where these are not 24."""

    top: int
    left: str
    width: str
    ticks: tuple[At, ...]
    name: str
    rest: bool
    odd: str


class Box(NamedTuple):
    """A mark, with its words and the place in the page that it leads to; `first` where its time begins in it."""

    top: int
    left: str
    width: str
    words: str
    leads_to: str
    first: bool


class Group(NamedTuple):
    """All marks of a bucket."""

    bucket: str
    marks: tuple[Box, ...]


class Places(NamedTuple):
    """Where a strip stands in the page: what its names begin with, those of its period, and the incidents there.

    `totals` are the rows of its legend, by bucket and words; `words` the fixed words in the language of the page.
    """

    name: str
    period: str
    numbers: Mapping[str, int]
    totals: Mapping[tuple[str, str], int]
    words: Mapping[str, str]


class StripPicture(NamedTuple):
    """What the template draws; `merged` pieces of time are drawn together, being shorter than `grain`."""

    id: str
    kind: str
    title: str
    told: str
    height: int
    bar: int
    heads: tuple[At, ...]
    rows: tuple[Bar, ...]
    groups: tuple[Group, ...]
    lines: tuple[tuple[int, tuple[Box, ...]], ...]
    legend: tuple[tuple[int, Total], ...]
    merged: int
    grain: str


def strip_picture(place: Places, period: Period, strip: Strip, zone: str) -> StripPicture:
    """The picture of a strip."""
    asked = period_named(period.name)
    rows = rows_of(asked, zone)
    drawn = drawn_rows(rows, [_piece(stretch) for stretch in strip.stretches if stretch.bucket != "up"])
    boxes = [(row, tuple([_box(place, n, mark) for mark in row.marks])) for n, row in enumerate(drawn)]
    return StripPicture(
        id=place.name,
        kind=asked.kind,
        title=f"{strip.measure}, {period.title}",
        told="; ".join(f"{total.clock} {total.words}" for total in strip.totals),
        height=len(drawn) * HEIGHT,
        bar=BAR,
        heads=tuple(_heads(asked.kind, drawn, place.words)),
        rows=tuple([_bar(asked.kind, n, row, place.words) for n, row in enumerate(drawn)]),
        groups=tuple(_groups(boxes)),
        lines=tuple([(n * HEIGHT, marks) for n, (_, marks) in enumerate(boxes) if marks]),
        legend=tuple(sorted(enumerate(strip.totals), key=lambda pair: rank(pair[1].bucket))),
        merged=merged(drawn),
        grain=elapsed(rows.grain),
    )


def period_named(name: str) -> periods.Period:
    """The period that a report calls so."""
    return next(found for kind in KINDS if (found := periods.read_period(name, kind)) is not None)


def share(place: int) -> str:
    """A place in ten-thousandths as a number of hundredths: `12.3`."""
    return f"{place // 100}.{place % 100:02d}".rstrip("0").rstrip(".")


def _piece(stretch: Stretch) -> Piece:
    when = f"{stretch.span} ({stretch.length.words})"
    return Piece(stretch.start.instant, stretch.end.instant, stretch.bucket, when, stretch.words, stretch.incidents)


def _box(place: Places, row: int, mark: Mark) -> Box:
    incident = next((name for piece in mark.pieces for name in piece.incidents if name in place.numbers), None)
    legend = place.totals[mark.bucket, next(piece.what for piece in mark.pieces if piece.bucket == mark.bucket)]
    leads_to = f"{place.name}-t{legend}" if incident is None else f"{place.period}i{place.numbers[incident]}"
    return Box(row * HEIGHT, share(mark.left), share(mark.width), _said(mark, place.words), leads_to, mark.first)


def _said(mark: Mark, words: Mapping[str, str]) -> str:
    """When, what and by which clause, and what failed; of several pieces of time how many there are of each kind."""
    first, last = mark.pieces[0], mark.pieces[-1]
    if first is last:
        return f"{first.when}: {first.what}{_named(first.incidents)}"
    kinds = Counter(piece.what for piece in mark.pieces)
    told = "; ".join(f"{count} × {what}" for what, count in kinds.items())
    named = _named(tuple(dict.fromkeys(name for piece in mark.pieces for name in piece.incidents)))
    return f"{words['drawn_as_one'].format(count=len(mark.pieces))}: {first.when} … {last.when}: {told}{named}"


def _named(incidents: Sequence[str]) -> str:
    more = f" … (+{len(incidents) - NAMED})" if len(incidents) > NAMED else ""
    return f". {', '.join(incidents[:NAMED])}{more}" if incidents else ""


def _groups(boxes: Sequence[tuple[Drawn, tuple[Box, ...]]]) -> Iterator[Group]:
    """The marks by bucket, what stands first in the ledger on top."""
    for bucket in reversed(ORDER):
        found = [box for row, made in boxes for mark, box in zip(row.marks, made, strict=True) if mark.bucket == bucket]
        if found:
            yield Group(bucket, tuple(found))


def _bar(kind: periods.PeriodKind, number: int, drawn: Drawn, words: Mapping[str, str]) -> Bar:
    row = drawn.row
    ticks = tuple([At(share(at), told) for at, told in drawn.ticks])
    odd = hours_words(DAY + row.odd) if row.odd and kind == "month" else ""
    rest = kind == "month" and row.first.weekday() > FRIDAY
    return Bar(number * HEIGHT, share(drawn.left), share(drawn.width), ticks, _name(kind, row, words), rest, odd)


def hours_words(length: int) -> str:
    """`23 h`; `24:30 h` where the clocks are changed by half an hour."""
    hours, minutes = divmod(length // MINUTE, 60)
    return f"{hours}:{minutes:02d} h" if minutes else f"{hours} h"


def _name(kind: periods.PeriodKind, row: Row, words: Mapping[str, str]) -> str:
    match kind:
        case "month":
            return f"{words['weekdays'].split(' ')[row.first.weekday()]} {row.first.day}"
        case "quarter":
            return row.first.isoformat()[5:]
        case "year":
            return row.first.isoformat()[:7]


def _heads(kind: periods.PeriodKind, drawn: Sequence[Drawn], words: Mapping[str, str]) -> Iterator[At]:
    """What stands above the strip: the words of the ticks of a row of the usual length."""
    if kind == "quarter":
        yield from (At(share(n * WHOLE // 7), day) for n, day in enumerate(words["weekdays"].split(" ")))
        return
    usual = next((row for row in drawn if not row.row.odd), drawn[0])
    yield At("0", "00" if kind == "month" else "1")
    yield from (At(share(at), told) for at, told in usual.ticks if told)
    if kind == "month":
        yield At(share(usual.left + usual.width), "24")

"""The times in a table: the ways in which people and programs write them there, and the order of day and month.

Whether 03/04 is in March or in April is read off the file where one of its dates proves it, and asked where none does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import partial

from sla_dsl.intake.answers.asking import Asking
from sla_dsl.intake.answers.mapping import Mapped
from sla_dsl.intake.answers.questions import Choice, Question
from sla_dsl.intake.reading.raw import Clock, Raw
from sla_dsl.intake.reading.times import (
    NO_TIME,
    DayOrder,
    day_orders,
    is_in_numbers,
    month_named,
    read_english,
    read_iso,
    read_numbers,
)
from sla_dsl.intake.stated import Stamp
from sla_dsl.intake.wording import first_at
from sla_dsl.records import NamedTuple

_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d\d)[/.](\d\d)([T ].*)", re.ASCII)
_DAY = re.compile(
    r"\d{4}[-/.]\d\d?[-/.]\d\d?|\d\d?[-/.]\d\d?[-/.]\d{2,4}|\d\d?[-/. ][A-Za-z]{3,}[-/. ]\d{2,4}", re.ASCII
)
_SHORT_YEAR = re.compile(r"\d\d?[-/.]\d\d?[-/.]\d\d .*", re.ASCII)
_NUMBER = re.compile(r"\d+([.,]\d+)?", re.ASCII)
_CLOCK = re.compile(r"\d\d?:\d\d(:\d\d)?( ?[AaPp]\.?[Mm]\.?)?", re.ASCII)
_NAMED = re.compile(r"(\d{1,2})[-/ ]([A-Za-z]+)[-/ ](\d{4}),? (\d{1,2}:\d\d)(:\d\d)?( ?[AaPp]\.?[Mm]\.?)?", re.ASCII)


class Dates(NamedTuple):
    """How the times of a table are read.  `order` None: it is asked.  `note`: what proves the order, if anything."""

    order: DayOrder | None = "day first"
    note: str = ""

    @property
    def clock(self) -> Clock:
        """Reads a time.  While the order is asked it is any that gives a date: nothing is made of it then."""
        return partial(read_table_time, order=self.order)


class Written(NamedTuple):
    """A time as it stands in the table, and where; `file`: what proves an order of another file proves none of it."""

    text: str
    place: str
    file: str = ""


def dates_of(times: Iterable[Written], asking: Asking) -> Dates:
    """The order of day and month in these times: as one of them proves it, or as it is answered."""
    in_numbers = [time for time in times if is_in_numbers(time.text)]
    proofs = [(time, orders) for time in in_numbers if len(orders := day_orders(time.text)) == 1]
    proved = {order for _, orders in proofs for order in orders}
    proving = {time.file for time, _ in proofs}
    unproved = [time for time in in_numbers if time.file not in proving and not _is_the_same(time.text)]
    if len(proved) == 1 and not unproved:
        (time, _), order = proofs[0], proved.pop()
        words = "the day comes first" if order == "day first" else "the month comes first"
        return Dates(order, f'In dates such as "{time.text}" {words}: {time.place} proves it.')
    if all(_is_the_same(time.text) for time in in_numbers):
        return Dates()
    mixed = len(proved) > 1
    match asking.one(_question(in_numbers if mixed else unproved, mixed)):
        case "day first":
            return Dates("day first")
        case "month first":
            return Dates("month first")
        case _:
            return Dates(None)


def _is_the_same(text: str) -> bool:
    """Whether a date means the same in either order, as 05/05 does."""
    return _local(read_numbers(text, "day first")) == _local(read_numbers(text, "month first"))


def _local(stamp: Stamp | str) -> str:
    return stamp.local if isinstance(stamp, Stamp) else stamp


def _question(in_numbers: Sequence[Written], mixed: bool) -> Question:
    open_to = [time for time in in_numbers if mixed or not _is_the_same(time.text)]
    first = open_to[0]
    choices = (Choice("day first", _meaning(first.text, "day first")), Choice("month first", _meaning(first.text)))
    words = f'Which comes first in dates such as "{first.text}": the day or the month?'
    if mixed:
        words += " (Some dates of the file can only be read one way, others only the other way.)"
    about = first_at(len(open_to), "times", first.place)
    return Question(("dates",), words, "choice", choices, "", about)


def _meaning(text: str, order: DayOrder = "month first") -> str:
    day = _local(read_numbers(text, order))[:10]
    return f"it is {day}" if day[:1].isdigit() else "it is no date then"


def is_provisional(dates: Dates, mapped: Mapped) -> bool:
    """Whether the times must not be used yet: the order is open, and somebody has said where the clocks are."""
    return dates.order is None and ("zone",) in mapped.answers


def read_table_time(text: str, order: DayOrder | None) -> Stamp | str:
    """A time in any of the ways of tables, or why it is none."""
    written = text.strip()
    year_first = _YEAR_FIRST.fullmatch(written)
    iso = read_iso("{}-{}-{}{}".format(*year_first.groups()) if year_first else written)
    if iso != NO_TIME:
        return iso._replace(written=text) if isinstance(iso, Stamp) else iso
    if is_in_numbers(written):
        return read_numbers(written, order or _any_order(written))
    for read in (read_english, _read_named):
        stamp = read(written)
        if stamp != NO_TIME:
            return stamp
    return _why(written)


def _any_order(text: str) -> DayOrder:
    """An order in which it is a date."""
    return "day first" if "day first" in day_orders(text) else "month first"


def _read_named(text: str) -> Stamp | str:
    """`29 Feb 2016 01:16`, `29-Feb-2016 1:16 AM`."""
    match = _NAMED.fullmatch(text)
    month = month_named(match[2]) if match else None
    if match is None or month is None:
        return NO_TIME
    day, _, year, clock, seconds, half = match.groups()
    stamp = read_numbers(f"{day}/{month}/{year} {clock}{seconds or ''}{half or ''}", "day first")
    return stamp._replace(written=text) if isinstance(stamp, Stamp) else stamp


def _why(text: str) -> str:
    """Why it is no time."""
    if _DAY.fullmatch(text):
        return "it has no time of day"
    if _CLOCK.fullmatch(text):
        return "it has no date"
    if _NUMBER.fullmatch(text):
        return "it is a number; show the column as dates with times in the spreadsheet, and save it again"
    return "its year has two digits" if _SHORT_YEAR.fullmatch(text) else NO_TIME


def written_times(raws: Iterable[Raw], columns: Sequence[str]) -> list[Written]:
    """What stands in these columns."""
    return [
        Written(text, raw.origin.words(), raw.origin.file)
        for raw in raws
        for column in columns
        if raw.has(column) and (text := raw.text(column))
    ]

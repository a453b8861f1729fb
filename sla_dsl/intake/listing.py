"""Every form of export that is read."""

from __future__ import annotations

from sla_dsl.intake.formats import calendar, check_log, daily_minutes, osg, statuspage, upptime
from sla_dsl.intake.reader import Reader
from sla_dsl.intake.sources import SourceFile

READERS: tuple[Reader, ...] = (
    statuspage.READER,
    calendar.READER,
    osg.READER,
    check_log.READER,
    upptime.READER,
    daily_minutes.READER,
)


def reader_named(name: str) -> Reader | None:
    """The reader of a form."""
    return next((reader for reader in READERS if reader.name == name), None)


def readers_for(file: SourceFile) -> list[Reader]:
    """The forms that a file looks like."""
    return [reader for reader in READERS if reader.sniff(file)]

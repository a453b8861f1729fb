"""Every form of export that is read."""

from __future__ import annotations

from collections.abc import Mapping

from sla_dsl.intake.formats import (
    aws,
    aws_health,
    calendar,
    check_log,
    daily_minutes,
    github_history,
    google_cloud,
    jira,
    osg,
    pagerduty,
    servicenow,
    sheet,
    slack,
    statuspage,
    tickets,
    upptime,
    zendesk,
)
from sla_dsl.intake.reader import Reader
from sla_dsl.intake.sources import SourceFile

READERS: tuple[Reader, ...] = (
    statuspage.READER,
    github_history.READER,
    google_cloud.READER,
    aws.READER,
    aws_health.READER,
    slack.READER,
    pagerduty.READER,
    calendar.READER,
    osg.READER,
    check_log.READER,
    upptime.READER,
    daily_minutes.READER,
    servicenow.READER,
    jira.READER,
    zendesk.READER,
    sheet.READER,
    tickets.READER,
)


OTHER_NAMES: Mapping[str, str] = {
    "github-reconstructed": "github-history",
    "gcp": "google-cloud",
    "icalendar": "calendar",
    "ical": "calendar",
    "ics": "calendar",
    "checks": "check-log",
    "csv": "sheet",
    "excel": "sheet",
    "xlsx": "sheet",
}
"""What people call some forms as well, and their names."""


def reader_named(name: str) -> Reader | None:
    """The reader of a form, by its name or what it is called as well."""
    return next((reader for reader in READERS if reader.name == OTHER_NAMES.get(name, name)), None)


def other_names(reader: Reader) -> tuple[str, ...]:
    """What the form is called as well."""
    return tuple([other for other, name in OTHER_NAMES.items() if name == reader.name])


def readers_for(file: SourceFile) -> list[Reader]:
    """The forms that a file looks like."""
    return [reader for reader in READERS if reader.sniff(file)]

"""A small export of each form with answers to all its questions: what is cut, bent and bitten."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from sla_dsl.intake.answers.mapping import Mapped, read_mapping
from sla_dsl.intake.importing import Imported, import_files
from sla_dsl.intake.listing import reader_named
from sla_dsl.intake.sources import SourceFile

DATA = Path(__file__).parent / "data"
DOCS = Path(__file__).parents[2] / "docs" / "import"


class Sample(NamedTuple):
    """An export that imports whole with its mapping."""

    form: str
    file: Path
    mapping: Path

    @property
    def name(self) -> str:
        """How a test is called that is about it."""
        return f"{self.form}:{self.file.name}"


def _beside(form: str, file: str, mapping: str = "") -> Sample:
    """A fixture of a form, with its mapping beside it: of the same name, if none is named."""
    return Sample(form, DATA / form / file, DATA / form / (mapping or f"{file.rsplit('.', 1)[0]}.map.toml"))


SAMPLES = (
    Sample("statuspage", DOCS / "page.json", DOCS / "page.map.toml"),
    _beside("github-history", "incidents.json", "real.map.toml"),
    _beside("google-cloud", "incidents.json", "google.map.toml"),
    _beside("aws", "data.json", "aws.map.toml"),
    _beside("aws-health", "messages.json", "health.map.toml"),
    _beside("slack", "history.json", "slack.map.toml"),
    _beside("pagerduty", "incidents.json", "failures.map.toml"),
    _beside("sheet", "synthetic-incidents.csv"),
    _beside("tickets", "synthetic-tickets.csv"),
    _beside("servicenow", "incident_event_log-excerpt.csv"),
    _beside("jira", "synthetic-search.csv"),
    _beside("jira", "synthetic-issues.json"),
    _beside("zendesk", "synthetic-tickets.csv"),
    _beside("zendesk", "synthetic-metric-events.json"),
    _beside("calendar", "ical1.ics", "ical1.map.toml"),
    _beside("calendar", "ical6.ics", "ical6.map.toml"),
    _beside("osg", "sprace.yaml", "small.map.toml"),
    _beside("check-log", "checks.csv", "small.map.toml"),
    _beside("upptime", "summary.json", "small.map.toml"),
    _beside("daily-minutes", "days.csv", "small.map.toml"),
)


@cache
def answers(sample: Sample) -> Mapped:
    """The answers to its questions."""
    mapped, found = read_mapping(sample.mapping.read_text("utf-8"), sample.mapping.name, sample.form)
    assert found == []
    return mapped


def outcome(sample: Sample, data: bytes) -> Imported:
    """What comes of these bytes in place of the file's own."""
    reader = reader_named(sample.form)
    assert reader is not None
    files: Sequence[SourceFile] = (SourceFile(sample.file.name, data),)
    return import_files(reader, files, answers(sample))

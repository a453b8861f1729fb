"""Feeds in JSON: what the first run asks and how many records become what, of the excerpts and of the whole files."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.intake.common import DATA, equation, errors, mapping, open_groups, open_names, whole
from tests.intake.exports import imported

HEAD = {"account": 1, "as_of": 1}


class Feed(NamedTuple):
    """A file, its mapping, what is open at first, and the equation of the second run."""

    form: str
    excerpt: str
    mapping: str
    whole: str
    asked: dict[str, int]
    equation: tuple[int, int, int, int]
    made: dict[str, int]


FEEDS = (
    Feed(
        "github-history",
        "incidents.json",
        "real.map.toml",
        "github-reconstructed/incidents-2024.json",
        {"components_source": 1, **HEAD, "impact": 3, "service": 11, "start": 1, "end": 1, "cause": 1},
        (124, 124, 0, 0),
        {"incidents": 124},
    ),
    Feed(
        "google-cloud",
        "incidents.json",
        "google.map.toml",
        "gcp/incidents-2021H2.json",
        {**HEAD, "status_impact": 2, "service": 41, "start": 1, "cause": 1},
        (81, 44, 37, 0),
        {"incidents": 65},
    ),
    Feed(
        "aws",
        "data.json",
        "aws.map.toml",
        "aws/shd-data-2022.json",
        {**HEAD, "status": 3, "service": 63, "start": 1, "no_end": 1, "cause": 1},
        (86, 7, 79, 0),
        {"incidents": 7},
    ),
    Feed(
        "slack",
        "history.json",
        "slack.map.toml",
        "slack/history-2019-05-to-08.json",
        {**HEAD, "type": 3, "service": 11, "start": 1, "end": 1, "cause": 1},
        (75, 65, 10, 0),
        {"incidents": 80},
    ),
    Feed(
        "pagerduty",
        "incidents.json",
        "failures.map.toml",
        "pagerduty/incidents_raw.json",
        {"incident": 1, **HEAD},
        (3, 3, 0, 0),
        {"incidents": 3},
    ),
    Feed(
        "pagerduty",
        "incidents.json",
        "tickets.map.toml",
        "pagerduty/incidents_raw.json",
        {"incident": 1, **HEAD},
        (3, 3, 0, 0),
        {"tickets": 3},
    ),
    Feed(
        "statuspage",
        "incidents.json",
        "incidents.map.toml",
        "statuspage/github-incidents-2022.json",
        {**HEAD, "impact": 3, "service": 12, "start": 1, "end": 1, "cause": 1},
        (123, 114, 9, 0),
        {"incidents": 161},
    ),
    Feed(
        "statuspage",
        "scheduled-maintenances.json",
        "scheduled-maintenances.map.toml",
        "statuspage/github-scheduled-maintenances.json",
        {**HEAD, "status": 1, "planned": 1, "service": 5, "planned_end": 1},
        (15, 15, 0, 0),
        {"maintenance": 30},
    ),
    Feed(
        "statuspage",
        "summary.json",
        "summary.map.toml",
        "statuspage/github-summary-snapshot.json",
        {**HEAD, "impact": 1, "service": 2, "status": 1, "planned": 1, "start": 1, "planned_end": 1, "cause": 1},
        (2, 2, 0, 0),
        {"incidents": 1, "maintenance": 1},
    ),
)


def _named(feed: Feed) -> str:
    return f"{feed.form}:{feed.mapping}"


@pytest.mark.parametrize("feed", FEEDS, ids=_named)
def test_what_a_whole_file_leaves_open(feed: Feed) -> None:
    found = imported(feed.form, whole(feed.whole))
    assert (found.timeline, errors(found), open_groups(found)) == (None, [], feed.asked)


@pytest.mark.parametrize("feed", FEEDS, ids=_named)
def test_what_becomes_of_a_whole_file(feed: Feed) -> None:
    found = imported(feed.form, whole(feed.whole), mapping(feed.form, feed.mapping))
    assert (open_names(found), [finding.message for finding in found.findings]) == ([], [])
    assert equation(found) == feed.equation
    assert found.tally is not None
    assert found.tally.made == feed.made


@pytest.mark.parametrize("feed", FEEDS, ids=_named)
def test_an_excerpt_imports_with_the_same_mapping(feed: Feed) -> None:
    path: Path = DATA / feed.form / feed.excerpt
    assert imported(feed.form, path).timeline is None
    found = imported(feed.form, path, mapping(feed.form, feed.mapping))
    assert (open_names(found), errors(found)) == ([], [])
    read, kept, aside, refused = equation(found)
    assert read == kept + aside
    assert (kept > 0, refused) == (True, 0)


@pytest.mark.parametrize("feed", FEEDS, ids=_named)
def test_every_record_knows_where_it_stands(feed: Feed) -> None:
    found = imported(feed.form, DATA / feed.form / feed.excerpt, mapping(feed.form, feed.mapping))
    assert found.timeline is not None
    for kind in feed.made:
        sources = [record["source"] for record in found.timeline[kind]]
        assert all(source.startswith(f"{feed.excerpt}, ") and source.endswith("]") for source in sources)

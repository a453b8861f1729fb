"""The equation of an import: what was read is imported, set aside or refused, or there is no result."""

from __future__ import annotations

import pytest

from sla_dsl.intake.stated import Aside, Export, Origin, Refused
from sla_dsl.intake.timelines.making import Fate, Made
from sla_dsl.intake.timelines.tallying import Broken, tally
from tests.intake.trying import outage

HERE = Origin("export.json", "incidents[0]")


def test_each_record_is_in_one_count() -> None:
    export = Export(read=7, silent=1, refused=(Refused(HERE, "R", ()),), aside=(Aside(HERE, "cancelled"),))
    fates = [
        Fate(outage(0, parts=2), made=(Made("incidents", {}, HERE), Made("maintenance", {}, HERE))),
        Fate(outage(1), left=("a record without an end", "it was a test")),
        Fate(outage(2)),
    ]
    found = tally(export, fates)
    assert (found.read, found.imported, found.refused) == (7, 4, 1)
    assert found.aside == {"cancelled": 1, "a record without an end (it was a test)": 1}
    words = "7 records read: 4 imported, as 1 incident and 1 maintenance window; 2 set aside, 1 refused."
    assert found.sentence() == words


def test_a_record_that_is_in_none_breaks_the_import() -> None:
    with pytest.raises(Broken):
        tally(Export(read=2), [Fate(outage(0))])

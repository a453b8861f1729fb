from __future__ import annotations

import pytest

from sla_dsl.evaluation.compiling.reading import read
from tests.evaluation.making import CREDIT, DOWNTIME


def test_everything_that_reading_gives() -> None:
    found = read(DOWNTIME, "sha256:0", "it.sla")
    assert found.file is not None
    assert found.agreement is not None
    assert found.tree is not None
    assert {f.source for f in found.findings} == {"it.sla"}


def test_findings_stand_in_order_of_place() -> None:
    text = CREDIT + "Zzz.\nRebate is due only if Uptim is less than 1 %.\nQqq.\n"
    findings = read(text, "sha256:0", "").findings
    spans = [f.span for f in findings if f.span is not None]
    assert spans == sorted(spans)


@pytest.mark.parametrize(
    ("text", "has_file", "has_agreement"),
    [
        ("", False, False),
        ("Nonsense.", True, False),
        (DOWNTIME + "Zzz.\n", True, True),
        (DOWNTIME.replace("Failure or Work", "Falure"), True, False),
    ],
)
def test_a_policy_with_an_error_has_no_tree(text: str, has_file: bool, has_agreement: bool) -> None:
    found = read(text, "sha256:0", "")
    assert found.tree is None
    assert (found.file is not None or not has_file, found.agreement is None or has_agreement) == (True, True)
    assert any(f.severity == "error" for f in found.findings)


def test_after_a_mistake_of_writing_the_rest_is_checked_all_the_same() -> None:
    text = DOWNTIME + "Zzz.\nThe provider guarantees that Uptime is at least 1 min.\n"
    codes = [f.code for f in read(text, "sha256:0", "").findings if f.severity == "error"]
    assert codes == ["sentence-unfinished", "types-differ"]


def test_notes_and_warnings_come_with_a_tree() -> None:
    text = DOWNTIME.replace("30 days.", '30 days assuming "thirty".')
    found = read(text, "sha256:0", "")
    assert found.tree is not None
    assert "assumption" in [f.code for f in found.findings]

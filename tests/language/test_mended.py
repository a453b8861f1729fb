"""A time that there is not is told of once."""

from __future__ import annotations

import pytest

from tests.language.programs import PRELUDES, checked

HOURS = "Office means Monday to Friday from 09:00 to {} holidays included.\n"
EXAMPLE = 'Example "one" in 2026-03: given an incident from 2026-03-04 {} to {}; expect Downtime is 5 min.\n'


def codes(text: str) -> list[str]:
    _, findings = checked(PRELUDES["measure"] + text)
    return [finding.code for finding in findings if finding.severity == "error"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HOURS.format("24:00"), ["no-such-time"]),
        (EXAMPLE.format("23:00", "24:00"), ["no-such-time"]),
        (EXAMPLE.format("24:00", "23:00"), ["no-such-time"]),
        (EXAMPLE.format("23:00", "2026-02-30 10:00"), ["no-such-date"]),
        (EXAMPLE.format("23:00", "22:00"), ["end-before-start"]),
        (HOURS.format("08:00"), ["hours-backwards"]),
    ],
)
def test_what_follows_from_a_time_that_there_is_not_is_not_told(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize("first", [HOURS.format("24:00"), EXAMPLE.format("23:00", "24:00")])
@pytest.mark.parametrize(
    ("second", "code"),
    [(EXAMPLE.format("23:00", "22:00"), "end-before-start"), (HOURS.format("08:00"), "hours-backwards")],
)
def test_what_is_wrong_in_another_sentence_is_told_all_the_same(first: str, second: str, code: str) -> None:
    second = second.replace("Office", "Other")
    assert codes(first + second) == codes(second + first) == ["no-such-time", code]
